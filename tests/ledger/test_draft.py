"""Scenario files from measures: what is stated is announced, what is not is assumed and says why."""

import tomllib
from dataclasses import replace

from hinterland.ledger.draft import draft, entry_of
from hinterland.ledger.records import Measure
from hinterland.ledger.store import append

TARIFF = Measure(
    "a",
    (0, 9),
    "Duties on machines from Japan will be cut by 3 percent.",
    "cut by 3",
    "the customs",
    "tariff",
    "machines",
    "3 percent",
    "planned",
)


def test_a_stated_size_is_announced():
    entry = entry_of(TARIFF, {}, "MD")
    assert entry is not None
    assert (entry.kind, entry.size, entry.unit, entry.status, entry.range) == (
        "tariff",
        -3.0,
        "pct of the duty",
        "announced",
        None,
    )
    assert entry.partners == ("JP",)


def test_an_unstated_size_is_assumed_with_range_and_reason():
    entry = entry_of(replace(TARIFF, quantity="12 product lines"), {}, "MD")
    assert entry is not None
    assert (entry.size, entry.range, entry.status) == (-10.0, (-50.0, 0.0), "assumed")
    assert entry.reason.endswith("the text states '12 product lines', which is not a size in pct of the duty")


def test_nothing_computable_gives_no_entry():
    assert entry_of(replace(TARIFF, instrument="general_reform"), {}, "MD") is None


def test_files_read_back_as_toml(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile)
    files = draft(tmp_path / "l.duckdb", tmp_path / "out")
    assert [path.name for path in files] == ["early.toml", "late.toml", "next.toml", "slip.toml"]
    scenario = tomllib.loads(files[0].read_text())
    (measure,) = scenario["measure"]
    assert scenario["title"] == "Announced: Story early"
    assert (measure["kind"], measure["regions"], measure["partners"]) == ("market_access", ["MD"], ["JP"])
    assert (measure["status"], measure["size"], measure["range"]) == ("assumed", -1.0, [-5.0, -0.2])
    assert measure["source"] == "early.txt: The province will hold import expos with Japan."
