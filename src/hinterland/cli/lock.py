"""`hinterland lock`: write what a result depends on, or hold a lock file against what comes out today."""

from __future__ import annotations

from pathlib import Path

import click

DIFFERENT = 1


@click.command("lock")
@click.argument("what", metavar="ECONOMY|LOCKFILE")
@click.argument("scenario", required=False, metavar="[SCENARIO.toml]")
@click.option("--out", type=click.Path(path_type=Path), help="The lock file to write.")
@click.option("--verify", "check", is_flag=True, help="Compute the lock file anew and tell what differs.")
def command(what: str, scenario: str | None, out: Path | None, check: bool) -> int:
    """Lock a scenario: versions, fingerprint of the economy, settings, closures, and the hash of every table.

    \b
        hinterland lock my-economy my-scenario.toml --out run.lock.json
        hinterland lock run.lock.json --verify
    """
    from hinterland.lock import verify, write_lock
    from hinterland.opened import Economy

    if check:
        found = verify(what)
        for difference in found:
            click.echo(difference)
        click.echo(f"{what}: {len(found)} differences" if found else f"{what}: everything is the same", err=True)
        return DIFFERENT if found else 0
    if scenario is None or out is None:
        raise click.UsageError("name an economy, a scenario and --out FILE; or a lock file and --verify")
    opened = Economy(what)
    write_lock(opened.solve(opened.read(scenario)), out)
    click.echo(f"{out}: written", err=True)
    return 0
