"""The command line. Each command is a module of this package with the same name, loaded only when it is called."""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Sequence
from typing import Any

import click

from hinterland import __version__
from hinterland.errors import HinterlandError

# Command → the line that `hinterland --help` shows for it. The module `hinterland.cli.<command>` defines `command`;
# where the command is a word of Python (import), the module has an underscore behind it.
COMMANDS: dict[str, str] = {
    "run": "Compute what shocks do to an economy.",
    "show": "Show what an economy contains.",
    "check": "List every fault of an economy's folder.",
    "calibrate": "Make the exact baseline and report what was repaired.",
    "import": "Turn a published input-output table into an economy folder.",
}


class _Lazy(click.Group):
    """Load a sub-command's module when it is called, not when help is printed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name + "_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"hinterland.cli.{module}").command
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
