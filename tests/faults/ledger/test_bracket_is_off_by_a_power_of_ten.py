"""A conversion has the wrong scale word."""

CODE = "bracket_is_off_by_a_power_of_ten"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade reached 512.6 billion yuan ($71.44 million).",
            figure(
                "512.6 billion yuan",
                "trade_total",
                512.6e9,
                paired_value=71440000.0,
                paired_unit="USD",
                paired_low=71435000.0,
                paired_high=71445000.0,
            ),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "512.6 billion CNY / 71.44 million USD = 7175.3 CNY per USD, the ECB reference rate of "
        "2024-01-20 is 7.191: a factor of 1e-03 lies between them"
    )
    assert finding.expected == "71.44 billion USD"
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
