"""German texts are not read, but their sums are checked."""

from datetime import date

import pytest

from hinterland.ledger.check import check
from hinterland.ledger.checks.pages import Page
from ledger.stories import read_story, story

HEAD = "Außenhandel der Region wächst weiter\n\nStuttgart, 14. August 2023\n\n"
BALANCE = (
    "Die Unternehmen haben im zweiten Quartal 2023 Waren im Wert von 61,4 Milliarden Euro ausgeführt, 3,2 Prozent "
    "mehr als im Vorjahr. Die Einfuhren beliefen sich auf 48,9 Milliarden Euro. Der Überschuss betrug "
    "{} Milliarden Euro."
)
QUARTERS = (
    "Der Maschinenbau erzielte 2022 im Ausland einen Umsatz von {} Millionen Euro. Im ersten Quartal waren es "
    "210,4 Millionen Euro, im zweiten Quartal 225,6 Millionen Euro, im dritten Quartal 231,9 Millionen Euro und im "
    "vierten Quartal 248,3 Millionen Euro."
)
SHARE = (
    "Die Häfen haben 54,2 Millionen Tonnen umgeschlagen. Davon entfielen auf einen 20,7 Millionen Tonnen, das sind "
    "{} Prozent."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "code"),
    [
        (BALANCE, "12,5", "14,5", "parts_do_not_add_up"),
        (QUARTERS, "916,2", "961,2", "months_do_not_add_up"),
        (SHARE, "38,2", "48,2", "share_of_the_sentence_does_not_fit"),
    ],
)
def test_sums_are_checked(text, right, wrong, code):
    assert check([read_story(HEAD + text.format(right), published=None)]) == ()
    (finding,) = check([read_story(HEAD + text.format(wrong), published=None)])
    assert (finding.code, wrong in finding.printed) == (code, True)


def test_a_level_has_its_indicator_its_period_and_its_growth():
    page = Page.of(read_story(HEAD + BALANCE.format("12,5"), published=None))
    exports = page.statistics[0]
    assert (exports.indicator, exports.value, exports.unit, exports.growth) == ("exports", 61.4e9, "EUR", 0.032)
    assert (exports.period_start, exports.period_end) == (date(2023, 4, 1), date(2023, 6, 30))
    assert page.document.published == date(2023, 8, 14)


@pytest.mark.parametrize(("value", "faults"), [("150,81 Milliarden", 1), ("1,508 Billionen", 0)])
def test_a_part_is_held_against_the_whole_of_other_texts(value, faults):
    text = (
        "In den ersten 9 Monaten des Jahres 2023 belief sich der Gesamtimport- und -exportwert der Zonen auf "
        f"{value} Yuan, was 41,2% der Provinz Zhejiang entspricht."
    )
    whole = {"printed": "3.66 trillion yuan", "indicator": "trade_total", "value": 3.66e12, "region": "Zhejiang"}
    whole |= {"region_code": "CN-ZJ", "period": (date(2023, 1, 1), date(2023, 9, 30))}
    other = story("Trade came to 3.66 trillion yuan.", [whole], doc="second")
    found = [f for f in check([read_story(text, "first"), other]) if f.code == "share_implies_another_whole"]
    assert len(found) == faults
