"""The reader against labelled documents, where a developer has them: no field may fall below its target."""

import pytest

from benchmarks.ledger.__main__ import TARGETS, scores


@pytest.mark.parametrize("field", sorted(TARGETS))
def test_no_field_falls_below_its_target(shared, field):
    assert scores(shared / "corpus").fields[field].f1 >= TARGETS[field]
