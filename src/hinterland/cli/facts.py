"""`hinterland facts`: ask a ledger."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from hinterland.cli.language import spoken
from hinterland.cli.leftovers import leftovers

if TYPE_CHECKING:
    from hinterland.ledger.keeping.facts import Asked


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.option("--region", help="An ISO 3166 code or a name: CN-ZJ, Zhejiang, 浙江.")
@click.option("--indicator", help="With or without brackets: exports, exports[product=cars].")
@click.option("--period", help="A year, quarter or month: 2023, 2023-Q1, 2023-11.")
@click.option("--growth", is_flag=True, help="Only growth on the year before.")
@click.option("--levels", is_flag=True, help="Only levels and shares.")
@click.option("--speaker", help="Whose statements: part of a name, customs, Wang Lei.")
@click.option("--best", "only_best", is_flag=True, help="One value of each: best verdict, then latest.")
@click.option("--chart", is_flag=True, help="Draw the best values as bars.")
@click.option("--json", "as_json", is_flag=True, help="Print one fact a line as JSON.")
@click.option("--list", "list_names", is_flag=True, help="List the regions and indicators that the ledger has.")
@click.option("--export", "target", type=click.Path(path_type=Path), help="Write the observations asked for to a file.")
@click.option("--form", help="csv, parquet, sdmx-csv or json-ld; else by the file's suffix.")
def command(
    ledger: Path,
    growth: bool,
    levels: bool,
    only_best: bool,
    chart: bool,
    as_json: bool,
    list_names: bool,
    target: Path | None,
    form: str | None,
    **asked: Unpack[Asked],
) -> None:
    """Ask LEDGER for facts by region, indicator and period; every document's value is a vintage with its verdict."""
    from hinterland.cli.facts_shown import chart as bars
    from hinterland.cli.facts_shown import listing
    from hinterland.ledger.keeping.export import export
    from hinterland.ledger.keeping.facts import best, facts, names

    leftovers(ledger)
    asked["transformation"] = "GY" if growth else "N" if levels else None
    forms = {"--json": as_json, "--chart": chart, "--list": list_names, "--growth": growth, "--levels": levels}
    for one, other in (("--growth", "--levels"), ("--json", "--chart")):
        if forms[one] and forms[other]:
            raise click.UsageError(spoken()("cli.one_of", one=one, other=other))
    if list_names and (only_best or chart or as_json or any(asked.values())):
        raise click.UsageError(spoken()("facts.list_alone"))
    if target is not None:
        if only_best or chart or as_json or list_names:
            raise click.UsageError(spoken()("facts.export_alone"))
        for path in export(ledger, target, form, **asked):
            click.echo(spoken()("cli.wrote", path=path), err=True)
        return
    if list_names:
        for area, name, count in names(ledger):
            click.echo(f"{area}\t{name}\t{count}")
        return
    found = facts(ledger, **asked)
    shown = best(found) if only_best or chart else found
    if as_json:
        for fact in shown:
            click.echo(json.dumps(asdict(fact), default=str, ensure_ascii=False))
    else:
        for line in (bars if chart else listing)(shown, spoken()):
            click.echo(line)
    said = spoken()("facts.count", shown=len(shown), all=len(found)) if found else spoken()("facts.none")
    click.echo(said, err=True)
