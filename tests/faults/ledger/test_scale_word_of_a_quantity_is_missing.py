"""A quantity in a list has lost its scale word."""

CODE = "scale_word_of_a_quantity_is_missing"


def test_the_fault_is_named(reading, found):
    text = "Alpha handled 768.9 million tons, Beta 315.1 million tons and Gamma 193 tons."
    (finding,) = found(reading(text), code=CODE)
    assert finding.evidence == "193 tons stands in a list of 2 others in millions"
    assert finding.expected == "193 million tons"
    assert (finding.verdict, finding.severity) == ("wrong", "tension")


def test_an_honest_text_passes(reading, found):
    text = "Alpha handled 768.9 million tons, Beta 315.1 million tons; one train carries 193 tons per trip."
    assert not found(reading(text), code=CODE)
