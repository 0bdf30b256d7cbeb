"""From the data frames that pymrio parses to the arrays of a `WorldTable`."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from hinterland.labels import Axis, Label
from hinterland.tables.readers import extras
from hinterland.tables.readers.publication import Publication, Source
from hinterland.tables.world import Array, WorldTable


def parse(call: Callable[[Any], Any], source: Source, publication: Publication) -> Any:
    """Let pymrio parse a file: `call` gets the library. Whatever it stumbles over becomes an `InputError`.

    Raises `MissingExtraError` without the extra `mrio`.
    """
    pymrio = extras.load("pymrio", f"reading {publication.name}", "mrio")
    logging.getLogger("pymrio").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.PerformanceWarning)
            return call(pymrio)
    except MemoryError:
        raise
    except Exception as error:  # the parsers check nothing: what a wrong file ends in depends on where it is wrong
        reason = (str(error).splitlines() or [""])[0]
        found = f"pymrio could not parse it ({type(error).__name__}: {reason})"
        raise publication.wrong(found, source) from error


def to_world(
    Z: pd.DataFrame,
    Y: pd.DataFrame,
    *,
    value_added: pd.Series,
    taxes: pd.Series | None,
    output: pd.Series | None = None,
    order: Iterable[str] | None = None,
    source: Source,
    publication: Publication,
    year: int,
    notes: Sequence[str] = (),
) -> WorldTable:
    """Put data frames [(region, sector) × (region, sector or category)] in one order and strip them to arrays.

    `order` lists the regions as the publisher does, for parsers that sort them. Without `output`, gross output is the
    sum of sales.
    """
    regions = list(order) if order is not None else _distinct(Z, 0)
    sectors, categories = _distinct(Z, 1), list(dict.fromkeys(Y.columns.get_level_values(1)))
    rows = pd.MultiIndex.from_product([regions, sectors])
    finals = pd.MultiIndex.from_product([regions, categories])
    intermediate, final = _array(Z, rows, rows), _array(Y, rows, finals)
    sales = intermediate.sum(axis=1) + final.sum(axis=1)
    return WorldTable(
        regions=Axis.of("region", regions),
        sectors=Axis("sector", tuple(_label(name) for name in sectors)),
        categories=tuple(str(category) for category in categories),
        Z=intermediate,
        F=final,
        VA=value_added.reindex(rows).to_numpy(dtype=float),
        X=sales if output is None else output.reindex(rows).to_numpy(dtype=float),
        taxes=None if taxes is None else taxes.reindex(rows).to_numpy(dtype=float),
        year=year,
        unit=publication.unit,
        source=f"{publication.name}, {source.name}",
        licence=publication.licence,
        notes=(*notes, "gross output is the sum of sales") if output is None else tuple(notes),
    )


def _label(name: str) -> Label:
    """Make a code of a name: some publishers have only names, and codes have no blanks and no commas."""
    code = re.sub(r"[\s,=*]+", "-", name).strip("-")
    return Label(code, "" if code == name else name)


def _distinct(frame: pd.DataFrame, level: int) -> list[str]:
    return list(dict.fromkeys(frame.index.get_level_values(level)))


def _array(frame: pd.DataFrame, rows: pd.MultiIndex, columns: pd.MultiIndex) -> Array:
    """Order a frame; pairs that the publisher leaves out are zero."""
    if not (frame.index.equals(rows) and frame.columns.equals(columns)):
        frame = frame.reindex(index=rows, columns=columns, fill_value=0.0)
    return frame.to_numpy(dtype=float)
