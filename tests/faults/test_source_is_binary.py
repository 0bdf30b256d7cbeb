import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load


def test_source_is_binary(tmp_path):
    path = tmp_path / "junk.txt"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(InputError) as raised:
        load(path)
    assert str(raised.value) == f"{path}: binary data; expected text, HTML or PDF; convert it to text first"
