"""Values that are not among the words or types allowed."""

from faults.measures.measure_faults import faults_of, written


def test_a_form_that_does_not_exist() -> None:
    assert faults_of(
        written("""\
kind = "tariff"
form = "caps"
size = { value = 120, unit = "percent" }
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml:5, measure 1, form: form = 'caps' (did you mean 'cap'?); expected 'set', 'change_pp',"
            " 'cut_pct', 'cap' or 'swiss'; correct it"
        ),
    ]


def test_a_direction_misspelt() -> None:
    assert faults_of(
        written("""\
kind = "market_access"
size = { value = 2, unit = "percent" }
direction = "export"
regions = ["N"]
partners = ["A"]
""")
    ) == [
        (
            "s.toml:6, measure 1, direction: direction = 'export' (did you mean 'exports'?); expected "
            "'exports', 'imports' or 'both'; correct it"
        ),
    ]


def test_a_closure_misspelt() -> None:
    assert faults_of(written(head='title = "T"\nclosure = { labour = "mobil" }\n')) == [
        (
            "s.toml:2, closure.labour: labour = 'mobil' (did you mean 'mobile'?); expected 'mobile' or "
            "'specific'; correct it"
        ),
    ]


def test_a_date_in_words() -> None:
    assert faults_of(
        written("""\
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
""").replace("2024-01-01", '"soon"')
    ) == [
        ("s.toml:7, measure 1, from: from = 'soon'; expected a date, as 2024-01-31; correct it"),
    ]


def test_a_size_without_end() -> None:
    assert faults_of(
        written("""\
kind = "labour"
size = { value = inf, unit = "percent" }
regions = ["N"]
""")
    ) == [
        ("s.toml:5, measure 1, size.value: value = inf; expected a finite number; correct it"),
    ]
