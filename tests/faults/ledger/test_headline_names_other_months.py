"""A headline names the wrong half of the year."""

CODE = "headline_names_other_months"


def test_the_fault_is_named(reading, found):
    (finding,) = found(reading("Trade up in H2\nIn the first half trade rose 4 percent.", title=14), code=CODE)
    assert finding.evidence == "the headline is about Jul-Dec, the text about Jan-Jun"
    assert finding.expected == "Jan-Jun"
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found):
    assert not found(reading("Trade up in H1\nIn the first six months trade rose 4 percent.", title=14), code=CODE)
