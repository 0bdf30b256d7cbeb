"""A text says more than a threshold that its own levels do not pass."""

from datetime import date

CODE = "threshold_is_not_passed"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports were up more than 30 percent. They came to 64.7 billion yuan, against 49.9 billion yuan the "
            "year before.",
            figure("30 percent", "exports", growth=0.30, growth_basis="yoy", qualifier="over"),
            figure("64.7 billion yuan", "exports", 64.7e9),
            figure("49.9 billion yuan", "exports", 49.9e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("64.7 billion CNY / 49.9 billion CNY - 1 = 29.43 to 29.89 %, not more than 30.0 %")
    assert finding.expected == "nearly 30.0 %"
    assert (finding.verdict, finding.severity) == ("rounding", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports were up more than 30 percent. They came to 65.7 billion yuan, against 49.9 billion yuan the "
                "year before.",
                figure("30 percent", "exports", growth=0.30, growth_basis="yoy", qualifier="over"),
                figure("65.7 billion yuan", "exports", 65.7e9),
                figure("49.9 billion yuan", "exports", 49.9e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
