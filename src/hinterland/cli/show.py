"""`hinterland show`: what an economy contains, and every default in force."""

from __future__ import annotations

import click

PARTS = ("about", "regions", "sectors", "groups", "levers")


@click.command("show")
@click.argument("economy")
@click.option("--part", type=click.Choice(PARTS), help="Show one part only.")
@click.option("--sources", is_flag=True, help="Show where each block comes from and what it is worth.")
@click.option("--json", "as_json", is_flag=True, help="Print rows as JSON, one a line.")
def command(economy: str, part: str | None, sources: bool, as_json: bool) -> int:
    """Show ECONOMY (a folder, or an embedded name): its source, labels, closures, and the levers a scenario has."""
    from dataclasses import asdict, fields

    from hinterland.cli.show_table import print_table
    from hinterland.economy import system
    from hinterland.economy.settings import Settings
    from hinterland.project import find, load
    from hinterland.scenario.shocks import LEVERS
    from hinterland.tables.provenance import read_provenance

    if sources:
        print_table("Sources", read_provenance(find(economy)).to_dict("list"), as_json)
        return 0
    baseline = load(economy)
    params = baseline.params
    settings = Settings()
    about = asdict(baseline.description) | {f"closures.{k}": v for k, v in asdict(baseline.closures).items()}
    about |= {f"solver.{field.name}": getattr(settings, field.name) for field in fields(settings)}
    about |= {"repairs, share of world output": baseline.report.share, "fingerprint": baseline.fingerprint}
    M = system.border(params.pi, params.X, params.t)
    home = M.diagonal(axis1=0, axis2=1).sum(axis=0)
    tables = {
        "about": {"key": list(about), "value": [str(value) for value in about.values()]},
        "regions": {
            "region": baseline.regions.codes,
            "en": [label.en for label in baseline.regions.labels],
            "zh": [label.zh for label in baseline.regions.labels],
            "value_added": params.wL.sum(axis=1),
            "exports": M.sum(axis=(0, 2)) - home,
            "imports": M.sum(axis=(1, 2)) - home,
            "deficit": params.D,
        },
        "sectors": {
            "sector": baseline.sectors.codes,
            "en": [label.en for label in baseline.sectors.labels],
            "zh": [label.zh for label in baseline.sectors.labels],
            "theta": params.theta,
            "output": system.sales(M, params.e).sum(axis=0),
        },
        "groups": {
            "group": list(baseline.groups),
            "members": [" ".join(members) for members in baseline.groups.values()],
        },
        "levers": {
            "lever": list(LEVERS),
            "axes": [", ".join(lever.axes) for lever in LEVERS.values()],
            "size": [lever.kind for lever in LEVERS.values()],
        },
    }
    for name in (part,) if part else PARTS:
        print_table(name, tables[name], as_json)
    return 0
