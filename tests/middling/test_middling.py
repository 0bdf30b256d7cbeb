"""Middling, solved by hand.

Three places, Aldermere, Birch and Cawdry, and two sectors: goods, which travel, and services, which do not. At rest the
places are alike. Each buys half its goods at home and a quarter from each other place; in both sectors half of cost is
labour and half is goods; half of final spending goes to each sector; the trade elasticity of goods is 1. Labour earns 1
in each place. Final spending is then 1, services 1/2, and goods X = 1/2 + X/2 + (1/2)(1/2) = 3/2.

Write g for goods and s for services, θ = 1. Everywhere and always

    c_g = c_s = (w P_g)^(1/2),   P_s = c_s,   P_g^−1 = Σ_i π_i (κ_i c_i)^−1,   π_i' = π_i P_g / (κ_i c_i).

**Cheaper roads.** Trade costs between places fall by half. All stay alike, so w = 1. Then
P_g^−1 = (1/2 + 1/2 · 2) / c_g, so P_g = (2/3) c_g = (2/3) P_g^(1/2): P_g = 4/9, c_g = P_s = 2/3. The share of one's
own goods is (1/2)(2/3) = 1/3, and of each other place's (1/4) · 2 · (2/3) = 1/3. Spending does not change.
Real income: 1 / (4/9 · 2/3)^(1/2) = (27/8)^(1/2).

**A tariff of 100 % by everyone on everyone's goods.** Alike again, w = 1. P_g^−1 = (1/2 + 1/2 · 1/2) / c_g, so
P_g = (4/3) c_g: P_g = 16/9, c_g = P_s = 4/3. Own share (1/2)(4/3) = 2/3, each other 1/6. Duty is half of what is paid
for foreign goods, a third of X_g: revenue X_g/6, and producers get Y_g = (5/6) X_g. With income I,
X_s = I/2 and X_g = I/2 + Y_g/2 + X_s/2 = (3/4) I + (5/12) X_g, so X_g = (9/7) I, and I = 1 + X_g/6 = 1 + (3/14) I:
I = 14/11, X_g = 18/11, X_s = 7/11, Y_g = 15/11. Check: labour earns (15/11 + 7/11)/2 = 1.

**An exodus.** All but an eighth of Aldermere's people vanish. Birch and Cawdry stay alike. Let a and b be 1/c_g in
Aldermere and in Birch: P_A = 2/(a + b) and P_B = 4/(a + 3b), and w = c_g² / P_g gives w_A = (a + b)/(2a²) and
w_B = (a + 3b)/(4b²). Try a = 1, b = 2, up to a scale ν of all prices: w_A = 3/2, w_B = 7/16, P_A = 2/3, P_B = 4/7.
Aldermere buys (1/2) a P_A = 1/3 at home and (1/4) b P_A = 1/3 from each of the others; Birch buys (1/4) a P_B = 1/7
from Aldermere, (1/2) b P_B = 4/7 at home and 2/7 from Cawdry. Let E be labour income. No taxes, no deficits, so in each
place X_s = E/2 and, labour earning half of all sales, Y_g = 2E − E/2 = (3/2) E; also X_g = 3/4 E + Y_g/2 = (3/2) E.
Goods sold are goods bought: E_A = E_A/3 + 2 E_B/7, so E_A = (3/7) E_B; the numeraire says E_A + 2 E_B = 3, so
E_B = 21/17 and E_A = 9/17. Birch's people are as many as before: (7/16) ν = 21/17, ν = 48/17. So w_A = 72/17, and
Aldermere has E_A / w_A = 1/8 of its people: the guess a = 1, b = 2 is the answer to this very question.
"""

from __future__ import annotations

import csv
from fractions import Fraction as F
from pathlib import Path

import numpy as np

from hinterland.calibrate import calibrate
from hinterland.economy.params import Params, Shocks, from_flows
from hinterland.economy.settings import Settings
from hinterland.economy.solve import Solution, solve
from hinterland.tables.folder import read_folder

FOLDER = Path(__file__).parent / "economy"
PLACES, SECTORS = ["ALD", "BIR", "CAW"], ["goods", "services"]
ABROAD = ~np.eye(3, dtype=bool)[:, :, None]
GOODS_ONLY = np.array([1.0, 0.0])


def middling() -> Params:
    """Build Middling from its tables."""
    trade, gamma, theta = np.zeros((3, 3, 2)), np.zeros((3, 2, 2)), np.ones(2)
    for row in _rows("trade"):
        n, i, j = PLACES.index(row["importer"]), PLACES.index(row["exporter"]), SECTORS.index(row["sector"])
        trade[n, i, j] = float(row["value"])
    for row in _rows("inputs"):
        n, k, j = PLACES.index(row["region"]), SECTORS.index(row["input"]), SECTORS.index(row["user"])
        gamma[n, k, j] = float(row["value"])
    for row in _rows("sectors"):
        theta[SECTORS.index(row["sector"])] = float(row["theta"])
    gamma /= trade.sum(axis=0)[:, None, :]
    X = trade.sum(axis=1)
    zero = np.zeros((3, 3, 2))
    return from_flows(
        X=X,
        pi=trade / X[:, None, :],
        t=zero,
        e=zero,
        o=np.zeros((3, 2)),
        gamma=gamma,
        va=1 - gamma.sum(axis=1),
        theta=theta,
    )


def _rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def solved(shock: Shocks) -> Solution:
    s = solve(middling(), shock, settings=Settings(tolerance=1e-13))
    assert s.status.ok
    return s


def is_exactly(found: np.ndarray, wanted: list) -> None:
    np.testing.assert_allclose(found, np.array(wanted, dtype=float), rtol=1e-12, atol=1e-15)


def test_at_rest_it_is_what_the_story_says() -> None:
    params = middling()
    is_exactly(params.X, [[F(3, 2), F(1, 2)]] * 3)
    is_exactly(params.wL, [[F(3, 4), F(1, 4)]] * 3)
    is_exactly(params.alpha, [[F(1, 2), F(1, 2)]] * 3)
    is_exactly(params.D, [0, 0, 0])


def test_its_folder_is_an_economy_that_needs_no_repair() -> None:
    described, raw = read_folder(FOLDER)
    baseline = calibrate(raw, described)
    assert not baseline.report.repairs
    for name, wanted in vars(middling()).items():
        np.testing.assert_allclose(getattr(baseline.params, name), wanted, rtol=1e-12, atol=1e-14, err_msg=name)


def test_cheaper_roads() -> None:
    s = solved(Shocks(d_hat=np.where(ABROAD, 1 - GOODS_ONLY / 2, 1.0)))
    is_exactly(s.w_hat, [[1]] * 3)
    is_exactly(s.P_hat, [[F(4, 9), F(2, 3)]] * 3)
    is_exactly(s.c_hat, [[F(2, 3), F(2, 3)]] * 3)
    is_exactly(s.pi1[:, :, 0], [[F(1, 3)] * 3] * 3)
    is_exactly(s.X1, [[F(3, 2), F(1, 2)]] * 3)
    is_exactly((s.I1 / np.sqrt(s.P_hat.prod(axis=1))) ** 2, [F(27, 8)] * 3)


def test_a_tariff_of_everyone_on_everyone() -> None:
    s = solved(Shocks(t=np.where(ABROAD, GOODS_ONLY, 0.0)))
    is_exactly(s.w_hat, [[1]] * 3)
    is_exactly(s.P_hat, [[F(16, 9), F(4, 3)]] * 3)
    is_exactly(s.pi1[0, :, 0], [F(2, 3), F(1, 6), F(1, 6)])
    is_exactly(s.I1, [F(14, 11)] * 3)
    is_exactly(s.X1, [[F(18, 11), F(7, 11)]] * 3)
    is_exactly(s.Y1, [[F(15, 11), F(7, 11)]] * 3)


def test_an_exodus() -> None:
    s = solved(Shocks(L_hat=np.array([1 / 8, 1.0, 1.0])))
    is_exactly(s.w_hat[:, 0], [F(72, 17), F(21, 17), F(21, 17)])
    is_exactly(s.P_hat[:, 0], [F(32, 17), F(4, 7) * F(48, 17), F(4, 7) * F(48, 17)])
    is_exactly(s.P_hat[:, 1], [F(48, 17), F(24, 17), F(24, 17)])
    is_exactly(s.c_hat[:, 0], [F(48, 17), F(24, 17), F(24, 17)])
    is_exactly(s.pi1[0, :, 0], [F(1, 3), F(1, 3), F(1, 3)])
    is_exactly(s.pi1[1, :, 0], [F(1, 7), F(4, 7), F(2, 7)])
    is_exactly(s.I1, [F(9, 17), F(21, 17), F(21, 17)])
    is_exactly(s.X1[:, 0], [F(27, 34), F(63, 34), F(63, 34)])
    is_exactly(s.Y1[:, 0], [F(27, 34), F(63, 34), F(63, 34)])
