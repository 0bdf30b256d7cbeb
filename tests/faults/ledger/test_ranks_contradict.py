"""One text ranks one thing twice, and differently."""

CODE = "ranks_contradict"


def ranked(second, reading, figure):
    return reading(
        "Trade ranked tenth in the country. In that year trade ranked " + second + " in the country.",
        figure("ranked tenth", "trade_total", rank=10, rank_scope="China"),
        figure("ranked " + second, "trade_total", rank={"tenth": 10, "twelfth": 12}[second], rank_scope="China"),
    )


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(ranked("twelfth", reading, figure), code=CODE)
    assert finding.evidence == "rank 12 in China for trade_total in 2023-01-01 to 2023-12-31 here, rank 10 before"
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not found(ranked("tenth", reading, figure), code=CODE)
