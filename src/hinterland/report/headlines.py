"""The headlines that stand in the table of a study and of a report, and how their numbers are written."""

from __future__ import annotations

from dataclasses import dataclass

from hinterland.panel import Panel

SHOWN = ("real_income_pct", "real_wage_pct", "exports_pct", "imports_pct", "revenue")


@dataclass(frozen=True)
class Ranged:
    """Hold a number with its range; both ends are the number itself where no range was computed."""

    value: float
    low: float
    high: float
    known: bool = True  # whether a range was computed

    def write(self, number: float) -> str:
        """Write one of the numbers with as many digits as the larger end deserves: two, and at most four decimals."""
        largest = max(abs(self.low), abs(self.high))
        decimals = next((count for count in range(5) if largest * 10**count >= 30), 4)
        return f"{round(number, decimals) + 0.0:+,.{decimals}f}"

    @property
    def span(self) -> str:
        """Write the range, or nothing where there is none."""
        return f"{self.write(self.low)} … {self.write(self.high)}" if self.known else ""

    @property
    def certain(self) -> bool:
        """Tell whether the whole range lies on one side of zero."""
        return self.low > 0 or self.high < 0


def ranged(panel: Panel, region: str, headline: str) -> Ranged:
    """Take one headline of a region from the table `ranges` or `regions`."""
    row = panel.axes["region"].index(region)
    if "headline" not in panel.axes:
        value = float(panel.values[headline][row])
        return Ranged(value, value, value, known=False)
    at = row, panel.axes["headline"].index(headline)
    value, low, high = (float(panel.values[column][at]) for column in ("value", "low", "high"))
    return Ranged(value, low, high)
