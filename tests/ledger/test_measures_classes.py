"""Measures told in classes of grammar and on nouns of wide classes; each with what must stay as it was."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def read(sentence):
    rows = measures(document("Updated : 2023-10-20\n\n" + sentence))
    return [(row.instrument, row.status) for row in rows]


def test_work_that_starts_is_on_its_subject():
    assert read("The Oldmere-Tarn railway will start construction this year.") == [("rail", "planned")]
    assert read("Two wind farms in Oldmere started operation in May.") == [("power_plant", "done")]
    assert read("In Oldmere, a fair town, the new airport will enter service in May.") == [
        ("infrastructure", "planned")
    ]
    assert read("Oldmere will start construction of a new berth.") == [("port", "planned")]  # its object says on what


def test_what_is_given_to_do_several_things_is_as_many_measures():
    said = "Oldmere will provide 5 million to back vocational training and support the wind power industry."
    assert read(said) == [("labour", "planned"), ("energy_transition", "planned")]
    assert read("Tarn adopted six policies to stabilize foreign trade and four policies to bolster e-commerce.") == [
        ("market_access", "done"),
        ("ecommerce", "done"),
    ]
    # purposes of an act that names its own object stay purposes
    assert read("Oldmere will build a railway to boost tourism and promote e-commerce.") == [("rail", "planned")]


def test_items_of_a_list_keep_their_complements():
    said = "Oldmere will open shipping routes to Tarn, vocational schools in the hills, and a trade fair for pumps."
    assert {name for name, _ in read(said)} == {"freight", "labour", "expo"}
    assert read(
        "The chamber called for the creation of a freight network and the establishment of vocational schools."
    ) == [
        ("freight", "suggested"),
        ("labour", "suggested"),
    ]


def test_how_a_thing_is_done_yields_to_what_is_done():
    assert read("Foster new strengths of foreign trade by exporting high-end equipment.") == [
        ("market_access", "planned")
    ]
    assert read("An agreement was signed by Oldmere Railways.") == [("international_cooperation", "done")]
    assert read("Oldmere signed an agreement on cooperation in shipping services.") == [("freight", "done")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Oldmere aims to have a modern port and to upgrade its airport.",
         [("port", "planned"), ("infrastructure", "planned")]),
        ("The plan is focused on building roads and soliciting investment in mills.",
         [("infrastructure", "planned"), ("investment", "planned")]),
        ("The deputy recommends to learn from Tarn, develop the shipbuilding industry and cut port fees.",
         [("productivity", "suggested"), ("port", "suggested")]),
        ("The county has made steps to boost exports of tea.", [("market_access", "done")]),
        ("Among the new initiatives are trade fairs for weavers.", [("expo", "planned")]),
        ("They noted that new pipelines to Tarn should be included in the plan.", [("infrastructure", "suggested")]),
        ("Foreign trade needs to widen its scale.", [("market_access", "suggested")]),
        ("Further implement the talent introduction plan.", [("talent", "planned")]),
        ("Tarn should look at lowering tariffs.", [("tariff", "suggested")]),
        ("He pointed to the need for optimising free trade agreements.", [("market_access", "suggested")]),
        ("The measures include those to cut port fees and attract foreign capital.",
         [("port", "planned"), ("investment", "planned")]),
        ("The governor urged efforts to expand vocational training.", [("labour", "suggested")]),
        ("The governor called for facilitating border trade and expanding access to emerging markets.",
         [("market_access", "suggested"), ("market_access", "suggested")]),
        ("We shall cooperate with Tarn to optimize the business environment.", [("investor_services", "planned")]),
        ("The prefecture grants subsidies for compact houses.", [("production_support", "planned")]),
        ("The county bears 50 percent of the expenses of weavers.",
         [("production_support", "planned")]),
        ("The park will see the construction of a freight terminal and the construction of vocational schools.",
         [("freight", "planned"), ("labour", "planned")]),
        ("Oldmere will widen vocational training, create conditions to draw lenders, and cut port fees.",
         [("labour", "planned"), ("port", "planned")]),
        ("Oldmere will raise the capacity of the export office.", [("market_access", "planned")]),
        ("Oldmere announced removal of a tax on looms to boost exports.", [("production_support", "planned")]),
        ("Oldmere will accelerate the innovative development of high-tech zones.", [("zone", "planned")]),
        # nouns of wide classes
        ("Oldmere will establish a vocational academy.", [("talent", "planned")]),
        ("Oldmere will build three depots at Tarn.", [("freight", "planned")]),
        ("Oldmere plans to repair the drainage of the old town.", [("infrastructure", "planned")]),
        ("Oldmere plans to attract manufacturers of lenses.", [("investment", "planned")]),
        ("The board approved coordinated growth of shipbuilding.", [("productivity", "done")]),
    ],
)  # fmt: skip
def test_further_ways_of_announcing(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The logistics industry will grow at the fastest rate among all service sectors.",
        "The minister highlighted the importance of hydrogen.",
        "Services rose, contributing 20 percent to the output of the service sector.",
        "The minister called on businesses to go out more.",
        "The town recently shared the fruits of its logistics.",
        "Two thousand jobs are expected to be created at the port.",
        "All goods would be cleared at the dry port.",
        "All of these measures will optimize the business environment of Tarn.",
        "Under the roof, mills were running in full swing for workers.",
        "The chair performed well below its potential on the export front.",
    ],
)
def test_what_announces_nothing(sentence):
    assert read(sentence) == []


def test_a_clause_that_begins_anew_holds_no_object_of_the_one_before():
    assert read("Tarn created an environment for businesses and it boasts three bonded zones.") == [
        ("investor_services", "done")
    ]


def test_a_participle_before_a_noun_is_no_verb():
    assert read("The office will promote coordinated reform of customs procedures.") == [("market_access", "planned")]
    assert read("Insurers are asked to increase underwriting support for weavers.") == [("credit", "suggested")]
