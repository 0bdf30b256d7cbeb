"""The command line. Each command is a module of this package with the same name, loaded only when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

from hinterland import __version__
from hinterland.errors import HinterlandError

# Command → the line that `hinterland --help` shows for it. The module `hinterland.cli.<command>` defines `command`.
COMMANDS: dict[str, str] = {
    "read": "Read documents: the statistics they state and the measures they announce.",
    "audit": "Check the figures that documents print.",
    "keep": "Read documents, check them and keep them in a ledger file.",
    "facts": "Ask a ledger for facts, with vintages and verdicts.",
    "draft": "Turn a ledger's measures into scenario files.",
}


class _Lazy(click.Group):
    """Load a sub-command's module when it is called, not when help is printed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"hinterland.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def hinterland(debug: bool) -> None:
    """A laboratory for a region's open economy.

    Exit codes: 0 all well, 1 bad input, 2 wrong usage, 3 some case did not converge.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; no traceback reaches a user without --debug."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    try:
        result: Any = hinterland.main(list(arguments), standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("stopped; nothing was left half written", err=True)
        sys.exit(130)
    except HinterlandError as error:
        if "--debug" in arguments:
            raise
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
