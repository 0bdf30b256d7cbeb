"""Split a province out of an economy folder, and write the economy that has both parts as a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import lazy_loader
import numpy as np

from hinterland.tables.accounts import Accounts, from_raw, merge, to_frames
from hinterland.tables.folder import read_folder
from hinterland.tables.margins import Place, Settings, read_margins, read_settings
from hinterland.tables.raw import RawTables
from hinterland.tables.save import save
from hinterland.tables.schema import EconomyFile, LabelRow
from hinterland.tables.split import Split, split

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = lazy_loader.load("pandas")


def split_folder(
    economy: Path,
    margins: Path,
    target: Path,
    changes: Mapping[str, Any] | None = None,
    *,
    title: str = "",
    form: Literal["parquet", "csv"] = "parquet",
    overwrite: bool = False,
) -> Split:
    """Read an economy and a province's margins, split, and write the new economy to `target`.

    The country that the margins name may be a group of the economy: its members are merged first, so that another
    province can be split out of an economy that holds one already. `changes` replaces settings of `margins.toml`.
    Emissions follow output and employment follows value added. Raises `InputError` with every fault of either folder.
    """
    described, raw = read_folder(economy)
    accounts = from_raw(raw)
    settings = read_settings(margins)
    members = described.groups.get(settings.country, [settings.country])
    whole = merge(accounts, _groups_of(accounts, settings.country, members)) if len(members) > 1 else accounts
    known = read_margins(margins, whole.regions, whole.sectors, dict(described.groups))
    known = replace(known, settings=known.settings.model_copy(update=dict(changes or {})))
    done = split(whole, known)
    frames = to_frames(done.accounts) | _beside(raw, accounts, done.accounts)
    save(target, _described(described, known.settings, members, done.accounts, title), frames, form, overwrite)
    return done


def _groups_of(accounts: Accounts, country: str, members: list[str]) -> dict[str, list[str]]:
    """Map the regions after merging to those before; the country takes the place of its first member."""
    groups: dict[str, list[str]] = {}
    for code in accounts.regions:
        groups.setdefault(country if code in members else code, []).append(code)
    return groups


def _beside(raw: RawTables, before: Accounts, after: Accounts) -> dict[str, pd.DataFrame]:
    """Carry the tables that are not accounts: elasticities as they are, emissions and employment in proportion."""
    codes = np.array(raw.sectors.codes)
    frames = {"sectors": pd.DataFrame({"sector": codes, "theta": raw.theta, "traded": raw.traded})}
    if raw.thetas:
        sets = [pd.DataFrame({"set": name, "sector": codes, "theta": theta}) for name, theta in raw.thetas.items()]
        frames["elasticities"] = pd.concat(sets)
    sizes = {"co2_kt": ("emissions", "output"), "persons": ("employment", "value_added")}
    for name, values in raw.extras.items():
        table, size = sizes[name]
        found = _in_proportion(values, before, after, size)
        n, j = np.nonzero(found)
        regions = np.array(after.regions)
        frames[table] = pd.DataFrame({"region": regions[n], "sector": codes[j], name: found[n, j]})
    return frames


def _in_proportion(values: np.ndarray, before: Accounts, after: Accounts, size: str) -> np.ndarray:
    """Keep regions that stay; share what the others had over the new ones by their size in each sector."""
    stays = [code for code in after.regions if code in before.regions and code in _unchanged(before, after)]
    made = getattr(after, size)
    found = np.zeros_like(made)
    for code in stays:
        found[after.position(code)] = values[before.position(code)]
    new = [n for n, code in enumerate(after.regions) if code not in stays]
    old = [n for n, code in enumerate(before.regions) if code not in stays]
    total = made[new].sum(axis=0)
    found[new] = values[old].sum(axis=0) * np.divide(made[new], total, out=np.zeros_like(made[new]), where=total > 0)
    return found


def _unchanged(before: Accounts, after: Accounts) -> set[str]:
    """Name the regions whose output is the same in both: a code may stand for something else afterwards."""
    both = set(before.regions) & set(after.regions)
    return {
        code for code in both if np.allclose(before.output[before.position(code)], after.output[after.position(code)])
    }


def _described(
    described: EconomyFile, settings: Settings, members: list[str], accounts: Accounts, title: str
) -> EconomyFile:
    """Describe the new economy: labels of the parts, and groups in which they stand for the country."""
    parts = [settings.province, settings.rest]
    label = {row.code: row for row in described.region} | {part.code: _label(part) for part in parts}
    codes = [part.code for part in parts]
    groups = {
        name: _with_parts(held, members, codes) for name, held in described.groups.items() if name != settings.country
    }
    return described.model_copy(
        update={
            "title": title or f"{described.title}; {settings.province.en or settings.province.code} apart",
            "title_zh": "",
            "region": [label[code] for code in accounts.regions],
            "groups": groups | {settings.country: codes},
        }
    )


def _with_parts(held: list[str], members: list[str], codes: list[str]) -> list[str]:
    """Put the parts in the place of the country."""
    if not set(held) & set(members):
        return held
    return [*codes, *(code for code in held if code not in members)]


def _label(part: Place) -> LabelRow:
    return LabelRow(code=part.code, en=part.en, zh=part.zh)
