"""Every column of every table is described in both languages, and the reference is what the descriptions say."""

from pathlib import Path

import pytest

import hinterland as hl
from hinterland.cli.cases import OF_RESULTS
from hinterland.locale import translations
from hinterland.outcomes.described import tables
from hinterland.outcomes.reference import results_page
from hinterland.result import PANELS
from little import little

RESULT = hl.run(little(), {})
COUNTED = ("persons_before", "persons_after", "persons_change")  # only where the economy counts persons


def test_the_descriptions_are_of_the_tables_that_there_are() -> None:
    assert list(PANELS) == list(RESULT.tables)
    assert set(tables()) == set(PANELS)
    assert tuple(PANELS) == OF_RESULTS  # the command line names them without loading them


@pytest.mark.parametrize("name", PANELS)
def test_every_column_is_described(name: str) -> None:
    panel, words = RESULT.panel(name), tables()[name]
    assert [column for column in words["columns"] if column not in COUNTED] == list(panel.values)
    assert words["title"] in translations("zh") and words["about"] and words["source"]
    for row in words["columns"].values():
        assert row["name"] and row["formula"]


def test_views_carry_units_names_and_sources() -> None:
    view = RESULT.view("gdp")
    assert view.gdp_before.attrs == {"units": "million USD", "long_name": "GDP before"}
    assert "System of National Accounts" in view.attrs["source"]


def test_the_tree_has_what_was_what_is_and_what_changed() -> None:
    tree = RESULT.tree()
    assert set(tree.children) == {"baseline", "scenario", "change"}
    assert tree["/baseline/trade/value"].attrs["units"] == "million USD"
    assert tree["/scenario/sectors/output"].dims == ("region", "sector")
    assert tree["/change/regions/real_income_pct"].sel(region="N").item() == pytest.approx(0, abs=1e-9)
    columns = sum(len(RESULT.panel(name).values) for name in RESULT.tables)
    assert sum(len(node.data_vars) for node in tree.subtree) == columns


def test_blanks_are_zero_where_nothing_is_and_not_a_number_otherwise() -> None:
    panel = RESULT.panel("trade")
    assert panel.keep is not None and not panel.keep.all()
    assert panel.blanks() == pytest.approx({"before": 0.0, "after": 0.0, "change_pct": float("nan")}, nan_ok=True)


def test_the_page_is_written_from_the_descriptions() -> None:
    page = Path(__file__).parents[2] / "docs" / "results.md"
    assert page.read_text(encoding="utf-8") == results_page()
