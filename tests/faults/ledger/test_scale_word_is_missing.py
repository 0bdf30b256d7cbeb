"""An amount has lost its scale word."""

CODE = "scale_word_is_missing"


def test_the_fault_is_named(reading, found):
    (finding,) = found(reading("Investment came to 91.2 billion yuan, including 33.71 yuan in machinery."), code=CODE)[
        :1
    ]
    assert finding.evidence == ("33.71 yuan stands beside amounts in billions: read as printed it is next to nothing")
    assert finding.expected == "33.71 billion yuan"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(
            reading("Investment came to 91.2 billion yuan, at a price of 33.71 yuan in machinery."), code=CODE
        )
        if finding.verdict != "explained"
    ]
