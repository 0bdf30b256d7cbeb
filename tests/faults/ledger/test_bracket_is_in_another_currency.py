"""A conversion is in euros and says dollars."""

CODE = "bracket_is_in_another_currency"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade reached 512.6 billion yuan ($65.68 billion).",
            figure(
                "512.6 billion yuan",
                "trade_total",
                512.6e9,
                paired_value=65680000000.0,
                paired_unit="USD",
                paired_low=65675000000.0,
                paired_high=65685000000.0,
            ),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "512.6 billion CNY / 65.68 billion USD = 7.8045, the ECB reference rate of 2024-01-20 is 7.191; "
        "CNY per EUR fits within 0.5%"
    )
    assert finding.expected == "65.68 billion EUR"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade reached 512.6 billion yuan ($71.44 billion).",
                figure(
                    "512.6 billion yuan",
                    "trade_total",
                    512.6e9,
                    paired_value=71440000000.0,
                    paired_unit="USD",
                    paired_low=71435000000.0,
                    paired_high=71445000000.0,
                ),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
