"""Two documents give one rate differently."""

CODE = "growth_differs_between_documents"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports grew by 6.8 percent.",
            figure("6.8 percent", "exports", growth=0.068, growth_basis="yoy"),
            doc="first",
        ),
        reading(
            "Exports were up 4.1 percent.",
            figure("4.1 percent", "exports", growth=0.041, growth_basis="yoy"),
            doc="second",
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("exports of Middling in 2023-01-01 to 2023-12-31: 6.80 % here, 4.10 % in second (yoy)")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports grew by 4.5 percent.",
                figure("4.5 percent", "exports", growth=0.045, growth_basis="yoy"),
                doc="first",
            ),
            reading(
                "Exports were up 4.1 percent.",
                figure("4.1 percent", "exports", growth=0.041, growth_basis="yoy"),
                doc="second",
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
