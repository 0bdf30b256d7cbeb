"""Exports and imports do not make the trade printed."""

CODE = "parts_do_not_add_up"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade reached 812.4 billion yuan. Exports were 501.3 billion yuan and imports 331.1 billion yuan.",
            figure("812.4 billion yuan", "trade_total", 812.4e9),
            figure("501.3 billion yuan", "exports", 501.3e9),
            figure("331.1 billion yuan", "imports", 331.1e9),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "501.3 billion CNY + 331.1 billion CNY = 832.3 billion CNY to 832.5 billion CNY, printed 812.4 billion CNY"
    )
    assert finding.expected == "832.3 billion CNY to 832.5 billion CNY"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade reached 832 billion yuan. Exports were 501.3 billion yuan and imports 331.1 billion yuan.",
                figure("832 billion yuan", "trade_total", 832e9),
                figure("501.3 billion yuan", "exports", 501.3e9),
                figure("331.1 billion yuan", "imports", 331.1e9),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
