"""Files: round trips that keep comments, lines, the JSON schema."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import hinterland as hl
from hinterland.scenario.positions import line_of, positions
from hinterland.scenario.read import parse_scenario, read_scenario, scenario_against
from hinterland.scenario.reference import examples
from hinterland.scenario.schema import Scenario, json_schema
from hinterland.scenario.write import to_toml, write_scenario

SCHEMA = json_schema()
SCHEMA_VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
TEXT = """#:schema scenario.schema.json
# What it is about.
title = { en = "Trial", zh = "试" }   # two names
against = "baseline"  # a default, stated

[closure]
labour = "specific"  # the short run

# The first measure.
[[measure]]
kind = "tariff"   # by abroad
regions = "A"
partners = [
  "N",  # one
  "S",
]
form = "set"
size = { value = 0, unit = "percent" }
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "settlement"
regions = ["N"]
partners = ["A"]
direction = "both"  # a default, stated
size = { value = 40, unit = "percent", range = [20, 60] }
from = 2024-01-01
source = "made up"
status = "assumed"
"""


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "trial.toml"
    path.write_text(TEXT, encoding="utf-8")
    scenario = read_scenario(path)
    assert to_toml(scenario) == TEXT
    assert write_scenario(scenario, tmp_path / "again.toml").read_text(encoding="utf-8") == TEXT


def test_a_change_leaves_every_comment() -> None:
    scenario = parse_scenario(TEXT)
    first, second = scenario.measures
    larger = first.model_copy(update={"size": first.size.at(5.0)})
    text = to_toml(scenario.with_measures((larger, second)).read_from(scenario.origin))
    assert text == TEXT.replace("{ value = 0,", "{ value = 5.0,")


def test_measures_are_removed_and_added_in_place() -> None:
    scenario = parse_scenario(TEXT)
    first, second = scenario.measures
    fewer = to_toml(scenario.with_measures((first,)).read_from(scenario.origin))
    assert "settlement" not in fewer and "# one" in fewer
    assert said(parse_scenario(fewer)) == said(scenario.with_measures((first,)))
    third = second.model_copy(update={"name": "other", "direction": "exports"})
    more = to_toml(scenario.with_measures((first, second, third)).read_from(scenario.origin))
    assert more.startswith(TEXT)
    assert said(parse_scenario(more)) == said(scenario.with_measures((first, second, third)))


def test_what_python_builds_reads_back_the_same() -> None:
    scenario = parse_scenario(TEXT)
    built = hl.scenario({"en": "Trial", "zh": "试"}, scenario.measures, closure={"labour": "specific"})
    text = to_toml(built)
    assert text.startswith("#:schema scenario.schema.json\n")
    assert said(parse_scenario(text)) == said(built) == said(scenario)


@pytest.mark.parametrize("kind", examples())
def test_the_example_of_each_kind_reads_and_comes_back(kind: str) -> None:
    text = f'title = "Example"\n\n{examples()[kind]}'
    scenario = parse_scenario(text)
    assert to_toml(scenario) == text
    fresh = hl.scenario("Example", scenario.measures)
    assert said(parse_scenario(to_toml(fresh))) == said(scenario)
    SCHEMA_VALIDATOR.validate(_plain(tomllib.loads(text)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "T", "measures": []},
        {"title": "T", "measure": [{"kind": "labour"}]},
        {"title": "T", "measure": [{"kind": "labour", "regions": ["N"], "size": {"value": 2, "unit": "pp"}}]},
    ],
)
def test_the_json_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA_VALIDATOR.validate(wrong)


def test_every_key_has_its_line() -> None:
    found = positions(TEXT)
    lines = TEXT.splitlines()
    for path, number in found.items():
        key = str(path[-1])
        assert (key if isinstance(path[-1], str) else str(path[-2])) in lines[number - 1]
    assert found[("measure", 1, "direction")] == 27
    assert line_of(("measure", 0, "partners", 1), found) == 13
    assert line_of(("measure", 0, "size", "unit"), found) == 18
    assert line_of(("nothing",), found) is None


def test_lines_are_found_past_strings_that_look_like_tables() -> None:
    text = 'title = "T"\nnote = """\n[measure]\nkind = 1\n"""\nagainst = "a # [b"\n'
    text += "[[measure]]\n[measure.size]\nvalue = 3\n"
    assert tomllib.loads(text)["measure"][0]["size"]["value"] == 3
    assert positions(text) == {
        ("title",): 1,
        ("note",): 2,
        ("against",): 6,
        ("measure", 0): 7,
        ("measure", 0, "size"): 8,
        ("measure", 0, "size", "value"): 9,
    }


def test_against_names_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('title = "One"\n', encoding="utf-8")
    (tmp_path / "two.toml").write_text('title = "Two"\nagainst = "one.toml"\n', encoding="utf-8")
    other = scenario_against(read_scenario(tmp_path / "two.toml"))
    assert other is not None and other.title.en == "One"
    assert scenario_against(other) is None


def said(scenario: Scenario) -> dict[str, Any]:
    return scenario.model_dump()


def _plain(value: Any) -> Any:
    """Write dates as JSON does."""
    return json.loads(json.dumps(value, default=str))
