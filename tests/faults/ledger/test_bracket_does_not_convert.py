"""A conversion is off and nothing explains it."""

CODE = "bracket_does_not_convert"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade reached 512.6 billion yuan ($78.2 billion).",
            figure(
                "512.6 billion yuan",
                "trade_total",
                512.6e9,
                paired_value=78200000000.0,
                paired_unit="USD",
                paired_low=78150000000.0,
                paired_high=78250000000.0,
            ),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "512.6 billion CNY / 78.2 billion USD = 6.555 CNY per USD, the ECB reference rate of 2024-01-20 "
        "is 7.191: 8.8% off"
    )
    assert finding.expected == "about 71.28 billion USD"
    assert (finding.verdict, finding.severity) == ("wrong", "tension")


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
