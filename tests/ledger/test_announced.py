"""What the words of a measure say: kind, places, sectors, size, beginning."""

from dataclasses import replace
from datetime import date

import pytest

from hinterland.ledger.keeping.announced import announcement
from hinterland.ledger.keeping.stated import Stated, stated
from hinterland.ledger.records import Measure

TARIFF = Measure(
    "a",
    (0, 9),
    "From 1 March 2025 duties on machines from Japan and ASEAN will be cut by 3 percent.",
    "duties on machines from Japan and ASEAN will be cut",
    "the customs",
    "tariff",
    "machines",
    "3 percent",
    "planned",
)


def test_scope_size_and_beginning_are_read():
    found = announcement(TARIFF, {"published": date(2024, 5, 1)}, "CN-ZJ")
    assert (found.kind, found.home, found.partners, found.sectors) == (
        "tariff",
        "CN-ZJ",
        ("JP", "ASEAN"),
        ("machinery",),
    )
    assert (found.stated, found.start) == (Stated(-3.0, "percent"), date(2025, 3, 1))


def test_who_acts_goes_before_what_the_figures_are_about():
    assert announcement(replace(TARIFF, actor="Zhejiang"), {}, "CN-GD").home == "CN-ZJ"


def test_the_own_country_is_no_partner():
    said = replace(TARIFF, sentence="Zhejiang will hold expos in China and Japan.", actor="Zhejiang", target=None)
    assert announcement(said, {}).partners == ("JP",)


def test_without_a_date_in_the_sentence_the_document_dates_it():
    said = replace(TARIFF, sentence="Duties will be cut.", target=None)
    assert announcement(said, {"published": date(2024, 5, 1)}).start == date(2024, 5, 1)
    assert announcement(said, {}).start is None


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("tariff", "Tariffs will be cut by 2 percentage points.", Stated(-2.0, "pp")),
        ("tariff", "Tariffs will be raised by 2 percentage points.", Stated(2.0, "pp")),
        ("tariff", "Tariffs will fall to 5 percent.", Stated(5.0, "percent", level=True)),
        ("tariff", "It will use zero tariffs.", Stated(0.0, "percent", level=True)),
        ("export_rebate", "It will raise export tax rebates by 2 percentage points.", Stated(2.0, "pp")),
        ("credit", "It will cut the interest rate by 0.5 percentage points.", Stated(0.5, "pp")),
        ("freight", "New routes will shorten the journey by 3 days.", Stated(3.0, "days")),
        ("freight", "The logistics forum runs for 3 days.", None),
        ("carbon_price", "Carbon is to cost 80 yuan per tonne.", Stated(80.0, "yuan per tonne")),
        ("market_access", "Exports are to grow by 5 percent.", None),
        ("productivity", "Unit costs are to be cut by 5 percent.", Stated(5.0, "percent")),
        ("productivity", "Unit costs of 5 percent of firms were looked at.", None),
        (None, "Tariffs will be cut by 2 percentage points.", None),
    ],
)
def test_sizes_count_only_in_units_of_the_kind_and_with_a_sign(kind, sentence, expected):
    assert stated(replace(TARIFF, sentence=sentence), kind) == expected


@pytest.mark.parametrize(
    ("words", "mode"),
    [("freight trains to the port", "rail"), ("new berths", "sea"), ("logistics", "any")],
)
def test_the_first_word_tells_how_goods_travel(words, mode):
    assert announcement(replace(TARIFF, anchor=words), {}).mode == mode
