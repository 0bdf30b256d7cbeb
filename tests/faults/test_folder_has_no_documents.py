import pytest

from hinterland.errors import InputError
from hinterland.ledger.documents.source import sources

EXPECTED = (
    "expected files that end in .htm, .html, .md, .pdf, .text, .txt, .xhtml; save the documents as text, HTML or PDF"
)


@pytest.mark.parametrize(("names", "found"), [((), "read"), (("a.csv", "b.docx"), "read, only .csv, .docx")])
def test_folder_has_no_documents(tmp_path, names, found):
    for name in names:
        (tmp_path / name).write_text("Exports rose 3 percent.")
    with pytest.raises(InputError) as raised:
        sources([str(tmp_path)])
    assert str(raised.value) == f"{tmp_path}: no file that can be {found}; {EXPECTED}"
