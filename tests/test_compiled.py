"""What `make compiled` compiles: a path that nothing stands at would leave its modules plain without a word."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOK = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


@pytest.mark.parametrize("path", HOOK["include"])
def test_every_path_that_is_compiled_is_there(path: str) -> None:
    there = ROOT / path.removeprefix("/")
    assert there.is_file() or list(there.glob("*.py"))


def test_nobody_compiles_who_does_not_ask_for_it() -> None:
    assert HOOK["enable-by-default"] is False
