"""Rebates of which nobody knows who pays."""

from faults.measures.measure_faults import faults_of, written


def test_a_rebate_that_nobody_pays() -> None:
    assert faults_of(
        written("""\
kind = "export_rebate"
size = { value = 5, unit = "pp" }
paid_by = "country"
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml:3, measure 1: paid_by = 'country' without country; expected both, or neither; name "
            "the regions that share the bill"
        ),
    ]
