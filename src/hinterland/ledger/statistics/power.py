"""Figures of power: capacity by its source, what was added to it, generation, utilisation."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.setting import Subject
from hinterland.ledger.statistics.unlisted import Unlisted

_POWER = ("capacity_", "generation", "electricity_")
_ADDED = frozenset(("new", "newly", "added", "adding", "adds", "additional"))
_DUE = (["are", "due"], ["is", "due"], ["will", "be", "added"], ["were", "added"], ["was", "added"])
_SIDES = frozenset((",", ";", "and", "(", "while"))


class Power(Unlisted):
    """Let the unit and the words beside a figure say what of power it measures."""

    def _fitting(self, figure: Figure, named: list[str]) -> list[str]:
        """List what can have the unit of a figure: no money is a capacity, no kilowatt an investment."""
        unit, money = figure.quantity.unit, figure.quantity.money
        if money and figure.kind in ("level", "change") and named and named[-1].startswith(_POWER):
            return [name for name in named if not name.startswith(_POWER)]  # "power generation drew $5 billion"
        if figure.kind not in ("level", "change") or len(named) < 2:
            return named
        if unit in ("kW", "kWh"):
            fit = [name for name in named if name.startswith(_POWER)]
        elif money:
            fit = [name for name in named if not name.startswith((*_POWER, "cargo_throughput", "container_"))]
        else:
            fit = named
        return fit or named

    def _of_power(self, figure: Figure) -> Subject:
        """Turn what is named into what the unit measures: kW are a capacity, kWh a generation."""
        subject, unit = figure.subject, figure.quantity.unit
        base = subject.base or ""
        if unit == "kW":
            return replace(subject, base=self._capacity(figure, base))
        if unit == "kWh" and base.startswith("capacity_"):
            source = base.removeprefix("capacity_").removeprefix("added_")
            return replace(subject, base="generation" if source == "installed" else f"generation_{source}")
        if unit == "kWh" and base == "generation" and (made_from := self._generated_from(figure)):
            return replace(subject, base=f"generation_{made_from}")
        if base == "utilization_rate" and figure.kind in ("rate", "share"):
            return replace(subject, base=self._utilised(figure))
        return subject

    def _capacity(self, figure: Figure, base: str) -> str | None:
        """Name the capacity of "360,000 kW offshore", "a 10 GW offshore wind base", "newly installed wind capacity"."""
        j = self.t[figure.at].j
        beside = next((token for token in self.t[figure.at + 1 : figure.at + 2] if token.i == j), None)
        named = str(beside.tags.get("indicators", "")) if beside else ""
        if named.startswith("capacity_") and (named != "capacity_installed" or not base.startswith("capacity_")):
            base = named
        elif base == "capacity_installed" and (source := self._counted_before(figure)):
            base = source
        elif base == "generation":
            base = "capacity_installed"
        elif base.startswith("generation_"):
            base = base.replace("generation_", "capacity_")
        elif self.w[j : j + 1] == ["offshore"] and base in ("capacity_wind", "capacity_added_wind"):
            base = base.replace("wind", "offshore_wind")
        elif self.w[j : j + 1] == ["onshore"] and base == "capacity_offshore_wind":
            base = "capacity_wind"
        if not base.startswith("capacity_") or base.startswith("capacity_added_"):
            return base or None
        return base.replace("capacity_", "capacity_added_") if self._is_added(figure) else base

    def _generated_from(self, figure: Figure) -> str | None:
        """Find the source of "104 billion kWh of electricity from wind power"."""
        j = self.t[figure.at].j
        for token in self.t[figure.at + 1 : figure.at + 4]:
            named = str(token.tags.get("indicators", ""))
            if named.startswith("capacity_") and token.i <= j + 6 and self.w[token.i - 1] in ("from", "by", "using"):
                return named.removeprefix("capacity_")
        return None

    def _counted_before(self, figure: Figure) -> str | None:
        """Find the source in what was counted: "31 wind farms with a total installed capacity of"."""
        at = self.figures.index(figure)
        before = self.figures[at - 1] if at else None
        if before is None or before.kind != "count":
            return None
        noun = [token for token in self.t[before.at + 1 :] if token.j <= self.t[before.at].j + len(before.noun)]
        named = [str(token.tags.get("indicators", "")) for token in noun]
        return next((name for name in named if name.startswith("capacity_")), None)

    def _is_added(self, figure: Figure) -> bool:
        """Tell what comes on top ("newly installed", "added 3 GW", "2 GW are due") from what there is."""
        start = self.t[figure.at].i
        clause = start
        while clause and self.w[clause - 1] not in _SIDES:
            clause -= 1
        after = self.w[self.t[figure.at].j : self.t[figure.at].j + 16]
        if clause > 1 and self.w[clause : clause + 1] == ["including"] and self.figures[0] is not figure:
            before = self.figures[self.figures.index(figure) - 1].subject.base or ""
            return before.startswith("capacity_added_")
        end = next((k for k, word in enumerate(after) if word in (",", ";", ".", "(")), len(after))
        due = any(after[k : k + len(words)] == words for words in _DUE for k in range(end))
        return due or after[:2] == ["of", "new"] or not _ADDED.isdisjoint(self._alone(clause, start))

    def _alone(self, first: int, end: int) -> list[str]:
        """List words without the "new" of "new energy"."""
        return [
            word
            for k, word in enumerate(self.w[first:end], first)
            if word != "new" or self.w[k + 1 : k + 2] not in (["energy"], ["type"], ["and"], ["york"])
        ]

    def _utilised(self, figure: Figure) -> str:
        """Name the source of "96.4% for wind", or of "the utilisation rate of wind power was 96.4%"."""
        after = self.t[figure.at + 1 : figure.at + 2]
        j = self.t[figure.at].j
        if after and self.w[j : j + 1] in (["for"], ["of"], ["in"]) and after[0].i <= j + 2:
            named = str(after[0].tags.get("indicators", ""))
            if named.startswith(("capacity_", "generation_")):
                return f"utilization_rate_{named.split('_', 1)[1]}"
        for token in reversed(self.t[: figure.at]):
            if token.quantity:
                break
            named = str(token.tags.get("indicators", ""))
            if named.startswith(("capacity_", "generation_")) and named != "capacity_installed":
                return f"utilization_rate_{named.split('_', 1)[1]}"
        return "utilization_rate"
