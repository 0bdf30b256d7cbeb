"""The trade of all kinds of owners passes the whole."""

CODE = "parts_are_larger_than_the_whole"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Of 640 billion yuan, private firms traded 402.5 billion yuan, foreign ones 198.4 billion yuan, "
            "state ones 95.1 billion yuan.",
            figure("640 billion yuan", "trade_total", 640e9),
            figure("402.5 billion yuan", "trade_total[entity=private]", 402.5e9),
            figure("198.4 billion yuan", "trade_total[entity=foreign]", 198.4e9),
            figure("95.1 billion yuan", "trade_total[entity=state]", 95.1e9),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "402.5 billion CNY + 198.4 billion CNY + 95.1 billion CNY = 695.85 billion CNY to 696.15 billion"
        " CNY, more than the whole, 639.5 billion CNY to 640.5 billion CNY"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Of 640 billion yuan, private firms traded 402.5 billion yuan, foreign ones 148.4 billion yuan, "
                "state ones 85.1 billion yuan.",
                figure("640 billion yuan", "trade_total", 640e9),
                figure("402.5 billion yuan", "trade_total[entity=private]", 402.5e9),
                figure("148.4 billion yuan", "trade_total[entity=foreign]", 148.4e9),
                figure("85.1 billion yuan", "trade_total[entity=state]", 85.1e9),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
