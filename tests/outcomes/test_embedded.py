"""The tables on the economy that ships: what must add up adds up, after a large shock too."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

import hinterland as hl
from hinterland.result import Result


@pytest.fixture(scope="module")
def result() -> Result:
    shock = {"tariff": {("USA", "CHN"): "+25pp", ("CHN", "USA"): "+10pp"}, "export_tax": {("*", "SD"): -0.03}}
    result = hl.run(hl.load("shandong"), shock)
    assert result.status.ok
    return result


def test_gdp_adds_up_from_the_side_of_spending(result: Result) -> None:
    abroad = np.where(result.abroad, result.M1, 0.0)
    spent = result.solution.I1 + abroad.sum(axis=(0, 2)) - abroad.sum(axis=(1, 2))
    assert_allclose(result.panel("gdp").values["gdp_after"], spent, rtol=1e-8)


def test_world_factor_income_is_the_numeraire(result: Result) -> None:
    gdp = result.panel("gdp").values
    assert_allclose(gdp["factor_income_after"].sum(), gdp["factor_income_before"].sum(), rtol=1e-9)


def test_revenue_adds_up(result: Result) -> None:
    change = result.panel("revenue").values["change"][:, :5].sum(axis=1)
    assert_allclose(change, result.panel("regions").values["revenue"], atol=1e-5)


def test_jobs_add_up(result: Result) -> None:
    employment = result.panel("employment").values
    counted = np.nansum(employment["persons_before"], axis=1)
    assert_allclose(np.nansum(employment["persons_after"], axis=1), counted, rtol=1e-9)
    assert counted[0] > 40e6  # the province's own workers are counted


def test_co2_adds_up_by_producer_and_over_the_world(result: Result) -> None:
    emissions, embodied = result.panel("emissions").values, result.panel("embodied").values
    for column in ("co2_before", "co2_after"):
        gap = np.abs(embodied[column].sum(axis=2) - emissions[column])
        assert gap.max() < 1e-7 * emissions[column].sum()
        assert embodied[column].min() > -1e-6
    footprint = result.panel("footprint").values
    assert_allclose(footprint["exported_after"].sum(), footprint["imported_after"].sum(), rtol=1e-9)


def test_shares_add_up(result: Result) -> None:
    shares = result.panel("market_shares").values["share_after_pct"].sum(axis=0)
    assert_allclose(shares[shares > 0], 100.0)
    exposure = result.panel("exposure").values
    for column in ("inputs_after_pct", "sales_after_pct"):
        total = exposure[column].sum(axis=2)
        assert_allclose(total[total > 0], 100.0, rtol=1e-7)
