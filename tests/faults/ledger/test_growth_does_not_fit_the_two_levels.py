"""A sentence prints two levels and a rate that does not lie between them."""

from datetime import date

CODE = "growth_does_not_fit_the_two_levels"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports grew 18.3 percent from 71.8 billion yuan in 2022 to 79.9 billion yuan in 2023.",
            figure("71.8 billion yuan", "exports", 71.8e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
            figure(
                "79.9 billion yuan",
                "exports",
                79.9e9,
                growth=0.183,
                growth_basis="yoy",
                growth_low=0.1825,
                growth_high=0.1835,
            ),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("79.9 billion CNY / 71.8 billion CNY - 1 = 11.13 to 11.43 %, printed 18.3 %")
    assert finding.expected == "11.13 to 11.43 %"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports grew 11.3 percent from 71.8 billion yuan in 2022 to 79.9 billion yuan in 2023.",
                figure("71.8 billion yuan", "exports", 71.8e9, period=(date(2022, 1, 1), date(2022, 12, 31))),
                figure(
                    "79.9 billion yuan",
                    "exports",
                    79.9e9,
                    growth=0.113,
                    growth_basis="yoy",
                    growth_low=0.1125,
                    growth_high=0.1135,
                ),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
