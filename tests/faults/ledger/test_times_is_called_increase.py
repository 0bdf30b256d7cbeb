"""A ratio is called an increase."""

from datetime import date

CODE = "times_is_called_increase"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Workshops jumped from 1,204 in 2013 to 6,381 in 2023, an increase of 5.3 times.",
            figure("1,204", "workshops", 1204.0, "count", period=(date(2013, 1, 1), date(2013, 12, 31))),
            figure("6,381", "workshops", 6381.0, "count"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("6,381 / 1,204 = 5.3: 5.3 times as many, an increase of 4.3 times")
    assert finding.expected == "5.3 times as many, or an increase of 4.3 times"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Workshops jumped from 1,204 in 2013 to 6,381 in 2023, an increase of 4.3 times.",
                figure("1,204", "workshops", 1204.0, "count", period=(date(2013, 1, 1), date(2013, 12, 31))),
                figure("6,381", "workshops", 6381.0, "count"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
