import pytest

from hinterland.ledger.documents.source import load


@pytest.mark.parametrize(
    ("encoding", "name", "broken", "found"),
    [
        ("utf-8", "UTF-8", b"\xff", "1 byte that is not UTF-8"),
        ("utf-8", "UTF-8", b"\xff and \xfe", "2 bytes that are not UTF-8"),
        ("gb18030", "GB 18030", b"\xff", "1 byte that is not GB 18030"),
    ],
)
def test_bytes_are_broken(tmp_path, encoding, name, broken, found):
    path = tmp_path / "torn.txt"
    path.write_bytes("2023年，湖北省出口增长4%，进口增长2%，高于全国平均水平。".encode(encoding) + b" " + broken)
    document = load(path)
    assert "湖北省出口增长4%" in document.text and document.text.endswith("\ufffd")
    assert [str(remark) for remark in document.remarks] == [
        f"{path}: {found}, kept as \ufffd; expected {name} throughout;"
        " look for \ufffd beside figures, or save it again from its origin"
    ]
