"""A result is reported before its period was over."""

from datetime import date

CODE = "period_has_not_ended"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "In 2023 exports were 38.9 billion yuan, up 4 percent.",
            figure("38.9 billion yuan", "exports", 38.9e9, growth=0.04, growth_basis="yoy"),
            published=date(2023, 7, 18),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("2023-01-01 to 2023-12-31 had not ended when the text appeared on 2023-07-18")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "In 2023 exports will reach 38.9 billion yuan, up 4 percent.",
                figure("38.9 billion yuan", "exports", 38.9e9, growth=0.04, growth_basis="yoy"),
                published=date(2023, 7, 18),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
