"""One month is larger than the year that holds it."""

from datetime import date

CODE = "part_of_the_year_is_larger_than_the_year"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports were 41.2 billion yuan in March.\nThey were 38.9 billion yuan in the year.",
            figure("41.2 billion yuan", "exports", 41.2e9, period=(date(2023, 3, 1), date(2023, 3, 31))),
            figure("38.9 billion yuan", "exports", 38.9e9),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "41.2 billion CNY in 2023-03-01 to 2023-03-31 against 38.9 billion CNY in 2023-01-01 to 2023-12-31"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports were 4.12 billion yuan in March.\nThey were 38.9 billion yuan in the year.",
                figure("4.12 billion yuan", "exports", 4.12e9, period=(date(2023, 3, 1), date(2023, 3, 31))),
                figure("38.9 billion yuan", "exports", 38.9e9),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
