"""A text says tripled of what grew fivefold."""

from datetime import date

CODE = "multiple_does_not_fit"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Output tripled from 12.1 million tons in 2013 to 61.4 million tons in 2023.",
            figure("12.1 million tons", "steel_output", 12.1e6, "t", period=(date(2013, 1, 1), date(2013, 12, 31))),
            figure("61.4 million tons", "steel_output", 61.4e6, "t"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("61.4 million t / 12.1 million t = 5.07, which is not “tripled”")
    assert finding.expected == "5.1 times as much"
    assert (finding.verdict, finding.severity) == ("wrong", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Output tripled from 12.1 million tons in 2013 to 37.4 million tons in 2023.",
                figure("12.1 million tons", "steel_output", 12.1e6, "t", period=(date(2013, 1, 1), date(2013, 12, 31))),
                figure("37.4 million tons", "steel_output", 37.4e6, "t"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
