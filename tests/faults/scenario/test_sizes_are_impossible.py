"""A size out of the range of its lever."""

from faults.scenario.scenario_faults import faults_of


def test_a_rate_that_takes_everything():
    assert faults_of({"tariff": {("AA", "BB"): -1}}) == [
        (
            "scenario, tariff[AA, BB]: size -1; expected a rate above -1 (0.05 is 5 %), or a change in pp or %;"
            " correct the size"
        ),
    ]


def test_an_infinite_rate():
    assert faults_of({"tariff": {("AA", "BB"): "inf"}}) == [
        (
            "scenario, tariff[AA, BB]: size 'inf'; expected a rate above -1 (0.05 is 5 %), or a change in pp or"
            " %; correct the size"
        ),
    ]


def test_points_of_a_ratio():
    assert faults_of({"labour": {"AA": "+3pp"}}) == [
        (
            "scenario, labour[AA]: size '+3pp'; expected a ratio above 0 (1.05 is 5 % more), or a change in %;"
            " correct the size"
        ),
    ]


def test_per_cents_of_money():
    assert faults_of({"transfer": {"AA": "+3%"}}) == [
        "scenario, transfer[AA]: size '+3%'; expected an amount in the economy's currency; correct the size",
    ]


def test_negative_tastes():
    assert faults_of({"final_demand": {"AA": -0.1}}) == [
        (
            "scenario, final_demand[AA]: size -0.1; expected a ratio of 0 or more (1.05 is 5 % more), or a"
            " change in %; correct the size"
        ),
    ]
