"""Shares by ownership add up to more than all."""

CODE = "shares_pass_one"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Private firms had 71.2 percent of trade, foreign ones 33.4 percent.",
            figure("71.2 percent", "share:trade_total[entity=private]", 0.712, "share"),
            figure("33.4 percent", "share:trade_total[entity=foreign]", 0.334, "share"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("71.2 % + 33.4 % = 104.6 %, more than the whole")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Private firms had 71.2 percent of trade, foreign ones 28.8 percent.",
                figure("71.2 percent", "share:trade_total[entity=private]", 0.712, "share"),
                figure("28.8 percent", "share:trade_total[entity=foreign]", 0.288, "share"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
