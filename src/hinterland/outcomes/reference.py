"""The reference of all tables of a result, written from `tables.toml`.

`python -m hinterland.outcomes.reference` writes `docs/results.md`; a test holds the page against the descriptions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hinterland.outcomes.described import tables
from hinterland.scenario.write import write_text

_HEAD = """# Results

Written by `python -m hinterland.outcomes.reference` from `hinterland/outcomes/tables.toml`; do not edit.

    result = hl.run(baseline, "my-scenario.toml")
    result.tables                      # the names below; tables of CO2 only where the economy states CO2
    result.table("regions")            # pandas, a row a cell
    result.view("trade")               # xarray, with units, long names and the source of the method
    result.tree()                      # an xarray DataTree of all of them: /baseline, /scenario, /change
    result.assumptions()               # everything that the result stands on and nobody observed

## Saved results

    hinterland run my-economy my-scenario.toml --out result.nc
    hl.save_result(result, "result.nc"); hl.open_result("result.nc").table("regions")

The end of the name decides the form. Each holds every table, with the scenario, the closures, the economy's fingerprint
and the assumptions; each opens again with the same tables, bit for bit. A result appears whole or not at all: what was
there before stands until the new one is complete.

    hinterland show result.nc --table sectors
    hinterland show result.nc --figure co2_balance --about SD --lang zh --out co2.html

`show` prints what a saved result says of itself and its tables, and draws any of the [figures](figures.md) from it, the
same as from the result that was saved: as a page, SVG, PNG, Vega-Lite specification, or table.

| name ends in | form | needs |
|---|---|---|
| `.nc` | netCDF 4, the tree above | `pip install 'hinterland[netcdf]'` |
| `.parquet` | a folder of Parquet tables, with `manifest.json` that holds the hash of each | |
| `.csv` | one tidy table: a row a number, with its table, quantity and unit | |
| `.xlsx` | a workbook: *Read me*, then a sheet a table | `pip install 'hinterland[xlsx]'` |

`hinterland lock my-economy my-scenario.toml --out run.lock.json` writes what a result depends on, and the hash of the
result; `hinterland lock run.lock.json --verify` computes it anew and tells what differs. `hinterland cite my-economy`
prints how to cite the economy, its sources and hinterland.

## Units and symbols

Money is in the economy's currency, and world factor income is the numeraire: a change in money is one relative to the
world. `x_hat` is after over before, and a trailing 1 marks what is after. n imports, i exports, j is a sector and k an
input; the other symbols are those of `hinterland.economy.params`.
"""


def results_page() -> str:
    """Give `docs/results.md`."""
    return (
        "\n".join([_HEAD, *(line for name, words in tables().items() for line in _section(name, words))]).rstrip()
        + "\n"
    )


def _section(name: str, words: dict[str, Any]) -> list[str]:
    lines = [f"## `{name}`: {words['title']}", "", words["about"], "", f"Source: {words['source']}.", ""]
    lines += ["| column | what it is | unit | formula |", "|---|---|---|---|"]
    for column, row in words["columns"].items():
        unit = row.get("unit", "").replace("money", "currency")
        lines.append(f"| `{column}` | {row['name']} | {unit} | {row['formula'].replace('|', '&#124;')} |")
    return [*lines, ""]


if __name__ == "__main__":
    write_text(results_page(), Path(__file__).parents[3] / "docs" / "results.md")
