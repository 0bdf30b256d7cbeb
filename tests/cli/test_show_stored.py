"""`hinterland show` on a saved result, as a user calls it."""

import json

import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import write
from hinterland.cli import hinterland
from hinterland.errors import InputError


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")
    result = hl.run(hl.load(write(folder / "valleys")), {"tariff": {("AA", "BB"): 0.3}})
    hl.save_result(result, folder / "r.csv")
    return result, folder / "r.csv"


def show(*arguments: str):
    return CliRunner().invoke(hinterland, ["show", *map(str, arguments)])


def test_it_says_what_it_is_and_prints_the_regions(saved):
    done = show(saved[1])
    assert done.exit_code == 0, done.output
    assert "Two valleys" in done.stdout and "Every equation holds." in done.stdout and "real income %" in done.stdout


def test_a_table_is_the_one_that_was_saved(saved):
    result, path = saved
    rows = [json.loads(line) for line in show(path, "--table", "sectors", "--json").stdout.splitlines()]
    assert [row["real_output_pct"] for row in rows] == result.table("sectors").real_output_pct.tolist()


def test_a_figure_is_drawn_in_either_language(saved, tmp_path):
    done = show(saved[1], "--figure", "sector_changes", "--about", "BB", "--lang", "zh", "--out", tmp_path / "f.svg")
    assert done.exit_code == 0, done.output
    assert "BB：" in done.stdout and (tmp_path / "f.svg").read_text(encoding="utf-8").startswith("<svg")


def test_an_economy_has_no_figures():
    done = show("shandong", "--figure", "co2_sectors")
    assert done.exit_code == 2 and "are for a saved result" in done.output


def test_a_result_that_is_not_there_is_said(tmp_path):
    done = show(tmp_path / "none.nc")
    assert isinstance(done.exception, InputError)
    assert str(done.exception) == (
        f"{tmp_path}/none.nc: no such file or directory; expected a saved result; name one that exists and may be read"
    )
