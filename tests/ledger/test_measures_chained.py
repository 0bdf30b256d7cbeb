"""Chains of acts, ties with firms, who gives, figures in asides; each with what must stay as it was."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def read(sentence):
    rows = measures(document("Updated : 2023-10-20\n\n" + sentence))
    return [(row.instrument, row.status) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a second gerund after "as well as to"
        (
            "Tarn has been devoting efforts to building railways, as well as to deepening its navigation channel.",
            [("rail", "planned"), ("port", "planned")],
        ),
        ("Growth is due to loans as well as to opening hours.", []),
        # ties with firms from abroad are sought for their investment
        ("Tarn is enhancing ties with multinational companies.", [("investment", "planned")]),
        ("Tarn will deepen cooperation with foreign investors.", [("investment", "planned")]),
        ("Oldmere will strengthen exchanges with foreign companies.", [("investment", "planned")]),
        ("Oldmere will deepen cooperation with its neighbours.", [("international_cooperation", "planned")]),
        # what a service gives was decided, what it boosts is foretold
        ("The new platform will provide export credit insurance to mills.", [("credit", "planned")]),
        ("The initiative will offer vocational training.", [("labour", "planned")]),
        ("The project will give tax relief to mills.", [("production_support", "planned")]),
        ("The initiative will boost exports.", []),
        # a figure in a relative clause makes no report of the act beside it
        ("Tarn's credit scheme, which accounts for 9 percent of sales, was adopted.", [("credit", "done")]),
        ("Tarn's new port, which accounts for a tenth of trade, was opened.", [("port", "done")]),
        ("Tarn built a railway, which took a decade, and hired drivers.", [("rail", "done")]),
        ("Tarn completed ports that account for 9 percent of trade.", []),
        # "how" opens a clause of its own, "into" an object
        ("For mills and traders the council detailed how it will cut import duties.", [("tariff", "planned")]),
        ("Tarn will steadily expand into international markets.", [("market_access", "planned")]),
        ("Tarn plans to tap into the domestic market.", [("market_growth", "planned")]),
        ("Tarn moved into the hills.", []),
    ],
)  # fmt: skip
def test_chains_and_clauses_are_told_apart(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a ban on imports is a measure of trade policy, their promotion support
        ("Tarn banned imports of maize.", [("tariff", "done")]),
        ("Tarn will restrict exports of ore.", [("tariff", "planned")]),
        ("The ministry has halted imports of maize.", [("tariff", "done")]),
        ("Tarn will promote imports of key machines.", [("import_support", "planned")]),
        # who may come in, and who gets what
        ("Citizens of ten countries can enter Tarn visa-free for up to 30 days.", [("investor_services", "planned")]),
        ("Mills that save water will get a rebate.", [("export_rebate", "planned")]),
        ("Small mills can get cheap loans.", [("credit", "planned")]),
        ("Buyers will get to the fair.", []),
        # assent is a deed; what takes shape is none
        ("A second container terminal got the go-ahead on Monday.", [("port", "done")]),
        ("The Tarn railway received final approval.", [("rail", "done")]),
        ("The wind farm has been given the green light.", [("power_plant", "done")]),
        ("The second container terminal got wet.", []),
        ("A network has taken shape with railways and ports.", []),
        ("Tarn is pressing ahead with a new railway.", [("rail", "planned")]),
        ("Building up port infrastructure and exporting more ore are key parts of the plan.", [("port", "planned")]),
        ("An experimental area in Tarn was approved by the council.", [("zone", "done")]),
    ],
)
def test_bans_visas_and_assents_are_acts(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The proposals include cutting port fees.", [("port", "suggested")]),
        ("Her proposal includes a cut in import duties.", [("tariff", "suggested")]),
        ("He made three proposals, including building a railway.", [("rail", "suggested")]),
        ("The plan includes cutting port fees.", [("port", "planned")]),
        # an order has no subject that could only foretell
        (
            "The council asks offices to cut fees; introduce policies to widen roads and attract investment.",
            "investment",
        ),
        ("Tarn should pursue green development and enhance port connectivity.", "port"),
        ("Tarn should build parks for new projects and boost vocational training.", "labour"),
        # firms that are only spoken of do not act
        ("Mr Orl made three proposals related to farmers, including cutting port fees.", [("port", "suggested")]),
        ("The council's scheme for exporters will cut port fees.", [("port", "planned")]),
        ("A note on companies says the council will cut port fees.", [("port", "planned")]),
        ("Exporters of pumps will cut port fees.", []),
    ],
)
def test_proposals_orders_and_whom_they_speak_of(sentence, expected):
    found = read(sentence)
    assert (expected in dict(found)) if isinstance(expected, str) else found == expected
