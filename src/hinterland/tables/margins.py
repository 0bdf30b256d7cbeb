"""A folder of margins: what is known of a province, to split it out of its country.

    margins.toml     province and rest (code, en, zh), country, unit, method and its parameters
    sectors.csv      sector, output, value_added, exports, imports, final: an empty cell is not known
    totals.csv       name, measure, sectors, partners, value, source: met exactly (empty = all sectors, all partners)
    coverage.csv     optional: name, region, sector, share: how much of a flow counts in the total of that name; shares
                     of either sign and a total of zero state a ratio (one partner's trade is so much of another's)
    technology.csv   optional: input, user, coefficient: the province's own input coefficients, of an earlier year
    cells.csv        optional: inputs, users, value or coefficient (of the users' output): known flows between sectors

Values are in any one unit; `unit` says how many currency units of the economy make one of it.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hinterland.errors import Problems
from hinterland.labels import suggestion

Array = np.ndarray

MEASURES = ("value_added", "exports", "imports", "trade")  # trade: exports and imports together
COLUMNS = ("output", "value_added", "exports", "imports", "final")


class Place(BaseModel):
    """Name the province or what remains of its country."""

    model_config = ConfigDict(extra="forbid")
    code: str
    en: str = ""
    zh: str = ""


class Settings(BaseModel):
    """Hold `margins.toml`; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid")
    province: Place
    rest: Place
    country: str
    unit: float = Field(gt=0)
    method: Literal["charm", "flq", "pooled"] = "charm"
    cross_hauling: float = Field(default=1.0, ge=0)  # multiple of the national share of two-way trade
    flq_delta: float = Field(default=0.3, ge=0, lt=1)
    technology_weight: float = Field(default=0.5, ge=0, le=1)


@dataclass(frozen=True)
class Target:
    """Ask that a measure, over these sectors and partners, be exactly this; a partner counts by its share."""

    name: str
    measure: str
    sectors: tuple[int, ...]
    partners: tuple[int, ...]
    value: float
    share: Array  # [region, sector]


@dataclass(frozen=True)
class Cell:
    """State a known flow from these inputs, together, to these users: in money, or per unit of the users' output."""

    name: str
    inputs: tuple[int, ...]
    users: tuple[int, ...]
    amount: float
    per_output: bool = False

    def value(self, output: Array) -> float:
        """Give the flow in money, where the users make this much."""
        return self.amount * float(output[list(self.users)].sum()) if self.per_output else self.amount


@dataclass(frozen=True)
class Margins:
    """Hold all that is known of a province, in the currency unit; NaN where nothing is known."""

    settings: Settings
    known: dict[str, Array]  # by column of sectors.csv, [sector]
    targets: tuple[Target, ...]
    technology: Array | None  # [input, user]
    cells: tuple[Cell, ...]


def read_margins(
    folder: Path, regions: Sequence[str], sectors: Sequence[str], groups: dict[str, list[str]] | None = None
) -> Margins:
    """Read a folder of margins for an economy with these regions and sectors; all faults are reported at once."""
    problems = Problems()
    settings = read_settings(folder)
    regions_and_groups = {**{code: [code] for code in regions}, **(groups or {})}
    foreign = [place for place, code in enumerate(regions) if code != settings.country]
    reader = _Reader(folder, list(regions), list(sectors), regions_and_groups, problems)
    if settings.country not in regions:
        problems.add(
            f"country {settings.country!r}{suggestion(settings.country, regions)}",
            where=str(folder / "margins.toml"),
            expected="a region of the economy that is split",
            remedy="use its code",
            code="country_is_unknown",
        )
    known = {column: np.full(len(sectors), np.nan) for column in COLUMNS}
    for row in reader.rows("sectors.csv"):
        for place in reader.sectors("sectors.csv", row["sector"])[:1]:
            for column in COLUMNS:
                if row.get(column):
                    known[column][place] = reader.number("sectors.csv", row, column) * settings.unit
    targets = tuple(reader.targets(settings.unit, foreign))
    technology = reader.technology()
    cells = tuple(reader.cells(settings.unit))
    problems.raise_if_any()
    return Margins(settings, known, targets, technology, cells)


def read_settings(folder: Path) -> Settings:
    """Read `margins.toml` alone."""
    path, problems = folder / "margins.toml", Problems()
    try:
        with path.open("rb") as file:
            return Settings(**tomllib.load(file))
    except FileNotFoundError:
        found = "no such file"
        problems.add(
            found,
            where=str(path),
            expected="the settings of the split",
            remedy="write margins.toml (see docs/split.md)",
            code="margins_are_missing",
        )
    except tomllib.TOMLDecodeError as error:
        problems.add(
            str(error), where=str(path), expected="TOML", remedy="correct the line", code="margins_are_not_toml"
        )
    except ValidationError as error:
        for fault in error.errors():
            key = ".".join(str(part) for part in fault["loc"])
            problems.add(
                f"{key}: {fault['msg']}",
                where=str(path),
                expected="the keys of the documentation",
                remedy="correct or remove the key",
                code="margins_key_is_wrong",
            )
    problems.raise_if_any()
    raise AssertionError("unreachable")


@dataclass
class _Reader:
    folder: Path
    region_codes: list[str]
    sector_codes: list[str]
    named: dict[str, list[str]]
    problems: Problems

    def rows(self, name: str) -> list[dict[str, str]]:
        """Read the rows of a file with their line numbers; none where there is no such file."""
        path = self.folder / name
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [dict(row, line=str(line)) for line, row in enumerate(csv.DictReader(file), start=2)]

    def sectors(self, name: str, codes: str) -> list[int]:
        """Give the positions of sectors, codes parted by blanks; note those that are unknown."""
        return self._places(name, codes, self.sector_codes, "sector")

    def partners(self, name: str, codes: str) -> list[int]:
        """Give the positions of regions, groups taken apart; note those that are unknown."""
        named = [member for code in codes.split() for member in self.named.get(code, [code])]
        return self._places(name, " ".join(named), self.region_codes, "region")

    def number(self, name: str, row: dict[str, str], column: str) -> float:
        """Read a cell as a number; note one that is none, and give NaN for it."""
        try:
            return float(row[column].replace(",", ""))
        except (ValueError, KeyError, AttributeError):
            self.problems.add(
                f"{row.get(column)!r}",
                where=f"{self.folder / name}:{row['line']}, column {column!r}",
                expected="a number",
                remedy="leave the cell empty if the figure is not known",
                code="margin_is_not_a_number",
            )
            return np.nan

    def targets(self, unit: float, foreign: list[int]) -> list[Target]:
        """Read the totals, each with the share [region, sector] that it covers; amounts times `unit`."""
        shape = len(self.region_codes), len(self.sector_codes)
        shares: dict[str, Array] = {}
        for row in self.rows("coverage.csv"):
            share = shares.setdefault(row["name"], np.zeros(shape))
            for n in self.partners("coverage.csv", row["region"]):
                for j in self.sectors("coverage.csv", row["sector"]) if row["sector"] else range(shape[1]):
                    share[n, j] = self.number("coverage.csv", row, "share")
        found = []
        for row in self.rows("totals.csv"):
            if row["measure"] not in MEASURES:
                self._measure_is_unknown(row)
                continue
            kinds = self.sectors("totals.csv", row["sectors"]) if row["sectors"] else list(range(shape[1]))
            whom = self.partners("totals.csv", row["partners"]) if row["partners"] else foreign
            share = shares.get(row["name"], np.ones(shape))
            value = self.number("totals.csv", row, "value") * unit
            found.append(Target(row["name"], row["measure"], tuple(kinds), tuple(whom), value, share))
        return found

    def cells(self, unit: float) -> Iterator[Cell]:
        """Read single flows and coefficients; amounts times `unit`, coefficients per unit of output."""
        for row in self.rows("cells.csv"):
            per_output = bool(row.get("coefficient"))
            amount = self.number("cells.csv", row, "coefficient" if per_output else "value")
            inputs, users = (tuple(self.sectors("cells.csv", row[side])) for side in ("inputs", "users"))
            yield Cell(
                f"{row['inputs']} to {row['users']}", inputs, users, amount * (1.0 if per_output else unit), per_output
            )

    def technology(self) -> Array | None:
        """Read input coefficients [input, user], zero where the file is silent; None without the file."""
        rows = self.rows("technology.csv")
        if not rows:
            return None
        coefficients = np.zeros((len(self.sector_codes),) * 2)
        for row in rows:
            for k in self.sectors("technology.csv", row["input"]):
                for j in self.sectors("technology.csv", row["user"]):
                    coefficients[k, j] = self.number("technology.csv", row, "coefficient")
        return coefficients

    def _places(self, name: str, codes: str, valid: list[str], kind: str) -> list[int]:
        unknown = [code for code in codes.split() if code not in valid]
        for code in unknown:
            self.problems.add(
                f"{kind} {code!r}{suggestion(code, valid)}",
                where=str(self.folder / name),
                expected=f"a {kind} of the economy that is split",
                remedy="correct the code",
                code="margin_code_is_unknown",
            )
        return [valid.index(code) for code in codes.split() if code in valid]

    def _measure_is_unknown(self, row: dict[str, Any]) -> None:
        self.problems.add(
            f"measure {row['measure']!r}{suggestion(row['measure'], MEASURES)}",
            where=f"{self.folder / 'totals.csv'}:{row['line']}",
            expected=f"one of {', '.join(MEASURES)}",
            remedy="correct the measure",
            code="measure_is_unknown",
        )
