"""A headline has another rate than the text."""

CODE = "title_differs_from_the_body"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports up 18.1 percent\nIn the year exports rose 8.1 percent.",
            figure("18.1 percent", "exports", growth=0.18100000000000002, growth_basis="yoy"),
            figure("8.1 percent", "exports", growth=0.081, growth_basis="yoy"),
            title=20,
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("the headline has 18.1 % for exports, the text 8.10 %")
    assert finding.expected == "8.10 %"
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports up 8.1 percent\nIn the year exports rose 8.1 percent.",
                figure("8.1 percent", "exports", growth=0.081, growth_basis="yoy"),
                figure("8.1 percent", "exports", growth=0.081, growth_basis="yoy"),
                title=20,
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
