"""`hinterland draft`: turn a ledger's measures into scenario files."""

from __future__ import annotations

from pathlib import Path

import click

from hinterland.cli.language import spoken
from hinterland.cli.leftovers import leftovers


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path("scenarios"), show_default=True)
@click.option(
    "--economy",
    help="Write the codes of this economy: a folder, or an embedded name. Default: the only one that ships.",
)
@click.option("--overwrite", is_flag=True, help="Replace files of the same names even where they were edited.")
def command(ledger: Path, folder: Path, economy: str | None, overwrite: bool) -> None:
    """Write a scenario file for each document of LEDGER that announces something computable.

    Sizes are as stated where the text states them; elsewhere they are assumed, with a range and a reason. What the
    economy has no place or sector for stands in the file as a comment. Each file passes `hinterland check`.

    Drafting again rewrites what nobody edited; where it would replace anything else it stops and writes nothing.
    """
    from hinterland.draft.files import draft
    from hinterland.project import embedded, load

    if economy is None:
        shipped = embedded()
        if len(shipped) != 1:
            raise click.UsageError(spoken()("draft.which", names=", ".join(shipped)))
        (economy,) = shipped
    leftovers(ledger)
    drafts = draft(ledger, folder, load(economy), economy, overwrite)
    for path in drafts.files:
        click.echo(str(path))
    words = spoken()
    for doc, reasons in drafts.left.items():
        why = words("draft.and").join(words.of(reason) for reason in reasons)
        click.echo(words("draft.no_file", doc=doc, why=why), err=True)
