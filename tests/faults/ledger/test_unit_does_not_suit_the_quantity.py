"""Energy is printed in kilowatts."""

CODE = "unit_does_not_suit_the_quantity"


def test_the_fault_is_named(reading, found):
    (finding,) = found(reading("Power generation reached 115 billion kW in the year."), code=CODE)[:1]
    assert finding.evidence == ("“Power generation reached 115 billion kW”: the quantity is an energy, as kWh or TWh")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "tension")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(reading("Power generation reached 115 billion kWh in the year."), code=CODE)
        if finding.verdict != "explained"
    ]
