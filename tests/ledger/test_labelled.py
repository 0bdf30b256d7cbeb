"""The reader against labelled documents, where a developer has them: no field may fall below its target."""

import pytest

from benchmarks.ledger.__main__ import TARGETS, scores
from benchmarks.ledger.labels import accepted, labels
from hinterland.ledger.announcements.instruments import kinds


@pytest.mark.parametrize("field", sorted(TARGETS))
def test_no_field_falls_below_its_target(shared, field):
    assert scores(shared / "corpus").fields[field].f1 >= TARGETS[field]


def test_every_label_leads_to_an_instrument():
    assert set(kinds()) >= {name for names in labels().values() for name in names}
    assert accepted("trade_fair") == ("expo",) and accepted("tariff") == ("tariff",)


def test_a_label_stands_for_what_enters_the_model_in_the_same_place():
    apart = {"general_opening", "opening_up", "general_reform", "trade_agreement", "free_trade_agreement"}
    apart |= {"transport_corridor", "import_facilitation"}  # these name two places of the model at once
    for label in set(labels()) - apart:
        assert len({kinds()[name] for name in accepted(label)}) == 1, label
    assert "tariff" not in accepted("tax_rebate") and accepted("quality") == ("quality",)
