"""A folder with a small economy in order, for tests to break: two regions, two sectors, one of them not traded."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinterland.errors import InputError
from hinterland.tables.folder import read_folder

FILES = {
    "economy.toml": """\
title = "Two valleys"
year = 2020
currency = "million crowns"
source = "made up"
licence = "CC0-1.0"

[groups]
both = ["AA", "BB"]

[[region]]
code = "AA"
en = "Upper valley"

[[region]]
code = "BB"

[[sector]]
code = "food"

[[sector]]
code = "care"
""",
    "trade.csv": """\
importer,exporter,sector,value,tariff
AA,AA,food,60,0
AA,BB,food,20,0.1
BB,AA,food,30,0
BB,BB,food,80,0
AA,AA,care,40,0
BB,BB,care,50,0
""",
    "inputs.csv": """\
region,input,user,value
AA,food,food,20
AA,care,food,10
BB,food,food,30
BB,food,care,5
""",
    "sectors.csv": """\
sector,theta,traded
food,4,true
care,5,false
""",
}
FREE_TRADE = """title = "Free trade"

[[measure]]
kind = "tariff"
regions = "AA"
partners = "BB"
form = "set"
size = { value = 0, unit = "percent" }
from = 2024-01-01
source = "made up"
status = "announced"
"""


def write(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the economy into `folder`, with some files changed, added, or (None) left out.

    A file is named with an underscore for its point: `trade_csv="…"`.
    """
    files: dict[str, str | bytes | None] = dict(FILES)
    files |= {name.replace("_", "."): text for name, text in changed.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if text is not None:
            (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def edit(file: str, old: str, new: str) -> dict[str, str]:
    """Change one passage of a file, ready to be passed to `write`."""
    assert FILES[file].count(old) == 1, f"{old!r} must stand once in {file}"
    return {file.replace(".", "_"): FILES[file].replace(old, new)}


def faults_of(folder: Path) -> list[str]:
    """Read a folder that must be refused, and give the message line by line."""
    with pytest.raises(InputError) as raised:
        read_folder(folder)
    return str(raised.value).splitlines()
