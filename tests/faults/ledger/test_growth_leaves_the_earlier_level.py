"""Growth unwinds to a level far from the one printed a year before."""

from datetime import date

CODE = "growth_leaves_the_earlier_level"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports rose 4.1 percent to 311.6 billion yuan.",
            figure("311.6 billion yuan", "exports", 311.6e9, growth=0.041, growth_basis="yoy"),
            doc="first",
        ),
        reading(
            "Exports were 281.3 billion yuan in 2022.",
            figure("281.3 billion yuan", "exports", 281.3e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
            doc="second",
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "311.6 billion CNY after 4.10 % implies 299.22 billion CNY to 299.43 billion CNY a year before; "
        "second printed 281.3 billion CNY, 6.4% away; a slip of the year, another scope, a census, or "
        "constant prices"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports rose 4.1 percent to 311.6 billion yuan.",
                figure("311.6 billion yuan", "exports", 311.6e9, growth=0.041, growth_basis="yoy"),
                doc="first",
            ),
            reading(
                "Exports were 299.2 billion yuan in 2022.",
                figure("299.2 billion yuan", "exports", 299.2e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
                doc="second",
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
