"""A file that the system does not let anybody read is named, and the others of the same call are read all the same."""

from pathlib import Path

from hinterland.ledger.collect import collect


def test_source_is_closed(tmp_path, monkeypatch):
    for name in ("closed", "open"):
        (tmp_path / f"{name}.txt").write_text("In 2022 exports of Zhejiang were 3.4 trillion yuan.")
    opened = Path.open

    def guarded(path, *arguments, **options):
        if path.stem == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", guarded)
    told: list[str] = []
    names = [str(tmp_path / f"{name}.txt") for name in ("closed", "open")]
    assert [name for name, _ in collect(names, told.append)] == names[1:]
    assert told == [f"{names[0]}: Permission denied; expected a file that may be read; leave it out, or ask for it"]
