"""The command line. Each command is a module of this package with the same name, loaded only when it is called."""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Sequence
from typing import Any

import click

from hinterland import __version__
from hinterland.cli.help import SpokenContext, told
from hinterland.cli.language import lang_option, language, listen
from hinterland.errors import HinterlandError, InputError, MissingExtraError
from hinterland.locale import Words, words
from hinterland.locale.faults import faults

OWN_FAULT = 4  # exit code

# Command → the line that `hinterland --help` shows for it. The module `hinterland.cli.<command>` defines `command`;
# where the command is a word of Python (import), the module has an underscore behind it.
COMMANDS: dict[str, str] = {
    "study": "Do a project from its documents to the table of answers.",
    "init": "Start a project folder with a first scenario.",
    "report": "Write a report on what scenarios do.",
    "run": "Compute what scenarios or shocks do to an economy.",
    "compare": "Set two scenarios side by side.",
    "sensitivity": "Rank the world's tariffs by what they do to a region.",
    "show": "Show what an economy contains.",
    "lock": "Write what a result depends on, or verify it.",
    "cite": "Say how to cite an economy and its sources.",
    "check": "List every fault of an economy's folder, a scenario or a project.",
    "calibrate": "Make the exact baseline and report what was repaired.",
    "economies": "List the economies that ship with the package.",
    "split": "Split a province out of its country.",
    "schema": "Print the JSON schema of a file that hinterland reads.",
    "import": "Turn a published input-output table into an economy folder.",
    "read": "Read documents: the statistics they state and the measures they announce.",
    "audit": "Check the figures that documents print.",
    "keep": "Read documents, check them and keep them in a ledger file.",
    "facts": "Ask a ledger for facts, with vintages and verdicts.",
    "targets": "Turn a ledger's facts into targets of the calibration.",
    "draft": "Turn a ledger's measures into scenario files.",
}


class _Lazy(click.Group):
    """Load a sub-command's module when it is called, not when help is printed; speak the language asked for."""

    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the language of the line before anything on it can go wrong."""
        listen(ctx, args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a study, none of them loaded."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, and give it `--lang` where it has no such option of its own."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name + "_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"hinterland.cli.{module}").command
        if not any(option.name == "lang" for option in command.params):
            lang_option(command)
        command.context_class = SpokenContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from their lines here: none is loaded."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@lang_option
@click.option("--debug", is_flag=True, help="Show the traceback of an error; stands anywhere on the line.")
def hinterland(debug: bool) -> None:
    """A laboratory for a region's open economy.

    Data goes to stdout, talk to stderr. Exit codes: 0 all well, 1 bad input, 2 wrong usage, 3 some case did not
    converge, 4 a fault of hinterland itself.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; no traceback reaches a user without --debug."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    said = words(language(given))
    try:
        result: Any = hinterland.main([word for word in given if word != "--debug"], standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except click.ClickException as error:
        click.echo(told(error, said), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo(said("cli.stopped"), err=True)
        sys.exit(130)
    except Exception as error:
        if debug:
            raise
        sentence, code = _said(error, said)
        click.echo(sentence, err=True)
        sys.exit(code)


def _said(error: Exception, said: Words) -> tuple[str, int]:
    """Say in a line what went wrong, and with which code to exit."""
    if isinstance(error, InputError):
        return "\n".join(faults(error, said)), error.exit_code
    if isinstance(error, MissingExtraError):
        return said("cli.extra", task=said.of(error.task), extra=error.extra), error.exit_code
    if isinstance(error, HinterlandError):
        return said.of(str(error)), error.exit_code
    if isinstance(error, OSError):  # a folder that may not be written, a full disk
        place = error.filename or said("cli.system")
        return said("cli.os_error", place=place, why=said.of(error.strerror or str(error))), HinterlandError.exit_code
    return said("cli.own_fault", kind=type(error).__name__, error=error), OWN_FAULT
