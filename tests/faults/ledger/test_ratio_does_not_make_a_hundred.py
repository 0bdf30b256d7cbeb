"""A split into three does not add up."""

CODE = "ratio_does_not_make_a_hundred"


def test_the_fault_is_named(reading, found):
    (finding,) = found(reading("The three sectors stood at 6.2:41.4:50.4."), code=CODE)[:1]
    assert finding.evidence == ("6.2 + 41.4 + 50.4 = 98.0, not 100")
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(reading("The three sectors stood at 6.2:41.4:52.4."), code=CODE)
        if finding.verdict != "explained"
    ]
