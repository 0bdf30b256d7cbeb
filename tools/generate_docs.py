"""Write the parts of docs/ that come from the code: the command line's help, kinds of measures and JSON schemas.

Run `make docs` after changing any of them; a test fails while the pages are stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from hinterland.cli import COMMANDS, hinterland
from hinterland.cli.schema import schemas
from hinterland.scenario.reference import levers_page

DOCS = Path(__file__).resolve().parents[1] / "docs"
_HELP = hinterland.context_settings["help_option_names"]

_HEAD = """\
# The command line

Data goes to stdout and talk to stderr, so that `hinterland run … --json > rows.jsonl` holds data only. Every command
that prints a table gives it as JSON, a row a line, with `--json`. This page is made from the commands by `make docs`.

| exit code | meaning |
|---|---|
| 0 | all well |
| 1 | bad input: every fault found is on stderr (of `check`, on stdout), a line each |
| 2 | wrong usage |
| 3 | some case did not converge; its numbers are left out |
| 4 | a fault of hinterland itself: run again with `--debug` and report it |
"""


def pages() -> dict[str, str]:
    """Give every generated page by its name below docs/."""
    found = {"cli.md": _command_line(), "levers.md": levers_page()}
    for name, schema in schemas().items():
        found[f"schemas/{name}.schema.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return found


def _command_line() -> str:
    parts = [_HEAD, _help(hinterland, "hinterland", None)]
    for name in COMMANDS:
        with click.Context(hinterland, info_name="hinterland", help_option_names=_HELP) as parent:
            command = hinterland.get_command(parent, name)
            assert command is not None
            parts.append(_help(command, name, parent))
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    settings: dict[str, Any] = {"help_option_names": _HELP, "terminal_width": 100, "max_content_width": 100}
    with click.Context(command, info_name=name, parent=parent, **settings) as context:
        title = f"hinterland {name}" if parent else name
        return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"docs/{name}")
