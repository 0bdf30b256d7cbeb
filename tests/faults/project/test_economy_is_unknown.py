"""A name that is neither a folder nor an economy that ships with the package."""

import pytest

from hinterland import project
from hinterland.errors import InputError


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """Put one economy on the shelf."""
    (tmp_path / "highlands").mkdir()
    (tmp_path / "highlands" / "economy.toml").touch()
    monkeypatch.setattr(project, "_shelf", lambda: tmp_path)


def test_the_nearest_one_is_offered(shelf):
    with pytest.raises(InputError) as raised:
        project.load("higlands")
    assert str(raised.value) == (
        "higlands: no such folder (did you mean 'highlands'?); expected a folder with economy.toml, or an economy that"
        " ships with hinterland: highlands; check the path, relative to where you are"
    )


def test_without_a_shelf_only_folders_count(monkeypatch):
    monkeypatch.setattr(project, "_shelf", lambda: None)
    with pytest.raises(InputError) as raised:
        project.load("nowhere")
    assert str(raised.value) == (
        "nowhere: no such folder; expected a folder with economy.toml; check the path, relative to where you are"
    )
