"""An economy's folder, adjusted to targets and written as another folder that cites them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import lazy_loader

from hinterland.baseline import Baseline
from hinterland.project import COMPILED, compile_folder, find, load
from hinterland.tables.accounts import Accounts, to_frames
from hinterland.tables.concordance import read_concordance
from hinterland.tables.folder import read_folder, table_path
from hinterland.tables.provenance import COLUMNS, read_provenance
from hinterland.tables.save import check_folder, save
from hinterland.tables.schema import EconomyFile
from hinterland.targets.book import Book
from hinterland.targets.choose import Chosen, choose
from hinterland.targets.file import to_csv
from hinterland.targets.meet import Adjusted, Met, meet
from hinterland.targets.target import Target

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")

TARGETS = "targets.csv"
_MADE = ("trade", "inputs", "final", "production", "provenance")


def from_ledger(ledger: Path, economy: str | Path, all_: bool = False) -> Chosen:
    """Take from a ledger the targets of the economy in a folder, or the embedded one of that name.

    Questioned ones are left out, unless `all_` asks for them.
    """
    baseline = _with_deficits(economy)
    return choose(ledger, baseline, read_concordance(find(economy), baseline.sectors.codes), all_)


def adjust(
    economy: str | Path,
    targets: Sequence[Target],
    folder: Path,
    *,
    form: Literal["parquet", "csv"] = "parquet",
    overwrite: bool = False,
) -> Adjusted:
    """Balance an economy to targets and write it to `folder`, each with its line of provenance and its row of CSV.

    Trade, inputs, final demand and production are those that meet the targets; every other table is taken over.
    Raises `InputError` where the targets cannot be met together, or something is in the way.
    """
    check_folder(folder, overwrite)
    home = find(economy)
    described, _ = read_folder(home)
    baseline = _with_deficits(economy)
    done = meet(baseline, targets)
    frames, texts = _taken_over(home)
    frames |= _tables(done.book) | {"provenance": _provenance(home, described, done.met)}
    texts |= {TARGETS: to_csv(targets, described.currency)}
    source = f"{described.source}; adjusted to {len(targets)} published figures, see {TARGETS}"
    save(folder, described.model_copy(update={"source": source}), frames, form, overwrite, texts)
    compile_folder(folder)
    return done


def _with_deficits(economy: str | Path) -> Baseline:
    """Open an economy as its tables state it: with the trade deficits of the year, whatever its closure."""
    baseline = load(economy)
    if baseline.closures.deficit != "balanced":
        return baseline
    return load(economy, replace(baseline.closures, deficit="share"))


def _tables(book: Book) -> dict[str, pd.DataFrame]:
    """Write the flows as the tables of a folder; production taxes stay."""
    params, axes = book.baseline.params, (book.baseline.regions.codes, book.baseline.sectors.codes)
    accounts = Accounts(*axes, book.trade, params.t, params.e, book.inputs, book.final, book.value_added)
    frames = to_frames(accounts)
    frames["production"]["production_tax"] = params.o.ravel()
    return frames


def _taken_over(home: Path) -> tuple[dict[str, pd.DataFrame], dict[str, str]]:
    """Read what the folder holds beside the tables that are made anew."""
    others = [path for path in sorted(home.iterdir()) if path.is_file() and path.stem not in _MADE]
    frames = {path.stem: pd.read_parquet(path) for path in others if path.suffix == ".parquet"}
    left_out = (COMPILED, "economy.toml", TARGETS)
    texts = {
        path.name: path.read_text(encoding="utf-8", errors="replace")
        for path in others
        if path.suffix in (".csv", ".md", ".toml") and path.name not in left_out
    }
    return frames, texts


def _provenance(home: Path, described: EconomyFile, met: Sequence[Met]) -> pd.DataFrame:
    """Add a line for each target to what the folder says of its blocks."""
    rows = [
        {
            "block": f"total: {one.target.name}",
            "regions": one.target.scope.region,
            "status": "observed",
            "source": one.target.origin(),
            "note": f"asked for {one.target.low:,.6g} to {one.target.high:,.6g}, met at {one.after:,.6g}; "
            f"{one.before:,.6g} before balancing",
        }
        for one in met
    ]
    if table_path(home, "provenance") is None:
        whole = {"block": "all tables", "regions": "all", "status": "balanced", "source": described.source}
        return pd.DataFrame([whole | {"note": "moved as little as the targets below ask for"}, *rows], columns=COLUMNS)
    return pd.concat([read_provenance(home), pd.DataFrame(rows, columns=COLUMNS)], ignore_index=True)
