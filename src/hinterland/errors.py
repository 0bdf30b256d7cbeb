"""What can go wrong, and how it is said.

Two kinds of failure (habit 7): bad input raises, with all faults found, before anything is solved; numerical trouble is
a `Status` (see `hinterland.economy.status`) that travels with the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FRAME = "{where}: {found}; expected {expected}; {remedy}"  # of one fault


class HinterlandError(Exception):
    """Stand above every error that the package raises on purpose; the command line prints it without a traceback."""

    exit_code = 1


class InputError(HinterlandError):
    """Carry every fault found in what the user gave.

    `problems` holds them one by one; `str(error)` prints them all, a line each.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class MissingExtraError(HinterlandError):
    """Say which extra to install when an optional library is absent."""

    def __init__(self, task: str, extra: str) -> None:
        self.task, self.extra = task, extra
        super().__init__(f"{task} needs an optional library: pip install 'hinterland[{extra}]'")


@dataclass(frozen=True)
class Problem:
    """State one fault in four parts: what was found, where, what was expected, what to do."""

    found: str
    where: str
    expected: str
    remedy: str
    code: str = ""  # the name of the check that found it

    def __str__(self) -> str:
        return FRAME.format(**vars(self))


class Problems:
    """Collect faults while checking, then raise once with all of them."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, found: str, *, where: str, expected: str, remedy: str, code: str = "") -> None:
        """Record one fault; see `Problem` for the parts."""
        self._found.append(Problem(found, where, expected, remedy, code))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Record faults that a check returned."""
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def raise_if_any(self) -> None:
        """Raise `InputError` with every fault recorded so far, or return if there is none."""
        if self._found:
            raise InputError(self._found)
