"""`hinterland calibrate`: make the exact baseline, report what was repaired, and keep it beside the tables."""

from __future__ import annotations

import click


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
    from hinterland.calibrate import repairs_in_words
    from hinterland.cli.show_table import print_table
    from hinterland.project import compile_folder, load

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
    print_table(f"Largest repairs, {baseline.description.currency}", columns, as_json)
    for line in repairs_in_words(report):
        click.echo(line, err=True)
    click.echo(f"repairs move {report.share:.3%} of world output", err=True)
    return 0
