"""`hinterland report`: scenarios, or quick shocks, as a report to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hinterland.cli.language import spoken
from hinterland.cli.leftovers import leftovers
from hinterland.cli.run import NOT_CONVERGED, quick_shocks, read_rules

if TYPE_CHECKING:
    from hinterland.report.announced import Announced
    from hinterland.scenario.schema import Scenario

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("report")
@click.argument("economy")
@click.argument("files", nargs=-1, metavar="[SCENARIO.toml]...")
@quick_shocks
@click.option("--out", required=True, type=_FILE, help="The HTML file to write.")
@click.option("--pdf", type=_FILE, help="Write a PDF too.")
@click.option("--sources", type=click.Path(path_type=Path), help="A folder of documents to read and check.")
@click.option("--ledger", type=_FILE, help="A ledger, in place of the documents: see `hinterland keep`.")
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
    sources: Path | None,
    ledger: Path | None,
    about: str | None,
    ranges: bool,
    deficit: str | None,
    labour_market: str | None,
    inputs: str | None,
    **shocks: tuple[str, ...],
) -> int:
    """Write a report on what scenarios, or shocks, do to ECONOMY (a folder, or an embedded name).

    The report is one HTML file that opens anywhere, without a network; shocks are given as to `hinterland run`. With
    documents, or a ledger of them, it says first what was announced and whether the figures hold.
    """
    from hinterland.assess import assess
    from hinterland.atomic import check_place
    from hinterland.cli.cases import progress
    from hinterland.opened import Economy, region_is_known
    from hinterland.project import find
    from hinterland.report.gather import gather
    from hinterland.report.page import html, write_report

    lang = spoken().lang
    quick = {lever: read_rules(lever, rules) for lever, rules in shocks.items() if rules}
    if quick and files:
        raise click.UsageError(spoken()("cli.file_or_shocks"))
    if sources and ledger:
        raise click.UsageError(spoken()("cli.sources_or_ledger"))
    for place in filter(None, (out, pdf)):
        check_place(place)
    opened = Economy(economy, {"deficit": deficit, "labour": labour_market, "inputs": inputs})
    region_is_known(about, opened.baseline)
    given: list[Scenario | Mapping[str, Any]] = [opened.read(file) for file in files]
    told = _announced(sources, ledger, lang)
    with progress(spoken()("report.task")) as tell:
        found = [assess(opened, scenario, ranges=ranges, progress=tell) for scenario in given or [quick]]
    material = gather(opened.baseline, find(economy), found, about, lang, told)
    page = html(material, lang)
    write_report(page, out)
    click.echo(out)
    if pdf is not None:
        from hinterland.report.pdf import write_pdf

        write_pdf(page, pdf)
        click.echo(pdf)
    return 0 if all(one.converged for one in found) else NOT_CONVERGED


def _announced(sources: Path | None, ledger: Path | None, lang: str) -> Announced | None:
    """Read documents into a ledger that lasts as long as it is asked, or ask one that is there."""
    from tempfile import TemporaryDirectory

    from hinterland.report.announced import announced
    from hinterland.study.documents import documents

    if ledger is not None:
        leftovers(ledger)
        return announced(ledger, lang)
    if sources is None:
        return None
    with TemporaryDirectory() as folder:
        read = documents(sources, Path(folder), lambda *_: None)
        for problem in (*read.remarks, *read.unread):
            click.echo(spoken().of(problem), err=True)
        return announced(read.ledger, lang)
