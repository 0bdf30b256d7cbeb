"""The small economy, and the messages that a scenario on it is met with."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from faults.small_economy import write
from hinterland import project
from hinterland.baseline import Baseline
from hinterland.economy.params import Closures
from hinterland.errors import InputError
from hinterland.scenario.shocks import to_shocks


@cache
def valleys() -> Baseline:
    """Load the small economy."""
    with TemporaryDirectory() as folder:
        return project.load(write(Path(folder)))


def faults_of(scenario: Any, closures: Closures | None = None) -> list[str]:
    """Give the messages that a scenario is refused with."""
    with pytest.raises(InputError) as raised:
        to_shocks(valleys(), scenario, closures)
    return str(raised.value).splitlines()
