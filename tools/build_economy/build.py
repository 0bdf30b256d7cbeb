"""Build the economy: world, technology, province, and the folder that is shipped."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from hinterland.project import compile_folder
from hinterland.tables.accounts import Accounts, imbalance, to_frames
from hinterland.tables.concordance import CONCORDANCE
from hinterland.tables.margins import Margins, read_margins
from hinterland.tables.save import save
from hinterland.tables.schema import EconomyFile
from hinterland.tables.split import Split, split
from tools.build_economy.choices import regions, sector_codes, sectors
from tools.build_economy.extras import elasticities, emissions, workers
from tools.build_economy.province import write_margins
from tools.build_economy.sources import CHOICES, rows, toml, yuan_per_dollar
from tools.build_economy.tariffs import Outlier
from tools.build_economy.technology import Tables, tables
from tools.build_economy.world import World, world

ECONOMIES = Path(__file__).parents[2] / "src" / "hinterland" / "economies"


@dataclass(frozen=True)
class Country:
    """Hold the economy before the split, and what the margins of a province are made from."""

    world: World
    tables: Tables
    accounts: Accounts


def country(folder: Path) -> Country:
    """Build the economy in which the country is still whole."""
    flows = world(folder, toml("build.toml")["year"])
    balanced = tables(folder, flows)
    accounts = Accounts(
        tuple(region.code for region in regions()),
        sector_codes(),
        flows.trade,
        flows.tariff,
        np.zeros_like(flows.trade),
        balanced.inputs,
        balanced.final,
        balanced.value_added,
    )
    return Country(flows, balanced, accounts)


def province(folder: Path, whole: Country, place: dict[str, str], *, official: bool = True) -> tuple[Split, Margins]:
    """Split a province out: write its margins to a temporary folder and split as `hinterland split` does."""
    with tempfile.TemporaryDirectory() as margins:
        write_margins(folder, whole.world, whole.tables, Path(margins), province=place, official=official)
        read = read_margins(Path(margins), whole.accounts.regions, whole.accounts.sectors)
    return split(whole.accounts, read), read


def build(folder: Path, target: Path | None = None) -> tuple[Country, Split]:
    """Build everything and write the economy folder; it replaces the old one only when it is complete."""
    chosen = toml("build.toml")
    target = target or ECONOMIES / chosen["folder"]
    whole = country(folder)
    done, _ = province(folder, whole, chosen["province"])
    accounts = done.accounts
    if imbalance(accounts) > 1e-9:
        raise ArithmeticError(f"the accounts are off by {imbalance(accounts):.1e} of output; expected 1e-9")
    theta = elasticities(folder)
    frames = to_frames(accounts) | {
        "sectors": _sectors(theta),
        "elasticities": theta,
        "emissions": emissions(folder, accounts),
        "employment": workers(folder, accounts),
        "provenance": pd.DataFrame(rows("provenance.csv")),
        "official": _official(),
        "tariff_repairs": _repairs(whole.world.outliers),
    }
    texts = {name: (CHOICES / name).read_text(encoding="utf-8") for name in ("tiles.csv", CONCORDANCE)}
    save(target, _described(accounts), frames, overwrite=True, texts=texts)
    compile_folder(target)
    return whole, done


def _sectors(theta: pd.DataFrame) -> pd.DataFrame:
    default = theta[theta.set == toml("build.toml")["default_elasticities"]]
    return pd.DataFrame({"sector": sector_codes(), "theta": default.theta.to_numpy(), "traded": True})


def _official() -> pd.DataFrame:
    """List the official figures that the tables hit, with the rate that turns them into the currency unit."""
    frame = pd.DataFrame(rows("official.csv"))
    frame["value"] = frame.value.astype(float)
    frame["currency_per_unit"] = 100 / yuan_per_dollar(toml("build.toml")["year"])
    return frame


def _repairs(outliers: list[Outlier]) -> pd.DataFrame:
    return pd.DataFrame([vars(outlier) for outlier in outliers])


def _described(accounts: Accounts) -> EconomyFile:
    """Describe the economy: labels in both languages, groupings in which both parts stand for the country, closures."""
    chosen = toml("build.toml")
    names = {region.code: {"code": region.code, "en": region.en, "zh": region.zh} for region in regions()}
    parts = [{key: chosen[part][key] for key in ("code", "en", "zh")} for part in ("province", "rest")]
    names |= {part["code"]: part for part in parts}
    both = [part["code"] for part in parts]
    groups = {
        group: [part for code in codes for part in (both if code == chosen["country"]["code"] else [code])]
        for group, codes in toml("groups.toml")["groups"].items()
    }
    words = ("title", "title_zh", "year", "currency", "source", "licence", "most_repair", "closures")
    return EconomyFile.model_validate(
        {key: chosen[key] for key in words}
        | {"groups": groups | {chosen["country"]["code"]: both}}
        | {"region": [names[code] for code in accounts.regions]}
        | {"sector": [{"code": sector.code, "en": sector.en, "zh": sector.zh} for sector in sectors()]}
    )
