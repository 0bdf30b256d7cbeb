"""Two copies of a story put its figures into different years."""

from datetime import date

CODE = "year_differs_between_copies"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "In 2023 exports were 311.62 billion yuan, up 4.1 percent; imports 204.55 billion yuan; trade 516.17 "
            "billion yuan.",
            figure("311.62 billion yuan", "exports", 311.62e9, growth=0.041, growth_basis="yoy"),
            figure("204.55 billion yuan", "imports", 204.55e9),
            figure("516.17 billion yuan", "trade_total", 516.17e9),
            doc="first",
            published=date(2024, 1, 18),
        ),
        reading(
            "In 2022 exports were 311.62 billion yuan, up 4.1 percent; imports 204.55 billion yuan; trade 516.17 "
            "billion yuan.",
            figure(
                "311.62 billion yuan",
                "exports",
                311.62e9,
                growth=0.041,
                growth_basis="yoy",
                period=(date(2022, 1, 1), date(2022, 12, 31)),
            ),
            figure("204.55 billion yuan", "imports", 204.55e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
            figure("516.17 billion yuan", "trade_total", 516.17e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
            doc="second",
            published=date(2024, 1, 19),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "311.62 billion CNY stands for 2022-01-01 to 2022-12-31 here, and with the same figures for "
        "2023-01-01 to 2023-12-31 in first; this text appeared 384 days after the period it names"
    )
    assert finding.expected == "2023"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "In 2023 exports were 311.62 billion yuan, up 4.1 percent; imports 204.55 billion yuan; trade 516.17 "
                "billion yuan.",
                figure("311.62 billion yuan", "exports", 311.62e9, growth=0.041, growth_basis="yoy"),
                figure("204.55 billion yuan", "imports", 204.55e9),
                figure("516.17 billion yuan", "trade_total", 516.17e9),
                doc="first",
                published=date(2024, 1, 18),
            ),
            reading(
                "In 2023 exports were 311.62 billion yuan, up 4.1 percent; imports 204.55 billion yuan; trade 516.17 "
                "billion yuan.",
                figure("311.62 billion yuan", "exports", 311.62e9, growth=0.041, growth_basis="yoy"),
                figure("204.55 billion yuan", "imports", 204.55e9),
                figure("516.17 billion yuan", "trade_total", 516.17e9),
                doc="second",
                published=date(2024, 1, 19),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
