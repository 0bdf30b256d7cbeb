"""Tables beside the accounts: elasticities, emissions, employment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from hinterland.tables.accounts import Accounts
from tools.build_economy.choices import SERVICES, places, regions, sector_codes
from tools.build_economy.sources import cube, emissions_of_countries, emissions_of_provinces, employment, rows, toml

Array = np.ndarray


def elasticities(folder: Path) -> pd.DataFrame:
    """List every set of trade elasticities by sector, the default first."""
    chosen = toml("build.toml")
    data = cube(folder, chosen["year"])
    column = [data.sectors.index(code if code in data.sectors else SERVICES) for code in sector_codes()]
    names = {row["key"]: row["set"] for row in rows("elasticities.csv")}
    ordered = sorted(names, key=lambda key: names[key] != chosen["default_elasticities"])
    return pd.concat(
        pd.DataFrame(
            {
                "set": names[key],
                "sector": sector_codes(),
                "theta": data.elasticities[key][column],
            }
        )
        for key in ordered
    )


def emissions(folder: Path, accounts: Accounts) -> pd.DataFrame:
    """Give CO2 by region and sector, kt, households left out."""
    years, province = toml("build.toml")["emissions"], toml("build.toml")["province"]
    found = np.zeros((len(accounts.regions), len(accounts.sectors)))
    home = emissions_of_provinces(folder, years["provinces_year"])
    rest = toml("build.toml")["rest"]["code"]
    for code, held in ((province["code"], home.province == province["co2"]), (rest, home.province != province["co2"])):
        n = accounts.position(code)
        found[n] = _spread("ceads_co2.csv", "ceads", home[held].groupby("sector").co2_kt.sum(), accounts.output[n])
    abroad = emissions_of_countries(folder, years["countries_year"])
    without = [region.code for region in regions() if not region.emissions]
    for region in regions():
        if region.code in accounts.regions and region.emissions:
            n = accounts.position(region.code)
            own = abroad[abroad.country.isin(region.emissions)].groupby("sector").co2_kt.sum()
            found[n] = _spread("jrc_co2.csv", "jrc", own, accounts.output[n])
    placed = {code for region in regions() for code in region.emissions}
    left = abroad[~abroad.country.isin(placed | {"CHN"})].groupby("sector").co2_kt.sum()
    output = accounts.output[[accounts.position(code) for code in without]]
    total = _spread("jrc_co2.csv", "jrc", left, output.sum(axis=0))
    share = np.divide(output, output.sum(axis=0), out=np.zeros_like(output), where=output.sum(axis=0) > 0)
    found[[accounts.position(code) for code in without]] = share * total
    return _frame(accounts, found, "co2_kt")


def workers(folder: Path, accounts: Accounts) -> pd.DataFrame:
    """Give persons employed by sector in the two parts of the country, shared out by value added."""
    persons = pd.Series(employment(folder, toml("build.toml")["employment"]["year"]))
    parts = [accounts.position(toml("build.toml")[part]["code"]) for part in ("province", "rest")]
    added = accounts.value_added[parts]
    national = _spread("employment.csv", "code", persons, added.sum(axis=0))
    found = np.full(accounts.value_added.shape, np.nan)
    found[parts] = national * added / added.sum(axis=0)
    return _frame(accounts, found, "persons").dropna()


def _spread(concordance: str, key: str, values: pd.Series, size: Array) -> Array:
    """Put published sectors into the model's; one that feeds several is shared out by `size`."""
    found = np.zeros(len(sector_codes()))
    for row in rows(concordance):
        into = places(row["sectors"])
        found[into] += values.get(row[key], 0.0) * size[into] / size[into].sum()
    return found


def _frame(accounts: Accounts, values: Array, name: str) -> pd.DataFrame:
    n, j = (axis.ravel() for axis in np.indices(values.shape))
    region, sector = np.array(accounts.regions), np.array(accounts.sectors)
    return pd.DataFrame({"region": region[n], "sector": sector[j], name: values[n, j]})
