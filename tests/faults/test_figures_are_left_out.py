import pytest

from hinterland.ledger.documents.source import load

PAGE = """<html><head><title>Exports of Hubei rise</title></head><body><article><h1>Exports of Hubei rise</h1>
<p>Exports of Hubei rose 4.6 percent year on year to 312.4 billion yuan in 2022, the customs office said today.</p>
<p>Imports of the province fell 1.2 percent to 97.1 billion yuan in the same year, said the office in its report.</p>
</article><footer>{margin}</footer></body></html>"""


@pytest.mark.parametrize(
    ("margin", "found"),
    [
        ("Bank rate cut to 3.1 percent", "1 figure outside the article (3.1 percent) was"),
        ("Up 3% to $4 million", "2 figures outside the article (3% …) were"),
    ],
)
def test_figures_are_left_out(tmp_path, margin, found):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(margin=margin), "utf-8")
    assert [str(remark) for remark in load(path).remarks] == [
        f"{path}: {found} not read; expected one article; copy that part of the page into a text file if it matters"
    ]


def test_a_margin_that_repeats_the_article_is_no_loss(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(margin="Tel. 020 1234, 14 likes; exports up 4.6 percent"), "utf-8")
    assert load(path).remarks == ()
