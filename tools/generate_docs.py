"""Write what comes from the code: docs/ on the command line, kinds of measures and schemas; README on `make run`.

Run `make docs` after changing any of them; a test fails while the pages are stale.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from hinterland.cli import COMMANDS, hinterland
from hinterland.cli.schema import schemas
from hinterland.scenario.reference import levers_page

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
EXAMPLE = Path("examples") / "shandong"
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


def readme(told: str) -> str:
    """Give README.md with what the main command prints."""
    shown = "\n".join(line.rstrip() for line in told.strip().splitlines())
    block = f"<!-- make run -->\n```text\n{shown}\n```\n<!-- /make run -->"
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"<!-- make run -->.*<!-- /make run -->", lambda _: block, text, flags=re.DOTALL)


def main_command(folder: Path) -> str:
    """Do what `make run` does on a copy of the example below a folder, and give what it prints."""
    shutil.copytree(ROOT / EXAMPLE, folder / EXAMPLE, ignore=shutil.ignore_patterns("build"))
    with chdir(folder):
        done = CliRunner().invoke(hinterland, ["study", str(EXAMPLE)])
    assert done.exception is None, done.output
    return done.stdout


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
    with tempfile.TemporaryDirectory() as folder:
        (ROOT / "README.md").write_text(readme(main_command(Path(folder))), encoding="utf-8")
    print("README.md")
