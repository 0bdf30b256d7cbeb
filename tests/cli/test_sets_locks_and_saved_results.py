"""The command line beyond one scenario on one economy: sets of elasticities, a project's locks, saved results."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

import hinterland as hl
from cli.test_scenarios import FREE
from faults.small_economy import edit, write
from hinterland.cli import main
from hinterland.elasticities import with_set
from little import little

SCENARIO = FREE.rpartition("\n[[measure]]")[0]  # its first measure


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an economy of two sets, and a project of two scenarios."""
    write(tmp_path / "little", elasticities_csv="set,sector,theta\nlow,food,2\nlow,care,3\nhigh,food,8\n")
    (tmp_path / "study" / "sources").mkdir(parents=True)
    (tmp_path / "study" / "scenarios").mkdir()
    project = 'title = "A study"\neconomy = "../little"\nhome = "AA"\n'
    (tmp_path / "study" / "project.toml").write_text(project, encoding="utf-8")
    (tmp_path / "study" / "scenarios" / "free.toml").write_text(SCENARIO, encoding="utf-8")
    half = SCENARIO.replace("Free", "Half").replace("value = 0", "value = 5")
    (tmp_path / "study" / "scenarios" / "half.toml").write_text(half, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


FIRST, HALF = "study/scenarios/free.toml", "study/scenarios/half.toml"


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    """Run the program; give stdout and stderr, and check its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert ended.value.code == code, told.err
    return told.out, told.err


def rows(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_set_of_elasticities_is_named_and_used(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = rows(ask(capsys, "run", "little", FIRST, "--json")[0])
    low = rows(ask(capsys, "run", "little", FIRST, "--elasticities", "low", "--json")[0])
    assert own != low
    there = hl.run(with_set(hl.load("little"), "low"), FIRST).panel("regions").values["real_income_pct"]
    assert [row["real_income_pct"] for row in low] == there.tolist()
    assert "Two valleys; elasticities low" in ask(capsys, "run", "little", FIRST, "--elasticities", "low")[0]
    # the range over the sets has the answer under this set within it
    ranges = rows(ask(capsys, "run", "little", FIRST, "--table", "ranges", "--json")[0])
    found = next(row for row in ranges if (row["region"], row["headline"]) == ("AA", "real_income_pct"))
    assert found["low"] - 1e-8 <= there[0] <= found["high"] + 1e-8


def test_a_set_keeps_the_economy_s_own_where_it_is_silent() -> None:
    baseline = little()
    low = with_set(baseline, "low")
    assert low.params.theta.tolist() == [2.0, 3.0, 4.0]
    assert (low.description.title, low.description.title_zh) == ("Little; elasticities low", "Little；弹性组 low")
    assert np.array_equal(low.params.pi, baseline.params.pi)


def test_a_set_holds_under_balanced_trade_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("run", "little", FIRST, "--deficit", "balanced", "--json")
    assert ask(capsys, *given)[0] != ask(capsys, *given, "--elasticities", "low")[0]


def test_the_sets_are_listed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "elasticity sets: low, high" in ask(capsys, "check", "little")[1]
    (shipped,) = rows(ask(capsys, "economies", "--json")[0])
    assert "LL2023" in shipped["elasticities"].split()


@pytest.mark.parametrize("options", [("--out", "x.lock.json"), ("--verify",), ()])
def test_a_saved_result_is_told_from_a_lock_file(here: Path, capsys: pytest.CaptureFixture[str], options) -> None:
    _, err = ask(capsys, "lock", "r.csv", *options, code=2)
    assert err.splitlines()[-1] == (
        "Error: r.csv is a saved result, which holds its tables itself: lock the economy and the scenario that it came "
        "from, as `hinterland show r.csv` names them"
    )


def test_a_project_is_locked_and_verified(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = ask(capsys, "lock", "study")
    locks = here / "study" / "build" / "locks"
    assert sorted(path.name for path in locks.iterdir()) == ["free.lock.json", "half.lock.json"]
    assert err.splitlines() == [f"study/build/locks/{name}.lock.json: written" for name in ("free", "half")]
    out, err = ask(capsys, "lock", "study", "--verify")
    assert out == "" and all(line.endswith(": everything is the same") for line in err.splitlines())
    (locks / "half.lock.json").unlink()
    out, _ = ask(capsys, "lock", "study", "--verify", code=1)
    assert out == ("study/build/locks/half.lock.json: no such lock file; write it with `hinterland lock PROJECT`\n")
    write(here / "little", **edit("sectors.csv", "food,4,true", "food,5,true"))
    out, _ = ask(capsys, "lock", "study", "--verify", code=1)
    assert "has other numbers than when it was locked" in out


def test_saved_results_compare_as_scenarios_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("free", "half"):
        ask(capsys, "run", "little", f"study/scenarios/{name}.toml", "--out", f"{name}.nc")
    solved = ask(capsys, "compare", FIRST, HALF, "--economy", "little", "--json")[0]
    assert ask(capsys, "compare", "free.nc", "half.nc", "--json")[0] == solved
    assert ask(capsys, "compare", "free.nc", HALF, "--economy", "little", "--json")[0] == solved
    out, _ = ask(capsys, "compare", "free.nc", "half.nc", "--lang", "zh")
    assert out.startswith("各地区的结果：甲为“自由”，乙为“自由”") and "AA Upper valley" in out


def test_a_comparison_is_written_whole(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = ask(capsys, "compare", FIRST, HALF, "--economy", "little", "--rows", "1", "--json", "--out", "two.csv")
    with Path("two.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert len(rows(out)) == 1 and len(written) == 18
    assert float(written[0]["difference"]) == rows(out)[0]["difference"] and "two.csv: saved" in err
    _, err = ask(capsys, "compare", FIRST, HALF, "--economy", "little", "--out", "no/two.csv", code=1)
    assert "no/two.csv: cannot be written" in err


def test_a_project_is_checked_with_all_that_it_has(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "check", "study") == (
        "",
        "A study: no faults in 2 scenarios; AA Upper valley, Two valleys\n",
    )
    Path(FIRST).write_text(SCENARIO.replace('["AA"]', '["A"]'), encoding="utf-8")
    Path(HALF).write_text(SCENARIO.replace('"percent"', '"pp"'), encoding="utf-8")
    out, err = ask(capsys, "check", "study", "--json", code=1)
    assert [fault["where"] for fault in rows(out)] == [
        "free.toml:8, measure 1, regions",
        "half.toml:4, measure 1",
    ]
    assert err == "2 faults found\n"
