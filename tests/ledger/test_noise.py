"""Numbers that are no figures, and runs of numbers that are no sentences: neither is read, both are counted."""

import pytest

from hinterland.ledger.documents.noise import MOST_NUMBERS, shown
from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read

PLAIN = "Exports of Hubei reached {} yuan in 2023."


@pytest.mark.parametrize(
    "number",
    [
        "9" * 10_000,
        "9" * 21,
        "123," * 8 + "123",
        f"1.{'3' * 10_000} billion",
        f"1.{'3' * 21} billion",
        "1e99999",
        "2.5e6",
        "2.5E+6",
        "2.5 × 10^6",
        "2.5 x 10**6",
        "3×10⁸",
        "10^8",
    ],
    ids=lambda number: number[:12],
)
def test_such_a_number_is_no_figure(number):
    """Not a part of it either: 10,000 digits once were nine yuan."""
    reading = read(document(PLAIN.format(number)))
    assert [row for row in reading.statistics if row.value is not None] == []
    (passed,) = reading.passed
    assert (passed.kind, reading.unread) == ("number", 1)
    assert reading.document.text[passed.start : passed.end] in number


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("20,892,376,700,000,000", 2.08923767e16),
        ("12345678901234567890", 1.23456789012e19),
        ("1.3333333333333333 billion", 1.33333333333e9),
        ("2.5 billion", 2.5e9),
    ],
)
def test_a_long_number_is_a_figure_still(number, value):
    reading = read(document(PLAIN.format(number)))
    assert [row.value for row in reading.statistics] == [value]
    assert reading.passed == ()


def test_growth_as_a_power_is_not_read_and_the_rest_of_the_sentence_is():
    reading = read(document("Exports of Hubei grew 1e99999 percent in 2023 and imports of Hubei grew 4 percent."))
    assert [row.growth for row in reading.statistics] == [0.04]


def test_years_and_codes_in_a_row_are_no_long_number():
    text = "In 2019,2020,2021,2022,2023 and 2024 the E5 and 3E lines of Hubei exported 5 billion yuan by 10.10.10.10."
    assert read(document(text)).passed == ()


def test_a_run_of_numbers_is_no_sentence():
    reading = read(
        document(f"Exports of Hubei rose 5 percent in 2023.\n\n{'1,' * 900}\n\nImports of Hubei rose 4 percent.")
    )
    assert [row.growth for row in reading.statistics] == [0.05, 0.04]
    assert [(row.kind, row.numbers) for row in reading.passed] == [("run", 900)]
    assert reading.unread == 900


def test_a_row_of_digits_is_no_sentence_and_a_short_one_may_be():
    lines = (
        "Exports of Hubei rose 5 percent in 2023.",
        "12.5 13.4 15.6 17.8 19.9",
        "Tel: +49 40 37709 102",
        "5.6:44.7:9.7",
    )
    text = "\n\n".join(lines)
    assert [(row.kind, row.numbers) for row in read(document(text)).passed] == [("run", 5)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_semicolons_part_is_read_part_by_part(language):
    part = {"en": "exports of Hubei rose 5 percent to 5.1 billion yuan; ", "zh": "湖北出口增长5%，达51亿元；"}[language]
    count = MOST_NUMBERS // 2 + 5
    reading = read(document(part * count + ("." if language == "en" else "。")))
    assert reading.unread == 0
    assert [row.growth for row in reading.statistics if row.growth] == [0.05] * count


def test_a_long_stretch_is_shown_by_its_ends():
    (passed,) = read(document(PLAIN.format("9" * 40))).passed
    assert shown(PLAIN.format("9" * 40), passed) == "999999999999…9999"
