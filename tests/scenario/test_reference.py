"""The page of levers says what the classes say."""

from pathlib import Path

from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import conversions
from hinterland.scenario.reference import examples, levers_page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_current() -> None:
    assert (DOCS / "levers.md").read_text(encoding="utf-8") == levers_page(), (
        "run python -m hinterland.scenario.reference"
    )


def test_every_kind_has_a_section_an_example_and_sources() -> None:
    page = levers_page()
    assert list(examples()) == list(KINDS)
    for kind, measure in KINDS.items():
        section = page.split(f"\n## `{kind}`\n")[1].split("\n## ")[0]
        for argument, row in conversions().get(kind, {}).items():
            assert argument == "size" or argument in measure.measure.model_fields
            assert f"`{argument}`" in section and row["source"] in section and row["unit"] in section
