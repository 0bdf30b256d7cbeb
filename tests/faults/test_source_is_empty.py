import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load


@pytest.mark.parametrize("raw", [b"", b" \n\t\n"])
def test_source_is_empty(tmp_path, raw):
    path = tmp_path / "empty.txt"
    path.write_bytes(raw)
    with pytest.raises(InputError) as raised:
        load(path)
    assert str(raised.value) == f"{path}: nothing but white space; expected a document; leave it out"
