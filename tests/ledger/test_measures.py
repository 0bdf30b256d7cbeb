"""What a text announces: objects of policy under verbs of policy, with their status."""

import pytest

from hinterland.ledger.instruments import accepted, kinds, vocabulary
from hinterland.ledger.lexicon import table
from hinterland.ledger.measures import measures
from hinterland.ledger.source import document


def read(sentence):
    return [(row.instrument, row.status) for row in measures(document("Updated : 2023-10-20\n\n" + sentence))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hubei will raise support for export tax rebates.", [("export_rebate", "planned")]),
        ("Hubei plans to explore emerging markets along the rail lines.", [("market_access", "planned")]),
        ("The delegate suggested strengthening currency swap cooperation.", [("settlement", "suggested")]),
        ("Hubei introduced inclusive finance for small firms.", [("credit", "done")]),
        ("The city is building a nuclear power plant.", [("power_plant", "planned")]),
        ("The province established three zero-carbon parks.", [("green_park", "done")]),
        ("Hubei will increase interest discounts on imports of turbines.", [("import_support", "planned")]),
    ],
)
def test_an_announcement_has_an_instrument_and_a_status(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports of Hubei rose 4 percent in 2022.",
        "The city lies on a lake and is known for its breakfast.",
        "These efforts have turned the province into an innovation hub.",
        "Faced with weak demand, the company expanded overseas markets.",
    ],
)
def test_what_announces_nothing(sentence):
    assert read(sentence) == []


def test_a_purpose_is_not_announced_beside_its_means():
    assert read("Hubei will expand cross-border e-commerce to promote foreign trade.") == [("ecommerce", "planned")]


def test_the_actor_and_the_target_are_named():
    (row,) = measures(document("Updated : 2023-10-20\n\nWuhan will host an import expo for Japan and Vietnam."))
    assert (row.actor, row.target) == ("Wuhan", "Japan and Vietnam")


def test_every_instrument_is_mapped_and_every_label_leads_to_one():
    assert set(kinds()) >= {name for names in table("instruments.toml")["labels"].values() for name in names}
    assert accepted("trade_fair") == ("expo",) and accepted("tariff") == ("tariff",)
    tagged = {meaning.instrument for meaning in vocabulary().phrases.values() if meaning.instrument}
    assert tagged == set(kinds())
