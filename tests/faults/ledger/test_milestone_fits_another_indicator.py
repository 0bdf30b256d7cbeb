"""A milestone that trade passed long ago is the one that exports just passed."""

CODE = "milestone_fits_another_indicator"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade was 912 billion yuan, with exports of 508 billion yuan. Trade passed 500 billion yuan in 2023.",
            figure("912 billion yuan", "trade_total", 912e9),
            figure("508 billion yuan", "exports", 508e9),
            figure("500 billion yuan", "trade_total", 500e9, qualifier="over"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "trade_total in 2023-01-01 to 2023-12-31 was 912 billion CNY; 500 billion CNY is what exports "
        "passed, at 508 billion CNY"
    )
    assert finding.expected == "exports"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade was 912 billion yuan, with exports of 508 billion yuan. Trade passed 900 billion yuan in 2023.",
                figure("912 billion yuan", "trade_total", 912e9),
                figure("508 billion yuan", "exports", 508e9),
                figure("900 billion yuan", "trade_total", 900e9, qualifier="over"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
