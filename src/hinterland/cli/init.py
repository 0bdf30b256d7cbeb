"""`hinterland init`: a study's folder with a first scenario."""

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

A study on the economy `{economy}`. Put documents into `sources/` (text, HTML or PDF). Change `scenarios/first.toml`,
or copy it: one file is one scenario.

    hinterland study {folder}                                 everything: documents, ledger, scenarios, table, report
    hinterland show {economy}                                 what regions, groups and sectors there are
    hinterland check {folder}/scenarios/first.toml            every fault of the file at once
    hinterland run {economy} {folder}/scenarios/first.toml    what the scenario does, table by table
    hinterland audit {folder}/sources                         whether the documents' figures hold

`project.toml` names the economy and the region that the study is about. The report lies in `build/report.html`;
`build/` may be deleted at any time. `scenario.schema.json` lets an editor complete and check while you type.
"""

_PROJECT = """# What the study is about. Every key: hinterland schema project
title = {{ en = "What would it do?", zh = "会有什么效果？" }}
economy = {economy}
home = {region}  # {name}
language = "en"  # of tables and report; zh for Chinese
"""

_SCENARIO = """#:schema ../scenario.schema.json
# One scenario a file. Every size has a unit; an assumed size has a range. The kinds of measures: docs/levers.md
title = {{ en = "A first scenario", zh = "第一个情景" }}
economy = {economy}
against = "baseline"

[[measure]]
kind = "market_access"
regions = [{region}]  # {name}
partners = ["*"]  # every other region; codes and groups: hinterland show
size = {{ value = 1, unit = "percent", range = [0.5, 2] }}  # of the cost of delivery
direction = "exports"
from = 2025-01-01
source = "An example: put here who announced it, where and when"
status = "assumed"
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--economy", help="A folder, or an embedded name; the first embedded one where left out.")
@click.option("--home", metavar="REGION", help="The region that the study is about; the economy's first unless named.")
def command(folder: Path, economy: str | None, home: str | None) -> int:
    """Start a study in FOLDER, which must not exist yet: its project file, a first scenario, and what to type next."""
    from hinterland.errors import InputError
    from hinterland.project import embedded, find, load, name_of
    from hinterland.report.gather import about_is_known

    if folder.exists():
        raise InputError([_folder_exists(folder)])
    name = economy or embedded()[0]
    baseline = load(name)
    about_is_known(home, baseline, "--home")
    _write(folder, name_of(find(name)), baseline, home or baseline.regions.codes[0])
    click.echo(f"{folder}: begin with scenarios/first.toml; README.md says what to type")
    return 0


def _write(folder: Path, economy: str, baseline: Baseline, home: str) -> None:
    """Write everything into a temporary folder and move it into place."""
    import json

    from hinterland.errors import InputError, Problem
    from hinterland.scenario.schema import json_schema

    region = baseline.regions.labels[baseline.regions.index(home)]
    quoted = {"economy": json.dumps(economy), "region": json.dumps(home), "name": region.name()}
    files = {
        "README.md": _README.format(folder=folder.name, economy=economy),
        "project.toml": _PROJECT.format(**quoted),
        "scenarios/first.toml": _SCENARIO.format(**quoted),
        "scenario.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }
    temporary: str | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.")
        for below in ("sources", "scenarios"):
            (Path(temporary) / below).mkdir()
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
