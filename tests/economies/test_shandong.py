"""The embedded economy as it ships: its accounts close, it hits what was published, and it answers with sense."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hinterland.baseline import Baseline
from hinterland.economy.params import Shocks
from hinterland.economy.solve import Solution, solve
from hinterland.figures.region_tiles import read_tiles
from hinterland.project import find, load
from hinterland.run import run
from hinterland.scenario.read import parse_scenario
from hinterland.tables.accounts import Accounts, from_raw, imbalance
from hinterland.tables.concordance import read_concordance
from hinterland.tables.folder import read_folder

GOODS = [f"A0{k}" for k in (1, 2, 3)] + [f"B0{k}" for k in (5, 6, 7, 8, 9)]
GOODS += ["C10T12", "C13T15", "C16", "C17_18", "C19", "C20", "C21", "C22", "C23", "C24A", "C24B", "C25"]
GOODS += ["C26", "C27", "C28", "C29", "C301", "C302T309", "C31T33"]


@pytest.fixture(scope="module")
def folder() -> Path:
    return find("shandong")


@pytest.fixture(scope="module")
def accounts(folder: Path) -> Accounts:
    return from_raw(read_folder(folder)[1])


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return load("shandong")


def real_income_pct(baseline: Baseline, solution: Solution) -> dict[str, float]:
    """Income over the price index of final spending, change in per cent, by region."""
    params = baseline.params
    cost = np.divide(params.wL, params.va, out=np.zeros_like(params.wL), where=params.va > 0)
    income = (params.X - np.einsum("nkj,nj->nk", params.gamma, cost)).sum(axis=1)
    index = np.exp((params.alpha * np.log(solution.P_hat)).sum(axis=1))
    return dict(zip(baseline.regions.codes, (solution.I1 / income / index - 1) * 100, strict=True))


def real_wage_pct(baseline: Baseline, solution: Solution) -> dict[str, float]:
    index = np.exp((baseline.params.alpha * np.log(solution.P_hat)).sum(axis=1))
    return dict(zip(baseline.regions.codes, (solution.w_hat[:, 0] / index - 1) * 100, strict=True))


def with_tariff(baseline: Baseline, importers: list[str], exporters: list[str], level: float | None, add: float = 0.0):
    """Solve with a new level, or an addition, on goods between two sets of regions; nobody taxes itself."""
    regions, tariff = list(baseline.regions.codes), baseline.params.t.copy()
    kinds = [baseline.sectors.index(code) for code in GOODS]
    for n in importers:
        for i in exporters:
            if n != i:
                cell = regions.index(n), regions.index(i), kinds
                tariff[cell] = tariff[cell] + add if level is None else level
    return solve(baseline.params, Shocks(t=tariff), baseline.closures, preconditioner=baseline.preconditioner)


def test_it_is_small_and_complete(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.iterdir()) < 3_000_000
    names = {path.stem for path in folder.iterdir()}
    assert {"trade", "inputs", "final", "production", "sectors", "elasticities", "emissions", "employment"} <= names
    assert {"provenance", "official", "tariff_repairs", "economy", "calibrated"} <= names


def test_accounts_close(accounts: Accounts) -> None:
    assert len(accounts.regions) == 30
    assert len(accounts.sectors) == 33
    assert imbalance(accounts) < 1e-9


def test_nothing_is_negative(accounts: Accounts) -> None:
    for block in (accounts.trade, accounts.tariff, accounts.inputs, accounts.final, accounts.value_added):
        assert block.min() >= 0


def test_no_repair_is_needed_beyond_half_a_per_cent(baseline: Baseline) -> None:
    assert baseline.report.share < 0.005


def test_official_totals_are_hit_to_the_printed_digit(folder: Path, accounts: Accounts) -> None:
    official = pd.read_parquet(folder / "official.parquet").set_index("name")
    n, rest = accounts.position("SD"), accounts.position("RCN")
    kinds = [accounts.sectors.index(code) for code in GOODS]
    away = [k for k in range(30) if k not in (n, rest)]
    rate = official.currency_per_unit.iloc[0]
    broad = {"primary": slice(0, 3), "secondary": slice(3, 29), "tertiary": slice(29, 33)}
    for name, held in broad.items():
        found = accounts.value_added[n, held].sum() / rate
        assert round(found, 1) == official.value[f"{name} GDP 2022"]
    exports = accounts.trade[np.ix_(away, [n], kinds)].sum() / rate
    imports = accounts.trade[np.ix_([n], away, kinds)].sum() / rate
    assert round(exports) == official.value["goods exports 2022"]
    assert round(imports) == official.value["goods imports 2022"]
    assert round((exports + imports) / 1e4, 2) == 3.33  # trillion yuan, as printed
    kaz = accounts.position("KAZ")
    assert round(accounts.trade[kaz, n, kinds].sum() / rate, 1) == official.value["exports to Central Asia 2022"]
    assert round(accounts.trade[n, kaz, kinds].sum() / rate, 1) == official.value["imports from Central Asia 2022"]


def test_groupings_name_both_parts_of_the_country(baseline: Baseline) -> None:
    assert set(baseline.groups) == {"RCEP", "ASEAN", "EU", "SCO", "BELT_AND_ROAD", "NAFTA", "foreign", "CHN"}
    assert baseline.groups["CHN"] == ("SD", "RCN")
    assert set(baseline.groups["foreign"]) == set(baseline.regions.codes) - {"SD", "RCN"}
    assert {"SD", "RCN", "JPN", "KOR", "AUS", "NZL", "VNM"} <= set(baseline.groups["RCEP"])


def test_foreign_partners_are_all_but_the_own_country(baseline: Baseline) -> None:
    measure = """
        title = "Easier trade"
        [[measure]]
        kind = "market_access"
        regions = ["SD"]
        {partners}
        size = {{ value = 1, unit = "percent", range = [0.5, 2] }}
        from = 2023-01-01
        source = "made up"
        status = "assumed"
        """
    said = ('partners = ["*"]\n        without = ["CHN"]', 'partners = ["foreign"]')
    one, other = (run(baseline, parse_scenario(measure.format(partners=words))) for words in said)
    assert np.array_equal(one.table("regions").real_income_pct, other.table("regions").real_income_pct)
    assert one.table("regions").real_income_pct[0] != 0


def test_every_region_has_a_tile_of_its_own_and_the_parts_of_the_country_are_neighbours(
    folder: Path, baseline: Baseline
) -> None:
    tiles = read_tiles(folder, baseline.regions.codes)
    assert tiles is not None and len(set(tiles.values())) == len(baseline.regions)
    (west, north), (east, south) = tiles["RCN"], tiles["SD"]
    assert (east - west, south - north) == (1, 0)
    assert tiles["USA"][0] < tiles["EUX"][0] < tiles["KAZ"][0] < tiles["RCN"][0]  # from west to east
    assert tiles["CAN"][1] < tiles["USA"][1] < tiles["MEX"][1] < tiles["BRA"][1]  # from north to south


def test_the_concordance_says_what_customs_and_yearbooks_count(folder: Path, baseline: Baseline) -> None:
    terms = read_concordance(folder, baseline.sectors.codes)
    assert list(terms["goods"]) == GOODS
    three = [code for name in ("primary", "secondary", "tertiary") for code in terms[f"gva_{name}"]]
    assert three == list(baseline.sectors.codes)


def test_every_region_and_sector_has_both_names(baseline: Baseline) -> None:
    for label in (*baseline.regions.labels, *baseline.sectors.labels):
        assert label.en
        assert label.zh


def test_there_are_eight_sets_of_elasticities_and_the_default_is_one(baseline: Baseline) -> None:
    assert len(baseline.thetas) == 8
    assert (baseline.thetas["GYY2021"] == baseline.params.theta).all()
    assert max(theta.max() for theta in baseline.thetas.values()) == 64.85  # petroleum in Caliendo & Parro (2015)


def test_every_block_says_what_it_is_worth(folder: Path) -> None:
    provenance = pd.read_parquet(folder / "provenance.parquet")
    assert set(provenance.status) <= {"observed", "balanced", "estimated", "assumed"}
    assert provenance.source.str.len().min() > 0


def test_emissions_are_of_the_right_size(baseline: Baseline) -> None:
    co2 = dict(zip(baseline.regions.codes, baseline.extras["co2_kt"].sum(axis=1) / 1e6, strict=True))
    assert 0.85 < co2["SD"] < 0.95  # Gt; CEADs 2019: 0.937 with households
    assert 8 < co2["SD"] + co2["RCN"] < 12
    assert 25 < sum(co2.values()) < 40


def test_no_shock_changes_nothing(baseline: Baseline) -> None:
    solution = solve(baseline.params, Shocks(), baseline.closures, preconditioner=baseline.preconditioner)
    assert np.abs(solution.w_hat - 1).max() < 1e-12
    assert np.abs(solution.P_hat - 1).max() < 1e-12
    assert solution.residual < 1e-12


def test_ten_per_cent_more_by_the_united_states_on_china(baseline: Baseline) -> None:
    """Both parts of China lose about a tenth of a per cent; Mexico and Viet Nam take the place; the US loses too."""
    solution = with_tariff(baseline, ["USA"], ["SD", "RCN"], None, add=0.10)
    assert solution.status.ok
    change, wage = real_income_pct(baseline, solution), real_wage_pct(baseline, solution)
    for code in ("SD", "RCN", "USA"):
        assert -0.4 < change[code] < -0.02
        assert -0.4 < wage[code] < -0.02
    assert 0.02 < change["MEX"] < 0.4
    assert 0.02 < change["VNM"] < 0.6
    regions, kinds = baseline.regions, [baseline.sectors.index(code) for code in GOODS]
    cell = np.ix_([regions.index("USA")], [regions.index(code) for code in ("SD", "RCN")], kinds)
    before = (baseline.params.pi * baseline.params.X[:, None] / (1 + baseline.params.t))[cell].sum()
    after = (solution.pi1 * solution.X1[:, None] / (1 + solution.levers.t))[cell].sum()
    assert -0.4 < after / before - 1 < -0.15


def test_partners_of_the_rcep_give_up_their_tariffs_on_china(baseline: Baseline) -> None:
    """Both parts of China gain, the province, whose trade leans to Korea and Japan, more than the rest."""
    partners = [code for code in baseline.groups["RCEP"] if code not in ("SD", "RCN")]
    solution = with_tariff(baseline, partners, ["SD", "RCN"], 0.0)
    assert solution.status.ok
    change = real_income_pct(baseline, solution)
    assert 0.02 < change["RCN"] < change["SD"] < 1.0
    assert abs(change["USA"]) < 0.05


def test_it_opens_without_calibrating(monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiled form beside the tables is that of these tables and of this version's format."""

    def refuse(*_: object) -> None:
        raise AssertionError("the embedded economy was calibrated anew: run `make economy`")

    monkeypatch.setattr("hinterland.project.calibrate", refuse)
    assert load("shandong").stored is not None
