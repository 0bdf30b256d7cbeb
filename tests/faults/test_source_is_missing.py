import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load, sources


def test_source_is_missing(tmp_path):
    path = tmp_path / "gone.txt"
    message = (
        f"{path}: no such file or folder; expected a text, HTML or PDF file, a folder, or - for standard input;"
        " check the path"
    )
    for fails in (lambda: load(path), lambda: sources([str(path)])):
        with pytest.raises(InputError) as raised:
            fails()
        assert str(raised.value) == message
