"""Every check has a broken input that it must be met with: one test file a fault."""

import inspect
from pathlib import Path

import pytest

from hinterland.draft import kept
from hinterland.scenario import conflicts, read, scope, shock_faults
from hinterland.scenario.file_faults import SAY
from hinterland.study import project_file
from hinterland.tables import faults, file_faults


def checks(module) -> list[str]:
    """List the public functions of a module that give faults, by their annotation."""
    functions = inspect.getmembers(module, inspect.isfunction)
    return [
        name
        for name, function in functions
        if function.__module__ == module.__name__
        and not name.startswith(("_", "of_", "no_"))
        and function.__annotations__["return"] in ("Iterator[Problem]", "Problem", "Problem | None")
    ]


@pytest.mark.parametrize(
    "file",
    [f"folder/test_{name}.py" for module in (faults, file_faults) for name in checks(module)]
    + [f"test_{name}.py" for name in checks(kept)]
    + [f"scenario/test_{name}.py" for name in checks(shock_faults)]
    + [f"measures/test_{name}.py" for module in (conflicts, read, scope) for name in checks(module)]
    + [f"study/test_{name}.py" for name in checks(project_file)]
    + [f"measures/test_{say.__name__}.py" for say in SAY.values()],
)
def test_the_fault_has_a_file(file):
    assert (Path(__file__).parent / file).is_file()


def test_the_list_is_not_empty():
    assert len(checks(faults)) >= 11 and len(checks(file_faults)) >= 15 and len(checks(shock_faults)) >= 12
    assert len(checks(conflicts)) >= 6 and len(checks(read)) >= 2 and len(checks(scope)) >= 2 and len(SAY) >= 12
    assert len(checks(project_file)) >= 5 and len(checks(kept)) >= 1
