"""Which language a call of the command line speaks: `--lang`, or the environment, or the project, or English."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from hinterland.locale import LANGUAGES, Words, words

VARIABLE = "HINTERLAND_LANG"
_PROJECT = "project.toml"
_KEY = "hinterland.language"

HELP = f"Language of all that is shown. Default: {VARIABLE}, or the project's, or en."


def lang_option(command: Any) -> Any:
    """Give a command the option `--lang`, which stands before or behind it; `spoken` gives the language's words."""
    choice = click.Choice(LANGUAGES)
    return click.option("--lang", type=choice, expose_value=False, help=HELP)(command)


def listen(context: click.Context, arguments: Sequence[str]) -> None:
    """Remember the language that a command line asks for, so that help and errors speak it wherever it stands."""
    context.meta[_KEY] = language(arguments)


def spoken() -> Words:
    """Give the words of the language that the running command speaks."""
    return spoken_in(click.get_current_context(silent=True))


def spoken_in(context: click.Context | None) -> Words:
    """Give the words of the language that the command of a context speaks."""
    return words(context.meta.get(_KEY, LANGUAGES[0]) if context else LANGUAGES[0])


def language(arguments: Sequence[str]) -> str:
    """Find the language of a command line; what is none of ours counts as not said."""
    asked = [*_options(arguments), os.environ.get(VARIABLE, ""), *_projects(arguments)]
    return next((lang for lang in map(_short, asked) if lang in LANGUAGES), LANGUAGES[0])


def _short(lang: str) -> str:
    """Take zh_CN.UTF-8 for zh."""
    return lang.replace("-", "_").partition("_")[0].lower()


def _options(arguments: Sequence[str]) -> Iterator[str]:
    """Give what stands behind --lang, the last first."""
    for at in reversed(range(len(arguments))):
        if arguments[at] == "--lang" and at + 1 < len(arguments):
            yield arguments[at + 1]
        elif arguments[at].startswith("--lang="):
            yield arguments[at].partition("=")[2]


def _projects(arguments: Sequence[str]) -> Iterator[str]:
    """Give the languages of the projects that a command line names; faults of theirs are told elsewhere."""
    for word in arguments:
        try:
            said = tomllib.loads((Path(word) / _PROJECT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        yield str(said.get("language", ""))
