"""Score the reader against labelled documents.

The matching rule. A predicted record can stand for a labelled one of the same document when its span lies in the
labelled sentence (a labelled sentence is found in the text without regard to white space). Pairs are made one to one,
in three passes: (1) the spans of prediction and anchor overlap and the amounts agree; (2) same sentence and the
amounts agree; (3) the spans overlap. The amount of a record is its value, else its growth, else its rank; amounts
agree within 1e-6. An anchor that occurs more than once in its sentence counts at every occurrence.

Fields. Value+unit, bracket pairs, growth (with its basis) and rank are scored by F1 over the records that state them.
Region, period and indicator are shares of right answers among the matched records; a labelled record that nothing
matches counts as wrong. Region is right when the codes agree, or the names where there is no code. Period is right
when both days agree, and is not scored in documents whose date was inferred. A whole record is right when value,
unit, pair, region, period, growth, basis and rank are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
F1 = ("value+unit", "bracket pairs", "growth", "rank")
SHARES = ("region", "period", "indicator", "whole record", "whole without indicator")


@dataclass
class Tally:
    """Count right, predicted and labelled answers of one field."""

    right: int = 0
    predicted: int = 0
    labelled: int = 0

    def add(self, right: bool, predicted: bool, labelled: bool) -> None:
        """Count one pair, or one side of it."""
        self.right += right
        self.predicted += predicted
        self.labelled += labelled

    @property
    def precision(self) -> float:
        """Give the share of what was read that is right; 1 where nothing was read."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Give the share of what is labelled that was read right; 1 where nothing is labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, F1 = 2 · right / (predicted + labelled)."""
        total = self.predicted + self.labelled
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """Hold the tallies of all fields."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in (*F1, *SHARES)})

    def __add__(self, other: Score) -> Score:
        total = Score()
        for name, tally in total.fields.items():
            for part in (self.fields[name], other.fields[name]):
                tally.right += part.right
                tally.predicted += part.predicted
                tally.labelled += part.labelled
        return total


def score(gold: list[Record], predicted: list[Record], text: str, periods: bool) -> tuple[Score, list[str]]:
    """Score one document; give the tallies and a line for every difference."""
    result, notes = Score(), []
    pairs, extra = match(gold, predicted, text)
    for want, got in pairs:
        notes += _pair(result, want, got, periods)
    for got in extra:
        _extra(result, got)
        notes.append(
            f"+ {got['printed']!r} {got['indicator']} v={got['value']} {got['unit']} g={got['growth']} rk={got['rank']}"
        )
    return result, notes


def match(
    gold: list[Record], predicted: list[Record], text: str
) -> tuple[list[tuple[Record, Record | None]], list[Record]]:
    """Pair labelled and predicted records by the rule above; list what is left over."""
    spots = [_spots(record, text) for record in gold]
    left = list(predicted)
    found: dict[int, Record] = {}
    for test in (_overlap_and_equal, _sentence_and_equal, _overlap):
        for number, want in enumerate(gold):
            if number in found:
                continue
            hit = next((got for got in left if test(want, got, *spots[number])), None)
            if hit is not None:
                found[number] = hit
                left.remove(hit)
    return [(want, found.get(number)) for number, want in enumerate(gold)], left


def amount(record: Record) -> float | None:
    """Give the number that identifies a record."""
    return next((record[name] for name in ("value", "growth", "rank") if record[name] is not None), None)


def equal(a: float | None, b: float | None) -> bool:
    """Compare two numbers within 1e-6, or two absences."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1e-9, abs(a), abs(b)) + 1e-12


def _spots(record: Record, text: str) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Find a labelled sentence in the text, and its anchor in the sentence."""
    pattern = r"\s*".join(re.escape(word) for word in record["sentence"].split())
    hit = re.search(pattern, text)
    span = hit.span() if hit else (0, len(text))
    anchors = [
        (span[0] + m.start(), span[0] + m.end()) for m in re.finditer(re.escape(record["anchor"]), text[slice(*span)])
    ]
    return span, anchors or [span]


def _inside(got: Record, span: tuple[int, int]) -> bool:
    return got["span"][0] < span[1] and got["span"][1] > span[0]


def _same_kind(want: Record, got: Record) -> bool:
    return all((want[name] is None) == (got[name] is None) for name in ("value",))


def _overlap_and_equal(want: Record, got: Record, span: tuple[int, int], anchors: list[tuple[int, int]]) -> bool:
    return _overlap(want, got, span, anchors) and _sentence_and_equal(want, got, span, anchors)


def _sentence_and_equal(want: Record, got: Record, span: tuple[int, int], anchors: list[tuple[int, int]]) -> bool:
    return _inside(got, span) and _same_kind(want, got) and equal(amount(want), amount(got))


def _overlap(want: Record, got: Record, span: tuple[int, int], anchors: list[tuple[int, int]]) -> bool:
    return any(_inside(got, anchor) for anchor in anchors)


def _extra(result: Score, got: Record) -> None:
    for name, key in (
        ("value+unit", "value"),
        ("bracket pairs", "paired_value"),
        ("growth", "growth"),
        ("rank", "rank"),
    ):
        result.fields[name].add(False, got[key] is not None, False)
    for name in SHARES:
        result.fields[name].add(False, name.startswith("whole"), False)


def _pair(result: Score, want: Record, got: Record | None, periods: bool) -> list[str]:
    right = {} if got is None else _right(want, got)
    for name, key in (
        ("value+unit", "value"),
        ("bracket pairs", "paired_value"),
        ("growth", "growth"),
        ("rank", "rank"),
    ):
        stated = want[key] is not None
        given = got is not None and got[key] is not None
        result.fields[name].add(stated and given and right[name], given, stated)
    if right and not periods:
        right["period"] = True
    whole = bool(right) and all(right[name] for name in (*F1, "region", "period"))
    right |= {"whole without indicator": whole, "whole record": whole and right.get("indicator", False)}
    for name in SHARES:
        if name != "period" or periods:
            result.fields[name].add(bool(right.get(name)), got is not None, True)
    if got is None:
        return [
            f"- {want['anchor']!r} {want['indicator']} v={want['value']} {want['unit']} g={want['growth']}"
            f" rk={want['rank']}"
        ]
    return [
        f"~ {want['anchor']!r} {name}: want {_show(want, name)}, got {_show(got, name)}"
        for name in (*F1, "region", "period", "indicator")
        if not right[name]
    ]


def _show(record: Record, name: str) -> str:
    keys = {
        "value+unit": ("value", "unit"),
        "bracket pairs": ("paired_value", "paired_unit"),
        "growth": ("growth", "growth_basis"),
        "rank": ("rank", "rank_scope"),
        "region": ("region", "region_code"),
        "period": ("period_start", "period_end"),
        "indicator": ("indicator",),
    }[name]
    return " ".join(str(record[key]) for key in keys)


def _right(want: Record, got: Record) -> dict[str, bool]:
    return {
        "value+unit": equal(want["value"], got["value"]) and want["unit"] == got["unit"],
        "bracket pairs": equal(want["paired_value"], got["paired_value"]) and want["paired_unit"] == got["paired_unit"],
        "growth": equal(want["growth"], got["growth"]) and want["growth_basis"] == got["growth_basis"],
        "rank": want["rank"] == got["rank"],
        "region": same_region(want, got),
        "period": (want["period_start"], want["period_end"]) == (got["period_start"], got["period_end"]),
        "indicator": want["indicator"] == got["indicator"],
    }


def same_region(want: Record, got: Record) -> bool:
    """Compare by code where both have one, else by name without what stands in brackets."""
    if want["region_code"] and got["region_code"]:
        return bool(want["region_code"] == got["region_code"])
    return bool(_plain(want["region"]) == _plain(got["region"]))


def _plain(name: str | None) -> str:
    return (
        re.sub(r"\s*\(.*\)|^the | (?:province|city)$", "", (name or "").lower())
        .replace("eu28", "european union")
        .replace("eu27", "european union")
        .strip()
    )


def total(scores: Iterable[Score]) -> Score:
    """Add up the scores of documents."""
    result = Score()
    for part in scores:
        result = result + part
    return result
