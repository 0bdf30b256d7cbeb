import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load


def test_page_has_no_text(tmp_path):
    path = tmp_path / "empty.html"
    path.write_text("<!doctype html><html><head><script>load()</script></head><body></body></html>", "utf-8")
    with pytest.raises(InputError) as raised:
        load(path)
    assert str(raised.value) == (
        f"{path}: a page without text; expected a page with text; save the page after its scripts have run"
    )
