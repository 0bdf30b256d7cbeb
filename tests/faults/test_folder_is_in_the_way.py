"""A folder that exists, and elasticities that do not."""

import pytest

import layouts
from hinterland.errors import InputError
from hinterland.tables.write_folder import write_folder


def test_a_folder_with_files_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError) as raised:
        write_folder(layouts.as_world(layouts.make(("AUS", "USA"), ("c1", "c35"))), tmp_path)
    assert str(raised.value) == (
        f"{tmp_path}: a folder with files in it; expected a new or an empty folder;"
        " name another one, or replace it (--overwrite)"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_thetas_for_some_sectors_only(tmp_path):
    world = layouts.as_world(layouts.make(("AUS", "USA"), ("c1", "c35")))
    with pytest.raises(InputError) as raised:
        write_folder(world, tmp_path / "new", theta={"c1": 8.0})
    assert str(raised.value) == "theta: no theta for c35; expected a theta for each of 2 sectors; add them"
    assert not (tmp_path / "new").exists()
