"""A scenario as plain data, to be kept with its result, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import lazy_loader

from hinterland.scenario.levers import LEVERS
from hinterland.scenario.read import parse_scenario
from hinterland.scenario.schema import Scenario
from hinterland.scenario.shocks import ByLabel
from hinterland.scenario.write import to_toml

if TYPE_CHECKING:
    import xarray as xr
else:
    xr = lazy_loader.load("xarray")


def to_plain(scenario: ByLabel | Scenario) -> dict[str, Any]:
    """Give what JSON can hold: the text of the file, or the shocks by label."""
    if isinstance(scenario, Scenario):
        return {"title": scenario.title.en, "toml": to_toml(scenario)}
    return {"title": "Shocks by label", "shocks": {lever: _rules(places) for lever, places in scenario.items()}}


def from_plain(words: Mapping[str, Any], labels: Mapping[str, tuple[str, ...]]) -> ByLabel | Scenario:
    """Give the scenario back; `labels` are the economy's codes by axis, for whole arrays."""
    if "toml" in words:
        return parse_scenario(words["toml"])
    return {lever: _places(lever, rules, labels) for lever, rules in words["shocks"].items()}


def _rules(places: Any) -> Any:
    if isinstance(places, Mapping):
        return [[list(where) if isinstance(where, tuple) else [where], _size(size)] for where, size in places.items()]
    return {"array": places.to_numpy().tolist()}


def _size(size: Any) -> Any:
    return size if isinstance(size, str) else float(size)


def _places(lever: str, rules: Any, labels: Mapping[str, tuple[str, ...]]) -> Any:
    if isinstance(rules, Mapping):
        axes = LEVERS[lever].axes
        coords = {axis: list(labels["sector" if axis == "sector" else "region"]) for axis in axes}
        return xr.DataArray(rules["array"], coords=coords, dims=axes)
    return {tuple(where): size for where, size in rules}
