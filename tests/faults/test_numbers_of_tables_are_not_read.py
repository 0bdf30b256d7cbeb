import pytest

from hinterland.ledger.documents.source import load

PAGE = """<html><head><title>Trade of Middling</title></head><body><article><h1>Trade of Middling</h1>
<p>Exports of Middling rose 4.6 percent year on year to 312.4 billion yuan in 2022, the customs office said today.</p>
<table><tr><th>Partner</th><th>Value</th></tr>{rows}</table>
<p>Imports of the province fell 1.2 percent to 97.1 billion yuan in the same year, said the office.</p>
</article></body></html>"""


@pytest.mark.parametrize(("count", "found"), [(1, "1 number of a table was"), (3, "3 numbers of tables were")])
def test_numbers_of_tables_are_not_read(tmp_path, count, found):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(rows="<tr><td>ASEAN</td><td>1,300.5</td></tr>" * count), "utf-8")
    document = load(path)
    assert "ASEAN | 1,300.5" in document.text
    assert [str(remark) for remark in document.remarks] == [
        f"{path}: {found} not read; expected a heading with a unit over each column, such as “Exports (billion yuan)”;"
        " write what matters as a sentence"
    ]
