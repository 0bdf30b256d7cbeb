"""A made-up GTAP world, written as the header arrays that GTAP publishes, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import harpy
import numpy as np


@dataclass(frozen=True)
class Gtap:
    """Hold a small GTAP world of commodities c, users, regions r: what is bought, by whom, and on the way to where."""

    commodities: tuple[str, ...]
    regions: tuple[str, ...]
    home: np.ndarray  # [c, user, r], users being the industries and private, public, investment
    abroad: np.ndarray  # [c, user, r], landed
    basic: np.ndarray  # [c, from, to]
    export_tax: np.ndarray  # [c, from, to], as a rate; likewise
    freight: np.ndarray  # [m, c, from, to]
    tariff: np.ndarray
    supply: np.ndarray  # [m, r]
    factors: np.ndarray  # [f, a, r]

    @property
    def fob(self) -> np.ndarray:
        return self.basic * (1 + self.export_tax)

    @property
    def cif(self) -> np.ndarray:
        return self.fob + self.freight.sum(axis=0)

    @property
    def landed(self) -> np.ndarray:
        return self.cif * (1 + self.tariff)


def make_gtap() -> Gtap:
    """Draw a GTAP world in which landed imports are used up and freight is supplied by the service sector."""
    commodities, regions = ("pdr", "mvh", "otp"), ("usa", "chn", "xtw")
    draw = np.random.default_rng(11)
    j, n = 3, 3
    abroad_only = 1 - np.eye(n)
    basic = draw.uniform(20, 60, (j, n, n)) * abroad_only
    freight = np.zeros((1, j, n, n))
    freight[0, :2] = draw.uniform(1, 3, (2, n, n)) * abroad_only
    tariff = draw.uniform(0, 0.2, (j, n, n)) * abroad_only
    tariff[2] = 0.0
    export_tax = draw.uniform(-0.05, 0.1, (j, n, n)) * abroad_only
    export_tax[2] = 0.0
    landed = (basic * (1 + export_tax) + freight.sum(axis=0)) * (1 + tariff)
    users = draw.dirichlet(np.ones(j + 3), (j, n)).transpose(0, 2, 1)
    home = draw.uniform(50, 90, (j, j + 3, n))
    supply = freight.sum() * draw.dirichlet(np.ones(n))[None]
    factors = draw.uniform(40, 90, (2, j, n))
    abroad = users * landed.sum(axis=1)[:, None]
    return Gtap(commodities, regions, home, abroad, basic, export_tax, freight, tariff, supply, factors)


def gtap(world: Gtap, path: Path, version: str = "7", leave_out: tuple[str, ...] = ()) -> Path:
    """Write `basedata.har` with harpy: real arrays in single precision, with the names of their sets.

    The users of 6.2 include CGDS, which buys investment; in 7 investment has headers of its own.
    """
    c, r, j = list(world.commodities), list(world.regions), len(world.commodities)
    new = version == "7"
    users = c if new else [*c, "CGDS"]
    sets = {"COMM": c, "ACTS": users, "REG": r, "MARG": c[-1:], "ENDW": ["labour", "capital"]}
    factors = world.factors if new else np.concatenate([world.factors, np.zeros((2, 1, len(r)))], axis=1)
    investment = [j + 2] if not new else []
    firms = [*range(j), *investment]
    names = (
        "VDFB VMFB VDPB VMPB VDGB VMGB VXSB VFOB VCIF VMSB EVFB"
        if new
        else ("VDFM VIFM VDPM VIPM VDGM VIGM VXMD VXWD VIWS VIMS VFM")
    )
    region = ("COMM", "REG")
    arrays = [
        (world.home[:, firms], ("COMM", "ACTS", "REG")),
        (world.abroad[:, firms], ("COMM", "ACTS", "REG")),
        (world.home[:, j], region),
        (world.abroad[:, j], region),
        (world.home[:, j + 1], region),
        (world.abroad[:, j + 1], region),
        *((flow, ("COMM", "REG", "REG")) for flow in (world.basic, world.fob, world.cif, world.landed)),
        (factors, ("ENDW", "ACTS", "REG")),
    ]
    named = dict(zip(names.split(), arrays, strict=True))
    named |= {"VTWR": (world.freight, ("MARG", "COMM", "REG", "REG")), "VST": (world.supply, ("MARG", "REG"))}
    if new:
        named |= {"VDIB": (world.home[:, j + 2], region), "VMIB": (world.abroad[:, j + 2], region)}
    content = harpy.HarFileObj()
    for name, (array, axes) in ((name, item) for name, item in named.items() if name not in leave_out):
        dims = [{"name": axis, "status": "k", "dim_type": "Set", "dim_desc": sets[axis]} for axis in axes]
        item = harpy.HeaderArrayObj.HeaderArrayFromData(name, array.astype(np.float32), sets=dims)
        content.addHeaderArrayObj(item)
    content.writeToDisk(str(path))
    return path
