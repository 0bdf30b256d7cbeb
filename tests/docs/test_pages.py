"""The pages of docs/ say what the code does: generated ones are fresh, examples run, nothing is left out."""

import dataclasses
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

import hinterland as hl
from faults.small_economy import FILES
from hinterland.cli import COMMANDS
from hinterland.economy import system
from hinterland.economy.params import Closures
from hinterland.economy.terms import Terms
from hinterland.scenario.levers import LEVERS
from hinterland.tables.folder import TABLES
from hinterland.tables.schema import EconomyFile, json_schema
from tools.generate_docs import pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", pages())
def test_generated_pages_are_fresh(name):
    assert page(name) == pages()[name], "run `make docs`"


def test_every_command_is_in_the_reference():
    assert re.findall(r"^## hinterland (\S+)$", page("cli.md"), re.M) == list(COMMANDS)


def test_the_contents_list_every_page():
    listed = set(re.findall(r"\]\(([\w/.-]+)\)", page("index.md")))
    found = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.*")} - {"index.md"}
    assert found <= listed


@pytest.mark.parametrize("path", [*DOCS.rglob("*.md"), *ROOT.glob("*.md")], ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_example_of_a_folder_is_an_economy(tmp_path):
    blocks = re.findall(r"^`([\w.]+)`\n\n```\w+\n(.*?)```", page("economy-folder.md"), re.M | re.S)
    assert [name for name, _ in blocks] == ["economy.toml", "trade.csv", "inputs.csv", "sectors.csv"]
    for name, text in blocks:
        (tmp_path / name).write_text(text, encoding="utf-8")
    baseline = hl.load(tmp_path)
    assert baseline.report.repairs == ()
    assert hl.run(baseline, {"tariff": {("NORTH", "SOUTH"): 0}}).status.ok


def test_every_table_column_and_key_of_a_folder_is_described():
    text = page("economy-folder.md")
    for name, columns in TABLES.items():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", text, re.M)
        assert all(re.search(rf"\b{column}\b", row) for column in columns.names), name
    for key in EconomyFile.model_fields:
        assert re.search(rf"`\[*{key}\]*`", text), key


def test_every_equation_lever_closure_and_term_is_in_the_model():
    text = page("model.md")
    functions = [name for name, f in vars(system).items() if callable(f) and f.__module__ == system.__name__]
    words = [field.name for field in dataclasses.fields(Closures)]
    for name in (*functions, *LEVERS, *words):
        assert f"`{name}`" in text, name
    for term in dataclasses.fields(Terms):
        assert f"| {term.name.replace('_', ' ')}" in text, term.name


VALID = tomllib.loads(FILES["economy.toml"])


def both_accept(description) -> bool:
    """Ask the reader and the schema, which must agree."""
    try:
        EconomyFile.model_validate(description)
        reader = True
    except ValidationError:
        reader = False
    validator = jsonschema.Draft202012Validator(json_schema())
    assert validator.is_valid(description) == reader
    return reader


def test_the_schema_accepts_what_the_reader_accepts():
    validator = jsonschema.Draft202012Validator
    validator.check_schema(json_schema())
    assert both_accept(VALID)
    assert both_accept(VALID | {"closures": {"labour": "specific"}, "title_zh": "两谷", "most_repair": 0.2})


@pytest.mark.parametrize(
    "change",
    [
        {"year": "2020"},
        {"year": 1},
        {"colour": 1},
        {"title": ""},
        {"region": []},
        {"region": [{"code": "A B"}]},
        {"sector": [{"en": "Food"}]},
        {"groups": {"east, west": ["AA"]}},
        {"groups": {"none": []}},
        {"closures": {"deficit": "none"}},
        {"most_repair": -1},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_reader_refuses(change):
    assert not both_accept(VALID | change)
