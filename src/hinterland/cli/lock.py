"""`hinterland lock`: write what results depend on, or hold lock files against what comes out today."""

from __future__ import annotations

from pathlib import Path

import click

from hinterland.cli.language import spoken
from hinterland.cli.stored import is_stored

DIFFERENT = 1
_ENDING = ".lock.json"


@click.command("lock")
@click.argument("what", metavar="ECONOMY|PROJECT|LOCKFILE")
@click.argument("scenario", required=False, metavar="[SCENARIO.toml]")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The lock file to write; of a project, the folder for them."
)
@click.option("--verify", "check", is_flag=True, help="Compute the lock file anew and tell what differs.")
def command(what: str, scenario: str | None, out: Path | None, check: bool) -> int:
    """Lock a scenario, or every scenario of a project (a folder with project.toml): versions, fingerprint of the
    economy, settings, closures, and the hash of every table. The lock files of a project lie in its build folder.

    \b
        hinterland lock my-economy my-scenario.toml --out run.lock.json
        hinterland lock run.lock.json --verify
        hinterland lock my-study
        hinterland lock my-study --verify
    """
    from hinterland.study.project_file import FILE

    if scenario is None and Path(what, FILE).is_file():
        return _verify_project(Path(what), out) if check else _lock_project(Path(what), out)
    if is_stored(what):
        raise click.UsageError(spoken()("lock.of_result", path=what))
    if check:
        return _verify(what)
    if scenario is None or out is None:
        raise click.UsageError(spoken()("lock.usage"))
    return _lock(what, scenario, out)


def _lock(economy: str, scenario: str, out: Path) -> int:
    from hinterland.lock import write_lock
    from hinterland.opened import Economy

    opened = Economy(economy)
    write_lock(opened.solve(opened.read(scenario)), out)
    click.echo(spoken()("cli.written", path=out), err=True)
    return 0


def _verify(lock: str | Path) -> int:
    from hinterland.lock import verify

    words = spoken()
    found = verify(lock)
    for difference in found:
        click.echo(words.of(difference))
    said = words("lock.differences", path=lock, count=len(found)) if found else words("lock.same", path=lock)
    click.echo(said, err=True)
    return DIFFERENT if found else 0


def _lock_project(folder: Path, out: Path | None) -> int:
    """Write a lock file for each scenario, solved as `hinterland study` solves it."""
    from hinterland.cli.cases import progress
    from hinterland.lock import write_lock
    from hinterland.opened import Economy
    from hinterland.study.project_file import read_project

    project, words = read_project(folder), spoken()
    opened = Economy(project.economy, baseline=project.baseline)
    locks = out or project.build / "locks"
    locks.mkdir(parents=True, exist_ok=True)
    with progress(words("lock.task")) as tell:
        for done, (name, scenario) in enumerate(project.scenarios.items()):
            tell(done, len(project.scenarios))
            path = write_lock(opened.solve(scenario), locks / f"{name}{_ENDING}")
            click.echo(words("cli.written", path=path), err=True)
    return 0


def _verify_project(folder: Path, out: Path | None) -> int:
    """Verify the lock file of every scenario; a scenario without one is a difference."""
    from hinterland.cli.cases import progress
    from hinterland.study.project_file import read_project

    project, words = read_project(folder), spoken()
    locks = out or project.build / "locks"
    worst = 0
    with progress(words("lock.task")) as tell:
        for done, name in enumerate(project.scenarios):
            tell(done, len(project.scenarios))
            path = locks / f"{name}{_ENDING}"
            if path.is_file():
                worst = max(worst, _verify(path))
            else:
                click.echo(words("lock.missing", path=path))
                worst = DIFFERENT
    return worst
