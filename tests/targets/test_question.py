"""Targets that the economy or a wider total speaks against are left out with their reason, unless asked for."""

from dataclasses import replace

import pytest

from hinterland.targets.adjust import from_ledger
from hinterland.targets.book import Book
from hinterland.targets.choose import QUESTIONED
from hinterland.targets.question import question
from hinterland.targets.target import Scope, Target
from targets.conftest import write_ledger

ABROAD, GOODS = ("FRA", "USA", "ROW"), ("farm", "autos")
TEXT = """Bavaria's trade in 2022

MUNICH, Jan. 20, 2023 -- Bavaria's GDP was 150 billion euros in 2022. Exports to the United States were 9,000 \
billion euros in 2022.
"""


def asked(baseline, measure: str, times: float, partners=ABROAD) -> Target:
    """Ask for some times what the economy has."""
    scope = Scope(measure, "BAV", partners, GOODS)
    value = times * Book.of(baseline).amount(scope)
    return Target(f"{measure} with {partners[-1]}", scope, value, 0.99 * value, 1.01 * value, "me")


@pytest.mark.parametrize(("times", "kept"), [(0.05, 0), (0.2, 1), (1.0, 1), (5.0, 1), (20.0, 0), (-1.0, 0)])
def test_another_order_of_magnitude_is_questioned(baseline, times, kept):
    assert len(question(baseline, [asked(baseline, "exports", times)])[0]) == kept


def test_the_reason_gives_both_figures(baseline):
    target = asked(baseline, "exports", 20.0)
    (left,) = question(baseline, [target])[1]
    said, own = (target.said(value, "million EUR") for value in (target.value, target.value / 20))
    assert left.reason == f"{said} where the economy has {own}"


@pytest.mark.parametrize("measure", ["exports", "trade"])
def test_a_part_above_its_whole_is_questioned(baseline, measure):
    whole = asked(baseline, measure, 1.0)
    part = asked(baseline, "exports", 1.0, ("USA",))
    part = Target(part.name, part.scope, 1.5 * whole.value, 1.4 * whole.value, 1.6 * whole.value, "me")
    kept, left = question(baseline, [whole, part])
    assert kept == [whole] and [row.target for row in left] == [part]
    said, beside = (one.said(one.value, "million EUR") for one in (part, whole))
    said = f"a part and its whole do not fit: {said} beside {whole.name}, {beside}"
    assert left[0].reason == said or "where the economy has" in left[0].reason


def test_of_two_figures_for_one_total_the_likelier_is_kept(baseline):
    near, far = asked(baseline, "exports", 1.0), asked(baseline, "exports", 1.5)
    kept, (left,) = question(baseline, [near, far])
    assert kept == [near] and left.target == far
    assert left.reason.startswith("another figure for the same total: ")


@pytest.mark.parametrize(
    ("value", "said"),
    [(302530.77, "302,530 million EUR"), (19.25, "19.25 million EUR"), (1.39e12, "1,390,000,000,000 million EUR")],
)
def test_amounts_are_said_to_five_digits_and_never_with_an_exponent(value, said):
    target = Target("x", Scope("exports", "BAV"), value, value, value, "me")
    assert target.said(value, "million EUR") == said
    assert replace(target, whole=Scope("exports", "BAV")).said(0.4123456, "million EUR") == "41.235 %"


def test_a_ledger_leaves_them_out_unless_asked(folder, tmp_path):
    ledger = write_ledger(tmp_path, wild=TEXT)
    chosen = from_ledger(ledger, folder)
    assert [target.name for target in chosen.targets] == ["gdp of BAV"]
    assert [row.target.name for row in chosen.questioned] == ["exports of BAV with US"]
    assert chosen.left[QUESTIONED] == 1
    assert len(from_ledger(ledger, folder, True).targets) == 2
