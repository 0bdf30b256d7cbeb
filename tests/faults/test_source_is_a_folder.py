import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load


def test_source_is_a_folder(tmp_path):
    with pytest.raises(InputError) as raised:
        load(tmp_path)
    assert str(raised.value) == (
        f"{tmp_path}: a folder; expected one document; pass its files, or use `hinterland read`"
    )
