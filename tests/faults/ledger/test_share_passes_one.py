"""A share is more than all."""

CODE = "share_passes_one"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Private firms had 171.2 percent of trade.",
            figure("171.2 percent", "share:trade_total[entity=private]", 1.712, "share"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("171.2 % of a whole is more than all of it")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Private firms had 71.2 percent of trade.",
                figure("71.2 percent", "share:trade_total[entity=private]", 0.712, "share"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
