"""A quarterly rate is called yearly."""

from datetime import date

CODE = "growth_basis_is_confused"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "In the second quarter output grew by 2.2 percent on the year before.",
            figure(
                "2.2 percent", "gdp", growth=0.022, growth_basis="yoy", period=(date(2023, 4, 1), date(2023, 6, 30))
            ),
            doc="first",
        ),
        reading(
            "Output grew by 2.0 percent on the quarter before and by 13.6 percent on the year before.",
            figure(
                "2.0 percent", "gdp", growth=0.020, growth_basis="qoq", period=(date(2023, 4, 1), date(2023, 6, 30))
            ),
            figure(
                "13.6 percent", "gdp", growth=0.136, growth_basis="yoy", period=(date(2023, 4, 1), date(2023, 6, 30))
            ),
            doc="second",
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "printed 2.20 % (yoy) for gdp of Middling in 2023-04-01 to 2023-06-30; second has 13.6 % (yoy) "
        "and second 2.00 % (qoq)"
    )
    assert finding.expected == "basis qoq"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "In the second quarter output grew by 2.2 percent on the quarter before.",
                figure(
                    "2.2 percent", "gdp", growth=0.022, growth_basis="qoq", period=(date(2023, 4, 1), date(2023, 6, 30))
                ),
                doc="first",
            ),
            reading(
                "Output grew by 2.0 percent on the quarter before and by 13.6 percent on the year before.",
                figure(
                    "2.0 percent", "gdp", growth=0.020, growth_basis="qoq", period=(date(2023, 4, 1), date(2023, 6, 30))
                ),
                figure(
                    "13.6 percent",
                    "gdp",
                    growth=0.136,
                    growth_basis="yoy",
                    period=(date(2023, 4, 1), date(2023, 6, 30)),
                ),
                doc="second",
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
