"""Sums told in words over a few sentences, whatever the reader made of them.

Places, months and products are not compared here, so that a passage may well hold figures of different things. A
finding therefore needs more than a sum that fails: one slip of the pen in one of the figures must make it hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import NO_SUM, Amount, Read
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.checks.repairs import slip_of
from hinterland.ledger.intervals import Interval, total
from hinterland.ledger.lexicon import table
from hinterland.ledger.records import Finding

REACH = 3  # sentences between figures that are still of one passage
FAR = 4  # the same for exports and imports with no other flow between them
EXACT = 0.002  # a sum less exact than this is met by some slip by chance: there only two kinds of slip are believed,
COARSE = 0.01  # exchanged digits and a wrong scale word, and in still coarser sums none
NEXT_TO = 80  # characters between a total and the flows that the text says are all of it
OTHER_CAUSES = 0.01  # gaps up to here are rounding's, or of a later revision
OTHER_WHOLE = 0.2  # and from here on of another whole
MOST_PARTS = 5
_FLOW = re.compile(  # in this order: "trade surplus" is no trade, "imports and exports" no imports
    r"(?i)(?P<balance>\b(?:trade |export )?(?:surplus|deficit)\b|\btrade (?:gap|balance|shortfall)\b|"
    r"顺差|逆差|überschuss|defizit|\bsaldo\b)"
    r"|(?P<total>\bimports? and exports?\b|\bexports? and imports?\b|\bimport[- ]export\b|"
    r"\b(?:foreign |total |goods )?trade\b|进出口|外贸|\baußenhandel(?:svolumen)?\b|"
    r"\b(?:ein- und ausfuhren|aus- und einfuhren|importe und exporte|exporte und importe)\b)"
    r"|(?P<exports>\bexport(?:s|ed|ing)?\b|\boutbound shipments?\b|出口|\b(?:gesamt)?(?:ausfuhr|export)(?:en|e)?\b)"
    r"|(?P<imports>\bimport(?:s|ed|ing)?\b|\binbound shipments?\b|进口|\b(?:gesamt)?(?:einfuhr|import)(?:en|e)?\b)"
)
_VERB_AFTER = re.compile(
    r"(?i)^\s(?:(?P<exports>exportiert|ausgeführt|versandt|of exports|in exports)"
    r"|(?P<imports>importiert|eingeführt|bezogen|of imports|(?:on|in) imports)"
    r"|(?P<total>(?:in|of) (?:foreign )?trade\b)|(?P<balance>(?:trade )?(?:surplus|deficit)\b))"
)
_PRONOUN = re.compile(r"(?i)\b(?:they|sie)\b")
_OF_A_THING = re.compile(
    r"(?i)^(?:\s(?:of|to|from|with|by|for)\s(?!the rest of the world\b|"
    r"(?:[\w'-]+\s){0,4}(?:goods|merchandise|province|city|municipality|country|region|nation|state|month|year)\b)"
    r"[^\W\d]|对)"
)
_CHANGE = re.compile(
    r"(?i)(?:\b(?:increase|rise|gain|decline|decrease|drop|fall) of|\b(?:up|down|by)|[增减]加?|增长|下降|\bum)\s?"
    r"(?:about |nearly )?$"
)
_OF_IT = re.compile(
    r"(?i)\b(?:of (?:the total|which|this|that)\b(?! month| year)|among (?:them|which)\b)|其中|\bdavon\b"
)
_TOTAL = re.compile(r"(?i)\b(?:in total|altogether|in all|combined|insgesamt)\b|合计|共计|总计")
_REST = re.compile(
    r"(?i)\b(?:remaining|the rest|the other|übrigen|restlichen)\b[^\d.;]{0,20}$|(?:其余|剩余)[^\d,，。]{0,6}$"
)


@dataclass(frozen=True)
class _Named:
    """Hold an amount with the flow that its words name, and the number of its sentence."""

    amount: Amount
    kind: str
    sentence: int


def flows_do_not_make_the_trade_beside_them(page: Page) -> Iterator[Finding]:
    """Find exports and imports that miss the trade or the balance told beside them by one slip of the pen."""
    named = list(_named(page))
    for at, (one, other) in enumerate(pairwise(named)):
        kinds = {one.kind: one.amount, other.kind: other.amount}
        if set(kinds) != {"exports", "imports"} or other.sentence - one.sentence > FAR:
            continue
        before, after = named[max(0, at - 2) : at][::-1], named[at + 2 : at + 4]
        for kind, sign, near in (("total", 1, (*before, *after)), ("balance", -1, (*after, *before))):
            wholes = [n.amount for n in near if n.kind == kind and _is_near(n, (one, other))]
            parts = (kinds["exports"], kinds["imports"])
            fitting = [whole for whole in wholes if {whole.unit} == {part.unit for part in parts}]
            yield from _of_some(page, fitting, parts, (1, sign))


def halves_do_not_make_their_whole(page: Page) -> Iterator[Finding]:
    """Find two halves that leave nothing out, as coastal and inland ports do, and miss their whole by one slip."""
    for at, read in enumerate(page.read):
        for one, other in pairwise(read.amounts):
            two = [a for a in read.amounts[read.amounts.index(one) :] if a.unit == one.unit][:2]
            if one.unit in NO_SUM or len(two) < 2 or not _are_halves(read, two):
                continue
            earlier = [a for other in page.read[max(0, at - 1) : at] for a in other.amounts]
            wholes = [a for a in (*earlier, *read.amounts) if a.unit == one.unit and a.end <= one.start]
            if wholes and wholes[-1].high > max(half.low for half in two):
                yield from _judged(page, "halves_do_not_make_their_whole", wholes[-1], two, (1, 1))


def figures_before_do_not_make_the_total(page: Page) -> Iterator[Finding]:
    """Find "in total" and "the remaining" after figures that miss it by one slip of the pen."""
    for at, read in enumerate(page.read):
        for amount in read.amounts:
            if amount.unit in NO_SUM:
                continue
            cue = _cue(read, amount)
            if cue is None:
                continue
            seen = [a for other in page.read[max(0, at - REACH) : at + 1] for a in other.amounts]
            before = [a for a in seen if a.unit == amount.unit and a.end <= amount.start and a.value != amount.value]
            yield from _struck(page, amount, before, cue)


CHECKS = (
    flows_do_not_make_the_trade_beside_them,
    halves_do_not_make_their_whole,
    figures_before_do_not_make_the_total,
)


def _named(page: Page) -> Iterator[_Named]:
    """Yield a text's sums of money with the flow that the words before each name, or those of the sentence before."""
    before = ""
    for k, read in enumerate(page.read):
        if any(amount.money for amount in read.amounts):
            yield from (_Named(amount, kind, k) for amount, kind in _flows(read, before))
        before = read.text


def _of_some(page: Page, wholes: Sequence[Amount], parts: Sequence[Amount], signs: Sequence[int]) -> Iterator[Finding]:
    """Judge the nearest whole that a slip explains, unless the parts make one of the others."""
    size = _size(_made(parts, signs), signs)
    if any(size.meets(_cut(whole)) for whole in wholes):
        return
    for whole in wholes:
        sure = _are_all_of(page, whole, parts)
        told = list(_judged(page, "flows_do_not_make_the_trade_beside_them", whole, parts, signs, sure))
        if told:
            yield from told
            return


def _are_all_of(page: Page, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the text says that the parts are those of the whole before them: 4.8, of which 2.7 and 2.1."""
    between = page.document.text[whole.end : min(part.start for part in parts)]
    return len(between) < NEXT_TO and _OF_IT.search(between) is not None


def _is_near(whole: _Named, parts: Sequence[_Named]) -> bool:
    return min(abs(whole.sentence - part.sentence) for part in parts) <= REACH


def _flows(read: Read, before: str) -> Iterator[tuple[Amount, str]]:
    """Yield the sums of money of a sentence with the flow that the words beside each name."""
    rates = [amount for amount in read.amounts if amount.unit in ("share", "pp")]
    sums = Read(read.start, read.text, tuple(amount for amount in read.amounts if amount not in rates))
    for amount in sums.amounts:
        lead = sums.before(amount)
        if not amount.money or lead.rstrip().endswith(("(", "（")) or _CHANGE.search(lead):
            continue
        verb = _VERB_AFTER.match(sums.after(amount))
        last = verb or _last_flow(lead)
        if last is not None and last.lastgroup and (verb or not _OF_A_THING.match(lead[last.end() :])):
            yield amount, last.lastgroup
        elif last is None and _PRONOUN.search(lead) and (carried := _last_flow(before)):
            yield amount, str(carried.lastgroup)


def _last_flow(text: str) -> re.Match[str] | None:
    return next(iter(list(_FLOW.finditer(text))[-1:]), None)


def _are_halves(read: Read, two: Sequence[Amount]) -> bool:
    leads = [read.text[max(0, amount.start - read.start - 60) : amount.start - read.start] for amount in two]
    gap = read.text[two[0].end - read.start : two[1].start - read.start]
    for first, second in _halves():
        if (first.search(leads[0]) and second.search(gap)) or (second.search(leads[0]) and first.search(gap)):
            return True
    return False


def _cue(read: Read, amount: Amount) -> str | None:
    """Tell whether an amount is called a total of figures before it, or the rest of one."""
    if _REST.search(read.before(amount)):
        return "rest"
    return "total" if _TOTAL.search(read.text[: amount.start - read.start]) else None


def _struck(page: Page, amount: Amount, before: Sequence[Amount], cue: str) -> Iterator[Finding]:
    """Compare a total, or what remains of one, with the last few figures before it."""
    runs = []
    for count in range(2, min(MOST_PARTS, len(before)) + 1):
        last = before[-count:]
        whole = amount if cue == "total" else max(last, key=lambda a: a.value)
        parts = last if cue == "total" else [*(a for a in last if a.value != whole.value), amount]
        if len(parts) > 1:
            runs.append((whole, parts))
    several = (c for n in range(2, MOST_PARTS + 1) for c in combinations(before[-MOST_PARTS - 1 :], n))
    if any(_holds(chosen, amount, cue) for chosen in several):
        return
    for whole, parts in runs:
        told = list(_judged(page, "figures_before_do_not_make_the_total", whole, parts, (1,) * len(parts)))
        if told:
            yield from told
            return


def _holds(chosen: Sequence[Amount], amount: Amount, cue: str) -> bool:
    """Tell whether some figures before make the total, or the largest of them less the others what remains."""
    if cue == "total":
        return total(a.interval for a in chosen).meets(amount.interval)
    whole = max(chosen, key=lambda a: a.value)
    return total(a.interval for a in (*chosen, amount) if a is not whole).meets(whole.interval)


def _judged(
    page: Page, code: str, whole: Amount, parts: Sequence[Amount], signs: Sequence[int], sure: bool = False
) -> Iterator[Finding]:
    made = _made(parts, signs)
    size = _size(made, signs)
    coarseness = made.width / max(abs(part.value) for part in parts)
    if coarseness > COARSE or size.meets(_cut(whole)) or _told_beside(page, (whole, *parts), size):
        return
    targets = [(whole, size)]
    for k, part in enumerate(parts):
        rest = _made([*parts[:k], *parts[k + 1 :]], [*signs[:k], *signs[k + 1 :]])
        gap = whole.interval - rest
        targets.append((part, gap if signs[k] > 0 else -gap))
    tight = [(figure, target) for figure, target in targets if 0 < target.width < 2 * COARSE * target.middle]
    slips = [(figure, value) for figure, target in tight if (value := _slip(page, figure, target)) is not None]
    repairs = [(figure, value) for figure, value in slips if coarseness <= EXACT or _is_common(figure.value, value)]
    plain = sure and OTHER_CAUSES < size.gap(whole.interval) < OTHER_WHOLE
    if not repairs and not plain:
        return
    suspect, value = repairs[0] if repairs else (whole, size.middle)
    yield on_text(
        page,
        (suspect.start, suspect.end),
        code,
        {
            "sum": say.signed_sum([say.amount(part.value, part.unit, 8) for part in parts], signs),
            "result": say.between(made, whole.unit),
            "printed": say.amount(whole.value, whole.unit, 8),
        },
        expected=say.amount(value, suspect.unit, 8) if len(repairs) == 1 else None,
    )


def _made(parts: Sequence[Amount], signs: Sequence[int]) -> Interval:
    return total(p.interval if sign > 0 else -p.interval for p, sign in zip(parts, signs, strict=True))


def _size(made: Interval, signs: Sequence[int]) -> Interval:
    """Give a balance its size: a deficit of 3 is printed as 3."""
    return made if made.middle > 0 or min(signs) > 0 else -made


def _cut(whole: Amount) -> Interval:
    """Give the values of a total whose last digits may have been cut off."""
    return Interval(whole.interval.low, max(whole.interval.high, whole.value + whole.interval.width))


def _told_beside(page: Page, figures: Sequence[Amount], made: Interval) -> bool:
    """Tell whether the passage prints the sum itself: the whole that fails is then of something else."""
    first, last = min(a.start for a in figures), max(a.end for a in figures)
    others = (a for read in page.read for a in read.amounts if first <= a.start < last and a not in figures)
    return any(a.unit == figures[0].unit and made.meets(a.interval) for a in others)


def _slip(page: Page, figure: Amount, target: Interval) -> float | None:
    printed = page.document.text[figure.start : figure.end]
    if page.document.language == "de":
        printed = printed.replace(".", "").replace(",", ".")
    return slip_of(figure.value, printed, target)


def _is_common(value: float, mended: float) -> bool:
    """Tell whether a slip exchanged digits or took one scale word for another."""
    digits, others = (sorted(f"{number:.10e}".split("e")[0]) for number in (value, mended))
    power = math.log10(abs(mended / value))
    scale = abs(power - round(power)) < 1e-9
    return round(power) % 3 == 0 if scale else digits == others


@cache
def _halves() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    pairs = (pair["words"] for pair in table("halves.toml")["pair"])
    return tuple((re.compile(f"(?i){one}"), re.compile(f"(?i){other}")) for one, other in pairs)
