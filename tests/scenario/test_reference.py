"""The page of levers says what the classes say."""

import re
from pathlib import Path

import pytest

import hinterland as hl
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import conversions
from hinterland.scenario.reference import examples, levers_page

DOCS = Path(__file__).parents[2] / "docs"


def test_every_kind_has_a_section_an_example_and_sources() -> None:
    page = levers_page()
    assert list(examples()) == list(KINDS)
    for kind, measure in KINDS.items():
        section = page.split(f"\n## `{kind}`\n")[1].split("\n## ")[0]
        for argument, row in conversions().get(kind, {}).items():
            assert argument == "size" or argument in measure.measure.model_fields
            assert f"`{argument}`" in section and row["source"] in section and row["unit"] in section


def test_the_page_of_scenarios_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (DOCS / "scenarios.md").read_text(encoding="utf-8")
    (toml,) = re.findall(r"```toml\n(.*?)```", page, re.S)
    (python,) = re.findall(r"```python\n(.*?)```", page, re.S)
    monkeypatch.chdir(tmp_path)
    Path("my.toml").write_text(toml, encoding="utf-8")
    assert hl.run(hl.load("shandong"), "my.toml").status.ok
    exec(compile(python, "scenarios.md", "exec"), {})
    assert hl.read_scenario("fair.toml").title.en == "A fair"
