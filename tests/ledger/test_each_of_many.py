"""How large each of what is counted is states nothing; counts whose noun is told before, or begins with "major"."""

import pytest

from ledger.test_naming import rows


def told(text):
    return [(row.indicator, row.value) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei signed 65 major projects over $10 million.", [("key_projects", 65)]),
        ("In Hubei 15 companies each realized sales exceeding 100 million yuan.", [("companies", 15)]),
        ("Hubei has 19 counties with GDP over 20 billion yuan.", [("counties", 19)]),
        ("Wuhan had a total of 4,161 harbour projects, including 1,474 with investment exceeding 3 million yuan.",
         [("harbour_projects", 4161), ("harbour_projects", 1474)]),
        ("Hubei's parks cover 1.1 million mu (73,333 hectares).", [("area", 1.1e6)]),
    ],
)  # fmt: skip
def test_a_bound_of_each_is_no_statistic(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Wuhan has 300 firms with output of over 4 billion yuan.", 4e9),
        ("Wuhan signed 12 contracts worth over 3 billion yuan.", 3e9),
        ("Wuhan signed 12 contracts with a total investment exceeding 3 billion yuan.", 3e9),
    ],
)
def test_what_all_come_to_is_a_statistic(text, amount):
    assert told(text)[1][1] == amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei has 30 rice parks at the provincial level and 14 at the national level.",
         [("rice_parks", 30), ("rice_parks[national]", 14)]),
        ("Hubei built 26 key canal projects and 12 major canal bridge projects.",
         [("key_canal_projects", 26), ("canal_bridge_projects", 12)]),
        ("The number of high-tech enterprises in Wuhan reached 530 and their output was higher.",
         [("hightech_enterprises", 530)]),
        ("Hubei had 1,004 timber trading markets last year.", [("timber_trading_markets", 1004)]),
        ("In Hubei, 13 leading mills newly built this year opened.", [("leading_mills", 13)]),
    ],
)  # fmt: skip
def test_counts_are_named_by_their_nouns(text, expected):
    assert told(text) == expected


def test_five_major_sectors_are_not_counted():
    assert told("Hubei's five major sectors and 12 major regions went well.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's manufactured imports were 3 billion yuan.", "imports[product=manufactured]"),
        ("Hubei's exports of bamboo goods were 3 billion yuan.", "exports[product=bamboo]"),
        ("Hubei's soybean imports rose to 3 billion yuan.", "imports[product=soybeans]"),
        ("The gross lake production across the province was 3 billion yuan.", "gross_lake_production"),
        ("Hubei saved 54 million tons of standard coal.", "coal_saved"),
    ],
)
def test_names_are_nouns(text, expected):
    assert told(text)[0][0] == expected
