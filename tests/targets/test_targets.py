"""Facts become targets, and an economy meets them: what is taken, what is left and why, and what is written down."""

import csv
import dataclasses
import json
from datetime import date
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

import hinterland as hl
from hinterland.cli import hinterland
from hinterland.ledger.keeping.facts import facts
from hinterland.tables.concordance import read_concordance
from hinterland.tables.provenance import read_provenance
from hinterland.targets.adjust import adjust, from_ledger
from hinterland.targets.book import Book
from hinterland.targets.choose import AGREES, CONTRADICTS, choose
from hinterland.targets.file import read_targets, save_targets
from hinterland.targets.match import Fitting, Unfit
from hinterland.targets.meet import meet
from hinterland.targets.target import Scope, Target
from hinterland.units import per_dollar
from targets.conftest import TEXTS, write_economy, write_ledger

ABROAD, GOODS = ("FRA", "USA", "ROW"), ("farm", "autos")


@pytest.fixture(scope="module")
def chosen(ledger, folder):
    return from_ledger(ledger, folder)


@pytest.fixture(scope="module")
def adjusted(chosen, folder, tmp_path_factory):
    target = tmp_path_factory.mktemp("adjusted") / "bavaria"
    return adjust(folder, chosen.targets, target, form="csv"), target


def named(chosen) -> dict[str, Target]:
    return {target.name: target for target in chosen.targets}


def test_totals_partners_goods_shares_and_gdp_are_targets(chosen):
    assert {name: target.scope for name, target in named(chosen).items()} == {
        "exports of BAV": Scope("exports", "BAV", ABROAD, GOODS),
        "imports of BAV": Scope("imports", "BAV", ABROAD, GOODS),
        "exports of BAV with US": Scope("exports", "BAV", ("USA",), GOODS),
        "imports of BAV with FR": Scope("imports", "BAV", ("FRA",), GOODS),
        "exports[product=cars] of BAV": Scope("exports", "BAV", ABROAD, ("autos",)),
        "share:trade_total of BAV with EU": Scope("trade", "BAV", ("FRA",), GOODS),
        "gdp of BAV": Scope("gdp", "BAV"),
    }
    assert named(chosen)["share:trade_total of BAV with EU"].whole == Scope("trade", "BAV", ABROAD, GOODS)


def test_intervals_are_the_printed_ones(chosen):
    found = {name: (target.low, target.high) for name, target in named(chosen).items()}
    assert found["exports of BAV"] == pytest.approx((61_500, 62_500))
    assert found["share:trade_total of BAV with EU"] == pytest.approx((0.4115, 0.4125))


def test_money_is_converted_at_the_mean_rate_of_the_year(chosen):
    rate = per_dollar("EUR", 2022)
    assert named(chosen)["imports of BAV with FR"].value == pytest.approx(15_900 * rate)


def test_a_target_says_where_it_was_printed(chosen):
    target = named(chosen)["gdp of BAV"]
    start, end = target.span
    assert TEXTS["trade"][start:end] == target.printed == "150 billion euros"
    assert target.published == date(2023, 1, 20) and target.source.endswith("trade.txt")
    assert target.verdict == "unquestioned"


def test_the_better_of_two_figures_is_kept_and_the_other_named(chosen):
    (conflict,) = chosen.conflicts
    assert (conflict.kept.printed, conflict.kept.verdict) == ("25 billion euros", "unquestioned")
    assert (conflict.left.printed, conflict.left.verdict) == ("21.4 billion euros", "cannot_tell")


def test_every_other_fact_is_counted_by_its_reason(chosen):
    assert chosen.left == {
        "a partner that is no region or group of the economy": 1,
        "another period than 2022": 1,
        "a growth rate or a rank, not a level": 1,
        "a part that the economy does not tell apart": 1,
        "the same figure in another currency": 1,  # the bracket is wrong, what stands before it is not
        AGREES: 1,
        CONTRADICTS: 1,
    }


def says(indicator: str, partner: str = "W1", value: float = 0.2, unit: str = "share", **more) -> dict[str, Any]:
    """Say what a fact about Bavaria in 2022 differs in from another fact."""
    year = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
    interval = {"value": value, "low": 0.9 * value, "high": 1.1 * value, "unit": unit}
    what = {"ref_area": "DE-BY", "region": "Bavaria", "indicator": indicator, "partner": partner}
    return what | year | interval | {"transformation": "N", "verdict": "unquestioned", "status": "A"} | more


@pytest.fixture(scope="module")
def fact(ledger):
    """Make a fact out of one that a ledger holds."""
    one = facts(ledger)[0]
    return lambda given: dataclasses.replace(one, **given)


def test_shares_know_their_whole(baseline, fact):
    fitting = Fitting(baseline, {"goods": GOODS, "gva_primary": ("farm",), "product=cars": ("autos",)})
    given = [
        says("share:exports[of=Germany]"),
        says("share:exports[product=cars]"),
        says("share:imports", "US"),
        says("share:gva_primary"),
    ]
    assert [fitting.target(fact(one)).whole for one in given] == [
        Scope("exports", "DEU", ABROAD, GOODS),
        Scope("exports", "BAV", ABROAD, GOODS),
        Scope("imports", "BAV", ABROAD, GOODS),
        Scope("gdp", "BAV"),
    ]


def test_a_share_of_the_trade_with_a_group(baseline, fact):
    wide = dataclasses.replace(baseline, groups={**baseline.groups, "OECD": ("BAV", "RDE", "FRA", "USA")})
    target = Fitting(wide, {"goods": GOODS}).target(fact(says("share:exports[of=OECD]", "US")))
    assert target.scope == Scope("exports", "BAV", ("USA",), GOODS)
    assert target.whole == Scope("exports", "BAV", ("FRA", "USA"), GOODS)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (says("share:exports"), "a share of something that is not stated"),
        (says("share:exports[of=European Union]"), "a share of something that the economy does not have"),
        (says("share:exports[of=World]"), "a share of something that the economy does not have"),
        (says("change_in:exports", "US"), "a difference or a gap, not a level"),
        (says("exports", value=5e9, unit="JPY"), "a unit without a mean rate to million EUR in 2022: JPY"),
        (says("exports", "DE", 5e9, "EUR"), "a partner that lies in the same country"),
        (says("exports", "US", 5e9, "EUR", status="F"), "a plan or a forecast"),
        (says("exports", "US", 5e9, "EUR", verdict="wrong"), "a check calls it wrong"),
        (says("gdp", "US", 5e9, "EUR"), "a partner of what has none"),
        (says("exports", value=5e9, unit="EUR", ref_area="DE-HE"), "a place that is no region or group of the economy"),
        (says("population", value=5e6, unit="count"), "an indicator that the economy has no total for"),
        (says("gva_tertiary", value=5e9, unit="EUR"), "a part that the economy does not tell apart"),
        (says("exports[mode=processing]", value=5e9, unit="EUR"), "a part that the economy does not tell apart"),
    ],
)
def test_what_is_no_target_has_its_reason(baseline, fact, given, reason):
    with pytest.raises(Unfit) as why:
        Fitting(baseline, {"goods": GOODS}).target(fact(given))
    assert str(why.value) == reason


def test_what_says_the_same_counts_once(baseline, folder, tmp_path):
    ledger = write_ledger(
        tmp_path,
        one="Bavaria in 2022\n\nMUNICH, Jan. 20, 2023 -- Bavaria's exports reached 62 billion euros in 2022.\n",
        two="Bavaria once more\n\nMUNICH, Jan. 25, 2023 -- Bavaria's exports reached 62.1 billion euros in 2022.\n",
    )
    found = choose(ledger, baseline, read_concordance(folder, baseline.sectors.codes))
    assert [target.printed for target in found.targets] == ["62.1 billion euros"]
    assert found.left == {AGREES: 1} and found.conflicts == ()


def test_a_group_of_foreign_regions_stands_for_the_world(baseline, ledger):
    with_group = dataclasses.replace(baseline, groups={**baseline.groups, "foreign": ABROAD})
    found = named(choose(ledger, with_group, {"product=cars": ("autos",)}))
    assert found["gdp of BAV"].scope.partners == ()
    assert found["exports of BAV"].scope == Scope("exports", "BAV", ("foreign",), ("farm", "autos", "shops"))


def test_every_target_is_met_within_its_interval(adjusted):
    done, folder = adjusted
    assert len(done.met) == 7 and all(one.inside for one in done.met)
    assert not any(dataclasses.replace(one, after=one.before).inside for one in done.met)
    book = Book.of(hl.load(folder))
    for one in done.met:
        whole = book.amount(one.target.whole) if one.target.whole else 1.0
        assert book.amount(one.target.scope) / whole == pytest.approx(one.after, rel=1e-9)


def test_the_adjusted_economy_closes_without_repairs_and_solves(adjusted, baseline):
    loaded = hl.load(adjusted[1])
    assert loaded.report.repairs == ()
    assert np.array_equal(loaded.params.t[loaded.params.pi > 0], baseline.params.t[baseline.params.pi > 0])
    result = hl.run(loaded, {"tariff": {("USA", "BAV"): 0.2}})
    assert result.status.ok and result.table("regions").real_income_pct[0] < 0


def test_gdp_is_the_one_of_results(adjusted):
    done, folder = adjusted
    gdp = hl.run(hl.load(folder), {}).table("gdp").gdp_before[0]
    assert gdp == pytest.approx(next(one.after for one in done.met if one.target.name == "gdp of BAV"), rel=1e-9)


def test_provenance_cites_every_figure(adjusted, chosen):
    folder = adjusted[1]
    rows = read_provenance(folder).to_dict("records")
    assert rows[0]["block"] == "all tables" and rows[0]["source"] == "made up"
    assert [row["source"] for row in rows[1:]] == [target.origin() for target in chosen.targets]
    assert {row["status"] for row in rows[1:]} == {"observed"}
    assert hl.load(folder).description.source == "made up; adjusted to 7 published figures, see targets.csv"


def test_targets_that_are_met_already_move_nothing(baseline):
    book = Book.of(baseline)
    scope = Scope("exports", "BAV", ABROAD, GOODS)
    now = book.amount(scope)
    done = meet(baseline, [Target("as it is", scope, now, 0.9 * now, 1.1 * now, "made up")])
    assert max(block.moved_pct for block in done.report) < 1e-9


def test_without_an_interval_the_value_is_met_exactly(baseline):
    target = Target("exactly", Scope("exports", "BAV", ("USA",), ("autos",)), 20_000, 20_000, 20_000, "made up")
    assert meet(baseline, [target]).met[0].after == pytest.approx(20_000, rel=1e-9)


def test_an_interval_open_to_one_side_is_used(baseline):
    scope = Scope("exports", "BAV", ("USA",), GOODS)
    target = Target("over 20 billion", scope, 20_000, 20_000, 22_000, "made up")
    after = meet(baseline, [target]).met[0].after
    assert 20_000 < after < 22_000


def test_accounts_of_a_taxed_economy_add_up(baseline):
    book = Book.of(baseline)
    totals = book.closing()
    gap = totals.matrix(book.flows.size) @ book.flows
    assert np.abs(gap).max() < 1e-9 * book.trade.max()


def test_targets_survive_a_file(chosen, baseline, tmp_path):
    save_targets(chosen.targets, baseline.description.currency, tmp_path / "t.csv")
    again = read_targets(tmp_path / "t.csv", baseline)
    for one, other in zip(again, chosen.targets, strict=True):
        assert (one.scope, one.whole, one.origin()) == (other.scope, other.whole, other.origin())
        assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high), rel=1e-11)


def test_a_file_by_hand_needs_six_columns(baseline, tmp_path):
    (tmp_path / "t.csv").write_text("name,measure,region,value,unit,source\nGDP,gdp,BAV,160,billion USD,my own\n")
    (target,) = read_targets(tmp_path / "t.csv", baseline)
    assert target.scope == Scope("gdp", "BAV") and target.low == target.high == target.value
    assert target.value == pytest.approx(160_000 * per_dollar("EUR", 2022))


def test_the_two_commands_do_it(ledger, folder, tmp_path):
    out, made = tmp_path / "t.csv", tmp_path / "made"
    first = CliRunner().invoke(hinterland, ["targets", str(ledger), str(folder), "--out", str(out), "--json"])
    assert first.exit_code == 0, first.output
    assert {json.loads(line)["name"] for line in first.stdout.splitlines()} >= {"gdp of BAV", "exports of BAV"}
    assert "not used: 1 (the same figure in another currency)" in first.stderr
    assert "conflict: exports of BAV with US" in first.stderr
    second = CliRunner().invoke(hinterland, ["calibrate", str(folder), "--targets", str(out), "--out", str(made)])
    assert second.exit_code == 0, second.output
    assert "exports[product=cars] of BAV" in second.stdout
    with (made / "targets.csv").open() as file:
        assert len(list(csv.DictReader(file))) == 7
    assert (made / "calibrated.npz").is_file() and (made / "concordance.csv").is_file()


def test_facts_may_go_straight_into_the_calibration(ledger, folder, tmp_path):
    arguments = ["calibrate", str(folder), "--facts", str(ledger), "--out", str(tmp_path / "made"), "--json"]
    done = CliRunner().invoke(hinterland, arguments)
    assert done.exit_code == 0, done.output
    assert len(done.stdout.splitlines()) == 7


def test_an_economy_with_balanced_trade_keeps_its_tables(tmp_path):
    folder = write_economy(tmp_path / "balanced")
    text = (folder / "economy.toml").read_text()
    (folder / "economy.toml").write_text(text.replace("[groups]", '[closures]\ndeficit = "balanced"\n\n[groups]'))
    scope = Scope("imports", "BAV", ABROAD, GOODS)
    adjust(folder, [Target("imports", scope, 50_000, 50_000, 50_000, "made up")], tmp_path / "made")
    kept = hl.load(tmp_path / "made", hl.Closures(deficit="share"))
    assert Book.of(kept).amount(scope) == pytest.approx(50_000, rel=1e-9)
    assert hl.load(tmp_path / "made").closures.deficit == "balanced"
