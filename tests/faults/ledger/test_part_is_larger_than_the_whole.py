"""Trade with one partner is larger than all trade."""

CODE = "part_is_larger_than_the_whole"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade came to 64.2 billion yuan, of which ASEAN took 71.3 billion yuan.",
            figure("64.2 billion yuan", "trade_total", 64.2e9),
            figure("71.3 billion yuan", "trade_total[partner=ASEAN]", 71.3e9),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("trade_total[partner=ASEAN] is 71.3 billion CNY, more than the whole, 64.2 billion CNY")
    assert finding.expected == "at most 64.2 billion CNY"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade came to 64.2 billion yuan, of which ASEAN took 17.3 billion yuan.",
                figure("64.2 billion yuan", "trade_total", 64.2e9),
                figure("17.3 billion yuan", "trade_total[partner=ASEAN]", 17.3e9),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
