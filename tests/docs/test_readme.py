"""The README's example runs as it stands, and its commands exist."""

import re
from pathlib import Path

from hinterland.cli import COMMANDS

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "Every equation holds." in printed
    income = names["regions"].real_income_pct  # type: ignore[attr-defined]
    assert abs(names["why"].sum() - income["SD"]) < 1e-6  # type: ignore[attr-defined]
    assert income["SD"] < 0 < income["VNM"]


def test_its_commands_exist():
    used = set(re.findall(r"^    hinterland (\w+)", README, flags=re.MULTILINE))
    assert used and used <= set(COMMANDS)
