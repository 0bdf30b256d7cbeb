"""Amounts that tell how large each of what is counted is, or that say the amount before them in another unit."""

from __future__ import annotations

from itertools import pairwise

from hinterland.ledger.lexing.quantities import Quantity
from hinterland.ledger.statistics.figures import LAND
from hinterland.ledger.statistics.percentages import Percentages

_FIRMS = frozenset(("enterprises", "companies", "firms", "businesses", "factories", "those", "each", "projects"))
_BUILDS = frozenset(("projects", "deals", "contracts"))
_PLACES = frozenset(("cities", "counties", "districts", "towns", "provinces", "parks"))
_AREA_WORDS = frozenset(("mu", "hectares", "acres", "hectare", "acre"))
_SINGLE = frozenset(("those", "each"))
_OR_MORE = frozenset((("or", "more"), ("or", "above"), ("and", "above"), ("or", "over")))
_RECEIPTS = frozenset(("sales", "revenue", "revenues", "income", "turnover", "output", "investment", "capital"))
_SUMMED = frozenset(("total", "combined"))
_LIMITS = frozenset(("above", "over", "exceeding", "below", "than", "least"))


class Limits(Percentages):
    """Find the amounts that state nothing of their own."""

    def _is_scale(self, k: int) -> bool:
        """Tell whose figures are counted: "enterprises with annual sales above 20 million yuan", "each with …"."""
        if _RECEIPTS.isdisjoint(self.said):
            return False
        before = self.w[max(0, self.t[k].i - 10) : self.t[k].i]
        at = max((i for i, word in enumerate(before) if word in _FIRMS), default=-1)
        if at < 0 or before[at + 1 : at + 2] not in (["with"], ["whose"]) or _RECEIPTS.isdisjoint(before[at:]):
            return False
        first = max(0, self.t[k].i - 10) + at
        if any(token.quantity for token in self.t[:k] if token.i > first):
            return False
        after = self.w[self.t[k].j : self.t[k].j + 12]
        bounded = not _LIMITS.isdisjoint(before[at:]) or any(row in _OR_MORE for row in pairwise(after))
        own = before[at + 2 : at + 3] in (["a"], ["an"]) and before[at] not in _BUILDS  # a sum of all projects
        single = before[at] in _SINGLE or own
        if not bounded or not _SUMMED.isdisjoint(before[at:]) or not (single or "annual" in before[at:]):
            return False
        self.asides.append((first, self.t[k].i))
        return True

    def _is_limit(self, k: int, quantity: Quantity) -> bool:
        """Tell how large each of what is counted is: "65 projects over $10 million", "12 firms each sold over …"."""
        i, j = self.t[k].i, self.t[k].j
        if self.w[j : j + 1] == ["level"] and self.s.text[self.t[k].end] == "-":
            return True  # "a 10-GW-level base"
        told = [word for word in self.w[max(0, i - 9) : i] if word not in ("$", "rmb", "us")]
        over = next((n for n in range(len(told) - 1, -1, -1) if told[n] in _LIMITS), -1)
        if not (quantity.money or quantity.scaled) or over < len(told) - 2 or over < 1 or told[-1] == "least":
            return False
        head = told[: over - (told[over - 1] == "more")]
        head = head[:-1] if head[-1:] == ["worth"] and self._too_many(quantity) else head
        if head[-1:] != [] and head[-1] in _BUILDS:
            return True
        if "each" in head and head[head.index("each") - 1 :][:1] != [] and head[head.index("each") - 1] in _FIRMS:
            return True
        at = max((n for n, word in enumerate(head) if word == "with"), default=-1)
        whose = head[at - 1 : at] if at > 0 else []
        single = bool(whose) and (whose[0] in _BUILDS or whose[0] in _PLACES or whose[0][0].isdigit())
        whole = not _SUMMED.isdisjoint(head[at:]) or head[at + 1 : at + 2] in (["a"], ["an"])
        return single and len(head) - at < 5 and not whole

    def _too_many(self, amount: Quantity) -> bool:
        """Tell "10,000 projects worth over 5 million yuan", which cannot come to that together, from "12 contracts"."""
        counted = self.figures[-1].quantity.value if self.figures and self.figures[-1].kind == "count" else 0
        return amount.value < counted * 1e5

    def _is_same_area(self, k: int, quantity: Quantity) -> bool:
        """Tell the conversion of "1.1 million mu (73,000 hectares)", "per mu (0.07 hectares)"."""
        i = self.t[k].i
        return quantity.unit in LAND and i > 1 and self.w[i - 1] == "(" and self.w[i - 2] in _AREA_WORDS

    def _converts_scale(self, k: int) -> bool:
        """Tell the bracket after such a threshold: "revenue of 20 million yuan ($2.81 million) or more"."""
        m = k - 1 - (k > 0 and "doubt" in self.t[k - 1].tags)
        before = self.t[m].quantity if m >= 0 else None
        return before is not None and before.money and self.gap(m, k)[:1] == ["("] and self._is_scale(m)
