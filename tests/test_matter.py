"""The ranking of tariffs against runs of the economy itself."""

import pytest

import hinterland as hl
from faults.small_economy import write
from hinterland.matter import tariffs_that_matter


@pytest.fixture(scope="module")
def valleys(tmp_path_factory):
    return hl.load(write(tmp_path_factory.mktemp("valleys")))


def test_each_effect_is_what_a_small_change_does(valleys):
    assert len(tariffs_that_matter(valleys, "AA").table()) == 1  # BB levies none
    table = tariffs_that_matter(valleys, "AA", levied_only=False).table()
    assert len(table) == 2  # two borders, one traded sector
    for row in table.itertuples():
        up, down = (
            hl.run(valleys, {"tariff": {(row.importer, row.exporter, row.sector): row.tariff_pct / 100 + step}})
            for step in (1e-4, -1e-4)
        )
        change = [result.table("regions").set_index("region").real_income_pct["AA"] for result in (up, down)]
        assert row.real_income_pct_per_point == pytest.approx((change[0] - change[1]) / 0.02, rel=1e-5)


def test_it_answers_at_a_result_too(valleys):
    result = hl.run(valleys, {"tariff": {("AA", "BB"): 0.5}})
    assert tariffs_that_matter(result, "AA").table().tariff_pct.max() == pytest.approx(50)


def test_an_unknown_region_is_named(valleys):
    with pytest.raises(hl.InputError) as raised:
        tariffs_that_matter(valleys, "AB")
    assert str(raised.value) == ("sensitivity: unknown region 'AB'; expected a region of the economy; correct it")
