"""What is taken from bytes, from PDFs, and from texts that are long or full of signs nobody sees."""

from datetime import date

import pytest

from hinterland.ledger import read
from hinterland.ledger.documents import pieces
from hinterland.ledger.documents.pdfs import joined
from hinterland.ledger.documents.source import document, load
from printed import pdf_of

WORDS = "Exports of Hubei rose 4.6 percent to 312.4 billion yuan in 2022."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_encodings_are_told_by_their_bytes(tmp_path, encoding):
    path = tmp_path / "text.txt"
    path.write_bytes(f"{WORDS} {'湖北出口' * (encoding == 'gb18030')}".encode(encoding))
    found = load(path)
    assert found.text.startswith(WORDS) and "\ufffd" not in found.text and found.remarks == ()


def test_western_letters_are_not_taken_for_chinese(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("Les cafés exportés, les fêtes, le blé: 3 % de plus.".encode("cp1252"))
    assert "cafés exportés, les fêtes, le blé" in load(path).text


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\x00", "\u2067", "\u00ad\n"])
def test_signs_that_nobody_sees_part_no_word(sign):
    reading = read(document(f"Hubei's exports reached 1.33 tril{sign}lion yuan in 2023."))
    (row,) = reading.statistics
    assert (row.value, row.printed) == (1.33e12, "1.33 trillion yuan")
    assert reading.document.text[slice(*row.span)] == row.printed


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("3.37 tril-\nlion yuan", "3.37 trillion yuan"),
        ("up 5 percent year-\non-year", "up 5 percent year-on-year"),
        ("the high-\ntech sector", "the high-tech sector"),
        ("above-scale industry and above-\nscale firms", "above-scale industry and above-scale firms"),
        ("exports -\nimports", "exports -\nimports"),
        ("Hunan-\nGuangxi", "Hunan-\nGuangxi"),
        ("from 2022-\nto 2023", "from 2022-\nto 2023"),
    ],
)
def test_words_that_a_line_parts_are_joined(broken, whole):
    assert joined(broken) == whole


def test_the_first_lines_of_a_pdf_give_its_title_and_day(tmp_path):
    path = tmp_path / "report.pdf"
    lines = [
        "Statistical Report of Hubei Province 2023",
        "Hubei Office of Statistics, March 5, 2024",
        "The output of the province reached 5.58 trillion yuan in 2023, up 6.0 percent on the year.",
        "The value added was 507.5 billion yuan in the primary industry and in the secondary one",
        "2.02 trillion yuan. Exports were 433 bil-",
        "lion yuan.",
    ]
    path.write_bytes(pdf_of([lines], title="Microsoft Word - draft3.doc"))
    reading = read(path)
    assert (reading.document.title, reading.document.published) == (lines[0], date(2024, 3, 5))
    assert {433e9, 2.02e12} <= {row.value for row in reading.statistics}


@pytest.mark.parametrize(
    ("given", "title"),
    [("Trade of Hubei in 2023", "Trade of Hubei in 2023"), ("scan_0012.tif", None), ("untitled", None)],
)
def test_the_metadata_of_a_pdf_give_a_title_where_its_lines_give_none(tmp_path, given, title):
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_of([["Exports of Hubei rose by 3 percent in 2023."]], title=given))
    assert load(path).title == title


def test_a_broken_pdf_is_met_with_one_line(tmp_path, capfd):
    path = tmp_path / "torn.pdf"
    path.write_bytes(pdf_of([["Exports rose."] * 30])[:400])
    with pytest.raises(Exception, match="a PDF that cannot be read"):
        load(path)
    assert capfd.readouterr().err == ""


def test_a_line_of_two_words_above_the_dateline_is_the_title():
    page = document(f"Hubei news\nLake Post | Updated: 2023-02-09\n\n{WORDS}")
    assert (page.title, page.published) == ("Hubei news", date(2023, 2, 9))
    assert document(f"Home\nUpdated: 2023-02-09\n\n{WORDS}").title is None


def test_a_long_text_is_read_to_its_end_in_pieces(monkeypatch):
    """Each piece knows the place and the year of the head, and spans point into the whole."""
    monkeypatch.setattr(pieces, "LARGEST_PIECE", 3_000)
    head = "Trade of Hubei\n\nUpdated: 2023-02-09\n\nHubei traded 600 billion yuan in 2022.\n\n"
    idle = "The weather was fine on this quiet day in the city, and nothing much happened there. " * 4 + "\n\n"
    text = head + idle * 60 + "Exports reached 312.4 billion yuan. " + "Calm. " * 2_000
    text += "Imports were 97.1 billion yuan."
    reading = read(document(text))
    assert [(row.value, row.region, row.period_start) for row in reading.statistics] == [
        (600e9, "Hubei", date(2022, 1, 1)),
        (312.4e9, "Hubei", date(2022, 1, 1)),
        (97.1e9, "Hubei", date(2022, 1, 1)),
    ]
    assert all(text[slice(*row.span)] == row.printed for row in reading.statistics)


def test_pieces_hold_every_sign_of_a_text_once(monkeypatch):
    monkeypatch.setattr(pieces, "LARGEST_PIECE", 500)
    monkeypatch.setattr(pieces, "_HEAD", 100)
    page = document("A short head of it\n\n" + "word " * 700 + "\n\n" + "x" * 2_000 + "\n\nend of it all.")
    own = [
        (block.start + piece.moved, block.end + piece.moved)
        for piece in pieces.pieces(page)
        for block in piece.document.blocks
        if block.start >= piece.own
    ]
    covered = "".join(page.text[start:end] for start, end in own)
    assert "".join(covered.split()) == "".join(page.text.split())
    assert all(len(piece.document.text) < 620 for piece in pieces.pieces(page))
