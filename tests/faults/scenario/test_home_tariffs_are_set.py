"""A tariff of a region on itself."""

from faults.scenario.scenario_faults import faults_of


def test_the_region_is_named():
    assert faults_of({"tariff": {("BB", "BB"): 0.1}}) == [
        (
            "scenario, tariff: a tariff of region 'BB' on itself; expected 0 where importer = exporter; name"
            " another exporter; a tax on all output is production_tax"
        ),
    ]
