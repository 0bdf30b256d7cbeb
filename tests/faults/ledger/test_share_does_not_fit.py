"""A printed share is not the quotient of the part and the whole."""

CODE = "share_does_not_fit"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade was 640 billion yuan; foreign firms traded 178.4 billion yuan, 26.3 percent of it.",
            figure("640 billion yuan", "trade_total", 640e9),
            figure("178.4 billion yuan", "trade_total[entity=foreign]", 178.4e9),
            figure("26.3 percent", "share:trade_total[entity=foreign]", 0.263, "share"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "178.4 billion CNY / 640 billion CNY = 27.9 %, printed 26.3 %; the share stands for 167.87 "
        "billion CNY to 168.77 billion CNY"
    )
    assert finding.expected == "168.4 billion CNY"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade was 640 billion yuan; foreign firms traded 168.4 billion yuan, 26.3 percent of it.",
                figure("640 billion yuan", "trade_total", 640e9),
                figure("168.4 billion yuan", "trade_total[entity=foreign]", 168.4e9),
                figure("26.3 percent", "share:trade_total[entity=foreign]", 0.263, "share"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
