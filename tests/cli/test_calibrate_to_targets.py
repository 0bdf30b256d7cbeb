"""`hinterland calibrate --targets`: what is questioned is said, and met when asked for; nothing left is an error."""

import pytest

from hinterland.cli import main
from targets.conftest import write_economy

HEAD = "name,measure,region,value,low,high,unit,source\n"
FAR = "a dream,gdp,BAV,{far},,,million EUR,a speech\n"
NEAR = "output,gdp,BAV,{near},,,million EUR,a count\n"


@pytest.fixture(scope="module")
def economy(tmp_path_factory):
    return write_economy(tmp_path_factory.mktemp("economy") / "bavaria")


@pytest.fixture
def asked(economy, tmp_path, capsys, monkeypatch):
    """Give a function that calibrates an economy to a file of targets: exit code, stderr."""
    monkeypatch.chdir(tmp_path)

    def run(rows: str, *options: str) -> tuple[int, list[str]]:
        (tmp_path / "t.csv").write_text(HEAD + rows.format(near=150_000, far=9_000_000))
        with pytest.raises(SystemExit) as ended:
            main(["calibrate", str(economy), "--targets", "t.csv", "--out", "made", *options])
        return int(ended.value.code or 0), capsys.readouterr().err.splitlines()

    return run


def test_a_questioned_target_is_said_and_left_out(asked, tmp_path):
    code, said = asked(FAR + NEAR)
    assert code == 0 and said[-1] == "wrote made"
    assert said[0].startswith("questioned, left out: a dream: a speech: 9,000,000 million EUR where the economy has ")
    assert [line.split(",")[0] for line in (tmp_path / "made" / "targets.csv").read_text().splitlines()] == [
        "name",
        "output",
    ]


def test_questioned_targets_are_met_when_asked_for(asked, tmp_path):
    code, said = asked(FAR.format(far=1_600_000), "--questioned")
    assert code == 0 and said[-1] == "wrote made" and not any(line.startswith("questioned") for line in said)
    assert "1600000" in (tmp_path / "made" / "targets.csv").read_text()


def test_a_file_of_which_nothing_is_left_is_an_error_that_says_so(asked, tmp_path):
    code, said = asked(FAR)
    assert code == 1 and not (tmp_path / "made").exists()
    assert said[-1] == (
        "t.csv: its one target is questioned; expected a target that the economy and the other targets bear out; "
        "correct them, or meet them all the same (--questioned)"
    )


def test_in_chinese_the_reason_is_chinese(asked):
    code, said = asked(FAR, "--lang", "zh")
    assert code == 1 and said[0].startswith("存疑，略去：a dream：a speech：9,000,000 million EUR，经济体中为 ")
    assert said[-1].startswith("t.csv：唯一的目标存疑")


@pytest.mark.parametrize("option", [("--out", "x"), ("--questioned",), ("--overwrite",)])
def test_what_goes_with_targets_is_refused_without_them(capsys, option):
    with pytest.raises(SystemExit) as ended:
        main(["calibrate", "shandong", *option])
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"Error: {option[0]} goes with --targets or --facts: FOLDER itself is calibrated where it stands"
    )
