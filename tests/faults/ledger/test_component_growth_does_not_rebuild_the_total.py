"""The growth of exports and imports makes the total grow by another rate."""

CODE = "component_growth_does_not_rebuild_the_total"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Trade rose 9.4 percent. Exports rose 12.5 percent to 320.6 billion yuan, imports rose 1.4 percent "
            "to 210.2 billion yuan.",
            figure("9.4 percent", "trade_total", growth=0.094, growth_basis="yoy"),
            figure("320.6 billion yuan", "exports", 320.6e9, growth=0.125, growth_basis="yoy"),
            figure("210.2 billion yuan", "imports", 210.2e9, growth=0.014, growth_basis="yoy"),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "exports 320.6 billion CNY at 12.5 % and imports 210.2 billion CNY at 1.40 % make the total grow"
        " by 7.79 to 7.86 %, printed 9.40 %"
    )
    assert finding.expected == "7.79 to 7.86 %"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Trade rose 7.8 percent. Exports rose 12.5 percent to 320.6 billion yuan, imports rose 1.4 percent "
                "to 210.2 billion yuan.",
                figure("7.8 percent", "trade_total", growth=0.078, growth_basis="yoy"),
                figure("320.6 billion yuan", "exports", 320.6e9, growth=0.125, growth_basis="yoy"),
                figure("210.2 billion yuan", "imports", 210.2e9, growth=0.014, growth_basis="yoy"),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
