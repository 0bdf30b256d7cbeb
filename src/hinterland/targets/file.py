"""Targets as a CSV file, for a reader to look at and to change, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

from hinterland.atomic import written_whole
from hinterland.baseline import Baseline
from hinterland.errors import InputError, Problem, Problems
from hinterland.labels import suggestion
from hinterland.targets.target import MEASURES, OF_TRADE, Scope, Target
from hinterland.units import UnknownRateError, convert

SHARE = "share"
_SCOPE = ("measure", "region", "partners", "sectors")
_WHOLE = tuple(f"of_{name}" for name in _SCOPE)
_NEEDED = ("name", "measure", "region", "value", "unit", "source")
COLUMNS = (
    "name",
    *_SCOPE,
    *_WHOLE,
    "value",
    "low",
    "high",
    "unit",
    "source",
    "published",
    "span",
    "printed",
    "verdict",
)


def to_csv(targets: Sequence[Target], currency: str) -> str:
    """Write targets as CSV, a row each; amounts are in `currency`."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row(target, currency) for target in targets)
    return text.getvalue()


def row(target: Target, currency: str) -> dict[str, Any]:
    """Write a target as the cells of a row."""
    scopes = dict(zip(_SCOPE, _cells(target.scope), strict=True))
    wholes = dict(zip(_WHOLE, _cells(target.whole) if target.whole else [""] * 4, strict=True))
    return {
        "name": target.name,
        **scopes,
        **wholes,
        **{name: float(f"{getattr(target, name):.12g}") for name in ("value", "low", "high")},
        "unit": SHARE if target.whole else currency,
        "source": target.source,
        "published": target.published.isoformat() if target.published else "",
        "span": "{}-{}".format(*target.span) if target.span else "",
        "printed": target.printed,
        "verdict": target.verdict,
    }


def save_targets(targets: Sequence[Target], currency: str, path: Path) -> None:
    """Write targets to a file, whole or not at all."""
    with written_whole(path) as file:
        file.write(to_csv(targets, currency).encode())


def read_targets(path: Path, baseline: Baseline) -> list[Target]:
    """Read targets for an economy; raise `InputError` with every fault of the file.

    A row needs `name, measure, region, value, unit, source`; without `low` and `high` the value is met exactly.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            lines, columns = list(rows), rows.fieldnames or ()
    except OSError as error:
        raise InputError([targets_are_unreadable(path, error.strerror or str(error))]) from None
    except (UnicodeDecodeError, csv.Error):
        raise InputError([targets_are_unreadable(path, "not a CSV file in UTF-8")]) from None
    problems, found = Problems(), []
    if not lines:
        problems.extend([targets_are_unreadable(path, "no row")])
    elif absent := [name for name in _NEEDED if name not in columns]:
        raise InputError([targets_are_unreadable(path, f"no column {', '.join(absent)}")])
    for line, cells in enumerate(lines, start=2):
        faults = list(_faults(cells, f"{path.name}:{line}", baseline))
        problems.extend(faults)
        if not faults:
            found.append(_target(cells, baseline))
    problems.raise_if_any()
    return found


def targets_are_unreadable(path: Path, found: str) -> Problem:
    """Refuse a file that is not there, is empty, or is no CSV."""
    remedy = "write one with `hinterland targets LEDGER ECONOMY --out targets.csv`"
    return Problem(
        found, str(path), f"a CSV file with the columns {', '.join(_NEEDED)}", remedy, "targets_are_unreadable"
    )


def cells_are_missing(cells: dict[str, str], where: str) -> Iterator[Problem]:
    """Find columns that a row needs and leaves empty; a share needs the region of its whole."""
    for name in (*_NEEDED, "of_region") if cells.get("of_measure") else _NEEDED:
        if not (cells.get(name) or "").strip():
            yield Problem(f"no {name}", where, f"the columns {', '.join(_NEEDED)}", "fill it in", "cells_are_missing")


def measure_is_unknown(cells: dict[str, str], where: str) -> Iterator[Problem]:
    """Find measures that are none."""
    for column in ("measure", "of_measure"):
        given = cells.get(column) or ""
        if given and given not in MEASURES:
            found = f"{column} {given!r}{suggestion(given, MEASURES)}"
            yield Problem(found, where, f"one of {', '.join(MEASURES)}", "correct it", "measure_is_unknown")


def target_codes_are_unknown(cells: dict[str, str], where: str, baseline: Baseline) -> Iterator[Problem]:
    """Find regions, groups and sectors that the economy does not have."""
    places = (*baseline.regions.codes, *baseline.groups)
    for column in ("region", "partners", "sectors", "of_region", "of_partners", "of_sectors"):
        kind, valid = ("sector", baseline.sectors.codes) if "sectors" in column else ("region or group", places)
        for code in (cells.get(column) or "").split():
            if code not in valid:
                found = f"{column}: no {kind} {code!r}{suggestion(code, valid)}"
                yield Problem(
                    found,
                    where,
                    f"a {kind} of the economy",
                    "correct it; `hinterland show` lists them",
                    "target_codes_are_unknown",
                )


def interval_is_impossible(cells: dict[str, str], where: str) -> Iterator[Problem]:
    """Find values that are no numbers, or lie outside their own interval."""
    try:
        value, low, high = _interval(cells)
    except ValueError:
        said = ", ".join(f"{name} {cells.get(name)!r}" for name in ("value", "low", "high"))
        yield Problem(said, where, "numbers; low and high may be empty", "correct them", "interval_is_impossible")
        return
    if not -inf < low <= value <= high < inf:
        said = f"{value:g} outside its interval, {low:g} to {high:g}"
        yield Problem(said, where, "low, value and high in this order", "correct them", "interval_is_impossible")


def partners_are_of_no_trade(cells: dict[str, str], where: str) -> Iterator[Problem]:
    """Find partners of a total that has none."""
    for head in ("", "of_"):
        measure, partners = cells.get(f"{head}measure") or "", cells.get(f"{head}partners") or ""
        if partners and measure in MEASURES and measure not in OF_TRADE:
            found = f"{head}partners {partners!r} of {measure}"
            yield Problem(found, where, "partners of trade only", "leave them out", "partners_are_of_no_trade")


def place_is_malformed(cells: dict[str, str], where: str) -> Iterator[Problem]:
    """Find days and spans that are written otherwise than the ledger writes them."""
    for column, read, shape in (("published", date.fromisoformat, "2023-01-20"), ("span", _span, "17-33")):
        given = cells.get(column) or ""
        try:
            read(given) if given else None
        except ValueError:
            yield Problem(
                f"{column} {given!r}", where, f"{shape}, say, or nothing", "write it so", "place_is_malformed"
            )


def unit_does_not_convert(cells: dict[str, str], where: str, baseline: Baseline) -> Iterator[Problem]:
    """Find units that are neither a share of something nor money with a mean rate of the year."""
    unit, about = (cells.get("unit") or "").strip(), baseline.description
    if cells.get("of_measure"):
        if unit != SHARE:
            said = f"the unit {unit!r} of a share"
            yield Problem(
                said,
                where,
                f"{SHARE}, a fraction of 1",
                f"write {SHARE}, or leave of_measure empty",
                "unit_does_not_convert",
            )
        return
    try:
        convert(1.0, unit, about.currency, about.year)
    except (UnknownRateError, ValueError):
        said = f"the unit {unit!r} of an amount"
        expected = f"money that has a mean rate to {about.currency} in {about.year}"
        yield Problem(said, where, expected, f"give the value in {about.currency}", "unit_does_not_convert")


def _faults(cells: dict[str, str], where: str, baseline: Baseline) -> Iterator[Problem]:
    missing = list(cells_are_missing(cells, where))
    yield from missing
    if not missing:
        yield from measure_is_unknown(cells, where)
        yield from target_codes_are_unknown(cells, where, baseline)
        yield from partners_are_of_no_trade(cells, where)
        yield from interval_is_impossible(cells, where)
        yield from place_is_malformed(cells, where)
        yield from unit_does_not_convert(cells, where, baseline)


def _target(cells: dict[str, str], baseline: Baseline) -> Target:
    about, whole = baseline.description, _scope(cells, "of_") if cells.get("of_measure") else None
    rate = 1.0 if whole else convert(1.0, cells["unit"].strip(), about.currency, about.year)
    value, low, high = (rate * number for number in _interval(cells))
    day, span = cells.get("published"), cells.get("span")
    return Target(
        name=cells["name"].strip(),
        scope=_scope(cells),
        value=value,
        low=low,
        high=high,
        source=cells["source"].strip(),
        whole=whole,
        published=date.fromisoformat(day) if day else None,
        span=_span(span) if span else None,
        printed=cells.get("printed") or "",
        verdict=cells.get("verdict") or "",
    )


def _scope(cells: dict[str, str], head: str = "") -> Scope:
    measure, region, partners, sectors = ((cells.get(head + name) or "").strip() for name in _SCOPE)
    return Scope(measure, region, tuple(partners.split()), tuple(sectors.split()))


def _interval(cells: dict[str, str]) -> tuple[float, float, float]:
    value = float(cells["value"])
    low, high = (float(cells[name]) if (cells.get(name) or "").strip() else value for name in ("low", "high"))
    return value, low, high


def _span(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    return int(start), int(end)


def _cells(scope: Scope) -> list[str]:
    return [scope.measure, scope.region, " ".join(scope.partners), " ".join(scope.sectors)]
