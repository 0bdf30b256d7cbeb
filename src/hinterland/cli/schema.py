"""`hinterland schema`: the JSON schema of a file, for editors that complete and check while one types."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("file", type=click.Choice(["economy", "scenario"]))
def command(file: str) -> int:
    """Print the JSON schema of FILE: economy is the economy.toml of a folder, scenario is a scenario file."""
    from hinterland.scenario.schema import json_schema as scenario_schema
    from hinterland.tables.schema import json_schema as economy_schema

    schemas = {"economy": economy_schema, "scenario": scenario_schema}
    click.echo(json.dumps(schemas[file](), indent=2, ensure_ascii=False))
    return 0
