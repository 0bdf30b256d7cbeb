"""Units that an argument does not have."""

from faults.measures.measure_faults import faults_of, written


def test_a_new_rate_in_points() -> None:
    assert faults_of(
        written("""\
kind = "tariff"
form = "set"
size = { value = 5, unit = "pp" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:3, measure 1: unit 'pp'; expected percent where form is set; correct the unit"),
    ]


def test_a_unit_and_a_mode_misspelt() -> None:
    assert faults_of(
        written("""\
kind = "freight"
mode = "train"
size = { value = 3, unit = "day" }
mode_share = { value = 10, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:6, measure 1, size: unit 'day' (did you mean 'days'?); expected percent or days; correct the unit"),
        (
            "s.toml:5, measure 1, mode: mode = 'train' (did you mean 'rail'?); expected 'rail', 'sea', "
            "'road', 'air', 'river', 'pipeline' or 'any'; correct it"
        ),
    ]


def test_a_cut_in_per_cent() -> None:
    assert faults_of(
        written("""\
kind = "credit"
size = { value = 2, unit = "percent" }
served = { value = 10, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        ("s.toml:5, measure 1, size: unit 'percent'; expected pp; correct the unit"),
    ]


def test_a_tonne_misspelt() -> None:
    assert faults_of(
        written("""\
kind = "carbon_price"
size = { value = 100, unit = "yuan per ton" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        (
            "s.toml:5, measure 1, size: unit 'yuan per ton' (did you mean 'yuan per tonne'?); expected "
            "USD per tonne, yuan per tonne, RMB per tonne, CNY per tonne, euro per tonne, EUR per tonne "
            "…; correct the unit"
        ),
    ]


def test_money_without_a_currency() -> None:
    assert faults_of(
        written("""\
kind = "transfer"
size = { value = 2, unit = "million" }
regions = ["N"]
payers = ["S"]
""")
    ) == [
        (
            "s.toml:5, measure 1, size: unit 'million' (did you mean 'million USD'?); expected USD, "
            "thousand USD, 10 thousand USD, million USD, 100 million USD, billion USD …; correct the unit"
        ),
    ]
