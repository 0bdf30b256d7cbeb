"""A level is printed as the change."""

CODE = "level_is_called_change"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Daily exports fall by $3.4 billion\nThe daily average was $3.42 billion, down 0.6 percent.",
            figure("$3.4 billion", "change_in:exports_daily_average", -3.4e9, "USD"),
            figure("$3.42 billion", "exports_daily_average", 3.42e9, "USD", growth=-0.006, growth_basis="yoy"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == ("3.42 billion USD is the level itself; at -0.60 % it changed by 20.6 million USD")
    assert finding.expected == "to 3.42 billion USD (-0.60 %)"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Daily exports fall by $0.02 billion\nThe daily average was $3.42 billion, down 0.6 percent.",
                figure("$0.02 billion", "change_in:exports_daily_average", -0.02e9, "USD"),
                figure("$3.42 billion", "exports_daily_average", 3.42e9, "USD", growth=-0.006, growth_basis="yoy"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
