"""`hinterland init`: a project folder that `hinterland study` can do at once."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.baseline import Baseline
    from hinterland.errors import Problem


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--economy", help="A folder, or an embedded name; the first embedded one where left out.")
@click.option("--home", metavar="REGION", help="The region that the study is about; the economy's first unless named.")
def command(folder: Path, economy: str | None, home: str | None) -> int:
    """Start a project in FOLDER, which must not exist yet.

    It gets folders for documents and scenarios, a first scenario, the JSON schemas, and what to type next, all of it in
    the language of --lang, which is the project's own from then on.
    """
    from hinterland.errors import InputError
    from hinterland.opened import region_is_known
    from hinterland.project import embedded, load

    if folder.exists():
        raise InputError([_folder_exists(folder)])
    name = economy or embedded()[0]
    baseline = load(name)
    region_is_known(home, baseline, "--home")
    _write(folder, _files(folder, name, baseline, home or baseline.regions.codes[0]))
    click.echo(spoken()("init.begin", folder=folder))
    return 0


def _files(folder: Path, economy: str, baseline: Baseline, home: str) -> dict[str, str]:
    """Say what each file of a new project holds."""
    from hinterland.scenario.schema import json_schema as of_scenarios
    from hinterland.study.project_file import json_schema as of_projects

    words = spoken()
    region = baseline.regions.labels[baseline.regions.index(home)]
    # A project names a folder of its own from where it lies, the command line from where it is typed.
    beside = Path(os.path.relpath(economy, folder)).as_posix() if Path(economy).is_dir() else economy
    said = {"folder": folder.name, "economy": economy, "region": region.code, "name": region.name(words.lang)}
    said |= {"typed": shlex.quote(folder.name), "named": shlex.quote(economy)}
    said |= {"title": _quoted(folder.name), "beside": _quoted(beside), "quoted": _quoted(economy)}
    return {
        "README.md": words("init.readme", **said),
        "project.toml": words("init.project", **said),
        "scenarios/first.toml": words("init.scenario", **said),
        "scenario.schema.json": _json(of_scenarios()),
        "project.schema.json": _json(of_projects()),
    }


def _quoted(text: str) -> str:
    """Write a string as TOML does, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write everything into a temporary folder and move it into place."""
    from hinterland.errors import InputError, Problem

    temporary: str | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.")
        (Path(temporary) / "sources").mkdir()
        for name, text in files.items():
            path = Path(temporary) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        Path(temporary).chmod(0o755)  # temporary folders are private, projects are not
        Path(temporary).rename(folder)
    except OSError as error:
        why = error.strerror or str(error)
        remedy = "choose another place, or make room there"
        raise InputError([Problem(f"cannot be written ({why})", str(folder), "a place to write", remedy)]) from None
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _folder_exists(folder: Path) -> Problem:
    from hinterland.errors import Problem

    return Problem("exists already", str(folder), "a new folder", "choose another name", "folder_exists")
