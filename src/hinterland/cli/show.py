"""`hinterland show`: what an economy or a saved result contains, and every default in force."""

from __future__ import annotations

from pathlib import Path

import click

PARTS = ("about", "regions", "sectors", "groups", "levers")


@click.command("show")
@click.argument("economy", metavar="ECONOMY|RESULT")
@click.option("--part", type=click.Choice(PARTS), help="Show one part only.")
@click.option("--sources", is_flag=True, help="Show where each block comes from and what it is worth.")
@click.option("--table", help="Of a saved result: print this table instead of the regions.")
@click.option("--figure", help="Of a saved result: draw this figure (docs/figures.md lists them).")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the figure goes: .html, .svg, .png, .json (Vega-Lite) or .csv (its table).",
)
@click.option("--about", metavar="REGION", help="The region of the figure; the economy's first unless named.")
@click.option("--lang", default="en", show_default=True, help="The language of the figure: en or zh.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(
    economy: str,
    part: str | None,
    sources: bool,
    table: str | None,
    figure: str | None,
    out: Path | None,
    about: str | None,
    lang: str,
    as_json: bool,
) -> int:
    """Show an economy (a folder, or an embedded name) or a saved result (.nc, .parquet, .csv, .xlsx).

    Of an economy: its source, labels, closures, and the levers a scenario has. Of a result: what it is, its tables, and
    its figures.
    """
    from hinterland.cli.stored import is_stored, show_stored

    if is_stored(economy):
        return show_stored(economy, table, figure, out, about, lang, as_json)
    if table or figure or out:
        raise click.UsageError("--table, --figure and --out are for a saved result: `hinterland run … --out result.nc`")
    _show_economy(economy, part, sources, as_json)
    return 0


def _show_economy(economy: str, part: str | None, sources: bool, as_json: bool) -> None:
    from dataclasses import asdict, fields

    from hinterland.cli.show_table import print_table
    from hinterland.economy import system
    from hinterland.economy.settings import Settings
    from hinterland.project import find, load
    from hinterland.scenario.shocks import LEVERS
    from hinterland.tables.provenance import read_provenance

    if sources:
        print_table("Sources", read_provenance(find(economy)).to_dict("list"), as_json)
        return
    baseline = load(economy)
    params = baseline.params
    settings = Settings()
    about = asdict(baseline.description) | {f"closures.{k}": v for k, v in asdict(baseline.closures).items()}
    about |= {f"solver.{field.name}": getattr(settings, field.name) for field in fields(settings)}
    about |= {"repairs, share of world output": baseline.report.share, "fingerprint": baseline.fingerprint}
    M = system.border(params.pi, params.X, params.t)
    home = M.diagonal(axis1=0, axis2=1).sum(axis=0)
    tables = {
        "about": {"key": list(about), "value": [str(value) for value in about.values()]},
        "regions": {
            "region": baseline.regions.codes,
            "en": [label.en for label in baseline.regions.labels],
            "zh": [label.zh for label in baseline.regions.labels],
            "value_added": params.wL.sum(axis=1),
            "exports": M.sum(axis=(0, 2)) - home,
            "imports": M.sum(axis=(1, 2)) - home,
            "deficit": params.D,
        },
        "sectors": {
            "sector": baseline.sectors.codes,
            "en": [label.en for label in baseline.sectors.labels],
            "zh": [label.zh for label in baseline.sectors.labels],
            "theta": params.theta,
            "output": system.sales(M, params.e).sum(axis=0),
        },
        "groups": {
            "group": list(baseline.groups),
            "members": [" ".join(members) for members in baseline.groups.values()],
        },
        "levers": {
            "lever": list(LEVERS),
            "axes": [", ".join(lever.axes) for lever in LEVERS.values()],
            "size": [lever.kind for lever in LEVERS.values()],
        },
    }
    for name in (part,) if part else PARTS:
        print_table(name, tables[name], as_json)
