"""A small project: two valleys, one document, two scenarios."""

from pathlib import Path

import pytest

from faults.small_economy import write

PROJECT = 'title = "Two valleys"\neconomy = "valleys"\nhome = "AA"\ndraws = 2\n'

SCENARIO = """title = {{ en = "{title}", zh = "情景" }}

[[measure]]
kind = "market_access"
regions = ["BB"]
partners = ["AA"]
size = {{ value = {size}, unit = "percent", range = [1, 4] }}
from = 2024-01-01
source = "made up"
status = "assumed"
"""

DOCUMENT = """Trade of the valley

Updated : 2023-02-09

In 2022, Shandong's foreign trade reached 3.33 trillion yuan ($491.18 million).
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project that is in order."""
    folder = tmp_path / "project"
    for name in ("sources", "scenarios"):
        (folder / name).mkdir(parents=True)
    write(folder / "valleys", elasticities_csv="set,sector,theta\nlow,food,2\nlow,care,3\n")
    (folder / "project.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "sources" / "trade.txt").write_text(DOCUMENT, encoding="utf-8")
    for title, size in (("less", 2), ("more", 3)):
        text = SCENARIO.format(title=title, size=size)
        (folder / "scenarios" / f"{title}.toml").write_text(text, encoding="utf-8")
    return folder
