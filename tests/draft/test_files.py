"""From a text to a scenario that the reader accepts and the economy answers."""

from dataclasses import replace
from datetime import date

import pytest

import hinterland as hl
from hinterland.draft.entries import Unmapped, entry
from hinterland.draft.files import draft, scenario_text
from hinterland.labels import Axis, Label
from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.keeping.announced import announcement
from hinterland.ledger.keeping.store import append
from hinterland.ledger.read import read
from hinterland.ledger.records import Measure
from hinterland.scenario.compose import compose
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.read import parse_scenario
from little import little

PLAN = """{place} plans for 2024

Date: 2024-02-02

In 2023, {place}'s exports were 320.6 billion yuan, up 12.5 percent year on year.
{place} plans to hold import expos with Japan.
{place} plans to hold import expos with Japan this autumn.
{place} will expand export tax rebates for the textile industry.
{place} will promote cross-border e-commerce with Austria.
{place} will deepen the reform of development zones.
"""


@pytest.fixture
def tiny():
    """Rename the little economy's regions: a province, the rest of its country, and Japan."""
    labels = (Label("ZJ", "Zhejiang"), Label("REST", "Rest of China"), Label("JPN", "Japan"))
    return replace(little(), regions=Axis("region", labels), groups={"CHN": ("ZJ", "REST")})


def said(instrument: str, sentence: str, **changed) -> Measure:
    return Measure("doc", (3, 9), sentence, "anchor", "Zhejiang", instrument, None, None, "planned", **changed)


def made(instrument: str, sentence: str, economy):
    return entry(announcement(said(instrument, sentence), {"published": date(2024, 2, 2)}), economy)


def drafted(tmp_path, place: str, baseline, economy: str):
    (tmp_path / "plan.txt").write_text(PLAN.format(place=place))
    append(tmp_path / "l.duckdb", [read(tmp_path / "plan.txt")])
    (file,) = draft(tmp_path / "l.duckdb", tmp_path / "out", baseline, economy).files
    return file


def test_a_text_becomes_a_scenario_of_a_tiny_economy(tmp_path, tiny):
    file = drafted(tmp_path, "Zhejiang", tiny, "tiny")
    scenario = hl.read_scenario(file)
    assert (scenario.title.en, scenario.economy) == ("Announced: Zhejiang plans for 2024", "tiny")
    expo, rebate = scenario.measures
    assert (expo.kind, expo.regions, expo.partners, expo.without) == ("market_access", ("ZJ",), ("JPN",), None)
    assert (expo.size.value, expo.size.range, expo.status) == (1.0, (0.2, 5.0), "assumed")
    assert expo.start == date(2024, 2, 2)
    text = PLAN.format(place="Zhejiang")
    at = text.index("hold import expos")
    assert expo.source.endswith(
        f"plan.txt (2024-02-02), characters {at}-{at + 17}: Zhejiang plans to hold import expos with Japan."
    )
    assert (rebate.kind, rebate.partners, rebate.without, rebate.sectors) == (
        "export_rebate",
        ("*",),
        ("CHN",),
        ("cloth",),
    )
    result = hl.run(tiny, scenario)
    assert result.status.ok
    assert result.table("regions").set_index("region").loc["ZJ"].abs().sum() > 0


def test_what_is_left_out_stands_below_with_its_reason(tmp_path, tiny):
    text = drafted(tmp_path, "Zhejiang", tiny, "tiny").read_text()
    assert text.startswith("#:schema scenario.schema.json\n")
    assert "an assumed size counts once\n#   Zhejiang plans to hold import expos with Japan this autumn." in text
    assert "Left out (ecommerce, planned): Austria is no region or group of the economy" in text
    assert "Left out (zone, planned): there is no kind of measure for zone\n#   Zhejiang will deepen" in text


def test_a_text_becomes_a_scenario_of_the_embedded_economy(tmp_path):
    shipped = hl.load("shandong")
    scenario = hl.read_scenario(drafted(tmp_path, "Shandong", shipped, "shandong"))
    assert [measure.kind for measure in scenario.measures] == ["market_access", "export_rebate"]
    assert (scenario.measures[1].sectors, scenario.measures[1].without) == (("C13T15",), ("CHN",))
    assert hl.run(shipped, scenario).status.ok


WORDS = {
    "carbon_price": "Zhejiang will start carbon trading.",
    "market_growth": "Zhejiang will boost consumption of food.",
}


@pytest.mark.parametrize("instrument", [name for name, kind in kinds().items() if kind in KINDS])
def test_every_instrument_fits_an_economy(instrument, tiny):
    one = made(instrument, WORDS.get(kinds()[instrument], "Zhejiang will act on it with Japan."), tiny)
    scenario = parse_scenario(scenario_text("All", "", [one]))
    assert scenario.measures == (one.measure,)
    assert (one.measure.kind, one.measure.status) == (kinds()[instrument], "assumed")
    compose(tiny, scenario)


def test_stated_sizes_are_announced(tiny):
    cut = made("tariff", "Tariffs on goods from Japan will be cut by 3 percent.", tiny).measure
    assert (cut.form, cut.size.value, cut.size.unit, cut.size.range, cut.status) == (
        "cut_pct",
        3.0,
        "percent",
        None,
        "announced",
    )
    assert (cut.regions, cut.partners) == (("CHN",), ("JPN",))  # no province levies a tariff
    zero = made("tariff", "Zero tariffs will hold for Japan.", tiny).measure
    assert (zero.form, zero.size.value, zero.status) == ("set", 0.0, "announced")
    points = made("tariff", "Tariffs on goods from Japan will be cut by 2 percentage points.", tiny).measure
    assert (points.form, points.size.value, points.size.unit) == ("change_pp", -2.0, "pp")


def test_an_impossible_size_is_not_announced(tiny):
    assert made("credit", "The interest rate will be cut by 300 percentage points.", tiny).measure.status == "assumed"


@pytest.mark.parametrize(
    ("instrument", "sentence", "why"),
    [
        ("general_reform", "Zhejiang will reform.", "general_reform is nothing that can be computed"),
        ("market_growth", "Zhejiang will boost consumption.", "no sector is named: growth of all spending"),
        ("productivity", "Zhejiang will upgrade the steel industry.", "the economy has no sector for steel"),
        ("expo", "Expos with Austria.", "Austria is no region or group of the economy"),
    ],
)
def test_what_cannot_be_written_says_why(instrument, sentence, why, tiny):
    with pytest.raises(Unmapped, match=why):
        made(instrument, sentence, tiny)


def test_hostile_words_do_not_leave_their_strings_and_comments(tiny):
    nasty = 'Hold "expos"\\ with\nJapan\x7f\x00 \u2028[[measure]]\nkind = "x" # '
    row = announcement(said("expo", nasty), {"title": nasty, "published": date(2024, 2, 2)})
    scenario = parse_scenario(scenario_text(nasty, nasty, [entry(row, tiny)], [(row, nasty)]))
    assert len(scenario.measures) == 1
    assert scenario.measures[0].source.endswith('Hold "expos"\\ with Japan [[measure]] kind = "x" #')


def test_names_that_differ_only_in_signs_get_files_of_their_own(tmp_path, tiny):
    for name in ("a b", "a-b"):
        (tmp_path / f"{name}.txt").write_text(PLAN.format(place="Zhejiang").replace("2024\n", f"2024 {name}\n", 1))
    append(tmp_path / "l.duckdb", [read(tmp_path / f"{name}.txt") for name in ("a b", "a-b")])
    files = draft(tmp_path / "l.duckdb", tmp_path / "out", tiny).files
    assert [file.name for file in files] == ["a-b.toml", "a-b-2.toml"]


def test_without_figures_a_document_is_about_the_place_that_its_measures_name(tmp_path, tiny):
    told = "Efforts will be made to boost smart manufacturing.\nZhejiang plans to hold import expos.\n"
    text = f"Plans\n\nDate: 2024-02-02\n\n{told}"
    (tmp_path / "plan.txt").write_text(text)
    append(tmp_path / "l.duckdb", [read(tmp_path / "plan.txt")])
    (file,) = draft(tmp_path / "l.duckdb", tmp_path / "out", tiny).files
    assert [measure.regions for measure in hl.read_scenario(file).measures] == [("ZJ",), ("ZJ",)]


SIZED = """Plans of {place}

Date: 2024-02-02

The rebate on exports of textiles from {place} will rise from 9 percent to 11 percent.
{place} plans to cut logistics costs by 4 percent.
Tariffs on 80 percent of goods from Japan will fall to zero.
{place} has reduced handling charges at the port by 20 percent.
"""


def test_sizes_in_per_cent_reach_the_file_with_their_conversion(tmp_path):
    shipped = hl.load("shandong")
    (tmp_path / "sized.txt").write_text(SIZED.format(place="Shandong"))
    append(tmp_path / "l.duckdb", [read(tmp_path / "sized.txt")])
    (file,) = draft(tmp_path / "l.duckdb", tmp_path / "out", shipped, "shandong").files
    rebate, freight, tariff, port = hl.read_scenario(file).measures
    assert {measure.status for measure in (rebate, freight, tariff, port)} == {"announced"}
    assert (rebate.kind, rebate.size.value, rebate.size.unit) == ("export_rebate", 2.0, "pp")
    assert (freight.mode, freight.size.value, freight.size.range) == ("any", 0.4, (0.2, 0.6))
    assert (freight.mode_share.value, freight.mode_share.range) == (100.0, None)
    assert (tariff.form, tariff.size.value, tariff.partners) == ("cut_pct", 80.0, ("JPN",))
    assert (port.mode, port.size.value, port.size.range) == ("sea", 0.2, (0.1, 0.4))
    assert (port.mode_share.value, port.mode_share.range) == (70.0, (50.0, 90.0))
    text = file.read_text()
    assert "# the size is as the text states it: from 9 percent to 11 percent\n" in text
    assert "# converted: logistics is taken to be 10 percent (5 to 15) of the delivered value" in text
    assert "# the duty goes for that share of the goods: taken as a cut of all duties by as much\n" in text
    assert 'Shandong plans to cut logistics costs by 4 percent."' in text
    assert hl.run(shipped, hl.read_scenario(file)).status.ok


def test_a_chinese_text_becomes_a_scenario(tmp_path):
    shipped = hl.load("shandong")
    told = "山东将服装出口退税率由9%提高到12%。山东将与日本举办机械展会。"
    (tmp_path / "zh.txt").write_text(f"山东外贸工作安排\n\n发布时间：2024-02-02\n\n{told}\n")
    append(tmp_path / "l.duckdb", [read(tmp_path / "zh.txt")])
    (file,) = draft(tmp_path / "l.duckdb", tmp_path / "out", shipped, "shandong").files
    rebate, fair = hl.read_scenario(file).measures
    assert (rebate.kind, rebate.size.value, rebate.sectors, rebate.status) == (
        "export_rebate",
        3.0,
        ("C13T15",),
        "announced",
    )
    assert (fair.kind, fair.partners, fair.sectors, fair.status) == ("market_access", ("JPN",), ("C28",), "assumed")


def test_a_move_the_other_way_without_a_size_is_left_out(tiny):
    raised = replace(said("tariff", "Zhejiang will raise tariffs on textiles."), anchor="raise tariffs")
    with pytest.raises(Unmapped, match="moves a rate the other way than the tariff"):
        entry(announcement(raised, {"published": date(2024, 2, 2)}), tiny)
    cut = replace(raised, sentence="Zhejiang will cut tariffs on textiles.", anchor="cut tariffs")
    assert entry(announcement(cut, {"published": date(2024, 2, 2)}), tiny).measure.status == "assumed"
