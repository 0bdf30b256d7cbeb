"""`hinterland calibrate`: make the exact baseline, report what was repaired, and keep it beside the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken
from hinterland.cli.leftovers import leftovers

if TYPE_CHECKING:
    from hinterland.baseline import RepairReport
    from hinterland.targets.question import Questioned
    from hinterland.targets.target import Target


@click.command("calibrate")
@click.argument("folder")
@click.option("--keep/--no-keep", default=True, help="Write calibrated.npz into FOLDER, so that it opens at once.")
@click.option(
    "--targets", "file", type=click.Path(path_type=Path), help="Meet the published figures of this file (CSV)."
)
@click.option("--facts", "ledger", type=click.Path(path_type=Path), help="Meet the checked facts of this ledger.")
@click.option("--questioned", is_flag=True, help="Also meet what the economy or a wider total speaks against.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the economy that meets them goes.")
@click.option("--overwrite", is_flag=True, help="Replace the folder of --out if it exists.")
@click.option(
    "--rows",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many repairs to print, largest first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print every repair, or target, as JSON, one a line.")
def command(
    folder: str,
    keep: bool,
    file: Path | None,
    ledger: Path | None,
    questioned: bool,
    out: Path | None,
    overwrite: bool,
    rows: int,
    as_json: bool,
) -> int:
    """Calibrate the economy in FOLDER and print its repair report.

    With --targets or --facts, its flows move as little as possible until every figure is met within its interval; the
    economy that comes out is written to --out, and its provenance cites the figures.
    """
    if file or ledger:
        if out is None or (file and ledger):
            raise click.UsageError(spoken()("targets.which"))
        return _meet(folder, _asked(folder, file, ledger, questioned), out, overwrite, as_json)
    if out is not None or questioned or overwrite:
        named = "--out" if out is not None else "--questioned" if questioned else "--overwrite"
        raise click.UsageError(spoken()("targets.no_targets", option=named))
    return _calibrate(folder, keep, rows, as_json)


def _calibrate(folder: str, keep: bool, rows: int, as_json: bool) -> int:
    from hinterland.cli.cases import progress
    from hinterland.cli.show_table import print_table
    from hinterland.project import compile_folder, load

    words = spoken()
    with progress(words("repair.task")):
        baseline = compile_folder(folder) if keep else load(folder)
    report = baseline.report
    shown = report.repairs if as_json else report.repairs[:rows]
    columns = {
        "block": [repair.block for repair in shown],
        "cell": [", ".join(repair.cell) for repair in shown],
        "before": [repair.before for repair in shown],
        "after": [repair.after for repair in shown],
        "pct_of_row": [repair.pct_of_row for repair in shown],
    }
    currency = words.money_unit(baseline.description.currency)
    print_table(words("table.repairs", currency=currency), columns, as_json)
    for line in repairs_in_words(report):
        click.echo(line, err=True)
    click.echo(words("repair.total", share=f"{report.share:.3%}"), err=True)
    return 0


def repairs_in_words(report: RepairReport) -> Iterator[str]:
    """Say what was repaired, a line a block."""
    words = spoken()
    for block, (count, money) in report.by_block().items():
        yield words("repair.line", block=words.of(block), count=count, money=f"{money:.6g}")


def _asked(folder: str, file: Path | None, ledger: Path | None, questioned: bool) -> Sequence[Target]:
    """Read the targets; leave out those that are questioned, and say why, unless they are asked for."""
    from hinterland.errors import InputError
    from hinterland.project import load
    from hinterland.targets.adjust import from_ledger
    from hinterland.targets.file import read_targets
    from hinterland.targets.question import every_target_is_questioned, question

    words = spoken()
    kept: Sequence[Target]
    left: Sequence[Questioned]
    if file is None:
        assert ledger is not None  # one of the two was given
        leftovers(ledger)
        chosen = from_ledger(ledger, folder, questioned)
        kept, left = chosen.targets, chosen.questioned
    else:
        baseline = load(folder)
        given = read_targets(file, baseline)
        kept, left = (given, ()) if questioned else question(baseline, given)
    for row in left:
        about = {"name": row.target.name, "origin": row.target.origin(), "reason": words.of(row.reason)}
        click.echo(words("targets.questioned", **about), err=True)
    if file is not None and not kept:
        raise InputError([every_target_is_questioned(file, len(left))])
    return kept


def _meet(folder: str, targets: Sequence[Target], out: Path, overwrite: bool, as_json: bool) -> int:
    from hinterland.cli.cases import progress
    from hinterland.cli.show_table import print_table
    from hinterland.targets.adjust import adjust

    words = spoken()
    with progress(words("targets.task", count=len(targets))):
        done = adjust(folder, targets, out, overwrite=overwrite)
    columns = {
        "target": [met.target.name for met in done.met],
        "low": [met.target.low for met in done.met],
        "high": [met.target.high for met in done.met],
        "before": [met.before for met in done.met],
        "after": [met.after for met in done.met],
        "source": [met.target.origin() for met in done.met],
    }
    print_table(words("table.targets"), columns, as_json)
    for block in done.report:
        click.echo(words("targets.moved", block=words.of(block.block), share=f"{block.moved_pct:.3f}"), err=True)
    click.echo(words("cli.wrote", path=out), err=True)
    return 0
