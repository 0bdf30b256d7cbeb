"""A share of the industries counted is called a growth rate."""

CODE = "share_is_called_growth"


def test_the_fault_is_named(reading, found):
    (finding,) = found(
        reading("Of the 38 branches, 29 of 38 expanded, with a growth rate of 76.3 percent."), code=CODE
    )[:1]
    assert finding.evidence == ("29 / 38 = 76.3 %: the share of those that grew, not a growth rate")
    assert finding.expected == "76.3 percent of the 38"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(
            reading("Of the 38 branches, 29 of 38 expanded, with a growth rate of 6.3 percent."), code=CODE
        )
        if finding.verdict != "explained"
    ]
