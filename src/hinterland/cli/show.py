"""`hinterland show`: what an economy or a saved result contains, and every default in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken
from hinterland.locale import LANGUAGES

if TYPE_CHECKING:
    from hinterland.baseline import Baseline
    from hinterland.locale import Words

PARTS = ("about", "regions", "sectors", "groups", "levers")
Columns = dict[str, Any]


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
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(
    economy: str,
    part: str | None,
    sources: bool,
    table: str | None,
    figure: str | None,
    out: Path | None,
    about: str | None,
    as_json: bool,
) -> int:
    """Show an economy (a folder, or an embedded name) or a saved result (.nc, .parquet, .csv, .xlsx).

    Of an economy: its source, labels, closures, and the levers a scenario has. Of a result: what it is, its tables, and
    its figures.
    """
    from hinterland.cli.stored import is_stored, show_stored

    if is_stored(economy):
        return show_stored(economy, table, figure, out, about, spoken().lang, as_json)
    if table or figure or out:
        raise click.UsageError(spoken()("show.saved_only"))
    _show_economy(economy, part, sources, as_json)
    return 0


def _show_economy(economy: str, part: str | None, sources: bool, as_json: bool) -> None:
    from hinterland.cli.names import Names
    from hinterland.cli.show_table import print_table
    from hinterland.project import find, load
    from hinterland.tables.provenance import read_provenance

    if sources:
        print_table(spoken()("table.sources"), read_provenance(find(economy)).to_dict("list"), as_json)
        return
    baseline = load(economy)
    names = Names.of(baseline)
    tables = {"about": _about(baseline), **_places(baseline), "groups": _groups(baseline), "levers": _levers()}
    if not as_json:
        tables = _to_read(tables, names.words)
    for name in (part,) if part else PARTS:
        print_table(names.words(f"table.{name}"), tables[name], as_json, names=names)


def _about(baseline: Baseline) -> Columns:
    """State where the economy comes from, and every default in force."""
    from dataclasses import asdict, fields

    from hinterland.economy.settings import Settings

    settings = Settings()
    about = asdict(baseline.description) | {f"closures.{k}": v for k, v in asdict(baseline.closures).items()}
    about |= {f"solver.{field.name}": getattr(settings, field.name) for field in fields(settings)}
    about |= {"elasticity sets": " ".join(baseline.thetas)}
    about |= {"repairs, share of world output": baseline.report.share, "fingerprint": baseline.fingerprint}
    return {"key": list(about), "value": [str(value) for value in about.values()]}


def _places(baseline: Baseline) -> dict[str, Columns]:
    """List regions and sectors with their names and sizes."""
    from hinterland.economy import system

    params = baseline.params
    M = system.border(params.pi, params.X, params.t)
    home = M.diagonal(axis1=0, axis2=1).sum(axis=0)
    regions = {
        "region": baseline.regions.codes,
        "en": [label.en for label in baseline.regions.labels],
        "zh": [label.zh for label in baseline.regions.labels],
        "value_added": params.wL.sum(axis=1),
        "exports": M.sum(axis=(0, 2)) - home,
        "imports": M.sum(axis=(1, 2)) - home,
        "deficit": params.D,
    }
    sectors = {
        "sector": baseline.sectors.codes,
        "en": [label.en for label in baseline.sectors.labels],
        "zh": [label.zh for label in baseline.sectors.labels],
        "theta": params.theta,
        "output": system.sales(M, params.e).sum(axis=0),
    }
    return {"regions": regions, "sectors": sectors}


def _groups(baseline: Baseline) -> Columns:
    groups = baseline.groups
    return {"group": list(groups), "members": [" ".join(members) for members in groups.values()]}


def _levers() -> Columns:
    from hinterland.scenario.levers import LEVERS

    return {
        "lever": list(LEVERS),
        "axes": [", ".join(lever.axes) for lever in LEVERS.values()],
        "size": [lever.kind for lever in LEVERS.values()],
    }


def _to_read(tables: dict[str, Columns], words: Words) -> dict[str, Columns]:
    """Leave names in the other language to data: those in the reader's own stand beside the codes."""
    about = dict(zip(tables["about"]["key"], tables["about"]["value"], strict=True))
    in_chinese = about.pop("title_zh")
    if words.lang == "zh":
        about["title"] = in_chinese or about["title"]
        about["currency"] = words.money_unit(about["currency"])
        about |= {key: words.named("report.word", said) for key, said in about.items() if key.startswith("closures.")}
    for name in ("regions", "sectors"):
        tables[name] = {key: column for key, column in tables[name].items() if key not in LANGUAGES}
    return tables | {"about": {"key": list(about), "value": list(about.values())}}
