"""A part and its share imply a whole ten times too small."""

from dataclasses import replace
from datetime import date

CODE = "share_implies_another_whole"
NINE = (date(2023, 1, 1), date(2023, 9, 30))


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "The zones traded 203.4 billion yuan, 75.9 percent of the province.",
            figure("203.4 billion yuan", "trade_total[entity=zones]", 203.4e9),
            figure("75.9 percent", "share:trade_total[entity=zones]", 0.759, "share"),
            doc="first",
        ),
        reading(
            "Trade came to 2.68 trillion yuan.", figure("2.68 trillion yuan", "trade_total", 2.68e12), doc="second"
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "203.4 billion CNY / 75.9 % = 268 billion CNY; second puts the whole at 2.68 trillion CNY in "
        "2023-01-01 to 2023-12-31: a factor of ten to the 1"
    )
    assert finding.expected == "2.034 trillion CNY"
    assert (finding.verdict, finding.severity) == ("wrong", "error")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "The zones traded 2,034 billion yuan, 75.9 percent of the province.",
                figure("2,034 billion yuan", "trade_total[entity=zones]", 2034e9),
                figure("75.9 percent", "share:trade_total[entity=zones]", 0.759, "share"),
                doc="first",
            ),
            reading(
                "Trade came to 2.68 trillion yuan.", figure("2.68 trillion yuan", "trade_total", 2.68e12), doc="second"
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]


def german(value, reading):
    text = (
        "In den ersten 9 Monaten des Jahres 2023 belief sich der Gesamtimport- und -exportwert der Zonen auf "
        f"{value} Yuan, was 41,2% der Provinz Zhejiang entspricht."
    )
    first = reading(text, doc="first")
    return replace(first, document=replace(first.document, language="de"))


def test_a_german_part_is_held_against_the_whole_of_other_texts(reading, found, figure):
    whole = figure("3.66 trillion yuan", "trade_total", 3.66e12, region="Zhejiang", region_code="CN-ZJ", period=NINE)
    other = reading("Trade came to 3.66 trillion yuan.", whole, doc="second")
    (finding,) = found(german("150,81 Milliarden", reading), other, code=CODE)
    assert (finding.printed, finding.expected) == ("150,81 Milliarden Yuan", "1.5081 trillion CNY")
    assert not found(german("1,508 Billionen", reading), other, code=CODE)
