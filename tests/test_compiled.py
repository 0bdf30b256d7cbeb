"""What `make compiled` compiles: what is not found stays plain without a word, and mypyc knows most of Python."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOK = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


@pytest.mark.parametrize("path", HOOK["include"])
def test_every_path_that_is_compiled_is_there(path: str) -> None:
    assert _modules(path)


def test_nobody_compiles_who_does_not_ask_for_it() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("path", HOOK["include"])
def test_no_tuple_is_unpacked_behind_in(path: str) -> None:
    """Mypyc 2 stops at `x in (*names, y)`: such a tuple wants a name."""
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in _modules(path)
        for line in _unpacked(ast.parse(file.read_text("utf-8")))
    ]
    assert found == []


def test_the_check_finds_what_it_is_for() -> None:
    assert list(_unpacked(ast.parse("x in (*names, y)\nx in (y, z)\nz not in (y, *names)"))) == [1, 3]


def _modules(path: str) -> list[Path]:
    there = ROOT / path.removeprefix("/")
    return [there] if there.is_file() else sorted(there.glob("*.py"))


def _unpacked(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(isinstance(how, ast.In | ast.NotIn) for how in node.ops):
            tuples = [what for what in node.comparators if isinstance(what, ast.Tuple)]
            if any(isinstance(item, ast.Starred) for what in tuples for item in what.elts):
                yield node.lineno
