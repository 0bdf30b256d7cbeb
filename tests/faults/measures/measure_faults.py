"""Scenario files with something wrong in them, and the messages that they are met with."""

from __future__ import annotations

import pytest

from hinterland.baseline import Baseline
from hinterland.errors import InputError
from hinterland.scenario.compose import compose
from hinterland.scenario.read import parse_scenario
from little import little

_SAID = 'from = 2024-01-01\nsource = "made up"\nstatus = "announced"\n'


def written(*measures: str, head: str = 'title = "T"\n') -> str:
    """Write a scenario file: the head, and each measure with the keys that every measure has."""
    return head + "".join(f"\n[[measure]]\n{measure}{_SAID}" for measure in measures)


def faults_of(text: str, baseline: Baseline | None = None) -> list[str]:
    """Give the messages that a file is refused with on the little economy."""
    with pytest.raises(InputError) as raised:
        compose(baseline or little(), parse_scenario(text, "s.toml"))
    assert all(problem.code for problem in raised.value.problems)
    return str(raised.value).splitlines()
