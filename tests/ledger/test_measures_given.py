"""What is given, to whom and for what; what somebody is entitled to; each with what must stay as it was."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def read(sentence):
    rows = measures(document("Updated : 2023-10-20\n\n" + sentence))
    return [(row.instrument, row.status) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # money given for a purpose is on that purpose
        ("Oldmere will pay subsidies for booth fees of fairs abroad.", [("expo", "planned")]),
        ("The Tarn council approved grants for rail sidings.", [("rail", "done")]),
        (
            "Oldmere will offer a special fund for vocational training and tax relief.",
            [("labour", "planned"), ("production_support", "planned")],
        ),
        ("Oldmere will offer grants to small mills.", [("production_support", "planned")]),
        # a participle that describes an object is no act
        ("Tarn will build 46 new integrated pilot zones.", [("zone", "planned")]),
        ("Oldmere plans to open two dedicated shipping routes.", [("freight", "planned")]),
        ("Oldmere will launch several extended credit lines.", [("credit", "planned")]),
        ("Tarn opened a newly expanded container terminal.", [("port", "done")]),
        # whom a measure is for, and what they do
        ("Tarn adopted steps to support small exporters selling branded goods.", [("private_enterprise", "done")]),
        ("Oldmere will help local firms buying cross-border e-commerce services.", [("private_enterprise", "planned")]),
        ("Tarn will support trading companies building overseas warehouses.", [("private_enterprise", "planned")]),
        ("Tarn will support the building of overseas warehouses.", [("ecommerce", "planned")]),
        # who has something is its owner, what he has the object
        ("Oldmere will expand the Port of Tarn's rail link.", [("rail", "planned")]),
        ("Tarn plans to extend the airport's cargo terminal.", [("freight", "planned")]),
        ("The council will deepen the harbour's navigation channel.", [("port", "planned")]),
        # a park or a zone is the head of what stands before it
        ("Tarn would develop two employment enclaves in the south.", [("zone", "planned")]),
        ("Tarn will upgrade vocational training in the enclaves.", [("labour", "planned")]),
    ],
)  # fmt: skip
def test_what_is_given_or_built_is_told_from_what_describes_it(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pumps are now entitled to a 13 percent export tax rebate.", [("export_rebate", "planned")]),
        ("Mills in Tarn will be eligible for subsidised loans.", [("credit", "planned")]),
        ("Goods made in Oldmere are exempt from import duties.", [("tariff", "planned")]),
        ("The council was not eligible for loans.", []),
        ("Pumps would have the rebate raised to 13 percent.", [("export_rebate", "planned")]),
        ("Tarn's exporters will have their port fees cut.", [("port", "planned")]),
        ("Steel will have the tariff lowered to 5 percent.", [("tariff", "planned")]),
        ("The port would have a rebate.", []),
        ("The second container terminal is also under construction.", [("port", "planned")]),
        ("The railway is now under way.", [("rail", "planned")]),
        ("The new duty is already in force.", [("tariff", "done")]),
        ("The terminal is also under a hill.", []),
        ("Another priority was the rail network.", [("rail", "planned")]),
        ("The focus will be on ports and cold storage.", [("port", "planned"), ("freight", "planned")]),
        ("The main task is the dredging of the channel.", [("port", "planned")]),
        ("The focus of the talk was on growth.", []),
        ("A second container terminal is planned in Tarn.", [("port", "planned")]),
        ("Three wind farms have been planned near Oldmere.", [("power_plant", "planned")]),
        ("Tarn has planned two railway lines.", [("rail", "planned")]),
        ("Exports were planned for May.", []),
        ("Tarn will deepen reform in two areas: logistics hubs and open platforms.", [("general_reform", "planned")]),
        ("Tarn will build two things: a logistics hub and a railway.", [("freight", "planned"), ("rail", "planned")]),
    ],
)  # fmt: skip
def test_what_somebody_has_or_has_done_for_him_is_announced(sentence, expected):
    assert read(sentence) == expected


def test_an_item_after_a_semicolon_has_the_status_of_the_request_it_continues():
    said = (
        "The council asks ministries to take steps to further widen export markets; enhance vocational training; "
        "and cut port fees."
    )
    assert {status for _, status in read(said)} == {"suggested"}
    assert {status for _, status in read(said.replace("asks ministries", "will work"))} == {"planned"}


def test_a_sum_lent_is_an_act_and_a_number_of_cases_a_report():
    assert read("The state bank of Tarn approved BRL1.6bn in loans to exporters.") == [("credit", "done")]
    assert read("The state bank of Tarn approved $300mn in loans to exporters.") == [("credit", "done")]
    assert read("The state bank of Tarn approved INR 900 in loans to exporters.") == [("credit", "done")]
    assert read("The state bank of Tarn approved 47 loans to exporters.") == []
