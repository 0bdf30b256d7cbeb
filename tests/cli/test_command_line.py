"""The command line as a user meets it: what is printed where, and with which code it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import FILES, edit, write
from hinterland import cli
from hinterland.cli import COMMANDS, hinterland, main

PROGRAM = Path(sys.executable).with_name("hinterland")


@pytest.fixture(scope="module")
def valleys(tmp_path_factory):
    return str(write(tmp_path_factory.mktemp("valleys")))


@pytest.fixture
def broken(tmp_path):
    trade = FILES["trade.csv"].replace("AA,BB,food,20", "AA,BC,food,much")
    return str(write(tmp_path, trade_csv=trade))


def call(*arguments):
    """Run a command in this process; gives its exit code, stdout and stderr."""
    done = CliRunner().invoke(hinterland, arguments, standalone_mode=False)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.return_value, done.stdout, done.stderr


def process(*arguments, env=None):
    """Run the program as a user does."""
    environment = {k: v for k, v in os.environ.items() if k != "HINTERLAND_SHAPES"} | (env or {})
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=environment, check=False)


def rows(stdout):
    return [json.loads(line) for line in stdout.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    done = CliRunner().invoke(hinterland, [name, "--help"])
    assert done.exit_code == 0 and done.stdout.startswith("Usage: ") and len(done.stdout.splitlines()) > 3


def test_run_prints_the_table_to_stdout_and_talk_to_stderr(valleys):
    code, out, err = call("run", valleys, "--tariff", "AA,BB=0", "--sort", "real_income_pct", "--rows", "1")
    assert code == 0
    assert "real income %" in out and " AA " in out and " BB " not in out
    assert err.startswith("Every equation holds.")


@pytest.mark.parametrize("table", ["regions", "trade", "sectors", "decomposition", "checks"])
def test_run_gives_json_a_row_a_line(valleys, table):
    code, out, _ = call("run", valleys, "--tariff", "AA,BB=-5%", "--table", table, "--json")
    assert code == 0 and len(rows(out)) >= 2
    assert len({tuple(row) for row in rows(out)}) == 1  # the same columns in every row


def test_run_understands_every_lever_and_closure(valleys):
    words = ["--export-tax", "BB,AA=0.02", "--production-tax", "AA=+1pp", "--trade-cost", "*=+2%"]
    words += ["--productivity", "AA,food=1.02", "--labour", "BB=1.01", "--final-demand", "AA,care=1.1"]
    words += ["--transfer", "AA=1", "--transfer", "BB=-1"]
    words += ["--deficit", "balanced", "--labour-market", "specific", "--inputs", "none", "--json"]
    code, out, _ = call("run", valleys, *words)
    assert code == 0 and [row["region"] for row in rows(out)] == ["AA", "BB"]


def test_the_same_numbers_as_in_python(valleys):
    _, out, _ = call("run", valleys, "--tariff", "AA,BB=0", "--json")
    table = hl.run(hl.load(valleys), {"tariff": {("AA", "BB"): 0.0}}).table("regions")
    assert rows(out) == table.to_dict("records")


def test_show_lists_what_there_is(valleys):
    code, out, _ = call("show", valleys)
    assert code == 0
    for word in ("Two valleys", "million crowns", "Upper valley", "care", "both", "closures.deficit", "iceberg_cost"):
        assert word in out
    _, out, _ = call("show", valleys, "--part", "regions", "--json")
    upper, lower = rows(out)
    assert upper["region"] == "AA" and upper["exports"] == pytest.approx(30) and lower["imports"] == pytest.approx(30)
    assert upper["deficit"] == pytest.approx(-10)


def test_check_finds_every_fault(broken, valleys):
    code, out, err = call("check", broken)
    assert code == 1 and err == "2 faults found\n"
    assert [line.split(": ")[0] for line in out.splitlines()] == ["trade.csv:3", "trade.csv:3"]
    code, out, _ = call("check", broken, "--json")
    assert code == 1 and [row["code"] for row in rows(out)] == ["codes_are_unknown", "cells_are_not_numbers"]
    code, out, err = call("check", valleys)
    assert (code, out) == (0, "") and err.endswith("no faults; repairs move 0.000% of world output\n")


def test_calibrate_reports_and_keeps(tmp_path):
    folder = write(tmp_path, **edit("inputs.csv", "BB,food,care,5\n", "BB,care,food,60\n"))
    code, out, err = call("calibrate", str(folder), "--no-keep", "--json")
    assert code == 0 and not (folder / "calibrated.npz").exists()
    (row,) = rows(out)
    assert row == {
        "block": "negative final demand",
        "cell": "BB, care",
        "before": -10,
        "after": 0,
        "pct_of_row": 20,
    }
    assert "repairs move 3.571% of world output" in err
    assert call("calibrate", str(folder))[0] == 0 and (folder / "calibrated.npz").is_file()


def test_schema_is_json():
    code, out, _ = call("schema", "economy")
    assert code == 0 and json.loads(out)["title"] == "EconomyFile"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--tariff", "AA,BB"], 'not PLACE=SIZE: write, for example, "MEX,USA=0.05"'),
        (["--tariff", "AA,BB=0", "--tariff", "AA, BB=0.1"], "AA,BB is given twice for tariff: leave one"),
        (["--sort", "income"], "no column 'income': choose one of region, real_income_pct"),
        (["--table", "region"], "'region' is not one of"),
        (["--rows", "-1"], "-1 is not in the range"),
    ],
)
def test_wrong_usage_is_told(valleys, words, message, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["run", valleys, *words])
    assert ended.value.code == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_a_fault_of_the_program_is_owned(monkeypatch, capsys):
    def fails():
        raise ZeroDivisionError("nothing to share")

    monkeypatch.setattr(hinterland, "main", lambda *_, **__: fails())
    with pytest.raises(SystemExit) as ended:
        main(["show", "x"])
    assert ended.value.code == cli.OWN_FAULT
    assert capsys.readouterr().err == (
        "hinterland has a fault: ZeroDivisionError: nothing to share."
        " Run again with --debug and report what it prints.\n"
    )
    with pytest.raises(ZeroDivisionError):
        main(["show", "x", "--debug"])


def test_a_folder_that_may_not_be_written_is_bad_input(valleys, monkeypatch, capsys):
    def denied(*_, **__):
        raise PermissionError(13, "Permission denied", "/valleys/calibrated.npz")

    monkeypatch.setattr(hinterland, "main", denied)
    with pytest.raises(SystemExit) as ended:
        main(["calibrate", valleys])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "/valleys/calibrated.npz: Permission denied\n"


def test_exit_codes_of_the_program(valleys, broken):
    good = process("run", valleys, "--tariff", "AA,BB=0", "--json")
    assert good.returncode == 0 and len(rows(good.stdout)) == 2 and "Every equation holds" in good.stderr
    bad = process("run", broken)
    assert bad.returncode == 1 and bad.stdout == "" and "Traceback" not in bad.stderr
    assert bad.stderr.startswith("trade.csv:3: unknown exporter 'BC'")
    wrong = process("run", valleys, "--tarif", "AA,BB=0")
    assert wrong.returncode == 2 and "--tariff" in wrong.stderr and "Traceback" not in wrong.stderr
    lost = process("run", valleys, "--transfer", "AA=-1000", "--transfer", "BB=1000", "--json")
    assert lost.returncode == 3 and lost.stderr.startswith("Some region's income or spending became zero or negative.")
    assert [row["real_income_pct"] for row in rows(lost.stdout)] == [None, None]


@pytest.mark.parametrize("words", [["--debug", "show", "nowhere"], ["show", "nowhere", "--debug"]])
def test_a_traceback_with_debug(words):
    done = process(*words)
    assert done.returncode == 1 and done.stderr.startswith("Traceback") and "nowhere: no such folder" in done.stderr


def imported(*arguments):
    """List the modules that a call of the command line has imported; one that waits to be used is not."""
    script = (
        "import sys, json\n"
        "from hinterland.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as ended: assert ended.code == 0, ended.code\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    words = [sys.executable, "-c", script, *arguments]
    environment = {k: v for k, v in os.environ.items() if k != "HINTERLAND_SHAPES"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_wakes_nothing_heavy():
    assert not {"numpy", "pandas", "xarray", "scipy", "pydantic", "rich"} & imported("--help")


def test_run_does_without_xarray(valleys):
    assert "xarray.core" not in imported("run", valleys, "--tariff", "AA,BB=0")


def test_run_of_a_kept_economy_does_without_pandas(tmp_path):
    folder = str(write(tmp_path))
    assert call("calibrate", folder)[0] == 0
    assert not {"pandas.core", "xarray.core", "pyarrow.lib"} & imported("run", folder, "--tariff", "AA,BB=0")
