"""The commands that the pages print on the example that ships run as printed, one after the other."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = ("hinterland calibrate",)  # a quarter of a minute; tests/targets has it on a small economy


def commands(page: str) -> list[str]:
    """List what a page tells to type about the example: indented lines, and those after a prompt."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = re.findall(r"^(?: {4}|\$ )(hinterland .*)$", text, re.M)
    first = next(at for at, line in enumerate(lines) if "examples/shandong" in line)
    return [line.partition("  #")[0].strip() for line in lines[first:]]


@pytest.mark.parametrize(("page", "count"), [("ledger-checking.md", 6), ("targets.md", 2)])
def test_every_command_runs_as_printed(page, count, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "home").mkdir()
    said = [line for line in commands(page) if not line.startswith(SLOW) and "shandong-2022" not in line]
    assert len(said) == count
    for line in said:
        done = subprocess.run(
            [sys.executable, "-m", "hinterland", *shlex.split(line)[1:]],
            cwd=tmp_path,
            env=os.environ | {"HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stdout.strip() or done.stderr.strip(), line
