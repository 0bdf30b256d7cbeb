"""A rank without a year contradicts another document's."""

CODE = "rank_differs_between_documents"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "The province ranks fifth nationwide in foreign capital.",
            figure("ranks fifth", "fdi_used", rank=5, rank_scope="China"),
            doc="first",
        ),
        reading(
            "In 2023 it was fourth for three years in a row.",
            figure("fourth", "fdi_used", rank=4, rank_scope="China"),
            doc="second",
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "fdi_used of Middling: rank 5 in China with no year here, rank 4 in 2023-01-01 to 2023-12-31 for three"
        " years in a row in second: a contradiction in that year, a change of place in another"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "The province ranks fourth nationwide in foreign capital.",
                figure("ranks fourth", "fdi_used", rank=4, rank_scope="China"),
                doc="first",
            ),
            reading(
                "In 2023 it was fourth for three years in a row.",
                figure("fourth", "fdi_used", rank=4, rank_scope="China"),
                doc="second",
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
