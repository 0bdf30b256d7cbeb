"""`hinterland init`: a project folder with a first scenario."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hinterland.baseline import Baseline
    from hinterland.errors import Problem

_README = """# {folder}

Scenarios for the economy `{economy}`. Change `first.toml`, or copy it; one file is one scenario.

    hinterland show {economy}                        what regions, groups and sectors there are
    hinterland check first.toml                      every fault of the file at once
    hinterland run {economy} first.toml              what the scenario does
    hinterland run {economy} first.toml --table ranges    how sure that is
    hinterland compare baseline first.toml           two scenarios side by side

`scenario.schema.json` lets an editor complete and check while you type.
"""

_SCENARIO = """#:schema scenario.schema.json
# One scenario a file. Every size has a unit; an assumed size has a range. The kinds of measures: docs/levers.md
title = {{ en = "A first scenario", zh = "第一个情景" }}
economy = "{economy}"
against = "baseline"

[[measure]]
kind = "market_access"
regions = ["{region}"]  # {name}
partners = ["*"]  # every other region; codes and groups: hinterland show {economy}
size = {{ value = 1, unit = "percent", range = [0.5, 2] }}  # of the cost of delivery
direction = "exports"
from = 2025-01-01
source = "An example: put here who announced it, where and when"
status = "assumed"
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--economy", help="A folder, or an embedded name; the first embedded one where left out.")
def command(folder: Path, economy: str | None) -> int:
    """Start a project in FOLDER, which must not exist yet: a first scenario, its JSON schema, and what to type next."""
    from hinterland.errors import InputError
    from hinterland.project import embedded, load

    if folder.exists():
        raise InputError([_folder_exists(folder)])
    name = economy or embedded()[0]
    _write(folder, name, load(name))
    click.echo(f"{folder}: begin with first.toml; README.md says what to type")
    return 0


def _write(folder: Path, economy: str, baseline: Baseline) -> None:
    """Write everything into a temporary folder and move it into place."""
    import json

    from hinterland.errors import InputError, Problem
    from hinterland.scenario.schema import json_schema

    region = baseline.regions.labels[0]
    files = {
        "README.md": _README.format(folder=folder.name, economy=economy),
        "first.toml": _SCENARIO.format(economy=economy, region=region.code, name=region.name()),
        "scenario.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }
    temporary: str | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.")
        for name, text in files.items():
            (Path(temporary) / name).write_text(text, encoding="utf-8")
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
