"""`hinterland targets`: which published figures an economy can be held to."""

from __future__ import annotations

from pathlib import Path

import click

from hinterland.cli.language import spoken
from hinterland.cli.leftovers import leftovers


@click.command("targets")
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("economy")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the targets to a CSV file.")
@click.option("--questioned", is_flag=True, help="Keep what the economy or a wider total of the ledger speaks against.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(ledger: Path, economy: str, out: Path | None, questioned: bool, as_json: bool) -> int:
    """Turn facts of LEDGER into targets that ECONOMY (a folder, or an embedded name) can be calibrated to.

    A target is a level or a share of the economy's year, for its own regions, partners and sectors, that no check calls
    wrong; of each total the best verdict counts, then the latest. What contradicts it is named, and every other fact is
    counted by the reason why it is none. `hinterland calibrate ECONOMY --targets FILE --out FOLDER` meets them.
    """
    from hinterland.cli.show_table import print_table
    from hinterland.project import load
    from hinterland.targets.adjust import from_ledger
    from hinterland.targets.file import row, save_targets

    leftovers(ledger)
    words = spoken()
    chosen = from_ledger(ledger, economy, questioned)
    currency = load(economy).description.currency
    rows = [row(target, currency) for target in chosen.targets]
    shown = ("name", "value", "low", "high", "unit", "verdict", "printed", "source") if not as_json else rows[0]
    print_table(words("table.targets"), {name: [cells[name] for cells in rows] for name in shown}, as_json)
    for conflict in chosen.conflicts:
        kept, other = conflict.kept, conflict.left
        click.echo(words("targets.conflict", name=kept.name, kept=kept.origin(), left=other.origin()), err=True)
    for doubted in chosen.questioned:
        about = {"name": doubted.target.name, "origin": doubted.target.origin(), "reason": words.of(doubted.reason)}
        click.echo(words("targets.questioned", **about), err=True)
    for reason, count in chosen.left.items():
        click.echo(words("targets.not_used", count=count, reason=words.of(reason)), err=True)
    if out is not None:
        save_targets(chosen.targets, currency, out)
        click.echo(words("cli.wrote", path=out), err=True)
    return 0
