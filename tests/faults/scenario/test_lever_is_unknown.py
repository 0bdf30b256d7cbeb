"""A lever that does not exist."""

from faults.scenario.scenario_faults import faults_of


def test_the_nearest_is_offered():
    assert faults_of({"tarif": {"AA": 0}}) == [
        (
            "scenario: unknown lever 'tarif' (did you mean 'tariff'?); expected one of tariff, export_tax,"
            " production_tax, iceberg_cost, productivity, labour, final_demand, transfer; correct it"
        ),
    ]


def test_several_come_at_once():
    assert faults_of({"wages": {}, 3: {}}) == [
        (
            "scenario: unknown lever 'wages'; expected one of tariff, export_tax, production_tax, iceberg_cost,"
            " productivity, labour, final_demand, transfer; correct it"
        ),
        (
            "scenario: unknown lever '3'; expected one of tariff, export_tax, production_tax, iceberg_cost,"
            " productivity, labour, final_demand, transfer; correct it"
        ),
    ]
