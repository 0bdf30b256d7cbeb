"""A figure as the record that is kept: its printed interval, growth and basis, rank and period."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hinterland.ledger.lexicon import table
from hinterland.ledger.lexing.periods import Interval
from hinterland.ledger.lexing.quantities import Quantity
from hinterland.ledger.lexing.tokens import Sentence
from hinterland.ledger.lineage import country
from hinterland.ledger.records import Document, Statistic
from hinterland.ledger.statistics.carry import State
from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.fitting import fitted
from hinterland.ledger.statistics.frames import spread
from hinterland.ledger.statistics.setting import TRADE

_PEOPLE = ("new_urban_jobs", "population", "employment", "tourist_visits", "foreign_visitors", "passenger_throughput")
_PEOPLE_NOUNS = frozenset(table("english.toml")["words"]["people"])
_DOLLARS = dict(row.split(":") for row in table("units.toml")["words"]["dollars"])
_CURRENCIES = frozenset(table("units.toml")["currencies"])
_IN_MONEY = ("gdp", "gva", "revenue", "profits", "retail_sales", "investment", "fdi_", "budget", "trade_balance")
_DEFICITS = ("deficit", "shortfall", "逆差")
_BALANCES = (*_DEFICITS, "surplus", "顺差")


def statement(
    state: State, document: Document, start: int, sentence: Sentence, figure: Figure, period: Interval | None
) -> Statistic:
    """Write a figure down as its record.

    `start` is the character of the document's text at which the sentence begins. A value and its bounds stand in
    `unit`, their conversion in `paired_unit`, growth as a fraction; what fell, and a deficit, is negative.
    """
    region, code = spread(figure.subject.region or state.setting.home)
    begin, end = _span(sentence, figure)
    growth = figure if figure.kind == "growth" else figure.growth
    quantity = figure.quantity
    value = (
        None
        if figure.kind in ("growth", "rank")
        else quantity.value * (figure.sign if figure.kind in ("change", "pp") else 1)
    )
    if value is not None and figure.subject.base == "trade_balance" and figure.kind in ("level", "change"):
        value = -value if _in_deficit(sentence, begin, end) else value
    name = fitted(figure).name()
    paired = figure.paired
    low, high = (None, None) if value is None else _bounds(quantity, value)
    rate = None if growth is None else _rate(growth)
    return _record(
        doc=document.doc,
        span=(start + begin, start + end),
        printed=document.text[start + begin : start + end],
        sentence=document.text[start : start + len(sentence.text)],
        indicator=f"{figure.prefix}{name}" if name else None,
        region=region,
        region_code=code,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        value=value,
        low=low,
        high=high,
        unit=None if value is None else _dollar(state, sentence, begin) or _unit(state, sentence, figure),
        paired_value=paired.value if paired else None,
        paired_unit=paired.unit if paired else None,
        paired_low=paired.low if paired else None,
        paired_high=paired.high if paired else None,
        growth=rate[0] if rate else None,
        growth_low=rate[1] if rate else None,
        growth_high=rate[2] if rate else None,
        growth_basis=None if growth is None else _basis(state, growth, period),
        rank=figure.rank,
        rank_scope=figure.rank_scope,
        qualifier=_qualifier(figure, growth),
        speaker=state.speaker,
        anchor=document.text[start + begin : start + end],
        note=figure.note,
    )


def _dollar(state: State, sentence: Sentence, begin: int) -> str | None:
    """Name the dollar that a bare sign means in a document about a country with a dollar of its own."""
    home = state.setting.home
    return _DOLLARS.get(country(home)) if home is not None and sentence.text[begin] == "$" else None


def _in_deficit(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell a deficit from a surplus by the nearer word before a figure, else by the first one after it."""
    text = sentence.text.lower()
    before = [(text.rfind(word, 0, begin), word) for word in _BALANCES]
    at, word = max(before)
    if at < 0:
        at, word = min(((text.find(word, end) + 1 or 1 << 30), word) for word in _BALANCES)
        return at < 1 << 30 and word in _DEFICITS
    return word in _DEFICITS


def restated(state: State, row: Statistic, figure: Figure) -> Statistic:
    """Let a headline take what it leaves out from the sentence that states the same figure."""
    for other in state.found:
        same = row.growth == other.growth if row.value is None else row.value == other.value and row.unit == other.unit
        if (
            same
            and (row.value is not None or row.growth is not None)
            and row.indicator
            and (other.indicator or "").split("[")[0] == row.indicator.split("[")[0]
        ):
            basis = other.growth_basis if row.growth is not None and other.growth is not None else row.growth_basis
            if figure.when is None:
                row = replace(row, period_start=other.period_start, period_end=other.period_end)
            return replace(row, growth_basis=basis if row.growth_basis == "yoy" else row.growth_basis)
    return row


def _record(**values: Any) -> Statistic:
    """Make a record with all its fields at once: a frozen dataclass sets its thirty one by one, five times as slow."""
    row = object.__new__(Statistic)
    object.__setattr__(row, "__dict__", values)
    return row


def _bounds(quantity: Quantity, value: float) -> tuple[float, float]:
    return (-quantity.high, -quantity.low) if value < 0 else (quantity.low, quantity.high)


def _unit(state: State, sentence: Sentence, figure: Figure) -> str | None:
    base, unit = figure.subject.base or "", figure.quantity.unit
    if unit is None and base == "tourist_visits" and "visits" in sentence.said:
        return "visits"
    if unit is None and base.rsplit("_", 1)[-1] == "index":
        return "points"
    if unit is None and (base in _PEOPLE or (figure.noun[-1:] or [base.rsplit("_", 1)[-1]])[0] in _PEOPLE_NOUNS):
        return "persons"
    if unit is None and (base.startswith("train_trips") or figure.noun[-1:] in (["trips"], ["trains"])):
        return "trips"
    if unit is None and figure.kind == "level" and base == "container_throughput":
        return "TEU"
    if unit is None and figure.quantity.scaled and not figure.noun and (money := _unsaid(state, base)):
        return money
    return unit if unit and unit != "vehicles" else "count"


def _unsaid(state: State, base: str) -> str | None:
    """Name the money of an amount that leaves it out ("exports reached 600 million"): what the text counts in."""
    told = state.setting.kinds.get(base, "money" if base in TRADE or base.startswith(_IN_MONEY) else "")
    last = next((row.unit for row in reversed(state.found) if row.unit in _CURRENCIES), None)
    return last if told == "money" else None


def _rate(growth: Figure) -> tuple[float, float, float]:
    quantity, sign = growth.quantity, growth.sign
    low, high = (quantity.low, quantity.high) if sign > 0 else (-quantity.high, -quantity.low)
    return sign * quantity.value, low, high


def _qualifier(figure: Figure, growth: Figure | None) -> str | None:
    own = figure.quantity.doubt
    if own:
        return own
    if figure.paired and figure.paired.doubt:
        return f"{figure.paired.doubt}(paired)"
    return None


def _basis(state: State, growth: Figure, period: Interval | None) -> str:
    """Name what growth is measured against: a phrase, an outlook, or the time that it is compared with."""
    if (
        growth.outlook
        and not _years_back(growth, period)
        and not (period and state.clock.published and period.end < state.clock.published)
        and growth.basis in (None, "yoy", "cagr")
    ):
        return growth.outlook
    if growth.basis == "yoy" and growth.against is not None and growth.against.kind == "back":
        return "yoy"
    if growth.basis == "yoy" or growth.against is not None:
        state.versus = None
    if growth.basis and growth.basis != "yoy":
        state.basis = growth.basis if growth.basis == "qoq" else state.basis
        return growth.basis
    against = growth.against
    if growth.when and growth.when.kind == "ending" and growth.when.first == 12:
        state.basis = "qoq"  # "rose over the year to September and fell in the third quarter": on the second one
    if growth.when and growth.when.kind == "past" and period and growth.basis is None:
        return f"vs{period.start.year}"
    quarter = period is not None and period.months == 3
    if against is None:
        if state.versus and growth.basis is None and state.versus[0] == period:
            return state.versus[1]
        month = period is not None and period.months == 1 and not period.is_point
        return growth.basis or (state.basis if quarter else state.monthly if month else "yoy")
    if against.kind == "back":
        state.basis = "qoq" if against.until.startswith("quarter") else state.basis
        return {"q": "qoq", "m": "mom", "t": "qoq"}.get(against.until[:1], "yoy")
    if against.kind == "before":
        state.basis = "yoy" if quarter else state.basis
    if against.kind == "months" and period and (then := state.clock.interval(against)):
        adjoins = then.months == period.months and (period.start - then.end).days == 1
        if adjoins and then.months in (1, 3):
            return "mom" if then.months == 1 else "qoq"
    if against.kind == "ago":
        return f"vs{against.last}y" if against.last > 1 else "yoy"
    year = against.year if against.year.isdigit() else ""
    told = period.start if period and against.kind == "fiscal" else period.end if period else None
    if year and period and told and int(year) < told.year - 1:
        if not _is_second_yardstick(state, growth, period):
            state.versus = (period, f"vs{year}")
        return f"vs{year}"
    printed = state.clock.published if period is None else None
    if year and printed and int(year) < printed.year - 2:
        return f"vs{year}"  # "are still 5 percent below the level of 2019", whenever that was said
    return "yoy"


def _is_second_yardstick(state: State, growth: Figure, period: Interval) -> bool:
    """Tell "rose 21.8 percent year on year, and by 6 percent compared to 2019": what follows is yearly again."""
    last = state.found[-1] if state.found else None
    if last is None or growth.kind != "growth" or last.value is not None or last.growth_basis != "yoy":
        return False
    return (last.indicator, last.period_end) == (growth.subject.name(), period.end)


def _years_back(growth: Figure, period: Interval | None) -> bool:
    """Tell "planned to reach 90 GW, double that of 2020": what is foreseen is measured against a year gone by."""
    year = growth.against.year if growth.against is not None and growth.against.kind == "year" else ""
    return year.isdigit() and period is not None and int(year) < period.end.year - 1


def _span(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    if figure.at < 0:
        return figure.listed, figure.paired_end
    token = sentence.tokens[figure.at]
    return token.start, token.end
