"""All languages know the same words, with the same parts in them; no word is missing, and none is left over."""

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter

import click
import pytest

from hinterland.cli import COMMANDS, hinterland
from hinterland.economy.decompose import PathStatus
from hinterland.economy.status import Status
from hinterland.errors import InputError
from hinterland.ledger.check import codes
from hinterland.locale import LANGUAGES, translations, words
from hinterland.outcomes.described import tables
from hinterland.scenario.levers import LEVERS
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.schema import Scenario
from hinterland.study.project_file import ProjectFile
from hinterland.tables.schema import EconomyFile

SOURCE = Path(__file__).parents[2] / "src" / "hinterland"
CODE = {
    path: path.read_text(encoding="utf-8")
    for pattern in ("*.py", "*.html", "*.jinja", "*.j2")
    for path in sorted(SOURCE.rglob(pattern))
}
TEXT = "\n".join(CODE.values()) + "\n".join(
    path.read_text(encoding="utf-8")
    for path in (*SOURCE.glob("*.toml"), *SOURCE.glob("outcomes/*.toml"), *SOURCE.glob("ledger/data/*.toml"))
)


def parts(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogues_have_the_same_keys_and_parts(lang):
    english, other = words("en").catalogue, words(lang).catalogue
    assert list(english) == list(other)
    assert {key: parts(text) for key, text in english.items()} == {key: parts(text) for key, text in other.items()}


def test_a_key_stands_once():
    """No file of a language repeats a key of another one: the later would win in silence."""
    for folder in ("en", "zh", "from_english/zh"):
        keys = [key for path in SOURCE.joinpath("locale", folder).glob("*.toml") for key in keys_of(path)]
        assert [key for key in keys if keys.count(key) > 1] == []


def keys_of(path):
    """List the keys of a catalogue, tables before them where it has rooms."""
    tree = tomllib.loads(path.read_text(encoding="utf-8"))
    if "from_english" in str(path):
        return [key for room in tree.values() for key in room]
    return list(dotted(tree))


def dotted(tree, head=""):
    for key, value in tree.items():
        yield from dotted(value, f"{head}{key}.") if isinstance(value, dict) else [f"{head}{key}"]


def test_language_is_unknown():
    with pytest.raises(InputError) as raised:
        words("zhh")
    assert str(raised.value) == (
        "report: no language 'zhh' (did you mean 'zh'?); expected one of en, zh; name one of these"
    )


def is_used(key):
    """Tell whether code asks for a key: in full, by a pattern, or by its room with a code that code knows."""
    key = key.removesuffix("_1")  # the words for one thing go with those for several
    if f'"{key}"' in TEXT or f"'{key}'" in TEXT or any(pattern.fullmatch(key) for pattern in PATTERNS):
        return True
    splits = [(key[:at], key[at + 1 :]) for at, letter in enumerate(key) if letter == "."]
    return any(is_asked_for(room) and is_known(code) for room, code in splits)


def is_asked_for(room):
    """Tell whether code looks a code up in a room."""
    return any(text in TEXT for text in (f'"{room}"', f'f"{room}.{{', f"'{room}.'", f'"{room}."'))


def is_known(code):
    """Tell whether code knows a code: its last part stands there as a word."""
    return re.search(rf"\b{re.escape(code.rpartition('.')[2])}\b", TEXT) is not None


PATTERNS = [
    re.compile(".+".join(map(re.escape, re.split(r"\{[^}]*\}", found))))
    for found in re.findall(r"""f["']([a-z_]+\.[a-z_0-9.]*\{[^"']*)["']""", TEXT)
    if not re.match(r"[a-z_]+\.\{[^}]*\}$", found)
]


def test_every_word_is_used():
    assert [key for key in words("en").catalogue if not is_used(key)] == []


def test_the_search_for_unused_words_can_fail():
    assert not is_used("figures.no_such_word") and not is_used("cli.saved_twice") and not is_used("head.nocolumn")


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_is_explained_in_chinese(name):
    """Its line in the list, every paragraph of its text but examples, and every option."""
    context = click.Context(hinterland, info_name="hinterland")
    command = hinterland.get_command(context, name) if name else hinterland
    texts = [" ".join(part.split()) for part in command.help.split("\n\n") if "\b" not in part and part.strip()]
    texts += [option.help for option in command.params if isinstance(option, click.Option) and option.help]
    texts += [COMMANDS[name]] if name else []
    assert [text for text in texts if text not in translations("zh")] == []


@pytest.mark.parametrize("status", [*Status, *PathStatus])
def test_every_status_is_said_in_chinese(status):
    assert all(text in translations("zh") for text in status.value if text)


def test_every_code_of_ours_has_a_name():
    catalogue = words("zh").catalogue
    columns = {column for table in tables().values() for column in table["columns"]}
    assert [f"head.{column}" for column in columns if f"head.{column}" not in catalogue] == []
    assert [kind for kind in KINDS if f"measure.{kind}" not in catalogue] == []
    assert [lever for lever in LEVERS if f"lever.{lever}" not in catalogue] == []
    units = {column["unit"] for table in tables().values() for column in table["columns"].values() if "unit" in column}
    said = {unit: words("zh").of(unit.removesuffix("money").removesuffix(", ")) for unit in units - {"%", "money"}}
    assert {unit for unit, text in said.items() if text == unit} == set()


def test_every_key_that_must_be_there_is_described_in_chinese():
    models = [kind.measure for kind in KINDS.values()] + [Scenario, ProjectFile, EconomyFile]
    fields = [field for model in models for field in model.model_fields.values() if field.is_required()]
    assert {text for text in (field.description for field in fields) if text} - set(translations("zh")) == set()


def problems():
    """Find every fault that the code words: what is expected, what to do, and the code where it is a constant."""
    for path, text in CODE.items():
        if path.suffix != ".py":
            continue
        for call in ast.walk(ast.parse(text)):
            name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
            named = {word.arg: word.value for word in call.keywords} if name in ("Problem", "Misfit", "add") else {}
            if name in ("Problem", "Misfit") or (name == "add" and "where" in named):
                given = dict(zip(("found", "where", "expected", "remedy", "code"), call.args, strict=False)) | named
                yield path, {part: value.value for part, value in given.items() if isinstance(value, ast.Constant)}


def test_every_fault_has_a_kind_in_chinese():
    codes = {said["code"] for _, said in problems() if said.get("code")}
    assert len(codes) > 80
    assert sorted(codes - set(translations("zh"))) == []


@pytest.mark.parametrize("part", ["expected", "remedy"])
def test_what_is_expected_and_what_to_do_is_said_in_chinese(part):
    said = {text[part] for _, text in problems() if text.get(part)}
    assert len(said) > 40
    assert sorted(text for text in said if words("zh").of(text) == text and text != "TOML") == []


def test_no_translation_is_left_over():
    assert [english for english in translations("zh") if not is_said(english)] == []
    assert not is_said("{file} has nothing to say")


def is_said(english):
    """Tell whether the longest fixed piece of a sentence stands in our code, or in click's."""
    piece = max(re.split(r"\{\w*\}|[^\w\s]", english), key=len).strip()
    return flat(piece) in EVERYWHERE or english in ASSEMBLED


def flat(text):
    """Drop case, space, quotes and the f before them: strings in code are broken over lines."""
    return re.sub(r"[\s\"'`\\f]+", "", text.lower())


ASSEMBLED = {  # which code puts together from pieces that depend on the case
    "{count} archives of {year}",
    "a folder with economy.toml, or an economy that ships with hinterland: {names}",
    "a code of the economy, or *",
    "a code or group of the economy, or *",
    "the code of a {axis}, a group, or *",
    "a required key: {about}",
    "a finite number",  # by pydantic
    "a valid number",
}
CLICK = "".join(path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py"))
SYSTEM = "No such file or directory, Permission denied, No space left on device, Read-only file system, "
SYSTEM += "Is a directory, Not a directory, File exists, Input/output error"
EVERYWHERE = flat(TEXT + CLICK + SYSTEM)


def test_every_check_has_a_name_in_a_report():
    assert [code for code in codes() if f"finding.{code}" not in words("zh").catalogue] == []
