"""Every figure on a small economy: its specification is valid, its title is true, its table is the panel."""

import json
from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from faults.small_economy import write
from hinterland.errors import InputError
from hinterland.figures import theme
from hinterland.figures.before_after import before_after
from hinterland.figures.headline_bars import headline_bars, region_headlines, scenario_bars
from hinterland.figures.naming import Naming, plain, signed
from hinterland.figures.partner_sector_matrix import partner_sector_matrix
from hinterland.figures.region_tiles import grid, read_tiles, region_tiles
from hinterland.figures.sector_changes import sector_changes
from hinterland.figures.spread import apart
from hinterland.figures.trade_flows import trade_flows
from hinterland.figures.treasury_lines import treasury_lines
from hinterland.figures.waterfall import measure_waterfall, mechanism_waterfall
from hinterland.figures.what_matters import what_matters
from hinterland.panel import Panel
from hinterland.report.picture import svg

DOCS = Path(__file__).resolve().parents[2] / "docs" / "figures.md"


@pytest.fixture(scope="module")
def baseline(tmp_path_factory):
    return hl.load(write(tmp_path_factory.mktemp("economy") / "valleys"))


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
DRIVERS = made_up(
    "drivers",
    {"low": [-1, 9, 1, 9, 2, 9], "high": [3, 9, 1, 9, 2, 9]},
    assumption=("market_access: size", "credit: served", "low"),
    headline=("real_income_pct",),
    region=("AA", "BB"),
)
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
        what_matters(DRIVERS, naming, "AA"),
        before_after(trade, naming, "AA"),
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


def test_what_an_answer_hangs_on_is_named_first(naming):
    figure = what_matters(DRIVERS, naming, "AA")
    names, low, high = figure.table.values()
    assert figure.title_finding == "Real income of Upper valley hangs most on: market access, −1.00 % to +3.00 %"
    assert names == ["market access", "elasticities: low", "credit: share of firms served"]
    assert (low, high) == ([-1.0, 2.0, 1.0], [3.0, 2.0, 1.0])


def test_what_is_nothing_beside_the_largest_is_written_so():
    assert [theme.beside(value, 0.13) for value in (0.1334, -0.000022)] == [0.133, 0.0]
    assert theme.beside(-2.1, 3698) == -2.0 and theme.beside(float("inf"), 0.0) == float("inf")
