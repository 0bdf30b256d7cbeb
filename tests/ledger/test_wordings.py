"""Wordings that give a fault away without any reading of indicators, and honest sentences that look like them."""

import pytest

from hinterland.ledger.check import check_page
from hinterland.ledger.checks.pages import Page
from hinterland.ledger.records import Document

POINTS = "percent_is_meant_as_percentage_points"
SHARE = "share_is_called_growth"
BESIDE = "growth_does_not_fit_the_level_beside"
DIFFERENCE = "points_do_not_fit"
OTHER_WAY = "levels_go_the_other_way"
PASSES = "part_passes_what_it_is_of"
NO_SIGN = "percent_sign_is_missing"
FROM_TO = "growth_does_not_fit_from_and_to"

WRONG = [
    ("The proportion of general trade in the total rose 2.3 percent to 66.3 percent.", POINTS),
    ("Trade was 1.04 trillion yuan, up 15 percent, accounting for 66.3 percent of the total, up 2.2 percent.", POINTS),
    ("The surveyed urban unemployment rate was 5.2 percent, down 0.3 percent from the previous month.", POINTS),
    ("The growth rate was 3.1 percent higher than the national average.", POINTS),
    ("Industrial added value rose 5.3 percent, 0.8 percent higher than in the first quarter.", POINTS),
    ("Exports grew by 12.1 percent, outpacing the national average by 4.3 percent.", POINTS),
    ("The urbanization rate reached 64.5 percent, an increase of 0.9 percent over the previous year.", POINTS),
    ("Its share climbed from 61.2 percent to 64.4 percent, an increase of 3.2 percent.", POINTS),
    ("Investment increased by 7.4 percent, an increase of 0.6 percent over the first half.", POINTS),
    ("出口占比提高2.3%。", POINTS),
    ("Der Anteil der Importe stieg um 12,3 Prozent auf 46,2 %.", POINTS),
    ("Of the city's 37 industrial sectors, 28 grew, with a growth rate of 75.7 percent.", SHARE),
    ("35 out of 41 industries saw growth in added value, a growth rate of 85.4 percent.", SHARE),
    ("31 der 38 Branchen wuchsen, mit einer Wachstumsrate von 81,6%.", SHARE),
    ("Thirty-eight industries showed an expansion of 81.6 percent.", SHARE),
    ("The number of visitors rose by 38 percent, from 20,000 to 26,000.", FROM_TO),
    ("The port handled 2.41 million TEU, an increase of 41.2 percent over the 2.11 million of June.", BESIDE),
    ("The port handled 2.11 million TEU, down 21.4 percent from the 2.41 million TEU of June.", BESIDE),
    ("It made up 11.7% of industry, compared with last year (10.8%) increased by 1.9 percentage points.", DIFFERENCE),
    ("The surveyed jobless rate fell to 5.4 percent from 5.2 percent.", OTHER_WAY),
    ("The trains made 663 trips in 2017. This brings the total number of such trips to 500.", PASSES),
    ("Output rose 3.1 percent. Exports were 15,522 million yuan, up 75.4 year on year.", NO_SIGN),
    ("Output rose 3.1 percent. Investment was $11.9 billion, 6.4 higher than the same period of 2017.", NO_SIGN),
]
HONEST = [
    "The unemployment rate fell to 5.2 percent in May.",
    "The share of clean energy rose to 31 percent.",
    "The proportion of women was 46.1 percent, up 1.2 percentage points.",
    "Per capita GDP was 74,993 yuan, up 8.7 percent, 22 percent higher than the national average.",
    "Prices were 3 percent higher than the average of the last five years.",
    "Investment grew 7.4 percent, 0.6 percentage points faster than in the first half.",
    "The plant runs 41 lines, 12 of which were upgraded; output grew by 29.3 percent.",
    "Of the 60 projects, 45 were completed, 75 percent of the plan, with a growth rate of 12.1 percent.",
    "The price fell to 5.21 yuan per kilogram while revenue was 3 billion yuan.",
    "Der Anteil der Importe stieg um 12,3 Prozentpunkte auf 46,2 %.",
    "出口占比提高2.3个百分点。",
    "The port handled 2.41 million TEU, an increase of 14.2 percent over the 2.11 million of June.",
    "The port handled 2.11 million TEU, down 12.4 percent from the 2.41 million TEU of June.",
    "It made up 11.7% of industry, compared with last year (10.8%) increased by 0.9 percentage points.",
    "The surveyed jobless rate fell to 5.2 percent from 5.4 percent.",
    "The trains made 663 trips in 2017. This brings the total number of such trips to 1,500.",
    "Earnings per share for the quarter increased 2.5 percent to 81 cents.",
]


def codes(text):
    return {finding.code for finding in check_page(Page(Document("a", "a", "a", text), ()))}


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_wrong_wording_is_named(text, code):
    assert codes(text) == {code}


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_sentence_passes(text):
    assert codes(text) == set()
