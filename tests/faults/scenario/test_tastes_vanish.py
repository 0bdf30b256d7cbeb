"""Final demand that leaves a region nothing to buy."""

from faults.scenario.scenario_faults import faults_of


def test_the_region_is_named():
    assert faults_of({"final_demand": {"AA": 0}}) == [
        (
            "scenario, final_demand: region 'AA' would buy nothing; expected some sector with a ratio above 0;"
            " leave it one sector that it buys from today"
        ),
    ]
