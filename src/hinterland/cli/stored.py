"""What `hinterland show` does with a saved result: its words, its tables and its figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from hinterland.locale import Words
    from hinterland.results.record import Record

SUFFIXES = (".nc", ".parquet", ".csv", ".xlsx")


def is_stored(name: str) -> bool:
    """Tell a saved result from an economy by the end of its name."""
    return Path(name).suffix.lower() in SUFFIXES


def show_stored(
    name: str, table: str | None, figure: str | None, out: Path | None, about: str | None, lang: str, as_json: bool
) -> int:
    """Print what a saved result says of itself and one of its tables, or draw one of its figures to a file."""
    from hinterland.results.store import open_result

    record = open_result(name)
    if figure is not None:
        return _draw(record, figure, out, about, lang)
    from hinterland.cli.names import Names
    from hinterland.cli.show_table import print_table
    from hinterland.locale import words

    names = Names.of_record(record)
    if table is None:
        said = _about(record, words() if as_json else names.words)
        print_table(names.words("table.result"), {"key": list(said), "value": list(said.values())}, as_json)
    panel = record.panel(table or "regions")
    print_table(names.table(panel), panel.columns(), as_json, names=names)
    return 0


def _about(record: Record, words: Words) -> dict[str, str]:
    """Say what a saved result is of."""
    from hinterland.cli.names import title_of_record

    kept = record.words
    economy = kept["economy"]
    return {
        "scenario": title_of_record(record, words),
        "economy": (economy.get("title_zh") if words.lang == "zh" else "") or economy["title"],
        "fingerprint": kept["fingerprint"],
        "status": words.of(record.status.sentence),
        "hinterland": kept["hinterland"],
        "tables": " ".join(record.tables),
    }


def _draw(record: Record, figure: str, out: Path | None, about: str | None, lang: str) -> int:
    from hinterland.figures.catalogue import from_record
    from hinterland.figures.save import save_figure

    drawn = from_record(record, figure, lang, about, _tiles(record))
    if out is None:
        out = Path(f"{figure}.html")
    save_figure(drawn, out)
    click.echo(drawn.title_finding)
    click.echo(spoken()("cli.wrote", path=out), err=True)
    return 0


def _tiles(record: Record) -> dict[str, tuple[int, int]] | None:
    """Find the tiles of the economy that ships under the result's fingerprint, if one does."""
    from hinterland.figures.region_tiles import read_tiles
    from hinterland.project import embedded, find, load

    codes = [label["code"] for label in record.words["labels"]["region"]]
    for name in embedded():
        if load(name).fingerprint == record.words["fingerprint"]:
            tiles = read_tiles(find(name), codes)
            return dict(tiles) if tiles else None
    return None
