"""`hinterland report`: scenarios, or quick shocks, as a report to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken
from hinterland.cli.run import NOT_CONVERGED, quick_shocks, read_rules

if TYPE_CHECKING:
    from hinterland.scenario.schema import Scenario


@click.command("report")
@click.argument("economy")
@click.argument("files", nargs=-1, metavar="[SCENARIO.toml]...")
@quick_shocks
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The HTML file to write.")
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help="Write a PDF too.")
@click.option(
    "--about", metavar="REGION", help="The region that the report is about; the economy's first unless named."
)
@click.option("--ranges/--no-ranges", default=True, help="Compute how sure each headline is; takes many solves.")
@click.option("--deficit", type=click.Choice(["share", "balanced", "fixed"]), help="What trade deficits do.")
@click.option("--labour-market", type=click.Choice(["mobile", "specific"]), help="May labour change sector?")
@click.option("--inputs", type=click.Choice(["linked", "none"]), help="Are there intermediate inputs?")
def command(
    economy: str,
    files: tuple[str, ...],
    out: Path,
    pdf: Path | None,
    about: str | None,
    ranges: bool,
    deficit: str | None,
    labour_market: str | None,
    inputs: str | None,
    **shocks: tuple[str, ...],
) -> int:
    """Write a report on what scenarios, or shocks, do to ECONOMY (a folder, or an embedded name).

    The report is one HTML file that opens anywhere, without a network; shocks are given as to `hinterland run`.
    """
    from hinterland.cli.cases import Economy, progress
    from hinterland.project import find
    from hinterland.report.gather import gather
    from hinterland.report.page import write_report

    lang = spoken().lang
    quick = {lever: read_rules(lever, rules) for lever, rules in shocks.items() if rules}
    if quick and files:
        raise click.UsageError(spoken()("cli.file_or_shocks"))
    opened = Economy(economy, {"deficit": deficit, "labour": labour_market, "inputs": inputs})
    given: list[Scenario | Mapping[str, Any]] = [opened.read(file) for file in files]
    results = [opened.solve(scenario) for scenario in given or [quick]]
    with progress(spoken()("report.task")) as tell:
        material = gather(results[0].baseline, find(economy), results, about, lang, ranges, tell=tell)
    write_report(material, out, lang)
    click.echo(out)
    if pdf is not None:
        from hinterland.report.pdf import write_pdf

        write_pdf(material, pdf, lang)
        click.echo(pdf)
    return 0 if all(result.status.ok for result in results) else NOT_CONVERGED
