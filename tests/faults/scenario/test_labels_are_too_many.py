"""A place with more labels than the lever has axes."""

from faults.scenario.scenario_faults import faults_of


def test_the_axes_are_listed():
    assert faults_of({"productivity": {("AA", "food", "BB"): 1.1}}) == [
        "scenario, productivity[AA, food, BB]: 3 labels; expected at most 2: region, sector; remove the rest",
    ]
