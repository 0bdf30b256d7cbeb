"""Transfers that nobody pays."""

from faults.scenario.scenario_faults import faults_of


def test_the_sum_is_told():
    assert faults_of({"transfer": {"AA": 5, "BB": -3}}) == [
        (
            "scenario, transfer: transfers sum to 2; expected 0 million crowns: what one region gets another"
            " pays; name who pays, with a minus"
        ),
    ]
