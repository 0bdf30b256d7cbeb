"""Sizes beyond what is possible."""

from faults.measures.measure_faults import faults_of, written


def test_a_cut_of_more_than_all() -> None:
    assert faults_of(
        written("""\
kind = "tariff"
form = "cut_pct"
size = { value = 120, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:3, measure 1: 120 percent; expected 0 to 100 percent; correct the size"),
    ]


def test_a_share_above_all() -> None:
    assert faults_of(
        written("""\
kind = "settlement"
size = { value = 140, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:5, measure 1, size: 140 percent; expected 0 to 100 percent; correct the size"),
    ]


def test_a_saving_of_all_cost() -> None:
    assert faults_of(
        written("""\
kind = "productivity"
size = { value = 100, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        ("s.toml:5, measure 1, size: 100 percent; expected -900 to 99 percent; correct the size"),
    ]


def test_a_price_of_nothing() -> None:
    assert faults_of(
        written("""\
kind = "quality"
size = { value = -100, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        ("s.toml:5, measure 1, size: -100 percent; expected -99 to 900 percent; correct the size"),
    ]


def test_a_discount_of_more_than_all() -> None:
    assert faults_of(
        written("""\
kind = "import_support"
size = { value = 50, unit = "pp" }
years = { value = 20, unit = "years" }
eligible = { value = 90, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        ("s.toml:5, measure 1, size: a discount of 900%; expected less than 100 percent of the value; make it smaller"),
    ]
