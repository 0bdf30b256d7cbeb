"""A scenario that is no mapping."""

from faults.scenario.scenario_faults import faults_of


def test_a_list():
    assert faults_of(["tariff"]) == [
        (
            'scenario: a list; expected a mapping from levers to places and sizes, such as {"tariff":'
            ' {("IMPORTER", "EXPORTER"): 0.05}}; write it so; {} changes nothing'
        ),
    ]
