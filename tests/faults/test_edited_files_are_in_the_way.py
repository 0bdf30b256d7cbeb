"""Drafting never replaces a file that somebody has worked on, and writes all of its files or none."""

from pathlib import Path

import pytest

from hinterland.cli import main
from hinterland.draft import kept
from hinterland.draft.kept import is_untouched, signed, write_drafts
from hinterland.errors import InputError

FOUND = (
    "a file that was edited since it was drafted, or never was a draft; expected a draft as it was written, or no file"
)
REMEDY = "keep it under another name, draft into another folder (--to), or replace it (--overwrite)"
OLD, NEW = signed("# a\n# b\nc = 1\n"), signed("# a\n# b\nc = 2\n")


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_an_edited_draft_and_a_stranger_are_named_and_nothing_is_written(tmp_path):
    (tmp_path / "a.toml").write_text(OLD + "# mine\n")
    (tmp_path / "b.toml").write_text("title = 'by hand'\n")
    (tmp_path / "c.toml").write_text(OLD)
    before = written(tmp_path)
    with pytest.raises(InputError) as raised:
        write_drafts({tmp_path / f"{name}.toml": NEW for name in "abcd"})
    assert str(raised.value) == (f"{tmp_path / 'a.toml'}: {FOUND}; {REMEDY}\n{tmp_path / 'b.toml'}: {FOUND}; {REMEDY}")
    assert {problem.code for problem in raised.value.problems} == {"edited_files_are_in_the_way"}
    assert written(tmp_path) == before


def test_what_nobody_edited_is_drafted_anew(tmp_path):
    (tmp_path / "a.toml").write_text(OLD)  # drafted from another edition of the ledger
    (tmp_path / "b.toml").write_text("no hash\n")  # byte for byte what would be written
    write_drafts({tmp_path / "a.toml": NEW, tmp_path / "b.toml": "no hash\n"})
    assert written(tmp_path) == {"a.toml": NEW, "b.toml": "no hash\n"}


def test_overwrite_replaces_everything(tmp_path):
    (tmp_path / "a.toml").write_text("mine\n")
    write_drafts({tmp_path / "a.toml": NEW}, overwrite=True)
    assert written(tmp_path) == {"a.toml": NEW}


@pytest.mark.parametrize(
    "edit", [lambda t: t.replace("1", "3"), lambda t: "\n" + t, lambda t: t[:-1], lambda t: "c = 1\n"]
)
def test_every_edit_shows(edit):
    assert is_untouched(OLD.encode()) and not is_untouched(edit(OLD).encode())


def test_bytes_that_are_no_text_are_no_draft():
    assert not is_untouched(b"\xff\xfe")


def test_a_folder_in_the_place_of_a_file_is_in_the_way(tmp_path):
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(InputError) as raised:
        write_drafts({tmp_path / "a.toml": NEW})
    assert str(raised.value) == f"{tmp_path / 'a.toml'}: {FOUND}; {REMEDY}"


def test_a_disk_that_fills_up_leaves_every_file_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "a.toml").write_text(OLD)
    opened = kept.written_whole

    def full(path):
        if path.name == "b.toml":
            raise OSError(28, "No space left on device")
        return opened(path)

    monkeypatch.setattr(kept, "written_whole", full)
    with pytest.raises(InputError) as raised:
        write_drafts({tmp_path / "a.toml": NEW, tmp_path / "b.toml": NEW})
    assert str(raised.value) == (
        f"{tmp_path / 'b.toml'}: cannot be written (No space left on device); expected a place to write;"
        " choose another folder, or make room there"
    )
    assert written(tmp_path) == {"a.toml": OLD}


def called(*words: str) -> int:
    """Run the command line and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([*words])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_the_command_drafts_twice_stops_at_an_edit_and_overwrites_when_told(tmp_path, capsys):
    text = "Shandong plans\n\nDate: 2024-02-02\n\nShandong plans to cut logistics costs by 4 percent.\n"
    (tmp_path / "plan.txt").write_text(text)
    ledger, out = str(tmp_path / "l.duckdb"), str(tmp_path / "out")
    assert called("keep", ledger, str(tmp_path / "plan.txt")) == 0
    assert called("draft", ledger, "--to", out) == called("draft", ledger, "--to", out) == 0
    file = tmp_path / "out" / "plan.toml"
    drafted = file.read_text()
    file.write_text(drafted.replace("0.4", "0.3"))
    capsys.readouterr()
    assert called("draft", ledger, "--to", out) == 1
    assert capsys.readouterr().err == f"{file}: {FOUND}; {REMEDY}\n"
    assert file.read_text() == drafted.replace("0.4", "0.3") != drafted
    assert called("draft", ledger, "--to", out, "--overwrite") == 0
    assert file.read_text() == drafted


def test_a_file_in_place_of_the_folder_is_named_as_such(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError) as caught:
        write_drafts({tmp_path / "notes.txt" / "a.toml": signed("title = 1\n\n")})
    assert str(caught.value) == (
        f"{tmp_path}/notes.txt/a.toml: cannot be written (Not a directory); expected a place to write; "
        "choose another folder, or make room there"
    )
