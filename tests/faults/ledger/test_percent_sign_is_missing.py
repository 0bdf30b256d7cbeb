"""A rate stands without its unit beside rates that have it."""

CODE = "percent_sign_is_missing"


def test_the_fault_is_named(reading, found):
    (finding,) = found(reading("Output rose by 1.2 percent in Alpha and was up by 0.7 in Beta."), code=CODE)[:1]
    assert finding.evidence == ("0.7 has no unit, the other rates of the sentence are in percent")
    assert finding.expected == "0.7 percent, or another figure"
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(
            reading("Output rose by 1.2 percent in Alpha and was up by 0.7 percent in Beta."), code=CODE
        )
        if finding.verdict != "explained"
    ]
