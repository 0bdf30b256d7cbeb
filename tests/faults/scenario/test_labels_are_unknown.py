"""A label that the economy does not have."""

from faults.scenario.scenario_faults import faults_of


def test_groups_are_offered_too():
    assert faults_of({"tariff": {("AA", "boht"): 0}}) == [
        (
            "scenario, tariff[AA, boht]: unknown exporter 'boht' (did you mean 'both'?); expected the code of a"
            " region, a group, or *; correct it; `hinterland show` lists them"
        ),
    ]


def test_a_sector():
    assert faults_of({"productivity": {("AA", "fod"): 1.1}}) == [
        (
            "scenario, productivity[AA, fod]: unknown sector 'fod' (did you mean 'food'?); expected the code of"
            " a sector, or *; correct it; `hinterland show` lists them"
        ),
    ]
