"""Keys that must be there."""

from faults.measures.measure_faults import faults_of, written


def test_support_without_its_share() -> None:
    assert faults_of(
        written("""\
kind = "import_support"
size = { value = 2, unit = "pp" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml:3, measure 1, eligible: no key 'eligible'; expected a required key: share of these "
            "imports that qualifies; add it"
        ),
    ]


def test_a_size_without_unit() -> None:
    assert faults_of(
        written("""\
kind = "production_support"
size = { value = 5 }
regions = ["N"]
sectors = ["cloth"]
""")
    ) == [
        (
            "s.toml:5, measure 1, size.unit: no unit; expected unit = 'percent'; add it: a size without a"
            " unit means nothing"
        ),
    ]


def test_power_without_its_sector() -> None:
    assert faults_of(
        written("""\
kind = "power"
size = { value = 2, unit = "percent" }
regions = ["N"]
""")
    ) == [
        (
            "s.toml:3, measure 1, sectors: no key 'sectors'; expected a required key: codes of the "
            "sectors that make electricity; add it"
        ),
    ]


def test_a_transfer_without_payers() -> None:
    assert faults_of(
        written("""\
kind = "transfer"
size = { value = 2, unit = "million yuan" }
regions = ["N"]
""")
    ) == [
        (
            "s.toml:3, measure 1, payers: no key 'payers'; expected a required key: codes or groups of "
            "the regions that pay; add it"
        ),
    ]
