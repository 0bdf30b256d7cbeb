"""A made-up economy small enough to check by hand: north, south and abroad; food, cloth and power."""

import numpy as np

from hinterland.baseline import Baseline, Description
from hinterland.economy.params import from_flows
from hinterland.labels import Axis, Label

REGIONS = ("N", "S", "A")
SECTORS = ("food", "cloth", "power")


def little(currency: str = "million USD") -> Baseline:
    """Give the economy: N and S are one country (group HOME), A is abroad and levies 10 % on cloth."""
    home = np.eye(3, dtype=bool)
    pi = np.where(home[:, :, None], np.array([0.8, 0.6, 1.0]), np.array([0.1, 0.2, 0.0]))
    t = np.zeros((3, 3, 3))
    t[2, :2, 1] = 0.10
    t[:2, 2, :2] = 0.05
    gamma = np.zeros((3, 3, 3))
    gamma[:, 2, 0], gamma[:, 2, 1], gamma[:, 0, 1] = 0.1, 0.2, 0.3
    params = from_flows(
        X=np.array([[60.0, 80.0, 40.0], [70.0, 60.0, 40.0], [200.0, 300.0, 120.0]]),
        pi=pi,
        t=t,
        e=np.zeros((3, 3, 3)),
        o=np.zeros((3, 3)),
        gamma=gamma,
        va=1 - gamma.sum(axis=1),
        theta=np.array([4.0, 5.0, 6.0]),
    )
    return Baseline(
        regions=Axis("region", (Label("N", "North", "北"), Label("S", "South", "南"), Label("A", "Abroad", "外"))),
        sectors=Axis("sector", tuple(Label(code, code.title()) for code in SECTORS)),
        params=params,
        description=Description("Little", 2022, currency, "made up", "CC0"),
        groups={"HOME": ("N", "S")},
        extras={"co2_kt": np.array([[1.0, 2.0, 30.0], [1.0, 2.0, 20.0], [4.0, 9.0, 90.0]])},
        thetas={"low": np.array([2.0, 3.0, 4.0]), "high": np.array([6.0, 8.0, 9.0])},
    )
