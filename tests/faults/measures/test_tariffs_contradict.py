"""Two measures that set different tariffs on the same trade."""

from faults.measures.measure_faults import faults_of, written


def test_two_rates_for_one_trade() -> None:
    assert faults_of(
        written(
            """\
kind = "tariff"
form = "set"
size = { value = 5, unit = "percent" }
regions = ["N"]
partners = ["A"]
""",
            """\
kind = "tariff"
form = "set"
size = { value = 0, unit = "percent" }
regions = ["N"]
partners = ["*"]
""",
        )
    ) == [
        (
            "s.toml:16, measure 2, size: 'tariff 2' sets 0 percent where 'tariff 1' (measure 1) sets 5: "
            "N, A, food and 2 more; expected one rate for each trade flow; narrow one of the two, or "
            "remove it"
        ),
    ]
