"""Read the figures behind Caliendo & Parro (2015): 31 regions, 40 sectors of which 20 trade, the year 1993."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

# fmt: off
CODES = [
    "ARG", "AUS", "AUT", "BRA", "CAN", "CHL", "CHN", "DNK", "FIN", "FRA", "DEU", "GRC", "HUN", "IND", "IDN", "IRL",
    "ITA", "JPN", "KOR", "MEX", "NLD", "NZL", "NOR", "PRT", "ZAF", "ESP", "SWE", "TUR", "GBR", "USA", "ROW",
]
# fmt: on
MEMBERS = [CODES.index(code) for code in ("MEX", "CAN", "USA")]
_TRADED = 20
_THETA_OF_SERVICES = 8.22  # not traded, so no answer depends on it; the authors' routines use this


@dataclass(frozen=True)
class Nafta:
    """Hold the raw tables. Money is thousands of US dollars; trade arrays are [importer, exporter, sector]."""

    codes: list[str]
    trade: np.ndarray  # [N, N, J] value at the border, before duty; domestic sales on the diagonal
    tariff_1993: np.ndarray  # [N, N, J] fractions
    tariff_2005: np.ndarray
    gamma: np.ndarray  # [N, J, J] share of input k in the cost of sector j
    va: np.ndarray  # [N, J]
    output: np.ndarray  # [N, J] gross output, raised to exports where the table falls short
    theta: np.ndarray  # [J]


def read(folder: Path) -> Nafta:
    """Read `shared/data/cp2015`; nothing is repaired but output that is smaller than exports."""
    bilateral = _stack(folder / "xbilat1993.txt") * 1000
    N, J = bilateral.shape[0], len(_table(folder / "B.txt"))
    trade = np.zeros((N, N, J))
    trade[:, :, :_TRADED] = bilateral
    exports = trade.sum(axis=0)
    output = np.maximum(_table(folder / "GO.txt").T, exports)
    trade[np.arange(N), np.arange(N)] = output - exports
    uses = _table(folder / "IO.txt").reshape(N, J, J)
    va = _table(folder / "B.txt").T.copy()
    total = uses.sum(axis=1)
    shares = uses / np.where(total == 0, 1, total)[:, None, :]
    theta = np.concatenate((_table(folder / "T.txt").ravel(), np.full(J - _TRADED, _THETA_OF_SERVICES)))
    gamma = shares * (1 - va)[:, None, :]
    return Nafta(
        codes=CODES,
        trade=trade,
        tariff_1993=_tariffs(folder / "tariffs1993.txt", J),
        tariff_2005=_tariffs(folder / "tariffs2005.txt", J),
        gamma=gamma,
        va=1 - gamma.sum(axis=1),
        output=output,
        theta=theta,
    )


def among_members(nafta: Nafta) -> np.ndarray:
    """Give the tariffs of 1993 with those that the members charge each other as they were in 2005."""
    t = nafta.tariff_1993.copy()
    for n in MEMBERS:
        for i in MEMBERS:
            if n != i:
                t[n, i] = nafta.tariff_2005[n, i]
    return t


def _table(path: Path) -> np.ndarray:
    return np.loadtxt(path, ndmin=2)


def _stack(path: Path) -> np.ndarray:
    """Read sectors stacked above each other, [J·N, N], as [N, N, J]."""
    table = _table(path)
    return table.reshape(-1, table.shape[1], table.shape[1]).transpose(1, 2, 0)


def _tariffs(path: Path, J: int) -> np.ndarray:
    traded = _stack(path) / 100
    N = traded.shape[0]
    t = np.zeros((N, N, J))
    t[:, :, :_TRADED] = traded
    t[np.arange(N), np.arange(N)] = 0
    return t
