"""The build from its sources: what ships is what it makes, and another province splits the same way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from hinterland.project import find
from hinterland.tables.accounts import from_raw, imbalance, merge
from hinterland.tables.folder import read_folder
from tools.build_economy.__main__ import tool
from tools.build_economy.build import Country, country, province
from tools.build_economy.sources import rows, toml, yuan_per_dollar
from tools.build_economy.tariffs import sector_of
from tools.build_economy.validate import comparison


@pytest.fixture(scope="module")
def sources(shared: Path) -> Path:
    return shared / "data"


@pytest.fixture(scope="module")
def whole(sources: Path) -> Country:
    return country(sources)


def test_what_ships_is_what_the_sources_give(sources: Path, whole: Country) -> None:
    made = province(sources, whole, toml("build.toml")["province"])[0].accounts
    shipped = from_raw(read_folder(find("shandong"))[1])
    for block in ("trade", "tariff", "inputs", "final", "value_added"):
        assert np.allclose(getattr(made, block), getattr(shipped, block), rtol=1e-6, atol=1e-4), block


def test_the_parts_add_up_to_the_country(whole: Country) -> None:
    shipped = from_raw(read_folder(find("shandong"))[1])
    members = {code: [code] for code in whole.accounts.regions} | {"CHN": ["SD", "RCN"]}
    joined = merge(shipped, members)
    for block in ("trade", "tariff", "inputs", "final", "value_added"):
        found, wanted = getattr(joined, block), getattr(whole.accounts, block)
        assert np.allclose(found, wanted, rtol=1e-9, atol=1e-6), block


@pytest.mark.parametrize(("code", "name"), [("ZJ", "Zhejiang"), ("GD", "Guangdong")])
def test_another_province_splits_with_the_same_command(
    sources: Path, tmp_path: Path, code: str, name: str, whole: Country
) -> None:
    chosen = {"code": code, "en": name, "zh": "", "ceads": code, "ceads_table": "2017"}
    done, known = province(sources, whole, chosen, official=False)
    assert imbalance(done.accounts) < 1e-9
    assert done.accounts.trade.min() > -1e-6
    gdp = done.accounts.value_added[done.accounts.position(code)].sum()
    assert gdp == pytest.approx(known.targets[0].value, rel=1e-9)
    assert 0.02 < gdp / whole.accounts.value_added[whole.accounts.position("CHN")].sum() < 0.15


def test_the_rate_is_the_average_of_the_year() -> None:
    assert yuan_per_dollar(2022) == pytest.approx(6.73, abs=0.01)


@pytest.mark.parametrize(
    ("product", "sector"),
    [("87032100", "C29"), ("85171300", "C26"), ("270900", "B06"), ("030617", "A03"), ("300490", "C21"), ("00", "")],
)
def test_products_find_their_sector(product: str, sector: str) -> None:
    assert sector_of(product) == sector


def test_surcharges_are_of_the_size_that_is_reported(whole: Country) -> None:
    """About 17 % by the US on China (simple average), and a little less the other way."""
    goods = {name: rates[:27] for name, rates in whole.world.surcharges.items()}
    assert 0.15 < goods["USA on CHN"].mean() < 0.23
    assert 0.10 < goods["CHN on USA"].mean() < 0.20


def test_validation_names_every_miss() -> None:
    frame = comparison(find("shandong"))
    large = frame[frame["error %"].abs() > 10]
    assert (large["why it misses"].str.len() > 0).all()
    korea = frame[frame.what == "South Korea"]["error %"].iloc[0]
    assert abs(korea) < 10


def test_validation_prints_its_tables() -> None:
    result = CliRunner().invoke(tool, ["validate"])
    assert result.exit_code == 0
    assert "Not used in the fit" in result.output


def test_every_total_of_the_margins_is_met(sources: Path, whole: Country) -> None:
    """Official figures, parts of groups (the Belt and Road) and ratios between partners alike."""
    done, known = province(sources, whole, toml("build.toml")["province"])
    accounts, n = done.accounts, done.accounts.position("SD")
    away = [k for k, code in enumerate(accounts.regions) if code not in ("SD", "RCN")]
    flows = {"exports": accounts.trade[away, n], "imports": accounts.trade[n, away]}
    flows["trade"] = flows["exports"] + flows["imports"]
    country_at = whole.accounts.position("CHN")
    foreign = [k for k in range(len(whole.accounts.regions)) if k != country_at]
    assert len(known.targets) == len(rows("official.csv"))
    for target in known.targets:
        if target.measure == "value_added":
            found = size = accounts.value_added[n, list(target.sectors)].sum()
        else:
            at = np.ix_([foreign.index(k) for k in target.partners], target.sectors)
            counted = target.share[np.ix_(target.partners, target.sectors)] * flows[target.measure][at]
            found, size = counted.sum(), np.abs(counted).sum()
        assert abs(found - target.value) < 1e-8 * size, target.name
