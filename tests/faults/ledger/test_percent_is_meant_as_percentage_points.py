"""The change of a share is printed in percent."""

CODE = "percent_is_meant_as_percentage_points"


def test_the_fault_is_named(reading, found):
    (finding,) = found(
        reading("The service industry's share increased by 1.4 percent over the year before."), code=CODE
    )[:1]
    assert finding.evidence == (
        "“share increased by 1.4 percent”: the change of a share or rate is a difference of percentages"
    )
    assert finding.expected == "1.4 percentage points"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found):
    assert not [
        finding
        for finding in found(
            reading("The service industry's share increased by 1.4 percentage points over the year before."), code=CODE
        )
        if finding.verdict != "explained"
    ]
