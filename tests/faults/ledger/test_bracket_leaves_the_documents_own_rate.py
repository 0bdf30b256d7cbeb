"""One conversion leaves the rate that the text's others share."""

from datetime import date

CODE = "bracket_leaves_the_documents_own_rate"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade was 712.4 billion yuan ($100.06 billion), exports 398.1 billion yuan ($55.91 billion), "
            "imports 314.3 billion yuan ($44.14 billion), private trade 214.77 billion yuan ($30.41 billion).",
            figure(
                "712.4 billion yuan",
                "trade_total",
                712.4e9,
                paired_value=100.06e9,
                paired_unit="USD",
                paired_low=100.055e9,
                paired_high=100.065e9,
            ),
            figure(
                "398.1 billion yuan",
                "exports",
                398.1e9,
                paired_value=55.91e9,
                paired_unit="USD",
                paired_low=55.905e9,
                paired_high=55.915e9,
            ),
            figure(
                "314.3 billion yuan",
                "imports",
                314.3e9,
                paired_value=44.14e9,
                paired_unit="USD",
                paired_low=44.135e9,
                paired_high=44.145e9,
            ),
            figure(
                "214.77 billion yuan",
                "trade_total[entity=private]",
                214.77e9,
                paired_value=30.41e9,
                paired_unit="USD",
                paired_low=30.405e9,
                paired_high=30.415e9,
            ),
            published=date(2025, 9, 10),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "214.77 billion CNY / 30.41 billion USD = 7.062 CNY per USD; the 3 other brackets of the text imply 7.12"
    )
    assert finding.expected == "30.16 billion USD"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade was 712.4 billion yuan ($100.06 billion), exports 398.1 billion yuan ($55.91 billion), "
                "imports 314.3 billion yuan ($44.14 billion), private trade 214.77 billion yuan ($30.16 billion).",
                figure(
                    "712.4 billion yuan",
                    "trade_total",
                    712.4e9,
                    paired_value=100.06e9,
                    paired_unit="USD",
                    paired_low=100.055e9,
                    paired_high=100.065e9,
                ),
                figure(
                    "398.1 billion yuan",
                    "exports",
                    398.1e9,
                    paired_value=55.91e9,
                    paired_unit="USD",
                    paired_low=55.905e9,
                    paired_high=55.915e9,
                ),
                figure(
                    "314.3 billion yuan",
                    "imports",
                    314.3e9,
                    paired_value=44.14e9,
                    paired_unit="USD",
                    paired_low=44.135e9,
                    paired_high=44.145e9,
                ),
                figure(
                    "214.77 billion yuan",
                    "trade_total[entity=private]",
                    214.77e9,
                    paired_value=30.16e9,
                    paired_unit="USD",
                    paired_low=30.155e9,
                    paired_high=30.165e9,
                ),
                published=date(2025, 9, 10),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
