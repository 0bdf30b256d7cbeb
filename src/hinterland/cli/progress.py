"""How far a long import has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from hinterland.cli.language import spoken

if TYPE_CHECKING:
    from rich.console import Console

Thing = TypeVar("Thing")
OFTEN = 5.0  # seconds between two lines


@contextmanager
def followed(task: str, total: int, every: float = OFTEN) -> Iterator[Callable[[Iterable[Thing]], Iterator[Thing]]]:
    """Give what counts things as they pass, and shows the count where it is wanted."""
    from rich.console import Console

    talk = Console(stderr=True)
    if talk.is_terminal:
        with _bar(talk, task, total) as count:
            yield count
    else:
        yield lambda things: _lines(things, total, every)


@contextmanager
def _bar(talk: Console, task: str, total: int) -> Iterator[Callable[[Iterable[Thing]], Iterator[Thing]]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=talk) as progress:
        yield lambda things: iter(progress.track(things, total, description=task))


def _lines(things: Iterable[Thing], total: int, every: float) -> Iterator[Thing]:
    began = said = time.monotonic()
    for number, thing in enumerate(things):
        now = time.monotonic()
        if now - said >= every:
            click.echo(spoken()("keep.progress", count=number, total=total, seconds=round(now - began)), err=True)
            said = now
        yield thing
    if said > began:  # who was told of the way is told of what comes after it
        click.echo(spoken()("keep.checking", count=total), err=True)
