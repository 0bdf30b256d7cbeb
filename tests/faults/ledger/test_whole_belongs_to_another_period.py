"""The shares of two months claim a total printed for one."""

from datetime import date

CODE = "whole_belongs_to_another_period"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade in January was 31.4 billion yuan. In the two months general trade was 27.1 billion yuan, 86.3 "
            "percent of the total, and private firms had 19.2 billion yuan, 61.1 percent.",
            figure("31.4 billion yuan", "trade_total", 31.4e9, period=(date(2023, 1, 1), date(2023, 1, 31))),
            figure(
                "27.1 billion yuan", "trade_total[mode=general]", 27.1e9, period=(date(2023, 1, 1), date(2023, 2, 28))
            ),
            figure(
                "86.3 percent",
                "share:trade_total[mode=general]",
                0.863,
                "share",
                period=(date(2023, 1, 1), date(2023, 2, 28)),
            ),
            figure(
                "19.2 billion yuan", "trade_total[entity=private]", 19.2e9, period=(date(2023, 1, 1), date(2023, 2, 28))
            ),
            figure(
                "61.1 percent",
                "share:trade_total[entity=private]",
                0.611,
                "share",
                period=(date(2023, 1, 1), date(2023, 2, 28)),
            ),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "printed for 2023-01-01 to 2023-01-31, but for 2023-01-01 to 2023-02-28 27.1 billion CNY / 86.3 "
        "% = 31.4 billion CNY, 19.2 billion CNY / 61.1 % = 31.42 billion CNY"
    )
    assert finding.expected == "31.4 billion CNY in 2023-01-01 to 2023-02-28"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade in January was 31.4 billion yuan. In the two months general trade was 27.1 billion yuan, 86.3 "
                "percent of the total, and private firms had 19.2 billion yuan, 61.1 percent.",
                figure("31.4 billion yuan", "trade_total", 31.4e9, period=(date(2023, 1, 1), date(2023, 2, 28))),
                figure(
                    "27.1 billion yuan",
                    "trade_total[mode=general]",
                    27.1e9,
                    period=(date(2023, 1, 1), date(2023, 2, 28)),
                ),
                figure(
                    "86.3 percent",
                    "share:trade_total[mode=general]",
                    0.863,
                    "share",
                    period=(date(2023, 1, 1), date(2023, 2, 28)),
                ),
                figure(
                    "19.2 billion yuan",
                    "trade_total[entity=private]",
                    19.2e9,
                    period=(date(2023, 1, 1), date(2023, 2, 28)),
                ),
                figure(
                    "61.1 percent",
                    "share:trade_total[entity=private]",
                    0.611,
                    "share",
                    period=(date(2023, 1, 1), date(2023, 2, 28)),
                ),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
