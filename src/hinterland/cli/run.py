"""`hinterland run`: scenario files, or quick shocks on the command line, and a table of what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.cases import OF_RESULTS, OF_SCENARIOS, ONLY_FROM_BASELINE, elasticities_option
from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hinterland.opened import Economy
    from hinterland.panel import Panel
    from hinterland.result import Result
    from hinterland.scenario.schema import Scenario

NOT_CONVERGED = 3
TABLES = (*OF_RESULTS, *OF_SCENARIOS)
# Option → lever of a scenario. Each may be given several times: --tariff "MEX,USA=0" --tariff "USA,MEX=0".
OPTIONS: dict[str, tuple[str, str]] = {
    "tariff": ("tariff", "IMPORTER[,EXPORTER[,SECTOR]]=RATE"),
    "export-tax": ("export_tax", "IMPORTER[,EXPORTER[,SECTOR]]=RATE; a rebate is negative"),
    "production-tax": ("production_tax", "REGION[,SECTOR]=RATE; support is negative"),
    "trade-cost": ("iceberg_cost", "IMPORTER[,EXPORTER[,SECTOR]]=RATIO"),
    "productivity": ("productivity", "REGION[,SECTOR]=RATIO"),
    "labour": ("labour", "REGION=RATIO"),
    "final-demand": ("final_demand", "REGION[,SECTOR]=RATIO"),
    "transfer": ("transfer", "REGION=MONEY; all transfers add up to zero"),
}


def quick_shocks(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that state shocks by label, one for each lever."""
    for option, (lever, form) in reversed(OPTIONS.items()):
        function = click.option(f"--{option}", lever, multiple=True, metavar="PLACE=SIZE", help=form)(function)
    return function


@click.command("run")
@click.argument("economy")
@click.argument("files", nargs=-1, metavar="[SCENARIO.toml]...")
@quick_shocks
@click.option("--table", type=click.Choice(TABLES), default="regions", show_default=True)
@click.option("--against", metavar="FILE", help="Show the difference to this scenario; `baseline` for none.")
@click.option("--deficit", type=click.Choice(["share", "balanced", "fixed"]), help="What trade deficits do.")
@click.option("--labour-market", type=click.Choice(["mobile", "specific"]), help="May labour change sector?")
@click.option("--inputs", type=click.Choice(["linked", "none"]), help="Are there intermediate inputs?")
@elasticities_option
@click.option("--sort", help="Order rows by this column, largest first.")
@click.option("--rows", type=click.IntRange(min=0), help="Print only the first rows.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
@click.option("--out", metavar="PATH", help="Save every table here: .nc, .parquet (a folder), .csv or .xlsx.")
def command(
    economy: str,
    files: tuple[str, ...],
    table: str,
    against: str | None,
    deficit: str | None,
    labour_market: str | None,
    inputs: str | None,
    elasticities: str | None,
    sort: str | None,
    rows: int | None,
    as_json: bool,
    out: str | None,
    **shocks: tuple[str, ...],
) -> int:
    """Compute what scenarios, or shocks, do to ECONOMY (a folder, or an embedded name).

    With several scenarios a column names each. Shocks: a place is a code, a group of the economy or *; a size is a
    number, or a change with its sign: "+5pp", "-10%". Examples, where MEX and USA are codes of the economy:

    \b
        hinterland run my-economy my-scenario.toml --table ranges
        hinterland run my-economy --deficit balanced --tariff "MEX,USA=0" --tariff "USA,MEX=+5pp"
    """
    from hinterland.cli.names import Names, economy_title
    from hinterland.cli.show_table import print_table
    from hinterland.opened import Economy

    quick = {lever: read_rules(lever, rules) for lever, rules in shocks.items() if rules}
    if quick and files:
        raise click.UsageError(spoken()("cli.file_or_shocks"))
    _check_out(out, files)
    opened = Economy(economy, {"deficit": deficit, "labour": labour_market, "inputs": inputs}, elasticities)
    given: list[Scenario | Mapping[str, Any]] = [opened.read(file) for file in files]
    results, panels = _solved(opened, given or [quick], table, against)
    columns = _stacked(results, panels, as_json)
    if sort is not None:
        columns = _sorted(columns, sort)
    if rows is not None:
        columns = {name: column[:rows] for name, column in columns.items()}
    names = Names.of(opened.baseline, results[0].panel("regions").units, "tax" if table == "revenue" else "line")
    title = names.words("cli.titled", economy=economy_title(opened.baseline, names.words), table=names.table(panels[0]))
    print_table(title, columns, as_json, names=names)
    if out is not None:
        _save(results[0], out, panels[0])
    return 0 if all(result.status.ok for result in results) else NOT_CONVERGED


def _solved(
    opened: Economy, given: list[Scenario | Mapping[str, Any]], table: str, against: str | None
) -> tuple[list[Result], list[Panel]]:
    """Solve every scenario, say how it went, and give the table asked for of each."""
    from hinterland.cli.cases import panel_of, progress

    results, panels = [], []
    with progress(spoken()("run.task")) as tell:
        for done, scenario in enumerate(given):
            tell(done, len(given))
            results.append(opened.solve(scenario))
    for scenario, result in zip(given, results, strict=True):
        _say(result, table)
        panels.append(panel_of(result, table, _against(opened, scenario, against, table)))
    return results, panels


def _check_out(out: str | None, files: tuple[str, ...]) -> None:
    """Refuse what could not be saved before anything is solved."""
    if out is None:
        return
    from pathlib import Path

    from hinterland.results.store import form_of

    form_of(Path(out))
    if len(files) > 1:
        raise click.UsageError(spoken()("cli.one_result"))


def _save(result: Result, out: str, shown: Panel) -> None:
    """Save a result, with the table shown where it is not one of its own (ranges, contributions)."""
    from hinterland.results.store import save_result

    also = [] if shown.name in (*OF_RESULTS, "treasury") else [shown]
    click.echo(spoken()("cli.saved", path=save_result(result, out, also)), err=True)


def _against(opened: Economy, scenario: Scenario | Mapping[str, Any], named: str | None, table: str) -> Result | None:
    """Solve what a scenario is compared with: what the command line names, or else its file."""
    from hinterland.cli.names import title
    from hinterland.scenario.schema import BASELINE

    if named == BASELINE:
        return None
    other = opened.against(scenario) if named is None else opened.read(named)
    if other is None:
        return None
    if table in ONLY_FROM_BASELINE:
        if named is not None:
            raise click.UsageError(spoken()("run.baseline_only", table=table))
        click.echo(spoken()("run.not_against", table=table, other=title(other.title, spoken())), err=True)
        return None
    click.echo(spoken()("run.against", title=title(other.title, spoken())), err=True)
    return opened.solve(other)


def _stacked(results: list[Result], panels: list[Panel], as_json: bool) -> dict[str, Any]:
    """Put the tables of several scenarios under each other, with a first column that names them; data in English."""
    from hinterland.cli.names import title
    from hinterland.locale import words

    said = words() if as_json else spoken()
    if len(panels) == 1:
        return dict(panels[0].columns())
    stacked: dict[str, list[Any]] = {}
    for result, panel in zip(results, panels, strict=True):
        columns = panel.columns()
        count = len(next(iter(columns.values())))
        named = {"scenario": [title(result.scenario.title, said)] * count}  # type: ignore[union-attr]
        for name, column in (named | columns).items():
            stacked.setdefault(name, []).extend(column)
    return stacked


def read_rules(lever: str, given: tuple[str, ...]) -> dict[tuple[str, ...], str | float]:
    """Read all the rules for one lever; a place that stands twice is one too many."""
    rules: dict[tuple[str, ...], str | float] = {}
    for text in given:
        place, size = _rule(text)
        if place in rules:
            raise click.BadParameter(spoken()("run.given_twice", place=",".join(place), lever=lever))
        rules[place] = size
    return rules


def _rule(text: str) -> tuple[tuple[str, ...], str | float]:
    """Read PLACE=SIZE."""
    place, equals, size = text.partition("=")
    if not equals or not place or not size:
        raise click.BadParameter(spoken()("run.not_a_rule", text=repr(text)))
    try:
        amount: str | float = float(size)
    except ValueError:
        amount = size.strip()
    return tuple(label.strip() for label in place.split(",")), amount


def _sorted(columns: dict[str, Any], by: str) -> dict[str, Any]:
    if by not in columns:
        words = spoken()("run.no_column", name=repr(by), columns=", ".join(columns))
        raise click.BadParameter(words, param_hint="--sort")
    order = sorted(range(len(columns[by])), key=lambda row: _size(columns[by][row]))
    return {name: [column[row] for row in order] for name, column in columns.items()}


def _size(value: Any) -> Any:
    """Order numbers by size, largest first, what is no number last; words by the alphabet."""
    if isinstance(value, str):
        return value
    return -abs(value) if value == value else float("inf")


def _say(result: Result, table: str) -> None:
    from hinterland.cli.cases import in_words

    words, solution = spoken(), result.solution
    residual, sentence = f"{solution.residual:.1e}", in_words(result.status)
    click.echo(words("run.residual", sentence=sentence, residual=residual, evaluations=solution.evaluations), err=True)
    if table == "decomposition":
        parts = result.decomposition
        click.echo(words("run.gap", sentence=in_words(parts.status), gap=f"{parts.gap:.1e}"), err=True)
