"""Pages: what their metadata say, their captions and tables, and the text of those that are odd."""

from datetime import date

import pytest

from hinterland.ledger import read
from hinterland.ledger.documents import pages
from hinterland.ledger.documents.source import load

HEAD = """<!doctype html><html><head><title>Exports of Hubei rise - Lake Post</title>
<meta property="og:site_name" content="Lake Post"/>
<meta property="article:published_time" content="2023-01-20T08:00:00+08:00"/></head><body>
<nav><a href="/">Home</a></nav><article><h1>Exports of Hubei rise</h1>
<p>Exports of Hubei rose 4.6 percent year on year to 312.4 billion yuan in 2022, the customs office said today.</p>
"""
FOOT = """<p>The office will publish the figures of its branches in spring, it said in a report on its work.</p>
</article></body></html>"""


@pytest.fixture
def taken(tmp_path):
    """Read a page with something between its first paragraph and its last."""

    def of(inside, head=HEAD):
        path = tmp_path / "page.html"
        path.write_text(head + inside + FOOT, "utf-8")
        return read(path)

    return of


def test_metadata_give_title_publisher_and_day(taken):
    document = taken("").document
    assert (document.title, document.publisher, document.published) == (
        "Exports of Hubei rise",
        "Lake Post",
        date(2023, 1, 20),
    )


def test_a_year_in_the_text_is_not_the_day_of_a_page(taken):
    assert taken("", head=HEAD.replace("2023-01-20T08:00:00+08:00", "")).document.published is None


def test_a_caption_is_kept_and_read(taken):
    reading = taken(
        '<figure><img src="a.jpg" alt="12 percent"/><figcaption class="hidden">Wuhan port handled 2.5 million'
        " <b>TEUs</b> in 2022.</figcaption></figure>"
    )
    kinds = {reading.document.text[block.start : block.end]: block.kind for block in reading.document.blocks}
    assert kinds["Wuhan port handled 2.5 million TEUs in 2022."] == "caption"
    assert (2.5e6, "TEU") in {(row.value, row.unit) for row in reading.statistics}
    assert reading.document.remarks == ()


def table(heads, *rows, title=""):
    lines = [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (heads, *rows)]
    return f"<table>{f'<caption>{title}</caption>' if title else ''}{''.join(lines)}</table>"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            table(("Partner", "Trade (billion yuan)", "Growth (%)"), ("ASEAN", "1,300.5", "-2.1")),
            "ASEAN, trade 1,300.5 billion yuan, growth -2.1%.",
        ),
        (
            table(("Partner", "Trade (100 million yuan)", "Share (%)"), ("ASEAN", "1,300.5", "12.0")),
            "ASEAN, trade 130.05 billion yuan, share 12.0%.",
        ),
        (
            table(("Item (billion yuan)", "2021", "2022"), ("Exports", "298.7", "312.4")),
            "Exports, 298.7 billion yuan in 2021, 312.4 billion yuan in 2022.",
        ),
        (
            table(("Month", "Exports", "GDP"), ("January", "24.1", "99"), title="Hubei 2022 (billion yuan)"),
            "In January, exports 24.1 billion yuan, GDP 99 billion yuan.",
        ),
        (
            table(("项目", "金额（亿元）", "同比（%）"), ("出口", "3,124", "-4.6")),
            "出口，金额3,124亿元，同比下降4.6%。",
        ),
        (
            table(("Product", "Output (10,000 tons)"), ("Steel", "31")),
            "Steel, output 0.31 million tons.",
        ),
    ],
)
def test_a_row_of_a_table_becomes_a_sentence(taken, inside, said):
    document = taken(inside).document
    assert said in document.text.split("\n") and document.remarks == ()


def test_the_rows_of_a_table_are_read(taken):
    reading = taken(table(("Partner", "Trade (100 million yuan)", "Growth (%)"), ("ASEAN", "1,300.5", "-2.1")))
    row = next(row for row in reading.statistics if row.indicator == "trade_total[partner=ASEAN]")
    assert (row.value, row.high - row.low, row.growth) == (130.05e9, pytest.approx(1e7), -0.021)
    assert reading.document.text[slice(*row.span)] == row.printed


@pytest.mark.parametrize("head", ["Change in stock (%)", "Index", "Exports", "Exports (boxes of tea)", "(%)"])
def test_a_heading_that_does_not_say_what_is_counted_leaves_its_numbers_unread(taken, head):
    reading = taken(table(("Partner", head), ("ASEAN", "77.7")))
    growth = "hange" in head  # a change in per cent is growth
    assert len(reading.document.remarks) == (0 if growth else 1)
    assert "ASEAN" in reading.document.text and "77.7" in reading.document.text


def test_a_table_that_lays_out_a_page_stays_prose(taken):
    words = "Imports of the province fell 1.2 percent to 97.1 billion yuan in the same year."
    reading = taken(f"<table><tr><td>News</td><td><p>{words}</p></td></tr><tr><td>A</td><td>B</td></tr></table>")
    assert words in reading.document.text and 97.1e9 in {row.value for row in reading.statistics}


def test_a_page_nested_too_deep_for_a_tree_is_read(tmp_path):
    path = tmp_path / "deep.html"
    words = "<p>Exports of Hubei rose 4.6 percent.</p>"
    path.write_text(f"<html><body>{'<div>' * 100_000}{words}{'</div>' * 100_000}</body></html>", "utf-8")
    assert load(path).text == "Exports of Hubei rose 4.6 percent."


def test_entities_that_unfold_without_end_are_not_unfolded(tmp_path):
    path = tmp_path / "laughs.html"
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{entities}]><html><body><p>Laughter &a12; over exports'
        " of 3 billion yuan.</p></body></html>",
        "utf-8",
    )
    assert len(load(path).text) < 200


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "gb2312", "utf-8", "koi8-r"])
def test_a_declared_charset_is_believed(tmp_path, encoding):
    sign = {"gb2312": "湖北", "koi8-r": "товаров"}.get(encoding, "£é")
    words = f"<p>Exports {sign} of Hubei rose 4.6 percent, the office said in a report.</p>"
    path = tmp_path / "page.html"
    path.write_bytes(f'<html><head><meta charset="{encoding}"></head><body>{words}</body></html>'.encode(encoding))
    document = load(path)
    assert f"Exports {sign} of Hubei" in document.text and document.remarks == ()


def test_a_page_of_too_many_elements_is_read_line_by_line(tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "MOST_ELEMENTS", 5)
    path = tmp_path / "many.html"
    path.write_text(f"{HEAD}<p>Imports fell 1.2 <b>percent</b>.</p>{FOOT}", "utf-8")
    document = load(path)
    assert "Imports fell 1.2 percent." in document.text and document.remarks == ()
