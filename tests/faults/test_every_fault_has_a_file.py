"""Every check has a broken input that it must be met with: one test file a fault."""

import inspect
from pathlib import Path

import pytest

from hinterland.tables import faults, file_faults


def checks(module) -> list[str]:
    """List the public functions of a module that give faults, by their annotation."""
    functions = inspect.getmembers(module, inspect.isfunction)
    return [
        name
        for name, function in functions
        if function.__module__ == module.__name__
        and not name.startswith(("_", "of_"))
        and function.__annotations__["return"] == "Iterator[Problem]"
    ]


@pytest.mark.parametrize("name", [*checks(faults), *checks(file_faults)])
def test_the_fault_has_a_file(name):
    assert (Path(__file__).parent / "folder" / f"test_{name}.py").is_file()


def test_the_list_is_not_empty():
    assert len(checks(faults)) >= 11 and len(checks(file_faults)) >= 15
