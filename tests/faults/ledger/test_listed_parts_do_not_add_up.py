"""A list that claims to be all of a total adds up to something else."""

CODE = "listed_parts_do_not_add_up"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "The four ports handled a combined 118 million tons: 50 million in Alpha, 31.2 million in Beta, 22.3 "
            "million in Gamma and 12.1 million in Delta.",
            figure("118 million tons", "cargo_throughput", 118e6, "t"),
            figure("50 million", "cargo_throughput", 50e6, "t", region="Alpha"),
            figure("31.2 million", "cargo_throughput", 31.2e6, "t", region="Beta"),
            figure("22.3 million", "cargo_throughput", 22.3e6, "t", region="Gamma"),
            figure("12.1 million", "cargo_throughput", 12.1e6, "t", region="Delta"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "50 million t + 31.2 million t + 22.3 million t + 12.1 million t = 114.95 million t to 116.25 "
        "million t, printed 118 million t"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "The two ports handled a combined 82 million tons: 50.4 million in Alpha and 31.2 million in Beta.",
                figure("82 million tons", "cargo_throughput", 82e6, "t"),
                figure("50.4 million", "cargo_throughput", 50.4e6, "t", region="Alpha"),
                figure("31.2 million", "cargo_throughput", 31.2e6, "t", region="Beta"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
