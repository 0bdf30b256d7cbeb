"""`hinterland schema`: the JSON schema of a file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import Any

import click

FILES = ("economy", "scenario", "project")


@click.command("schema")
@click.argument("file", type=click.Choice(FILES))
def command(file: str) -> int:
    """Print the JSON schema of FILE: the economy.toml of a folder, a scenario file, or the project.toml of a study."""
    click.echo(json.dumps(schemas()[file], indent=2, ensure_ascii=False))
    return 0


def schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by the name that the command takes."""
    from hinterland.scenario import schema as scenario
    from hinterland.study import project_file as project
    from hinterland.tables import schema as economy

    return {"economy": economy.json_schema(), "scenario": scenario.json_schema(), "project": project.json_schema()}
