"""Each fault of a folder of margins, and of totals, is met with its exact words."""

import re
from pathlib import Path

import numpy as np
import pytest

from hinterland.errors import InputError
from hinterland.tables.balance import Totals, balance, fit
from hinterland.tables.margins import read_margins

GOOD = """
country = "HOME"
unit = 1.0
[province]
code = "P"
[rest]
code = "R"
"""


def told(folder: Path, settings: str = GOOD, **files: str) -> list[str]:
    (folder / "margins.toml").write_text(settings)
    (folder / "sectors.csv").write_text(files.pop("sectors", "sector,output\nfarm,1\n"))
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    with pytest.raises(InputError) as error:
        read_margins(folder, ["HOME", "AAA"], ["farm", "mill"])
    return [str(problem).replace(f"{folder}/", "") for problem in error.value.problems]


def test_margins_are_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_margins(tmp_path, ["HOME"], ["farm"])
    assert str(error.value) == (
        f"{tmp_path}/margins.toml: no such file; expected the settings of the split; "
        "write margins.toml (see docs/split.md)"
    )


def test_margins_are_not_toml(tmp_path: Path) -> None:
    assert told(tmp_path, "country = \n") == [
        "margins.toml: Invalid value (at line 1, column 11); expected TOML; correct the line"
    ]


def test_margins_key_is_wrong(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.replace("unit", "units")) == [
        "margins.toml: unit: Field required; expected the keys of the documentation; correct or remove the key",
        "margins.toml: units: Extra inputs are not permitted; expected the keys of the documentation; "
        "correct or remove the key",
    ]


def test_country_is_unknown(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.replace("HOME", "HOMES")) == [
        "margins.toml: country 'HOMES' (did you mean 'HOME'?); expected a region of the economy that is split; "
        "use its code"
    ]


def test_margin_code_is_unknown(tmp_path: Path) -> None:
    assert told(tmp_path, sectors="sector,output\nfarms,1\n") == [
        "sectors.csv: sector 'farms' (did you mean 'farm'?); expected a sector of the economy that is split; "
        "correct the code"
    ]


def test_margin_is_not_a_number(tmp_path: Path) -> None:
    assert told(tmp_path, sectors="sector,output\nfarm,n/a\n") == [
        "sectors.csv:2, column 'output': 'n/a'; expected a number; leave the cell empty if the figure is not known"
    ]


def test_measure_is_unknown(tmp_path: Path) -> None:
    assert told(tmp_path, totals="name,measure,sectors,partners,value,source\nx,export,farm,,1,\n") == [
        "totals.csv:2: measure 'export' (did you mean 'exports'?); "
        "expected one of value_added, exports, imports, trade; correct the measure"
    ]


def test_totals_without_cells() -> None:
    totals = Totals()
    totals.add("steel", np.array([0, 1]), 5.0)
    with pytest.raises(InputError) as error:
        balance(np.array([0.0, 0.0, 1.0]), totals)
    assert str(error.value) == (
        "total 'steel': 5 is left to share out, and every cell of the total is zero or fixed; "
        "expected at least one free cell that is not zero; give the block a prior above zero, or correct the total"
    )


def test_totals_not_met() -> None:
    totals = Totals()
    totals.add("all", np.array([0, 1]), 4.0)
    totals.add("all again", np.array([0, 1]), 8.0)
    with pytest.raises(InputError) as error:
        balance(np.ones(2), totals)
    reached = r"balancing reaches [\d.]+, [+-][\d.]+% of the block away from"
    remedy = (
        "expected totals that cells of unchanged sign can meet together; "
        "look for a total that contradicts another one, or release a fixed cell"
    )
    lines = str(error.value).splitlines()
    assert re.fullmatch(rf"total 'all': {reached} 4; {remedy}", lines[0])
    assert re.fullmatch(rf"total 'all again': {reached} 8; {remedy}", lines[1])


def test_margins_contradict() -> None:
    with pytest.raises(InputError) as error:
        fit(np.ones((2, 2)), {(0,): np.array([1.0, 1.0]), (1,): np.array([2.0, 2.0])}, rounds=10)
    assert str(error.value) == (
        "iterative proportional fitting: after 10 rounds a margin is still 100.00% off; "
        "expected margins with equal grand totals, and a seed above zero wherever a margin is; "
        "scale the margins to one grand total, or put a small seed into the empty rows"
    )
