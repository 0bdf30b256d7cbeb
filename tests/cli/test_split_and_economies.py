"""`hinterland split` and `hinterland economies`, as a user calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hinterland.cli import hinterland
from hinterland.errors import InputError
from hinterland.tables.accounts import from_raw, imbalance
from hinterland.tables.folder import read_folder

MARGINS = """
country = "CHN"
unit = 1000.0
[province]
code = "NEW"
en = "A new province"
[rest]
code = "RCN"
"""


@pytest.fixture
def margins(tmp_path: Path) -> Path:
    """A province about which only GDP and cars are known."""
    folder = tmp_path / "margins"
    folder.mkdir()
    (folder / "margins.toml").write_text(MARGINS)
    (folder / "sectors.csv").write_text("sector,output,value_added,exports,imports,final\nC29,200,50,30,5,\n")
    (folder / "totals.csv").write_text("name,measure,sectors,partners,value,source\nGDP,value_added,,,1000,made up\n")
    return folder


def test_economies_lists_what_ships() -> None:
    result = CliRunner().invoke(hinterland, ["economies", "--json"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["economy"], row["regions"], row["sectors"]) for row in rows] == [("shandong", 30, 33)]


def test_split_replaces_one_province_by_another(tmp_path: Path, margins: Path) -> None:
    target = tmp_path / "new"
    result = CliRunner().invoke(hinterland, ["split", "shandong", str(margins), str(target), "--json"])
    assert result.exit_code == 0, result.output
    described, raw = read_folder(target)
    accounts = from_raw(raw)
    assert accounts.regions[:2] == ("NEW", "RCN")
    assert described.groups["CHN"] == ["NEW", "RCN"]
    assert described.groups["RCEP"][:2] == ["NEW", "RCN"]
    assert imbalance(accounts) < 1e-9
    assert accounts.value_added[0].sum() == pytest.approx(1e6, rel=1e-9)
    assert raw.extras["co2_kt"].sum() == pytest.approx(read_folder_extras("co2_kt"))


def read_folder_extras(name: str) -> float:
    from hinterland.project import load  # noqa: PLC0415

    return float(load("shandong").extras[name].sum())


def test_split_does_not_write_over_a_folder(tmp_path: Path, margins: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    (target / "notes.txt").write_text("keep me")
    with pytest.raises(InputError) as error:
        CliRunner().invoke(hinterland, ["split", "shandong", str(margins), str(target)], catch_exceptions=False)
    assert str(error.value) == (
        f"{target}: a folder with files in it; expected a new or an empty folder; "
        "name another one, or replace it (--overwrite)"
    )
