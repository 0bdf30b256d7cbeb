"""What a text announces: acts of policy on objects of policy, with their status, size and actor."""

import pytest

from hinterland.ledger.announcements.acts import acts
from hinterland.ledger.announcements.instruments import kinds, vocabulary
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document
from hinterland.ledger.lexicon import table


def announced(sentence):
    return measures(document("Updated : 2023-10-20\n\n" + sentence))


def read(sentence):
    return [(row.instrument, row.status) for row in announced(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # modals, infinitives, progressives: planned
        ("Hubei will raise support for export tax rebates.", [("export_rebate", "planned")]),
        ("Hubei plans to explore emerging markets along the rail lines.", [("market_access", "planned")]),
        ("The city is building a nuclear power plant.", [("power_plant", "planned")]),
        ("Hubei will increase interest discounts on imports of turbines.", [("import_support", "planned")]),
        ("Wuhan will hold fairs for pumps with Japan.", [("expo", "planned")]),
        ("Hubei is committed to technological innovation.", [("innovation", "planned")]),
        ("A new berth is to be built at Yichang.", [("port", "planned")]),
        ("The city encourages the use of the yuan in trade with Laos.", [("settlement", "planned")]),
        # perfects, simple pasts, passives: done
        ("Hubei introduced inclusive finance for small firms.", [("credit", "done")]),
        ("The province established three zero-carbon parks.", [("green_park", "done")]),
        ("Wuhan has opened a freight route to Minsk.", [("freight", "done")]),
        ("Preferential policies for foreign engineers have been introduced.", [("talent", "done")]),
        ("Hubei set up a fund to help mills buy digital equipment.", [("productivity", "done")]),
        # wishes of others: suggested
        ("The delegate suggested strengthening currency swap cooperation.", [("settlement", "suggested")]),
        ("A trader hopes that the city will offer freight subsidies.", [("freight", "suggested")]),
        ("The chamber urged the ministry to abolish the duty on dyes.", [("tariff", "suggested")]),
        ("The cabinet is considering a carbon levy on cement.", [("carbon_price", "suggested")]),
        ("He proposed that the state double the support for research into batteries.", [("innovation", "suggested")]),
        ("Efforts should be made to improve the business environment.", [("investor_services", "suggested")]),
        # orders and list items
        ("II. Establish a hotline for foreign investors.", [("investor_services", "planned")]),
        ("(3) Speeding up export tax rebates.", [("export_rebate", "planned")]),
        ("The tasks are: first, expanding domestic demand; second, attracting foreign capital.",
         [("market_growth", "planned"), ("investment", "planned")]),
        # chains share their modal
        ("Hubei will cut red tape and expand vocational training.",
         [("investor_services", "planned"), ("labour", "planned")]),
        ("The city should seize its chances and deepen cooperation with Peru.",
         [("international_cooperation", "suggested")]),
        # what firms are given, told from their side
        ("Exporters can receive subsidies for booths abroad.", [("expo", "planned")]),
        # the head of a noun group decides, not what stands before it
        ("Hubei will host a cross-border e-commerce trade expo.", [("expo", "planned")]),
        # the subject of a change, where only a decision can change it
        ("The import duty on sugar will fall next year.", [("tariff", "planned")]),
        # states of affairs that somebody brought about
        ("Brand building for looms is a priority of the bureau.", [("quality", "planned")]),
        ("A pilot program for smart factories is under way.", [("productivity", "planned")]),
        # a means named instead of the end
        ("To strengthen vocational training, the city will use the old barracks.", [("labour", "planned")]),
    ],
)  # fmt: skip
def test_an_announcement_has_an_instrument_and_a_status(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports of Hubei rose 4 percent in 2022.",
        "Exports of looms will rise next year.",
        "The city lies on a lake and is known for its breakfast.",
        "These efforts have turned the province into an innovation hub.",
        "Faced with weak demand, the company expanded overseas markets.",
        "Two mills plan to build a logistics center.",
        "The policy will boost exports of pumps.",
        "A new line opened, which will promote trade cooperation.",
        "The governor denied that tariffs would be raised.",
        "The ministry decided not to raise tariffs on steel.",
        "The carrier might add flights in summer.",
        "Hubei expanded its exports by 5 percent.",
        "Hubei has cultivated 340 innovation centers.",
        "1,900 km of expressways have been put into use.",
        "The high-speed-railway museum is closed.",
        "To promote foreign trade, the following opinions are put forward.",
        "Tax revenue fell by 3 percent.",
        "Outstanding loans grew by 12 percent.",
        "The area was approved by the State Council.",
    ],
)
def test_what_announces_nothing(sentence):
    assert read(sentence) == []


def test_a_purpose_is_not_announced_beside_its_means():
    assert read("Hubei will expand cross-border e-commerce to promote foreign trade.") == [("ecommerce", "planned")]


def test_what_can_be_computed_stands_alone():
    assert read("Hubei will deepen reform and improve the port.") == [("port", "planned")]


def test_a_hoped_for_result_is_dropped():
    assert read("Wuhan opened a cold storage, boosting foreign trade.") == [("freight", "done")]


def test_a_pronoun_stands_for_the_firm_before_it():
    assert read("The group makes pumps. It plans to build a logistics center.") == []
    assert read("Wuhan makes pumps. It plans to build a logistics center.") == [("freight", "planned")]


def test_the_actor_and_the_target_are_named():
    (row,) = announced("Wuhan will host an import expo for Japan and Vietnam.")
    assert (row.actor, row.target) == ("Wuhan", "Japan and Vietnam")
    (row,) = announced("The customs bureau has cut the time for customs clearance.")
    assert row.actor == "The customs bureau"


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("The rebate on exports of shoes will rise from 9 percent to 11.5 percent.", "from 9 percent to 11.5 percent"),
        ("Hubei will grant an interest subsidy of 1.5 percentage points to mills.", "1.5 percentage points"),
        ("Hubei plans to cut logistics costs by 4%.", "by 4%"),
        ("Tariffs on 85 percent of goods will fall to zero.", "85 percent"),
        ("Hubei will subsidize the booths of 45 companies.", "45 companies"),
        ("Hubei will build five zero-carbon parks.", "five zero-carbon parks"),
        ("Hubei will build a zero-carbon park.", None),
    ],
)
def test_the_size_is_that_of_the_measure(sentence, quantity):
    (row,) = announced(sentence)
    assert row.quantity == quantity


def test_each_measure_of_a_sentence_has_its_own_size():
    rows = announced("Hubei will cut logistics costs by 4 percent and build 12 zero-carbon parks.")
    assert [(row.instrument, row.quantity) for row in rows] == [
        ("freight", "by 4 percent"),
        ("green_park", "12 zero-carbon parks"),
    ]


def test_the_anchor_is_what_stands_at_the_span():
    text = "Updated : 2023-10-20\n\nWuhan will hold fairs for pumps."
    (row,) = measures(document(text))
    assert text[slice(*row.span)] == row.anchor == "hold fairs"


def test_interest_on_imports_is_support_of_imports():
    assert read("Hubei will grant an interest subsidy on imports of looms.") == [("import_support", "planned")]
    assert read("Hubei will grant an interest subsidy to small mills.") == [("credit", "planned")]


def test_a_text_may_end_without_a_stop():
    assert read("Hubei will build a port") == [("port", "planned")]


def test_a_hyphen_makes_no_verb():
    assert acts("the coal fired units".split(), {1, 2}) == []


def test_every_instrument_has_phrases_in_both_languages():
    tagged = {meaning.instrument for meaning in vocabulary().phrases.values() if meaning.instrument}
    assert tagged == set(kinds())
    assert set(table("instruments_zh.toml")["instruments"]) == set(kinds())


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Hubei approved a fund of Rs 25,060 crore for exporters.", "Rs 25,060 crore"),
        ("Hubei will grant exporters loans of up to KRW 800 million per company.", "up to KRW 800 million per company"),
        ("Hubei will cut port fees by 50pc.", "by 50pc"),
        ("Hubei will spend NT$28.11 billion on a container terminal.", "NT$28.11 billion"),
        ("Hubei will open 12 new freight train routes to Vietnam.", "12 new freight train routes"),
        ("Hubei will open a freight train route in 2025.", None),
        ("Hubei will join ITA2 talks on trade.", None),
    ],
)
def test_a_size_may_be_a_sum_in_any_money_or_a_number_of_things(sentence, quantity):
    assert announced(sentence)[0].quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Wuhan spoke. To build a port and open routes to Chile, Peru is asked for help.", None),
        ("Wuhan is busy. It plans to open shipping routes to Chile, Peru and Japan.", "Wuhan"),
        ("East China's Zhejiang plans to open a port.", "Zhejiang"),
        ("In the August 14 notice, the city bureau cut port fees.", "the city bureau"),
    ],
)
def test_who_acts_stands_before_the_verb(sentence, actor):
    rows = announced(sentence)
    assert {row.actor for row in rows} <= {actor}
    assert rows or actor is None


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Hubei will open shipping routes to Chile, in order to help mills.", "Chile"),
        ("Hubei will set up a trade fair on Wednesday in Wuhan.", "Wuhan"),
        ("Hubei will give loans to mills with small boats by May.", "mills with small boats"),
        ("Hubei will hold an import expo with the U.S. and Japan.", "the U.S. and Japan"),
    ],
)
def test_a_target_is_no_time_purpose_or_idiom(sentence, target):
    assert announced(sentence)[0].target == target
