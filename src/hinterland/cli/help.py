"""Help and usage errors of click, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from unicodedata import east_asian_width

import click

from hinterland.cli.language import spoken_in
from hinterland.locale import Words

_INDENT, _GAP = 2, 2


class SpokenContext(click.Context):
    """Make help in the language of the command line."""

    def make_formatter(self) -> click.HelpFormatter:
        """Give the formatter that `--help` and usage errors write with."""
        words = spoken_in(self)
        if words.lang == "en":
            return super().make_formatter()
        return _Translated(words, self.terminal_width, self.max_content_width)


def told(error: click.ClickException, words: Words) -> str:
    """Say what was wrong in the use of a command: how it is used, where help is, and the error."""
    lines = []
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        lines.append(context.get_usage())
        lines.append(words.of(f"Try '{context.command_path} --help' for help.") + "\n")
    return "\n".join([*lines, words.of(f"Error: {error.format_message()}")])


class _Translated(click.HelpFormatter):
    """Write help in another language than English, broken where a terminal's cells end."""

    def __init__(self, words: Words, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage, its fixed words translated."""
        for part in ("COMMAND [ARGS]...", "[OPTIONS]"):
            args = args.replace(part, self.words.of(part))
        super().write_usage(prog, args, prefix or self.words.of("Usage:"))

    def write_text(self, text: str) -> None:
        """Write paragraphs, each translated as a whole; examples stay as they are."""
        paragraphs = [part for part in text.split("\n\n") if part.strip()]
        for at, paragraph in enumerate(paragraphs):
            if at:
                self.write_paragraph()
            _, verbatim, rest = paragraph.partition("\b\n")
            if verbatim:
                self.write(rest.rstrip("\n") + "\n")
                continue
            plain = " ".join(paragraph.split())
            for line in _broken(self.words.of(plain), self.width - self.current_indent):
                self.write(f"{' ' * self.current_indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP) -> None:
        """Write options or commands beside what they do, broken where the language allows."""
        rows = list(rows)
        first = min(max(len(term) for term, _ in rows), col_max) + col_spacing
        for term, text in rows:
            start = f"{' ' * self.current_indent}{term}"
            lines = _broken(self._definition(text), max(self.width - self.current_indent - first, 10))
            margin = " " * (self.current_indent + first)
            short = len(term) + col_spacing <= first
            self.write(start.ljust(len(margin)) + lines[0] + "\n" if short else f"{start}\n{margin}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{margin}{line}\n")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Open a section under its translated name."""
        with super().section(self.words.of(name)):
            yield

    def _definition(self, text: str) -> str:
        """Translate what an option does, and what click adds in brackets."""
        said, bracket, extra = f"  {text}".rpartition("  [")
        if not bracket:
            return self.words.of(text)
        parts = [self.words.of(part) for part in extra.removesuffix("]").split("; ")]
        return f"{self.words.of(said.strip())}  [{'; '.join(parts)}]".strip()


def _broken(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells: between any two wide letters, and at spaces."""
    lines = [""]
    for piece in _pieces(text):
        if _cells(lines[-1] + piece.rstrip()) > width and lines[-1] and piece.strip() not in _CLOSING:
            lines.append("")
            piece = piece.lstrip()
        lines[-1] += piece
    return [line.rstrip() for line in lines]


_CLOSING = "，。；：、）》”？！"  # never begin a line


def _pieces(text: str) -> Iterator[str]:
    """Give the parts of a text that stay whole: a wide letter, or a run of others with the space behind it."""
    run = ""
    for letter in text:
        if _cells(letter) == 1 and letter != " ":
            run += letter
            continue
        if letter == " ":
            yield run + letter
            run = ""
            continue
        if run:
            yield run
            run = ""
        yield letter
    if run:
        yield run


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
