"""Split and join again: the parts add up to the country, official totals are met, and nothing turns negative."""

from pathlib import Path

import numpy as np
import pytest

from hinterland.tables.accounts import Accounts, imbalance, merge, to_frames
from hinterland.tables.margins import read_margins
from hinterland.tables.split import Split, split

REGIONS, SECTORS = ("HOME", "AAA", "BBB"), ("farm", "mine", "mill", "shop")
SETTINGS = """
country = "HOME"
unit = 10.0
{more}
[province]
code = "P"
en = "Province"
[rest]
code = "R"
"""


def world(seed: int = 7) -> Accounts:
    """Draw an economy that closes: use is drawn first, and value added and final demand are what is left."""
    draw = np.random.default_rng(seed)
    trade = draw.lognormal(2, 1, (3, 3, 4))
    trade[range(3), range(3)] *= 40
    tariff = draw.uniform(0, 0.2, trade.shape)
    tariff[range(3), range(3)] = 0
    output, used = trade.sum(0), (trade * (1 + tariff)).sum(1)
    inputs = np.stack([0.5 * np.outer(used[n], output[n]) / max(used[n].sum(), output[n].sum()) for n in range(3)])
    added, final = output - inputs.sum(1), used - inputs.sum(2)
    return Accounts(REGIONS, SECTORS, trade, tariff, np.zeros_like(trade), inputs, final, added)


def margins(folder: Path, whole: Accounts, more: str = "", cells: str = "", totals: str = "") -> Path:
    """Write what is known of a province that has a third of the farms, a tenth of the mills and no known mines."""
    folder.mkdir(exist_ok=True)
    (folder / "margins.toml").write_text(SETTINGS.format(more=more))
    out, added, final = whole.output[0] / 10, whole.value_added[0] / 10, whole.final[0] / 10
    exports, imports = whole.trade[1:, 0].sum(0) / 10, whole.trade[0, 1:].sum(0) / 10
    lines = ["sector,output,value_added,exports,imports,final"]
    for code, share in (("farm", 0.33), ("mill", 0.1), ("shop", 0.2)):
        j = SECTORS.index(code)
        known = (values[j] * share for values in (out, added, exports, imports, final))
        lines.append(",".join([code, *(f"{value:.6f}" for value in known)]))
    (folder / "sectors.csv").write_text("\n".join(lines))
    header = "name,measure,sectors,partners,value,source\n"
    with_a = (whole.trade[1, 0, :3].sum() + whole.trade[0, 1, :3].sum()) / 10
    targets = (
        f"goods,value_added,farm mine mill,,{0.15 * added[:3].sum():.6f},communique\n"
        f"exports,exports,farm mine mill,,{0.12 * exports[:3].sum():.6f},customs\n"
        f"with A,trade,farm mine mill,AAA,{0.13 * with_a:.6f},\n"
    )
    (folder / "totals.csv").write_text(header + targets + totals)
    if cells:
        (folder / "cells.csv").write_text(cells)
    return folder


def done(tmp_path: Path, whole: Accounts, **more: str) -> Split:
    return split(whole, read_margins(margins(tmp_path / "m", whole, **more), REGIONS, SECTORS))


def test_the_parts_add_up_to_the_country_cell_by_cell(tmp_path: Path) -> None:
    whole = world()
    joined = merge(done(tmp_path, whole).accounts, {"HOME": ["P", "R"], "AAA": ["AAA"], "BBB": ["BBB"]})
    for block in ("trade", "tariff", "inputs", "final", "value_added"):
        assert np.allclose(getattr(joined, block), getattr(whole, block), rtol=1e-11, atol=1e-9), block


def test_accounts_close_and_nothing_is_negative(tmp_path: Path) -> None:
    accounts = done(tmp_path, world()).accounts
    assert accounts.regions == ("P", "R", "AAA", "BBB")
    assert imbalance(accounts) < 1e-10
    for block in (accounts.trade, accounts.inputs, accounts.final, accounts.value_added):
        assert block.min() > -1e-9


def test_official_totals_are_met(tmp_path: Path) -> None:
    whole = world()
    accounts = done(tmp_path, whole).accounts
    added = accounts.value_added[0, :3].sum()
    exports = accounts.trade[2:, 0, :3].sum()
    with_a = accounts.trade[2, 0, :3].sum() + accounts.trade[0, 2, :3].sum()
    assert added == pytest.approx(0.15 * whole.value_added[0, :3].sum(), rel=1e-6)
    assert exports == pytest.approx(0.12 * whole.trade[1:, 0, :3].sum(), rel=1e-6)
    assert with_a == pytest.approx(0.13 * (whole.trade[1, 0, :3].sum() + whole.trade[0, 1, :3].sum()), rel=1e-6)


def test_a_sector_that_is_not_known_follows_the_country(tmp_path: Path) -> None:
    whole = world()
    result = done(tmp_path, whole)
    assert result.estimated["output"] == ["mine"]
    share = result.accounts.output[0] / whole.output[0]
    assert 0.05 < share[1] < 0.3


def test_known_cells_hold(tmp_path: Path) -> None:
    result = done(tmp_path, world(), cells="inputs,users,value,coefficient\nfarm,mill,,0.03\nmine,mill,1e9,\n")
    accounts = result.accounts
    assert accounts.inputs[0, 0, 2] == pytest.approx(0.03 * accounts.output[0, 2], rel=1e-9)
    assert [line.split(":")[0] for line in result.dropped_cells] == ["mine to mill"]


@pytest.mark.parametrize("more", ["cross_hauling = 0.0", "cross_hauling = 9.0", 'method = "flq"', 'method = "pooled"'])
def test_methods_of_cross_hauling_change_flows_only(tmp_path: Path, more: str) -> None:
    whole = world()
    first, other = done(tmp_path, whole), done(tmp_path, whole, more=more)
    assert np.allclose(first.accounts.inputs, other.accounts.inputs)
    assert np.allclose(first.accounts.trade[:, 2:], other.accounts.trade[:, 2:])
    assert not np.allclose(first.accounts.trade[:2, :2], other.accounts.trade[:2, :2])
    assert imbalance(other.accounts) < 1e-10


def test_more_cross_hauling_means_more_flows_up_to_the_pooled_market(tmp_path: Path) -> None:
    flows = done(tmp_path, world()).flows
    ladder = [flows[f"charm, cross_hauling {value:g}"] for value in (0, 0.5, 1, 2, 4)]
    assert ladder == sorted(ladder)
    assert ladder[-1] <= flows["pooled"]


def test_tables_of_the_folder_carry_every_cell(tmp_path: Path) -> None:
    accounts = done(tmp_path, world()).accounts
    frames = to_frames(accounts)
    assert frames["trade"].value.sum() == pytest.approx(accounts.trade.sum())
    assert frames["inputs"].value.sum() == pytest.approx(accounts.inputs.sum())
    assert set(frames["production"].region) == set(accounts.regions)
