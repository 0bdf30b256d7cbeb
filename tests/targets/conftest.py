"""A ledger of three short texts, and an economy of five regions that they speak of; every figure is made up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from hinterland.ledger.collect import collect
from hinterland.ledger.documents.source import sources
from hinterland.ledger.keeping.store import append

TEXTS = {
    "trade": """\
Bavaria's trade in 2022

MUNICH, Jan. 20, 2023 -- Bavaria's exports reached 62 billion euros in 2022, up 9 percent from the year before, and \
imports stood at 48 billion euros.

Exports to the United States were 21.4 billion euros in 2022. Trade with the European Union accounted for 41.2 percent \
of Bavaria's foreign trade. Exports of cars were 38.1 billion euros. Exports of private enterprises were 30 billion \
euros. Exports to Brazil were 1.2 billion euros.

Bavaria's GDP was 150 billion euros in 2022. Imports from France reached 15.9 billion U.S. dollars.
""",
    "later": """\
Bavaria's exports a year on

MUNICH, March 3, 2023 -- Bavaria's exports to the United States reached 25 billion euros in 2022, the state's office \
said. Exports were 55.5 billion euros in 2021.
""",
    "slip": """\
Bavaria and its imports

MUNICH, March 5, 2023 -- Bavaria's imports stood at 48 billion euros ($5.05 billion) in 2022.
""",
}
REGIONS = {"BAV": "Bavaria", "RDE": "Rest of Germany", "FRA": "France", "USA": "United States", "ROW": "Others"}
SECTORS = ("farm", "autos", "shops")
HEAD = """\
title = "Bavaria and others"
year = {year}
currency = "million EUR"
source = "made up"
licence = "CC0-1.0"

[groups]
EU = ["BAV", "RDE", "FRA"]
DEU = ["BAV", "RDE"]
"""


def write_economy(folder: Path, year: int = 2022) -> Path:
    """Write an economy whose totals miss the published ones by up to a fifth."""
    folder.mkdir(parents=True)
    head = HEAD.format(year=year)
    head += "".join(f'\n[[region]]\ncode = "{code}"\nen = "{en}"\n' for code, en in REGIONS.items())
    head += "".join(f'\n[[sector]]\ncode = "{code}"\n' for code in SECTORS)
    (folder / "economy.toml").write_text(head)
    (folder / "concordance.csv").write_text("term,sectors\ngoods,farm autos\nproduct=cars,autos\n")
    (folder / "sectors.csv").write_text("sector,theta\nfarm,5\nautos,4\nshops,3\n")
    size = np.array([150e3, 900e3, 800e3, 3000e3, 6000e3])
    kind = np.array([0.1, 0.3, 0.6])
    draw = np.random.default_rng(22)
    trade = ["importer,exporter,sector,value,tariff,export_tax"]
    inputs = ["region,input,user,value"]
    made = np.zeros((5, 3))
    for n in range(5):
        for i in range(5):
            for j in range(3):
                crossing = (0.12, 0.2, 0.01)[j] * size[i] * size[n] / size.sum() * kind[j] * draw.uniform(0.8, 1.2)
                value = size[i] * kind[j] * 1.6 if n == i else crossing * (6 if i == 0 or n == 0 else 1)
                made[i, j] += value
                taxed = "0.03,0.01" if n != i and j < 2 and {n, i} != {0, 1} else "0,0"
                trade.append(f"{list(REGIONS)[n]},{list(REGIONS)[i]},{SECTORS[j]},{value:.3f},{taxed}")
    for i in range(5):
        for j in range(3):
            for k in range(3):
                inputs.append(f"{list(REGIONS)[i]},{SECTORS[k]},{SECTORS[j]},{made[i, j] * 0.4 * kind[k]:.3f}")
    (folder / "trade.csv").write_text("\n".join(trade) + "\n")
    (folder / "inputs.csv").write_text("\n".join(inputs) + "\n")
    return folder


def write_ledger(folder: Path, **texts: str) -> Path:
    """Read texts and keep them in a ledger."""
    pages = folder / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (pages / f"{name}.txt").write_text(text)
    unread: list[str] = []
    append(folder / "bavaria.duckdb", (reading for _, reading in collect(sources([str(pages)]), unread.append)))
    assert unread == []
    return folder / "bavaria.duckdb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Hold the economy."""
    return write_economy(tmp_path_factory.mktemp("economy") / "bavaria")


@pytest.fixture(scope="module")
def baseline(folder):
    """Open the economy."""
    return hl.load(folder)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> Path:
    """Keep the three texts."""
    return write_ledger(tmp_path_factory.mktemp("ledger"), **TEXTS)
