"""Projects with something wrong in them."""

from pathlib import Path

import pytest

from faults.small_economy import write
from hinterland.errors import InputError
from hinterland.study.project_file import read_project

PROJECT = 'title = "T"\neconomy = "valleys"\nhome = "AA"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project that is in order but for its file, which each test writes."""
    for name in ("sources", "scenarios"):
        (tmp_path / name).mkdir()
    (tmp_path / "scenarios" / "rest.toml").write_text('title = "At rest"\n', encoding="utf-8")
    write(tmp_path / "valleys")
    (tmp_path / "project.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def faults(project: Path):
    """Give the messages that the project is refused with; a path inside it is shown from its folder."""

    def found(text: str | None = None) -> list[str]:
        if text is not None:
            (project / "project.toml").write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as raised:
            read_project(project)
        return str(raised.value).replace(f"{project}/", "").splitlines()

    return found
