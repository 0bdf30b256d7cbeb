"""Sources become documents: text, HTML, PDF, other languages."""

import hashlib
from datetime import date

import pytest

from hinterland.ledger import read, records
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document, language, load, sources

PAGE = """<!doctype html><html><head><title>Exports of Hubei rise</title></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Exports of Hubei rise</h1>
<p>Exports of Hubei rose 4.6 percent year on year to 312.4 billion yuan in 2022, the customs office said today.</p>
<p>Imports of the province fell 1.2 percent to 97.1 billion yuan in the same year, said the office in its report.</p>
</article><script>var x = 12345678;</script></body></html>"""


def test_a_text_keeps_its_bytes_hash_and_its_address(tmp_path):
    path = tmp_path / "one.txt"
    path.write_bytes(b"URL: http://example.org/2023-10/20/a.htm\nHubei's exports rose 3 percent.\n")
    found = load(path)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (found.doc, found.source, found.published) == (
        "one",
        "http://example.org/2023-10/20/a.htm",
        date(2023, 10, 20),
    )


def test_a_page_loses_its_menu_and_scripts(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    reading = read(path)
    assert "12345678" not in reading.document.text and reading.document.title == "Exports of Hubei rise"
    assert [row.value for row in reading.statistics] == [312.4e9, 97.1e9]


def test_a_folder_is_walked(tmp_path):
    (tmp_path / "inner").mkdir()
    for name in ("b.txt", "inner/a.html", "notes.xyz"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [name.removeprefix(str(tmp_path)) for name in sources([str(tmp_path)])] == ["/b.txt", "/inner/a.html"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Exporte der Provinz stiegen im Vergleich zum Vorjahr um 5 Prozent und die Importe um 3 Prozent.", "de"),
        ("The exports of the province rose by 5 percent and the imports by 3 percent.", "en"),
        ("全省出口增长5%", "zh"),
        ("輸出は前年比5%増加した", "ja"),
        ("수출은 5% 늘었다", "ko"),
        ("ارتفعت الصادرات بنسبة 5", "ar"),
    ],
)
def test_languages_are_told_apart(text, code):
    assert language(text) == code


def test_an_unread_language_loses_nothing():
    text = "Die Exporte der Provinz stiegen um 5 Prozent auf 3,2 Milliarden Euro und die Importe um 3 Prozent."
    reading = read(document(text))
    assert (reading.statistics, reading.unread, reading.document.text) == ((), 3, text)


def test_records_carry_the_names_of_the_ledger():
    reading = read(
        document("Updated : 2023-10-20\n\nHubei plans to expand exports. Exports of Hubei rose 3 percent in 2022.")
    )
    statistic, measure = records(reading)
    assert statistic["period_start"] == "2022-01-01" and statistic["growth"] == 0.03
    assert measure["instrument"] == "market_access" and measure["status"] == "planned"
    assert reading.document.text[slice(*measure["span"])] == measure["anchor"]


@pytest.mark.parametrize(
    "text",
    [
        "\x00" * 200 + " exports rose 3 percent",
        "9" * 10_000 + " percent",
        "exports rose " * 5_000,
        "(" * 5_000 + "3 percent" + ")" * 5_000,
        "1,1" * 5_000,
        "Jan " * 5_000,
        "the first " * 5_000,
        "ranking the " * 5_000,
        "A'" * 5_000,
        "5.7:" * 5_000,
        "\u202e3 percent\u202c exports",
    ],
)
def test_bait_is_read_in_bounded_time(text):
    reading = read(document(text))
    assert all(reading.document.text[slice(*row.span)] == row.printed for row in reading.statistics)


def test_a_chinese_sentence_that_begins_with_a_date_is_no_dateline():
    lines = ("湖北公布新措施", "自2024年3月1日起，对进口煤炭恢复征收6%关税", "2024年3月2日 来源：湖北日报")
    text = "\n\n".join((*lines, "2023年，湖北省出口增长4%。"))
    page = document(text)
    kinds = {page.text[block.start : block.end][:10]: block.kind for block in page.blocks}
    assert kinds["自2024年3月1日"] == "body"
    assert kinds["2024年3月2日 "] == "dateline"
    assert [row.quantity for row in measures(page)] == ["6%"]
