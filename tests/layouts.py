"""A made-up world of three regions and two industries, and the publishers' layouts that it is written in.

Every writer follows its publisher's file cell by cell; only the number of regions and sectors is smaller.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import openpyxl

import xlsb
from hinterland.labels import Axis
from hinterland.tables.world import WorldTable

CATEGORIES = 5
EXIO_METADATA = '{"description": "", "history": [], "name": "EXIO3", "system": "ixi", "version": "3.8.2"}'
WIOD_UNIT = ("(industry-by-industry)", "(millions of US$)")


@dataclass(frozen=True)
class Miniature:
    """Hold a balanced world: rows and columns add up to `X`."""

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    Z: np.ndarray
    F: np.ndarray
    VA: np.ndarray
    X: np.ndarray
    taxes: np.ndarray
    margins: np.ndarray

    @property
    def industries(self) -> list[tuple[str, str]]:
        return [(region, sector) for region in self.regions for sector in self.sectors]


def make(
    regions: tuple[str, ...],
    sectors: tuple[str, ...],
    *,
    margins: bool = True,
    categories: int = CATEGORIES,
    parts: tuple[str, ...] = (),
    whole: str = "",
) -> Miniature:
    """Draw a world whose accounts close to the last bit of a sum; one stock is run down.

    Where the region `whole` is split into `parts`, it has no industries and they have no final demand.
    """
    draw = np.random.default_rng(7)
    n = len(regions) * len(sectors)
    Z = draw.integers(1, 90, (n, n)).astype(float)
    F = draw.integers(200, 900, (n, len(regions) * categories)).astype(float)
    F[0, -1] = -350.0
    for k, region in enumerate(regions):
        industries = slice(k * len(sectors), (k + 1) * len(sectors))
        if region == whole:
            Z[industries], Z[:, industries], F[industries] = 0.0, 0.0, 0.0
        if region in parts:
            F[:, k * categories : (k + 1) * categories] = 0.0
    X = Z.sum(axis=1) + F.sum(axis=1)
    taxes = np.round(0.03125 * X)
    extra = np.round(0.015625 * X) if margins else np.zeros(n)
    return Miniature(regions, sectors, Z, F, X - Z.sum(axis=0) - taxes - extra, X, taxes, extra)


def as_world(drawn: Miniature) -> WorldTable:
    """Give a drawn world as if a reader had read it."""
    return WorldTable(
        regions=Axis.of("region", drawn.regions),
        sectors=Axis.of("sector", drawn.sectors),
        categories=tuple(f"Final {k}" for k in range(drawn.F.shape[1] // len(drawn.regions))),
        Z=drawn.Z,
        F=drawn.F,
        VA=drawn.VA,
        X=drawn.X,
        taxes=drawn.taxes,
        margins=drawn.margins,
        year=2020,
        unit="million USD",
        source="a drawn world",
        licence="public domain",
    )


def save(rows: list[list], path: Path, sheet: str, *others: str) -> Path:
    """Write rows of cells as the first sheet of a workbook, binary or not by the file's name."""
    if path.suffix == ".xlsb":
        return xlsb.save(rows, path, sheet)
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for name in others:
        book.create_sheet(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def sheet_rows(
    world: Miniature,
    titles: list[str | None],
    codes: list[str | None],
    numbers: list[str],
    final: list[tuple[str, str, str]],
    under: list[tuple[str, str, str, str, np.ndarray]],
    total: tuple[str, str, str, str],
    row_numbers: list[str] | None = None,
) -> list[list]:
    """Lay a world out as WIOD does.

    `titles` stand in the first column, beside the labels in the end. `codes` and `numbers` label the industries,
    `final` the categories (code, name, number), `under` the rows below (code, name, region, number, values by
    industry), `total` the last column from top to bottom; `row_numbers` where rows are not numbered as columns are.
    """
    n, j = len(world.regions), len(world.sectors)
    names = [f"Industry {sector}" for sector in world.sectors]
    heads = [
        [*codes * n, *[item[0] for item in final] * n, total[0]],
        [*names * n, *[item[1] for item in final] * n, total[1]],
        [*[r for r in world.regions for _ in range(j)], *[r for r in world.regions for _ in final], total[2]],
        [*numbers * n, *[item[2] for item in final] * n, total[3]],
    ]
    down = row_numbers or numbers
    labels = [[codes[k % j], names[k % j], region, down[k % j]] for k, (region, _) in enumerate(world.industries)]
    heads = heads if any(codes) else heads[1:]
    beside = titles[len(titles) - len(heads) :]
    top = [[title] for title in titles[: -len(heads)]]
    top += [[title, None, None, None, *head] for title, head in zip(beside, heads, strict=True)]
    middle = [[*label, *world.Z[k], *world.F[k], world.X[k]] for k, label in enumerate(labels)]
    bottom = [[*row[:4], *row[4], *([0.0] * len(world.F[0])), row[4].sum()] for row in under]
    return top + middle + bottom


def tot_rows(world: Miniature, last: str) -> list[tuple]:
    """Give the rows under the industries as in 2013: no code, name, region, number, values by industry."""
    part = world.margins / 4
    rows = [
        ("Total intermediate consumption", "r60", world.Z.sum(axis=0)),
        ("Taxes less subsidies on products", "r99", world.taxes),
        ("Cif/ fob adjustments on exports", "r61", part),
        ("Direct purchases abroad by residents", "r62", part),
        ("Purchases on the domestic territory by non-residents", "r63", part),
        ("Value added at basic prices", "r64", world.VA),
        ("International Transport Margins", "r65", part),
        (last, "r69", world.X),
    ]
    return [(None, name, "TOT", number, values) for name, number, values in rows]


def wiod_2013(world: Miniature, path: Path, rows: int | None = None) -> Path:
    """Write `wiotYY_row_MMMYY.xlsx`: ISIC 3 codes, c1 … c35, rows r60 … r69 of region TOT.

    `rows` cuts the sheet off after so many rows.
    """
    final = [
        ("F", "Final consumption expenditure by households", "c37"),
        ("F", "Final consumption expenditure by non-profit organisations serving households (NPISH)", "c38"),
        ("F", "Final consumption expenditure by government", "c39"),
        ("F", "Gross fixed capital formation", "c41"),
        ("F", "Changes in inventories and valuables", "c42"),
    ]
    under = tot_rows(world, "Output at basic prices")
    titles = ["World Input-Output Table for 2011", "current prices", *WIOD_UNIT, None, None]
    codes = ["AtB", "P"][: len(world.sectors)]
    cells = sheet_rows(world, titles, codes, list(world.sectors), final, under, (None, "Total output", "TOT", "c69"))
    return save(cells[:rows], path, "WIOT_2011")


def wiod_2016(world: Miniature, path: Path, sheet: str = "2014") -> Path:
    """Write `WIOTyyyy_Nov16_ROW`: ISIC 4 codes, columns c1 … c62, rows r1 … r73."""
    numbers, down = ([f"{letter}{k + 1}" for k in range(len(world.sectors))] for letter in "cr")
    final = [
        ("CONS_h", "Final consumption expenditure by households", "c57"),
        ("CONS_np", "Final consumption expenditure by non-profit organisations serving households (NPISH)", "c58"),
        ("CONS_g", "Final consumption expenditure by government", "c59"),
        ("GFCF", "Gross fixed capital formation", "c60"),
        ("INVEN", "Changes in inventories and valuables", "c61"),
    ]
    codes = ("II_fob", "TXSP", "EXP_adj", "PURR", "PURNR", "VA", "IntTTM", "GO")
    places = ("r65", "r66", "r67", "r68", "r69", "r70", "r71", "r73")
    under = [
        (code, name, region, place, values)
        for code, place, (_, name, region, _, values) in zip(
            codes, places, tot_rows(world, "Output at basic prices"), strict=True
        )
    ]
    titles = ["Intercountry Input-Output Table", "43 countries, in current prices", *WIOD_UNIT, None, None]
    rows = sheet_rows(
        world, titles, list(world.sectors), numbers, final, under, ("GO", "Total output", "TOT", "c62"), down
    )
    return save(rows, path, sheet)


def adb_mrio(world: Miniature, path: Path) -> Path:
    """Write `ADB-MRIO-yyyy_….xlsx`: no codes, names from row 5, c1 … c35 and F1 … F5, and a sheet `Legend`."""
    numbers = list(world.sectors)
    final = [(None, f"Final {k}", f"F{k}") for k in range(1, CATEGORIES + 1)]
    under = tot_rows(world, "Total")
    titles = [
        "Multiregional Input-Output Table 2022",
        "62 economies, at current prices (industry by industry)",
        "In millions of US$",
        *[None] * 4,
    ]
    none = [None] * len(world.sectors)
    rows = sheet_rows(world, titles, none, numbers, final, under, (None, "TOTAL", "ToT", None))
    return save([*rows, [" "] * len(rows[-1])], path, "ADB MRIO 2022", "Legend")


def icio(world: Miniature, path: Path, edition: int = 2021, parts: tuple[str, ...] = ()) -> Path:
    """Write `ICIOeeee_yyyy.csv`. `parts` are regions without final demand of their own, such as CN1 and CN2."""
    finals = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "P33" if edition == 2018 else "DPABR"]
    whole = [region for region in world.regions if region not in parts]
    columns = [f"{r}_{s}" for r, s in world.industries] + [f"{r}_{f}" for r in whole for f in finals]
    Y = world.F[:, [k for k, region in enumerate(r for r in world.regions for _ in finals) if region in whole]]
    rows = [[name, *world.Z[k], *Y[k], world.X[k]] for k, name in enumerate(columns[: len(world.Z)])]
    blank = [0.0] * Y.shape[1]
    if edition >= 2023:
        rows += [["TLS", *world.taxes, *blank, world.taxes.sum()], ["VA", *world.VA, *blank, world.VA.sum()]]
        last, first = "OUT", "V1"
    else:
        share = world.taxes / len(whole)
        rows += [[f"{region}_TAXSUB", *share, *blank, share.sum()] for region in whole]
        rows += [["VALU", *world.VA, *blank, world.VA.sum()]]
        last, first = "OUTPUT", ""
    rows += [[last, *world.X, *Y.sum(axis=0), world.X.sum()]]
    lines = [[first, *columns, "OUT" if edition >= 2023 else "TOTAL"], *rows]
    path.write_text("\n".join(",".join(map(str, line)) for line in lines) + "\n", encoding="utf-8")
    return path


def exiobase(world: Miniature, path: Path, extension: str = "satellite") -> Path:
    """Write `IOT_yyyy_ixi.zip`: tab-separated tables under a folder of the same name, each with its parameter file."""
    factors = {
        "Taxes less subsidies on products purchased: Total": world.taxes / 2,
        "Other net taxes on production": world.taxes / 2,
        "Compensation of employees; wages, salaries, & employers' social contributions: Low-skilled": world.VA / 2,
        "Operating surplus: Remaining net operating surplus": world.VA / 2,
        "Employment: Low-skilled male": np.ones(len(world.VA)),
    }
    industries = world.industries
    finals = [(region, f"Final {k}") for region in world.regions for k in range(CATEGORIES)]
    files = {
        "Z.txt": _exio_table(industries, industries, world.Z),
        "Y.txt": _exio_table(industries, finals, world.F),
        "unit.txt": "region\tsector\tunit\n" + "".join(f"{r}\t{s}\tM.EUR\n" for r, s in industries),
        "file_parameters.json": _parameters("IOSystem", Z=("Z.txt", 2, 2), Y=("Y.txt", 2, 2), unit=("unit.txt", 2, 1)),
        f"{extension}/F.txt": _exio_factors(industries, factors),
        f"{extension}/file_parameters.json": _parameters("Extension", F=("F.txt", 1, 2)),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**files, "metadata.json": EXIO_METADATA}.items():
            archive.writestr(f"{path.stem}/{name}", text)
    return path


def _exio_table(rows: list[tuple[str, str]], columns: list[tuple[str, str]], values: np.ndarray) -> str:
    second = "category" if columns is not rows else "sector"
    lines = ["\t".join(["region", "", *[c[0] for c in columns]]), "\t".join([second, "", *[c[1] for c in columns]])]
    lines += ["\t".join(["region", "sector", *[""] * len(columns)])]
    lines += ["\t".join([*row, *map(str, values[k])]) for k, row in enumerate(rows)]
    return "\n".join(lines) + "\n"


def _exio_factors(columns: list[tuple[str, str]], factors: dict[str, np.ndarray]) -> str:
    lines = ["\t".join(["region", *[c[0] for c in columns]]), "\t".join(["sector", *[c[1] for c in columns]])]
    lines += ["\t".join(["stressor", *[""] * len(columns)])]
    lines += ["\t".join([name, *map(str, values)]) for name, values in factors.items()]
    return "\n".join(lines) + "\n"


def _parameters(kind: str, **files: tuple[str, int, int]) -> str:
    entries = {
        key: {"name": name, "nr_index_col": str(index), "nr_header": str(header)}
        for key, (name, index, header) in files.items()
    }
    return json.dumps({"files": entries, "systemtype": kind, "name": kind})


def eora(world: Miniature, folder: Path, year: int = 2015) -> Path:
    """Write `Eora26_yyyy_bp.zip` and `indices.zip`: bare tab-separated numbers, labels in files of their own."""
    factors = {
        "Compensation of employees D.1": world.VA / 2,
        "Taxes on production D.29": world.taxes * 2,
        "Subsidies on production D.39": -world.taxes,
        "Net operating surplus B.2n": world.VA / 2,
    }
    discrepancy = np.full((1, 1), 3.0)
    T = np.block([[world.Z, np.ones((len(world.Z), 1))], [np.ones((1, len(world.Z))), discrepancy]])
    FD = np.block([[world.F, np.ones((len(world.Z), CATEGORIES))], [np.ones((1, world.F.shape[1] + CATEGORIES))]])
    VA = np.column_stack([np.array(list(factors.values())), np.zeros(len(factors))])
    tables = {"T": T, "FD": FD, "VA": VA, "Q": np.zeros((1, T.shape[1])), "QY": np.zeros((1, FD.shape[1]))}
    industries = [f"Land of {r}\t{r}\tIndustries\t{s}" for r, s in world.industries]
    finals = [f"Land of {r}\t{r}\tFinal Demand\tFinal {k}" for r in world.regions for k in range(CATEGORIES)]
    labels = {
        "T": [*industries, "ROW\tROW\tTOTAL\tTotal"],
        "FD": [*finals, *[f"ROW\tROW\tFinal Demand\tFinal {k}" for k in range(CATEGORIES)]],
        "VA": [f"Primary Inputs\t{name}" for name in factors],
        "Q": ["I-GHG-CO2 emissions (Gg)\tTotal"],
    }
    with zipfile.ZipFile(folder / f"Eora26_{year}_bp.zip", "w") as archive:
        for name, table in tables.items():
            text = "\n".join("\t".join(map(str, row)) for row in table)
            archive.writestr(f"Eora26_{year}_bp_{name}.txt", text + "\n")
    with zipfile.ZipFile(folder / "indices.zip", "w") as archive:
        for name, lines in labels.items():
            archive.writestr(f"labels_{name}.txt", "\t\n".join(lines) + "\t\n")
    return folder / f"Eora26_{year}_bp.zip"
