from hinterland.ledger.documents import pdfs
from hinterland.ledger.documents.source import load
from printed import pdf_of


def test_pages_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(pdfs, "LARGEST_TEXT", 2**20)
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of([["Exports rose."], ["x" * 2**20], ["Imports fell."]]))
    document = load(path)
    assert document.text.startswith("Exports rose.") and "Imports" not in document.text
    assert [str(remark) for remark in document.remarks] == [
        f"{path}: more than 1 MiB of text: 1 of 3 pages were not read; expected one document; split it into documents"
    ]
