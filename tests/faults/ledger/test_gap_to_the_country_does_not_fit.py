"""A gap in points is not the difference of the rates."""

CODE = "gap_to_the_country_does_not_fit"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Exports rose 6.1 percent, 4.9 percentage points above the country's 2.2 percent.",
            figure("6.1 percent", "exports", growth=0.061, growth_basis="yoy", region_code="MD-A"),
            figure("4.9 percentage points", "gap_to_national_growth:exports", 4.9, "pp", region_code="MD-A"),
            figure("2.2 percent", "exports", growth=0.022, growth_basis="yoy", region="The country"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("6.10 % - 2.20 % = 3.90, printed 4.9 points")
    assert finding.expected == "3.9 percentage points"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Exports rose 6.1 percent, 3.9 percentage points above the country's 2.2 percent.",
                figure("6.1 percent", "exports", growth=0.061, growth_basis="yoy", region_code="MD-A"),
                figure("3.9 percentage points", "gap_to_national_growth:exports", 3.9, "pp", region_code="MD-A"),
                figure("2.2 percent", "exports", growth=0.022, growth_basis="yoy", region="The country"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
