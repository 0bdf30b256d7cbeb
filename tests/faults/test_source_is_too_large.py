import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents import source


def test_source_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "LARGEST", 2**20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a " * 2**20)
    with pytest.raises(InputError) as raised:
        source.load(path)
    assert str(raised.value) == f"{path}: more than 1 MiB; expected one document; split it into documents"
