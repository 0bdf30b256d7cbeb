"""Taxes on exports or output that leave no price."""

from faults.measures.measure_faults import faults_of, written


def test_taxes_of_more_than_the_price() -> None:
    assert faults_of(
        written(
            """\
kind = "export_rebate"
size = { value = -99, unit = "pp" }
regions = ["N"]
partners = ["A"]
""",
            """\
kind = "export_rebate"
size = { value = -50, unit = "pp" }
regions = ["N"]
partners = ["A"]
""",
        )
    ) == [
        (
            "s.toml: taxes on exports that take all of the price: A, N, food and 2 more; expected rates "
            "that leave something to the producer; make the measures on these cells smaller"
        ),
    ]


def test_carbon_that_costs_more_than_sales() -> None:
    assert faults_of(
        written("""\
kind = "carbon_price"
size = { value = 900000, unit = "USD per tonne" }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        (
            "s.toml: taxes on output that take all of the price: N, cloth; expected rates that leave "
            "something to the producer; make the measures on these cells smaller"
        ),
    ]
