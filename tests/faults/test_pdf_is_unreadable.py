import io

import pytest
from pypdf import PdfWriter

from hinterland.errors import InputError
from hinterland.ledger.documents.source import load


def test_pdf_is_unreadable(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing that a reader could follow")
    with pytest.raises(InputError) as raised:
        load(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: a PDF that cannot be read (")
    assert message.endswith("); expected a PDF with text; save it again, or convert it to text")


def test_pdf_has_no_text(tmp_path):
    page = PdfWriter()
    page.add_blank_page(width=100, height=100)
    raw = io.BytesIO()
    page.write(raw)
    path = tmp_path / "scan.pdf"
    path.write_bytes(raw.getvalue())
    with pytest.raises(InputError) as raised:
        load(path)
    assert str(raised.value) == (
        f"{path}: a PDF without text; expected a PDF with text; run text recognition on it first"
    )
