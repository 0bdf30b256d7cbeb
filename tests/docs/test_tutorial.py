"""The tutorial does what it says: every fenced command runs, in order, in an empty folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)


def test_every_block_of_the_tutorial_runs(tmp_path: Path) -> None:
    assert {language for language, _ in BLOCKS} == {"sh", "python"}
    beside = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    told = ""
    for language, block in BLOCKS:
        start = ["bash", "-eu", "-o", "pipefail", "-c"] if language == "sh" else [sys.executable, "-c"]
        done = subprocess.run(
            [*start, block], cwd=tmp_path, env=os.environ | {"PATH": beside}, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        told += done.stdout
    assert "bracket_is_off_by_a_power_of_ten" in told and "hold expos" in told
    assert "机械进口博览会" in told
    low, value, high = map(float, told.split()[-3:])
    assert 0 < low < value < high
    assert (tmp_path / "my-study" / "build" / "answers.csv").is_file()
    report = (tmp_path / "my-study" / "build" / "report.html").read_text(encoding="utf-8")
    assert "“Expos for machinery” would change the real income of Shandong by +" in report
    assert "Expected: 485 billion USD." in report and "hold expos for imported machinery" in report
    assert '<html lang="zh">' in (tmp_path / "my-study" / "build" / "report-zh.html").read_text(encoding="utf-8")
    assert "my-study/build/report.html" in told
