"""Two documents put one level at different powers of ten."""

CODE = "level_differs_between_documents"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading("Exports were 31.16 billion yuan.", figure("31.16 billion yuan", "exports", 31.16e9), doc="first"),
        reading("Exports reached 311.6 billion yuan.", figure("311.6 billion yuan", "exports", 311.6e9), doc="second"),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "exports of Middling in 2023-01-01 to 2023-12-31: 31.16 billion CNY here, 311.6 billion CNY in "
        "second, 90.0% apart; ten to the 1 lies between them"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports were 311.62 billion yuan.", figure("311.62 billion yuan", "exports", 311.62e9), doc="first"
            ),
            reading(
                "Exports reached 311.6 billion yuan.", figure("311.6 billion yuan", "exports", 311.6e9), doc="second"
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
