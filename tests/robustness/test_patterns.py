"""Every pattern of the ledger takes steps in proportion to the text, counted and not timed."""

import ast
import importlib
import pkgutil
import re
import sys
from pathlib import Path

import pytest

import hinterland.ledger
from hinterland.ledger import lexicon
from hinterland.ledger.announcements import measures_zh
from hinterland.ledger.keeping import announced, stated
from hinterland.ledger.lexing import period_phrases
from robustness.steps import Steps, TooManySteps, bait

SHORT, LONG = 16, 64
LIMIT = 2.0  # steps a character on the long text over those on the short one: 1 where linear, 4 where quadratic
MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(hinterland.ledger.__path__, "hinterland.ledger.")
]
CALLS = {"match", "search", "findall", "finditer", "fullmatch", "sub", "split", "compile"}


def held(thing, seen):
    """Yield the patterns that a module, or a table in it, holds."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from held(value, seen)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for value in thing:
            yield from held(value, seen)
    elif hasattr(thing, "__dict__") and type(thing).__module__.startswith("hinterland.ledger"):
        yield from held(vars(thing), seen)


def written(module):
    """Yield the patterns that stand as text in calls of `re` inside functions."""
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in CALLS
            and isinstance(node.args[0], ast.Constant)
        ):
            pattern = re.compile(node.args[0].value)
            flags = re.I if any("re.I" in ast.unparse(extra) for extra in (*node.args[1:], *node.keywords)) else 0
            once = r"\A" if node.func.attr in ("match", "fullmatch") else ""
            yield re.compile(once + pattern.pattern.removeprefix("(?i)"), flags | pattern.flags)


def made():
    """Yield the patterns that functions make of the data files."""
    for language in ("en", "zh"):
        yield lexicon.lexicon(language).word
    for kind in sorted(period_phrases._KINDS):
        first, rules = period_phrases.rules_of(kind)
        yield first
        yield from (pattern for pattern, _ in rules)
    yield announced._countries()[0]
    for row in lexicon.table("levers.toml")["sectors"].values():
        yield stated.any_of(row["text"])
    yield from (measures_zh._objects(), measures_zh._verbs(), measures_zh._firm())


def every():
    """List the patterns by their text, each once."""
    seen: set[int] = set()
    found = [pattern for module in MODULES for pattern in (*held(vars(module), seen), *written(module))]
    return {(pattern.pattern, pattern.flags): pattern for pattern in (*found, *made())}


PATTERNS = every()
sys.setrecursionlimit(50_000)  # a step is a call


def worst(pattern):
    """Give the largest growth in steps a character on texts of four times the length, and the text.

    Repetitions of up to some hundred signs look quadratic on short texts: what grows there is looked at again on long
    ones.
    """
    grown = growths(pattern, SHORT, LONG)
    suspects = {number for number, (growth, _) in enumerate(grown) if growth >= LIMIT}
    return max((growths(pattern, 150, 600, suspects) if suspects else grown), key=lambda row: row[0])


def growths(pattern, short, long, only=None):
    rows = []
    for number, (little, much) in enumerate(zip(bait(pattern, short), bait(pattern, long), strict=True)):
        if only is not None and number not in only:
            continue
        try:
            few, many = (Steps(pattern).over(text)[0] / len(text) for text in (little, much))
        except TooManySteps:
            few, many = 1, float("inf")
        rows.append((many / few, little))
    return rows


@pytest.mark.parametrize("key", PATTERNS, ids=lambda key: key[0][:60])
def test_steps_grow_with_the_length(key):
    """A quadratic pattern takes four times the steps a character on four times the text; a linear one as many."""
    growth, text = worst(PATTERNS[key])
    assert growth < LIMIT, f"{growth:.1f} times the steps a character: {text!r}"


def test_patterns_are_found_in_tables_and_in_functions():
    assert len(PATTERNS) > 150


def test_the_counter_goes_the_way_of_the_library():
    for pattern in list(PATTERNS.values())[::4]:
        for text in bait(pattern, 20)[::3]:
            assert Steps(pattern).over(text)[1] == [hit.span() for hit in pattern.finditer(text)]


def test_the_counter_sees_a_quadratic_pattern():
    assert worst(re.compile(r"\d+%"))[0] > LIMIT
    with pytest.raises(TooManySteps):
        Steps(re.compile(r"(?:a+)+b")).over("a" * 30)
    assert worst(re.compile(r"[a-z]{1,9}%"))[0] < LIMIT
