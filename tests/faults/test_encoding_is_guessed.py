from hinterland.ledger.documents.source import load


def test_encoding_is_guessed(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Kent's exports were worth £14,486m in 2023 – Île-de-France's €92.3 billion.".encode("cp1252"))
    document = load(path)
    assert "£14,486m in 2023 – Île-de-France's €92.3 billion" in document.text
    assert [str(remark) for remark in document.remarks] == [
        f"{path}: bytes that are not UTF-8, read as Windows-1252; expected UTF-8 or GB 18030;"
        " check its £, €, dashes and accents, or save it as UTF-8"
    ]
