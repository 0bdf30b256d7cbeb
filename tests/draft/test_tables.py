"""The data that reads a lever's scope and size out of words fits the levers."""

from typing import get_args

import pytest

from hinterland.ledger.lexicon import places, table
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import conversions, units_of
from hinterland.scenario.measures.trade_costs import Freight

STATED = table("levers.toml")["stated"]


@pytest.mark.parametrize("kind", STATED)
def test_stated_units_are_those_of_the_kind(kind):
    units = units_of(KINDS[kind].measure, "size") or {}
    assert all(any(unit.endswith(wanted) for unit in units) for wanted in STATED[kind]["units"])
    assert STATED[kind]["falls"] in ("+", "-", "0")


@pytest.mark.parametrize("kind", STATED)
def test_a_draft_can_fill_every_size_that_a_kind_requires(kind):
    fields = KINDS[kind].measure.model_fields.items()
    required = {name for name, field in fields if field.is_required() and units_of(KINDS[kind].measure, name)}
    assert "size" in required and required <= set(conversions()[kind])


def test_modes_are_those_of_freight():
    assert {*table("levers.toml")["modes"], "any"} == set(get_args(Freight.model_fields["mode"].annotation))


def test_what_stands_in_is_in_the_gazetteer():
    pairs = table("levers.toml")["stands_in"].items()
    assert {code for pair in pairs for code in pair} <= set(places())
