"""Each fault of a file of targets, and of facts that give none, is met with its exact words."""

import pytest

import hinterland as hl
from hinterland.errors import InputError
from hinterland.tables.concordance import read_concordance
from hinterland.targets.adjust import adjust, from_ledger
from hinterland.targets.choose import choose
from hinterland.targets.file import read_targets
from hinterland.targets.meet import meet
from hinterland.targets.target import Scope, Target
from targets.conftest import TEXTS, write_economy, write_ledger

HEAD = "name,measure,region,partners,sectors,of_measure,of_region,of_partners,of_sectors,value,low,high,unit,source\n"
COLUMNS = "name, measure, region, value, unit, source"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_economy(tmp_path_factory.mktemp("economy") / "bavaria")


@pytest.fixture(scope="module")
def baseline(folder):
    return hl.load(folder)


@pytest.fixture
def told(baseline, tmp_path):
    def tell(*rows: str) -> list[str]:
        (tmp_path / "t.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows))
        with pytest.raises(InputError) as raised:
            read_targets(tmp_path / "t.csv", baseline)
        return str(raised.value).replace(f"{tmp_path}/", "").splitlines()

    return tell


def message(run, *arguments) -> str:
    with pytest.raises(InputError) as raised:
        run(*arguments)
    return str(raised.value)


def test_no_fact_fits(folder, tmp_path):
    other_year = write_economy(tmp_path / "e", year=2019)
    ledger = write_ledger(tmp_path, later=TEXTS["later"])
    assert message(from_ledger, ledger, other_year) == (
        f"{ledger}: no fact is a total of the economy (another period than 2019: 2); expected levels or shares of 2019 "
        "for a region of 'Bavaria and others'; keep documents about that year and region, "
        "or write the targets as a file"
    )


def test_ledger_is_missing(folder, tmp_path):
    ledger = tmp_path / "none.duckdb"
    assert message(from_ledger, ledger, folder) == (
        f"{ledger}: no such file; expected a ledger file; make one with `hinterland keep LEDGER SOURCES`"
    )


def test_targets_are_unreadable(baseline, told, tmp_path):
    made = "write one with `hinterland targets LEDGER ECONOMY --out targets.csv`"
    assert message(read_targets, tmp_path / "no.csv", baseline) == (
        f"{tmp_path}/no.csv: No such file or directory; expected a CSV file with the columns {COLUMNS}; {made}"
    )
    assert told() == [f"t.csv: no row; expected a CSV file with the columns {COLUMNS}; {made}"]
    (tmp_path / "b.csv").write_bytes(b"name\xff\xfe\x00")
    assert message(read_targets, tmp_path / "b.csv", baseline) == (
        f"{tmp_path}/b.csv: not a CSV file in UTF-8; expected a CSV file with the columns {COLUMNS}; {made}"
    )


def test_columns_that_are_absent_are_named_once(baseline, tmp_path):
    (tmp_path / "prose.txt").write_text("Exports rose.\n\nThey rose again.\nAnd again.\n")
    assert message(read_targets, tmp_path / "prose.txt", baseline) == (
        f"{tmp_path}/prose.txt: no column {COLUMNS}; expected a CSV file with the columns {COLUMNS}; "
        "write one with `hinterland targets LEDGER ECONOMY --out targets.csv`"
    )


def test_cells_are_missing(told):
    assert told("GDP,gdp,BAV,,,,,,,,,,million EUR,") == [
        f"t.csv:2: no value; expected the columns {COLUMNS}; fill it in",
        f"t.csv:2: no source; expected the columns {COLUMNS}; fill it in",
    ]
    assert told("S,exports,BAV,USA,,exports,,,,0.2,,,share,me") == [
        f"t.csv:2: no of_region; expected the columns {COLUMNS}; fill it in"
    ]


def test_partners_are_of_no_trade(told):
    assert told("GDP,gdp,BAV,USA,,,,,,5,,,million EUR,me") == [
        "t.csv:2: partners 'USA' of gdp; expected partners of trade only; leave them out"
    ]


def test_place_is_malformed(baseline, tmp_path):
    row = "name,measure,region,value,unit,source,published,span\nGDP,gdp,BAV,5,million EUR,me,20 Jan,17\n"
    (tmp_path / "t.csv").write_text(row)
    assert message(read_targets, tmp_path / "t.csv", baseline).splitlines() == [
        "t.csv:2: published '20 Jan'; expected 2023-01-20, say, or nothing; write it so",
        "t.csv:2: span '17'; expected 17-33, say, or nothing; write it so",
    ]


def test_measure_is_unknown(told):
    assert told("E,export,BAV,,,,,,,1,,,million EUR,me") == [
        "t.csv:2: measure 'export' (did you mean 'exports'?); expected one of exports, imports, trade, "
        "gdp, value_added; correct it"
    ]


def test_target_codes_are_unknown(told):
    assert told("E,exports,BAV,EUU,farms,,,,,1,,,million EUR,me") == [
        "t.csv:2: partners: no region or group 'EUU' (did you mean 'EU'?); expected a region or group of the economy; "
        "correct it; `hinterland show` lists them",
        "t.csv:2: sectors: no sector 'farms' (did you mean 'farm'?); expected a sector of the economy; "
        "correct it; `hinterland show` lists them",
    ]


def test_interval_is_impossible(told):
    assert told(
        "E,exports,BAV,,,,,,,many,,,million EUR,me",
        "F,exports,BAV,,,,,,,5,6,7,million EUR,me",
        "G,gdp,BAV,,,,,,,inf,,,million EUR,me",
    ) == [
        "t.csv:2: value 'many', low '', high ''; expected numbers; low and high may be empty; correct them",
        "t.csv:3: 5 outside its interval, 6 to 7; expected low, value and high in this order; correct them",
        "t.csv:4: inf outside its interval, inf to inf; expected low, value and high in this order; correct them",
    ]


def test_unit_does_not_convert(told):
    assert told("E,exports,BAV,,,,,,,5,,,crowns,me", "S,exports,BAV,USA,,exports,BAV,,,5,,,percent,me") == [
        "t.csv:2: the unit 'crowns' of an amount; expected money that has a mean rate to million EUR in 2022; "
        "give the value in million EUR",
        "t.csv:3: the unit 'percent' of a share; expected share, a fraction of 1; "
        "write share, or leave of_measure empty",
    ]


def test_a_pair_that_contradicts_is_named_and_nothing_else(baseline):
    exports = Scope("exports", "BAV", ("USA",), ("autos",))
    given = [
        Target("gdp", Scope("gdp", "BAV"), 150_000, 140_000, 160_000, "me"),
        Target("low", exports, 10, 9, 11, "me"),
        Target("high", exports, 20_000, 19_000, 21_000, "you"),
    ]
    assert message(meet, baseline, given) == (
        "targets: 2 figures that contradict each other: 'low' at most 11 million EUR (me); "
        "'high' at least 19,000 million EUR (you); expected figures that the economy's flows can add up to together; "
        "correct one of them, widen its interval, or leave it out"
    )


def test_parts_that_pass_their_whole_together_are_named_with_it(baseline):
    parts = [Target(to, Scope("exports", "BAV", (to,)), 40_000, 39_000, 41_000, "me") for to in ("USA", "FRA")]
    whole = Target("both", Scope("exports", "BAV", ("USA", "FRA")), 60_000, 60_000, 60_000, "me")
    assert message(meet, baseline, [*parts, whole]).startswith(
        "targets: 3 figures that contradict each other: 'USA' at least 39,000 million EUR (me); "
        "'FRA' at least 39,000 million EUR (me); 'both' 60,000 million EUR (me); expected "
    )


def test_each_contradiction_is_named_once(baseline):
    def pair(sector: str) -> list[Target]:
        scope = Scope("exports", "BAV", ("USA",), (sector,))
        return [Target(f"{sector} {v}", scope, v, v, v, "me") for v in (1_000, 2_000)]

    lines = message(meet, baseline, [*pair("farm"), *pair("autos")]).splitlines()
    assert [line.count("'farm ") + 10 * line.count("'autos ") for line in sorted(lines)] in ([20, 2], [2, 20])


def test_a_share_above_one_is_out_of_reach(baseline):
    exports = Scope("exports", "BAV")
    target = Target("of the US", Scope("exports", "BAV", ("USA",)), 1.2, 1.2, 1.2, "me", exports)
    assert message(meet, baseline, [target]) == (
        "targets: 'of the US' 120 % (me) is out of reach; expected a figure that the economy's flows can add up to; "
        "correct it, or leave it out"
    )


def test_targets_of_nothing_are_refused(baseline):
    nothing = Scope("exports", "BAV", ("BAV",), ("farm",))
    assert message(meet, baseline, [Target("none", nothing, 5, 5, 5, "me")]) == (
        "total 'none': 5 is left to share out, and every cell of the total is zero or fixed; "
        "expected at least one free cell that is not zero; give the block a prior above zero, or correct the total"
    )


def test_folder_is_in_the_way(folder, tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").write_text("keep me")
    target = Target("x", Scope("gdp", "BAV"), 150_000, 150_000, 150_000, "me")
    assert message(adjust, folder, [target], tmp_path / "made") == (
        f"{tmp_path}/made: a folder with files in it; expected a new or an empty folder; "
        "name another one, or replace it (--overwrite)"
    )
    assert (tmp_path / "made" / "mine.txt").read_text() == "keep me"


def test_a_folder_in_the_way_is_told_before_anything_is_balanced(folder, tmp_path, monkeypatch):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").write_text("keep me")
    monkeypatch.setattr("hinterland.targets.adjust.meet", lambda *_: pytest.fail("balanced for nothing"))
    target = Target("x", Scope("gdp", "BAV"), 150_000, 150_000, 150_000, "me")
    assert "a folder with files in it" in message(adjust, folder, [target], tmp_path / "made")


def test_concordance_names_unknown_sectors(tmp_path):
    (tmp_path / "concordance.csv").write_text("term,sectors\ngoods,farm auto\ngva_primary,\n")
    assert message(read_concordance, tmp_path, ("farm", "autos")).splitlines() == [
        "concordance.csv:2: 'goods' holds the sector 'auto' (did you mean 'autos'?); expected sectors of the economy, "
        "parted by blanks; correct the code",
        "concordance.csv:3: the term 'gva_primary' with no sector; expected a term and its sectors; "
        "write both, or remove the row",
    ]


def test_an_unknown_group_is_counted_and_named(baseline, tmp_path):
    ledger = write_ledger(
        tmp_path, asean="Trade\n\nMUNICH, Jan. 20, 2023 -- Bavaria's exports to ASEAN were 3 billion euros in 2022.\n"
    )
    assert message(choose, ledger, baseline, {}).startswith(
        f"{ledger}: no fact is a total of the economy "
        "(a partner that is no region or group of the economy: 1); expected "
    )
