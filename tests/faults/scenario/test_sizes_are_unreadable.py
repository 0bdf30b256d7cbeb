"""A size that is neither a number nor a change."""

from faults.scenario.scenario_faults import faults_of


def test_a_per_cent_without_a_sign_could_be_a_level_or_a_change():
    assert faults_of({"tariff": {("AA", "BB"): "5%"}}) == [
        (
            "scenario, tariff[AA, BB]: size '5%'; expected a rate such as 0.05 or a change such as +5pp or -10%;"
            " write the size so; a change needs its sign"
        ),
    ]


def test_words_and_nothing():
    assert faults_of({"productivity": {"AA": "more"}, "transfer": {"AA": None}}) == [
        (
            "scenario, productivity[AA]: size 'more'; expected a ratio such as 1.05 or a change such as +5%;"
            " write the size so; a change needs its sign"
        ),
        "scenario, transfer[AA]: size None; expected an amount of money; write the size so",
    ]


def test_a_truth_value_is_no_number():
    assert faults_of({"tariff": {("AA", "BB"): True}}) == [
        (
            "scenario, tariff[AA, BB]: size True; expected a rate such as 0.05 or a change such as +5pp or -10%;"
            " write the size so; a change needs its sign"
        ),
    ]
