"""An act in any grammatical dress, its object by the head, and what only looks like one."""

import pytest

from hinterland.ledger.announcements.instruments import vocabulary
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def announced(text):
    return measures(document("Updated : 2023-10-20\n\n" + text))


def read(text):
    return [(row.instrument, row.status) for row in announced(text)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # asked in the passive; asked past a list of bodies; asked for by those who sought it
        ("Banks in Orlava are encouraged to expand export credit.", [("credit", "suggested")]),
        ("The cabinet of Orlava requests ministries, agencies and towns to swiftly diversify export markets.",
         [("market_access", "suggested")]),
        ("Orlavan weavers had sought a removal of the import duty on dyes.", [("tariff", "suggested")]),
        ("The weavers of Orlava pleaded that interest subsidies be restored.", [("credit", "suggested")]),
        ("The port office is tasked with cutting handling charges.", [("port", "planned")]),
        # a goal, an attempt, a word given
        ("Orlava has set up its goal to foster 30 famous brands.", [("quality", "planned")]),
        ("Orlava sought to lower the duty on timber.", [("tariff", "planned")]),
        ("The mayor voiced a commitment to supporting small exporters.", [("private_enterprise", "planned")]),
        ("Orlava is in talks to sign a currency swap agreement.", [("settlement", "planned")]),
        ("Orlava agreed to a 3 percent rebate for carpets.", [("export_rebate", "planned")]),
        # what is announced or promised is still to come
        ("The minister announced a duty drawback scheme.", [("export_rebate", "planned")]),
        ("The council promised safeguard measures against cheap cheese.", [("tariff", "planned")]),
        # a condition
        ("If cheap cheese floods in, the council could reimpose tariffs.", [("tariff", "planned")]),
        # there will be; one of the measures is; a package holds
        ("There will be a refund route for input tax credits.", [("export_rebate", "planned")]),
        ("One of the measures introduced by Orlava is the export credit insurance scheme.", [("credit", "done")]),
        ("The package includes cheaper bank credit, an increased rate of tax refunds and new freight subsidies.",
         [("credit", "planned"), ("export_rebate", "planned"), ("freight", "planned")]),
        ("These measures include expanding export credit insurance and simplifying customs clearance.",
         [("credit", "planned"), ("market_access", "planned")]),
        ("The measures support the construction of hydrogen stations.", [("energy_transition", "planned")]),
        # nouns that act
        ("Ships left early ahead of Orlava's planned introduction of reciprocal tariffs.", [("tariff", "planned")]),
        ("Orlava unveiled relief measures, including a cut in electricity tariffs.",
         [("private_enterprise", "done"), ("energy_transition", "planned")]),
        # participles before the noun; verbs that need no object
        ("A newly introduced customs clearance process saves hours at Brod.", [("market_access", "done")]),
        ("A new shipping line opened on Monday in Orlava.", [("freight", "done")]),
        # bullets, items after semicolons, headings
        ("●Provide up to 8 million crowns in emergency operating funds", [("credit", "planned")]),
        ("The governor asks towns to cut port charges; and open up the market to foreign machines.",
         [("port", "suggested"), ("market_access", "suggested")]),
        ("To widen the channels of foreign investment", [("investment", "planned")]),
        # beside a main clause; after "as well as"; one passive after the other
        ("Orlava will cut port fees while increasing flights abroad.", [("port", "planned"), ("freight", "planned")]),
        ("Orlava will select 20 clean mills as well as give them subsidies.", [("production_support", "planned")]),
        ("Tariffs on rice will be cut, port charges will be halved and loan guarantees will be extended.",
         [("tariff", "planned"), ("port", "planned"), ("credit", "planned")]),
        # achievements; money set aside for what opens the sentence
        ("Orlava scored achievements in promoting RMB settlement.", [("settlement", "done")]),
        ("To help mills find new markets, 5 million crowns will be allocated to the agency.",
         [("market_access", "planned")]),
        # each act of a list is a measure of its own
        ("Orlava will strengthen cooperation with Brod and expand trade cooperation with Lesk.",
         [("international_cooperation", "planned"), ("international_cooperation", "planned")]),
        # set up 25 is no rise
        ("Orlava rolled out policies to support e-commerce and set up 25 warehouses.", [("ecommerce", "done")]),
    ],
)  # fmt: skip
def test_an_act_in_any_dress(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlava's cross-border business has maintained momentum thanks to innovation.",
        "The town made full use of its cooperation with Brod.",
        "The platform has covered 200 agencies that manage border trade.",
        "Its commitment to building ports resulted in growth.",
        "With regard to using nuclear energy, opinions differ.",
        "The town will pay attention to the key sectors.",
        "The duty on timber came off the list.",
        "The board will assess the impact of cheap imports.",
        "Clearing the fees is useful as it reduces logistics costs.",
        "These industries cover advanced manufacturing.",
        "The line, which opened in 1990, is 40 km long.",
        "Steel output went up 25 percent.",
        "The mill may reimpose tariffs.",
        "Exporters have received export orders.",
    ],
)
def test_what_is_no_act(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("Orlava will raise subsidies for premiums on export credit insurance.", "credit"),
        ("Orlava will cut import tariffs on automobiles in high demand in the domestic market.", "tariff"),
        ("Orlava will reduce overall tax rates on imported goods.", "tariff"),
        ("Orlava will open new routes to Lesk.", "freight"),
        ("Orlava will offer subsidies to eco-friendly industrial parks.", "green_park"),
        ("Orlava will improve the local business environment.", "investor_services"),  # not "local business"
        ("Orlava will support local businesses.", "private_enterprise"),
        ("Orlava will sign a currency swap agreement with Lesk.", "settlement"),
        ("Orlava will sign a cooperation agreement with Lesk.", "international_cooperation"),
        ("Orlava will negotiate a free trade agreement with Lesk.", "market_access"),
        ("Orlava will set up a pilot free trade zone.", "free_trade_zone"),
        ("Orlava will launch an anti-dumping investigation.", "tariff"),
        ("Orlava will grant local tax deferrals to mills.", "production_support"),
        ("Orlava will promote photovoltaic projects.", "power_plant"),
        ("Orlava will explore new areas for international trade.", "market_access"),  # no new area
        ("Orlava will build a new area of 40 hectares.", "zone"),
        ("Orlava will ban exports of rice.", "tariff"),
        ("Orlava will lift the ban on the imports of rice.", "tariff"),
    ],
)
def test_the_head_of_the_object_decides(sentence, instrument):
    assert [name for name, _ in read(sentence)] == [instrument]


def test_a_short_form_stands_for_what_it_shortens():
    text = "Orlava set up the Interest Relief Scheme (IRS) in May.\n\nThe council will extend the IRS to mills."
    assert read(text) == [("credit", "done"), ("credit", "planned")]
    # a body's short form is no instrument
    assert read("Loans come from the Export Credit Guarantee Bank (ECGB).\n\nThe council will move the ECGB.") == []


def test_the_scheme_is_the_one_spoken_of():
    assert read("Orlava cut the duty on tea.\n\nThe council will extend the scheme.") == [
        ("tariff", "done"),
        ("tariff", "planned"),
    ]
    assert read("The council will extend the scheme.") == []


def test_an_inquiry_into_imports_may_end_in_duties():
    assert read("The council will launch an investigation into imports of cheese.") == [("tariff", "planned")]
    assert read("The council will launch an investigation into the accident.") == []


def test_a_package_without_a_kind_is_of_the_kind_of_the_title():
    titled = "Orlava lowers tariffs on timber\n\nUpdated : 2023-10-20\n\nOrlava has rolled out a series of measures."
    assert [row.instrument for row in measures(document(titled))] == ["tariff"]
    assert read("Orlava has rolled out a series of measures.") == [("general_reform", "done")]


def test_an_opening_phrase_has_no_say_in_who_acts():
    assert read("For companies with exports, Orlava will cut port charges.") == [("port", "planned")]
    assert read("The companies of Orlava will cut port charges.") == []


def test_a_family_is_spelled_by_its_choices():
    phrases = vocabulary().phrases
    assert phrases["import", "duty"].instrument == phrases["customs", "tariffs"].instrument == "tariff"
    assert phrases["ban", "on", "the", "imports"] == phrases["ban", "on", "imports"]
    assert not any("/" in word for words in phrases for word in words)
