"""Codes that the economy does not have."""

from faults.measures.measure_faults import faults_of, written


def test_a_user_misspelt() -> None:
    assert faults_of(
        written("""\
kind = "import_support"
size = { value = 2, unit = "pp" }
eligible = { value = 90, unit = "percent" }
users = ["clothe"]
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml:7, measure 1, users: unknown sector 'clothe' (did you mean 'cloth'?); expected a code"
            " of the economy, or *; correct it; `hinterland show` lists them"
        ),
    ]


def test_names_in_place_of_codes() -> None:
    assert faults_of(
        written("""\
kind = "productivity"
size = { value = 2, unit = "percent" }
regions = ["North"]
sectors = ["Clothe"]
""")
    ) == [
        (
            "s.toml:6, measure 1, regions: unknown region 'North' (did you mean 'N'?); expected a code or"
            " group of the economy, or *; correct it; `hinterland show` lists them"
        ),
        (
            "s.toml:7, measure 1, sectors: unknown sector 'Clothe' (did you mean 'cloth'?); expected a "
            "code of the economy, or *; correct it; `hinterland show` lists them"
        ),
    ]
