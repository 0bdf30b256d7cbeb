"""Every figure on a small economy: its specification is valid, its title is true, its table is the panel."""

import json
from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from faults.small_economy import write
from hinterland.errors import InputError
from hinterland.figures.before_after import before_after
from hinterland.figures.carbon import co2_balance, co2_sectors, co2_trade
from hinterland.figures.catalogue import FIGURES, from_record
from hinterland.figures.employment_changes import employment_changes
from hinterland.figures.exposure_matrix import exposure_matrix
from hinterland.figures.headline_bars import headline_bars, region_headlines, scenario_bars
from hinterland.figures.naming import Naming, plain, signed
from hinterland.figures.partner_sector_matrix import partner_sector_matrix
from hinterland.figures.region_tiles import grid, read_tiles, region_tiles
from hinterland.figures.save import FORMS, save_figure
from hinterland.figures.sector_changes import sector_changes
from hinterland.figures.spread import apart
from hinterland.figures.trade_flows import trade_flows
from hinterland.figures.treasury_lines import treasury_lines
from hinterland.figures.waterfall import measure_waterfall, mechanism_waterfall
from hinterland.panel import Panel
from hinterland.report.picture import svg
from hinterland.results.record import record
from hinterland.results.store import open_result, save_result

EXTRAS = {
    "emissions_csv": "region,sector,co2_kt\nAA,food,300\nAA,care,40\nBB,food,500\nBB,care,10\n",
    "employment_csv": "region,sector,persons\nAA,food,2000\nAA,care,1000\n",
}
DOCS = Path(__file__).resolve().parents[2] / "docs" / "figures.md"


@pytest.fixture(scope="module")
def baseline(tmp_path_factory):
    return hl.load(write(tmp_path_factory.mktemp("economy") / "valleys", **EXTRAS))


@pytest.fixture(scope="module")
def result(baseline):
    return hl.run(baseline, {"tariff": {("AA", "BB"): 0.3}})


@pytest.fixture(scope="module")
def naming(baseline):
    return Naming.of(baseline)


def made_up(name, columns, **axes):
    shape = [len(codes) for codes in axes.values()]
    return Panel(name, axes, {column: np.reshape(values, shape) for column, values in columns.items()})


RANGES = made_up(
    "ranges",
    {"value": [2, 1, -3, 4], "low": [1, 0, -5, 3], "high": [3, 2, -1, 6]},
    region=("AA", "BB"),
    headline=("real_income_pct", "price_pct"),
)
CONTRIBUTIONS = made_up("contributions", {"real_income_pct": [3, -1, 0, 5]}, region=("AA", "BB"), measure=("m", "n"))
TREASURY = made_up(
    "treasury",
    {"change": [-7, 0, 0, 2, 1, 1, 1, 1]},
    region=("AA", "BB"),
    source=("m", "rates of the baseline"),
    line=("tariff", "transfer"),
)


@pytest.fixture(scope="module")
def figures(result, naming):
    regions, trade = result.panel("regions"), result.panel("trade")
    return [
        headline_bars(RANGES, naming),
        region_headlines(RANGES, naming, "AA"),
        scenario_bars({"one": regions, "two": regions}, naming, "AA"),
        measure_waterfall(CONTRIBUTIONS, naming, "AA"),
        mechanism_waterfall(result.panel("decomposition"), naming, "AA"),
        sector_changes(result.panel("sectors"), naming, "AA"),
        partner_sector_matrix(trade, naming, "AA"),
        trade_flows(trade, naming, "AA"),
        region_tiles(regions, naming),
        treasury_lines(TREASURY, naming, "AA"),
        before_after(trade, naming, "AA"),
        co2_sectors(result.panel("emissions"), naming, "AA"),
        co2_balance(result.panel("footprint"), naming, "AA"),
        co2_trade(result.panel("embodied"), naming, "AA"),
        employment_changes(result.panel("employment"), naming, "AA"),
        exposure_matrix(result.panel("exposure"), naming, "AA"),
    ]


def test_every_figure_draws_and_says_its_unit_and_source(figures):
    for figure in figures:
        assert figure.title_finding and figure.unit and figure.source == "made up"
        assert len({len(column) for column in figure.table.values()}) == 1
        for width in (330, 700):
            drawn = svg(figure, width)
            assert f'width="{width}"' in drawn[:400] and "NaN" not in drawn, figure.name


def test_specifications_are_plain_json_with_the_title(figures):
    for figure in figures:
        assert json.loads(json.dumps(figure.spec)) == figure.spec
        assert " ".join(figure.spec["title"]["text"]) == figure.title_finding


def test_every_figure_is_listed(figures):
    page = DOCS.read_text(encoding="utf-8")
    assert [figure.name for figure in figures if f"| `{figure.name}` |" not in page] == []


def test_headlines_name_who_gains_and_loses(naming):
    figure = headline_bars(RANGES, naming)
    assert figure.title_finding == "Upper valley gains most, +2.00 %; BB loses most, −3.00 %"
    assert list(figure.table.values()) == [["Upper valley", "BB"], [2, -3], [1, -5], [3, -1]]


def test_a_region_is_told_with_its_range(naming):
    assert region_headlines(RANGES, naming, "AA").title_finding == (
        "Upper valley: real income +2.00 %, between +1.00 % and +3.00 %"
    )


def test_a_rest_that_gains_is_no_loser(naming):
    gains = made_up("regions", {"real_income_pct": [1, 2]}, region=("AA", "BB"))
    losses = made_up("regions", {"real_income_pct": [-1, -2]}, region=("AA", "BB"))
    still = made_up("regions", {"real_income_pct": [0, 0]}, region=("AA", "BB"))
    titles = [headline_bars(panel, naming).title_finding for panel in (gains, losses, still)]
    assert titles == ["BB gains most: +2.00 %", "BB loses most: −2.00 %", "Nobody gains or loses"]


def test_waterfalls_end_at_the_sum(naming, result):
    figure = measure_waterfall(CONTRIBUTIONS, naming, "AA")
    assert figure.title_finding == "Upper valley: +2.00 %, most of it from: m (+3.00 %)"
    assert list(figure.table.values()) == [["m", "n", "Together"], [3, -1, 2]]
    split = list(mechanism_waterfall(result.panel("decomposition"), naming, "AA").table.values())[1]
    assert split[-1] == pytest.approx(result.panel("regions").values["real_income_pct"][0], abs=1e-7)


def test_sectors_are_those_of_the_panel(naming, result):
    panel = result.panel("sectors")
    table = sector_changes(panel, naming, "AA").table
    found = dict(zip(table["Sector"], table["Change, %"], strict=True))
    assert found == dict(zip(("food", "care"), panel.values["real_output_pct"][0].tolist(), strict=True))


def test_the_matrix_adds_up_to_all_exports(naming, result):
    values = result.panel("trade").values
    cells = partner_sector_matrix(result.panel("trade"), naming, "BB").table["Upper valley"]
    assert sum(cells) == pytest.approx(values["after"][0, 1].sum() - values["before"][0, 1].sum())


def test_flows_are_all_trade_abroad(naming, result):
    values = result.panel("trade").values["after"]
    table = trade_flows(result.panel("trade"), naming, "AA").table
    assert table["Direction"] == ["Imports", "Exports"]
    assert table["After, million crowns"] == pytest.approx([values[0, 1].sum(), values[1, 0].sum()])


def test_lines_of_the_treasury_add_up(naming):
    figure = treasury_lines(TREASURY, naming, "AA")
    assert figure.title_finding == "Upper valley’s treasury pays 5.00 million crowns, most of it through: Tariffs"
    assert figure.table["Together"] == [-7, 2, -5]


def test_before_and_after_start_at_100(naming, result):
    values = result.panel("trade").values
    figure = before_after(result.panel("trade"), naming, "BB")
    index = 100 * values["after"][0, 1].sum() / values["before"][0, 1].sum()
    assert figure.table["After, before = 100"] == pytest.approx([index])
    assert figure.title_finding == f"BB’s exports to Upper valley fall most: {naming.pct(index - 100)}"


def test_tiles_never_share_a_place():
    for count in (1, 2, 7, 30, 81):
        places = grid([str(code) for code in range(count)])
        assert len(set(places.values())) == count


def test_tiles_may_be_given(tmp_path):
    assert read_tiles(tmp_path, ("AA", "BB")) is None
    (tmp_path / "tiles.csv").write_text("region,column,row\nAA,0,1\nBB,2,0\n")
    assert read_tiles(tmp_path, ("AA", "BB")) == {"AA": (0, 1), "BB": (2, 0)}


def test_tiles_are_missing(tmp_path):
    (tmp_path / "tiles.csv").write_text("region,column,row\nAA,0,1\n")
    with pytest.raises(InputError) as raised:
        read_tiles(tmp_path, ("AA", "BB"))
    assert str(raised.value) == (
        "tiles.csv: no tile for BB; expected a row for every region; add the rows, or leave the file out"
    )


def test_tiles_are_unreadable(tmp_path):
    (tmp_path / "tiles.csv").write_text("region,column,row\nAA,left,1\nBB,1,1\n")
    with pytest.raises(InputError) as raised:
        read_tiles(tmp_path, ("AA", "BB"))
    assert str(raised.value) == (
        "tiles.csv:2: a row that says region=AA, column=left, row=1; "
        "expected region, column and row, the last two whole numbers; correct the row"
    )


def test_labels_are_moved_apart_and_keep_their_order():
    assert apart([0, 0, 10], 2) == [-1, 1, 10]
    assert apart([5, 1], 1) == [5, 1]


@pytest.mark.parametrize(
    ("value", "words"), [(0.1834, "+0.18"), (-12068.4, "−12,068"), (0.0031, "+0.0031"), (0, "0"), (float("nan"), "–")]
)
def test_numbers_have_the_digits_a_reader_needs(value, words):
    assert signed(value) == words
    assert plain(abs(value)) == words.lstrip("+−")


def test_co2_by_sector_is_the_panel_and_says_what_moves_most(naming, result):
    panel = result.panel("emissions")
    figure = co2_sectors(panel, naming, "BB")
    before, after = (panel.values[name][1] for name in ("co2_before", "co2_after"))
    assert figure.table["Before, thousand tonnes"] == [500, 10]
    assert sum(figure.table["Change, thousand tonnes"]) == pytest.approx(after.sum() - before.sum())
    total = float(after.sum() - before.sum())
    assert total < 0  # BB sells less to AA, and food is nearly all of its CO2
    words = f"BB emits {plain(-total)} thousand tonnes less CO2 ({naming.pct(100 * total / 510)}), most of it in: food"
    assert figure.title_finding == words


def test_the_balance_of_co2_adds_up(naming, result):
    table = co2_balance(result.panel("footprint"), naming, "AA").table
    for when in ("Before, thousand tonnes", "After, thousand tonnes"):
        emitted, exported, imported, used = table[when]
        assert used == pytest.approx(emitted - exported + imported)


def test_large_amounts_of_co2_are_counted_as_the_language_does(baseline):
    large = made_up(
        "footprint",
        {f"{part}_{when}": [20_000, 1] for part in ("production", "exported", "imported", "consumption")
         for when in ("before", "after")},
        region=("AA", "BB"),
    )  # fmt: skip
    english, chinese = (co2_balance(large, Naming.of(baseline, lang), "AA") for lang in ("en", "zh"))
    assert english.table["Before, million tonnes"][0] == 20
    assert next(value for name, value in chinese.table.items() if "万吨" in name)[0] == 2000
    assert english.title_finding == "Upper valley: neither emissions at home nor those of its use change"


def test_co2_in_trade_is_that_of_the_other_side(naming, result):
    values = result.panel("embodied").values["co2_after"].sum(axis=1)
    table = co2_trade(result.panel("embodied"), naming, "AA").table
    assert table["Partner"] == ["BB"]
    assert table["sold, After, thousand tonnes"] == pytest.approx([values[0, 1]])
    assert table["bought, After, thousand tonnes"] == pytest.approx([values[1, 0]])


def test_jobs_lost_are_jobs_gained(naming, result):
    figure = employment_changes(result.panel("employment"), naming, "AA")
    assert figure.unit == "persons"
    assert sum(figure.table["Change, persons"]) == pytest.approx(0, abs=1e-9)
    gained = max(figure.table["Change, persons"])
    said = signed(round(gained, 1))  # the tariff's revenue is spent on care, too
    assert figure.title_finding == f"Upper valley: care gains most work, {said}; food loses most, −{said[1:]}"


def test_where_nobody_is_counted_work_is_in_per_cent(naming, result):
    figure = employment_changes(result.panel("employment"), naming, "BB")
    assert figure.unit == "% of the sector’s labour"
    assert figure.table["Change, % of the sector’s labour"] == pytest.approx(
        sorted(result.panel("employment").values["labour_pct"][1], key=abs, reverse=True)
    )


def test_exposure_is_the_partners_share(naming, result):
    values = result.panel("exposure").values
    figure = exposure_matrix(result.panel("exposure"), naming, "AA", side="sales")
    assert figure.table["BB"] == pytest.approx(sorted(values["sales_after_pct"][0, :, 1], reverse=True))
    share, change = values["sales_after_pct"][0, 0, 1], values["sales_change_pp"][0, 0, 1]
    assert figure.title_finding == (
        f"Upper valley: food depends most on BB, for {plain(share)} % of its sales ({signed(change)} points)"
    )


def test_nothing_changes_nothing(baseline, naming):
    still = hl.run(baseline, {})
    titles = [
        co2_sectors(still.panel("emissions"), naming, "AA").title_finding,
        co2_trade(still.panel("embodied"), naming, "AA").title_finding,
    ]
    assert titles == ["Upper valley emits as much CO2 as before", "The CO2 in Upper valley’s trade does not change"]


@pytest.mark.parametrize("form", [".nc", ".parquet", ".csv", ".xlsx"])
def test_a_saved_result_draws_the_same_figures(result, tmp_path, form):
    also = [RANGES, CONTRIBUTIONS]
    live = record(result, also)
    saved = open_result(save_result(result, tmp_path / f"r{form}", also))
    for name in FIGURES:
        assert from_record(saved, name, "zh", "BB") == from_record(live, name, "zh", "BB"), name


def test_every_figure_is_in_the_catalogue(figures):
    of_several = {"scenario_bars"}
    assert {figure.name for figure in figures} - of_several == set(FIGURES) - {"exposure_matrix_of_sales"}


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_is_a_file(figures, tmp_path, form):
    path = tmp_path / f"figure{form}"
    save_figure(figures[0], path)
    content = path.read_bytes()
    if form == ".png":
        assert content.startswith(b"\x89PNG")
    elif form == ".json":
        assert json.loads(content) == figures[0].spec
    else:
        assert "Upper valley" in content.decode()
        assert b"http" not in content.replace(b"http://www.w3.org", b"")  # nothing is fetched
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def fault(run, *arguments) -> str:
    with pytest.raises(InputError) as raised:
        run(*arguments)
    return str(raised.value)


def test_figure_is_unknown(result):
    assert fault(from_record, record(result), "co2_sector").startswith(
        "--figure: no figure 'co2_sector' (did you mean 'co2_sectors'?); expected one of headline_bars, "
    )


def test_region_of_figure_is_unknown(result):
    assert fault(from_record, record(result), "co2_sectors", "en", "BBB") == (
        "--about: no region 'BBB' (did you mean 'BB'?); expected one of AA, BB; name one of these"
    )


def test_table_of_figure_is_missing(tmp_path):
    bare = record(hl.run(hl.load(write(tmp_path / "bare")), {}))
    assert fault(from_record, bare, "co2_sectors") == (
        "result: no table emissions to draw co2_sectors from; expected a result with it; this one has regions, gdp, "
        "sectors, employment, trade, market_shares, exposure, revenue, decomposition, checks, treasury; "
        "draw another figure, or run the scenario on an economy that has the data"
    )


def test_form_of_figure_is_unknown(figures, tmp_path):
    path = tmp_path / "f.gif"
    assert fault(save_figure, figures[0], path) == (
        f"{path}: no form of figures ends in '.gif'; expected a name that ends in .html, .svg, .png, .json, .csv; "
        "end it in one of these"
    )
