"""Items of a list without a verb, decisions to act, schemes that aim; each with what must stay as it was."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def read(sentence):
    rows = measures(document("Updated : 2023-10-20\n\n" + sentence))
    return [(row.instrument, row.status) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A 2 percent reduction of interest rates on loans to small mills.", [("credit", "planned")]),
        ("Extension of the interest subsidy scheme to cover machines.", [("credit", "planned")]),
        ("Fee exemption for the right to use the canal.", [("production_support", "planned")]),
        ("A cut of 15 percent in port fees.", [("port", "planned")]),
        ("The reduction in port fees pleased carriers.", []),
        ("A 15 percent increase in exports from last year.", []),
        # a decision or an intention to act
        ("Mills praised the council's decision to exempt raw wool from duty.", [("tariff", "planned")]),
        ("The law states the intention to remove foreign ownership limits.", [("investment", "planned")]),
        ("Tarn Water has a mission to build a canal.", [("infrastructure", "planned")]),
        ("Carts came to Tarn to exempt raw wool from duty.", []),
        ("Oldmere will go all out to improve its logistics system.", [("freight", "planned")]),
        # what a scheme of the sentence before aims at
        ("This programme aims to support the wind power industry.", [("energy_transition", "planned")]),
        ("This scheme offers cheap loans to exporters.", [("credit", "planned")]),
        ("This step allows duty-free imports of wool.", [("tariff", "planned")]),
        ("This scheme has supported the wind power industry.", []),
        # what only narrows a word is no item of a list
        ("Tarn seeks foreign capital, especially in farming, fuel, and railways.", [("investment", "suggested")]),
        ("Tarn seeks cheap loans and railways.", [("credit", "suggested"), ("rail", "suggested")]),
        # a noun in -ing, and who stands behind a thing
        ("Under the plan, funding has been approved for the wind farm.", [("power_plant", "done")]),
        ("A canal, supported by Tarn, is a ditch.", []),
    ],
)  # fmt: skip
def test_what_is_listed_or_aimed_at_is_announced(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a relative clause makes no statement of an item of a list
        ("2. Speeding up customs clearance of goods that are badly needed.", [("market_access", "planned")]),
        ("3. Building railways which have two tracks.", [("rail", "planned")]),
        ("4. Widening the navigation channel that will be used by day.", [("port", "planned")]),
        ("5. Building railways is dear.", []),
        # participles that describe what another verb is on
        ("Carriers met to solve delayed deliveries of freight.", []),
        ("The note requires enhanced port services.", [("port", "planned")]),
        ("Tarn hopes to see upgraded railways.", []),
        ("Import duties have to be lowered.", [("tariff", "suggested")]),
        # what an opening phrase names is no subject
        ("Based on the size of small firms, new shipping routes will be opened.", [("freight", "planned")]),
        ("Given the size of foreign companies, the railway will be built.", [("rail", "planned")]),
        ("Given the needs of small firms, port fees will be cut.", [("port", "planned")]),
        ("Small firms, based in Tarn, will be given loans.", [("credit", "planned")]),
        # those asked do not foretell
        (
            "Delivery service providers will be encouraged to boost cargo transport capacity.",
            [("freight", "suggested")],
        ),
        ("Delivery service will boost cargo transport capacity.", []),
    ],
)
def test_items_participles_and_openings_are_told_apart(sentence, expected):
    assert read(sentence) == expected
