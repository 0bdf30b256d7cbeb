"""`hinterland calibrate`: make the exact baseline, report what was repaired, and keep it beside the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.baseline import RepairReport


@click.command("calibrate")
@click.argument("folder")
@click.option("--keep/--no-keep", default=True, help="Write calibrated.npz into FOLDER, so that it opens at once.")
@click.option(
    "--rows",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many repairs to print, largest first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print every repair as JSON, one a line.")
def command(folder: str, keep: bool, rows: int, as_json: bool) -> int:
    """Calibrate the economy in FOLDER and print its repair report."""
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
