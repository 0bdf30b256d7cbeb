"""Sums, balances, parts and shares within one document, in interval arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Key, Name, Page, found, is_level, key_of
from hinterland.ledger.checks.plainly import is_told_plainly, names_its_flow, names_its_place, names_its_time
from hinterland.ledger.checks.repairs import one_slip, power_of_ten
from hinterland.ledger.intervals import (
    Interval,
    as_printed,
    exact,
    of_value,
    significant_digits,
    total,
    with_truncation,
)
from hinterland.ledger.records import Finding, Statistic


@dataclass(frozen=True)
class Identity:
    """State that a whole is the sum of its parts; a sign of -1 subtracts."""

    whole: str
    parts: tuple[tuple[str, int], ...]


IDENTITIES = (  # of the national accounts and of trade statistics; brackets, region and period must agree
    Identity("trade_total", (("exports", 1), ("imports", 1))),
    Identity("trade_balance", (("exports", 1), ("imports", -1))),
    Identity("gdp", (("gva_primary", 1), ("gva_secondary", 1), ("gva_tertiary", 1))),
    Identity("capacity_pv_wind", (("capacity_pv", 1), ("capacity_wind", 1))),
)
OTHER_WHOLE = 0.2  # further off than this, with no slip to explain it: parts or a share of something not printed
NAMED_WHOLE = 0.6  # the same, where the sentence says that the share is one of the total
_NAMED = re.compile(r"(?i)\bof (?:the|its)[^.;,]{0,40}\btotal\b|占[^,，。;；]{0,16}(?:总值|总额|总量)")
_SERVICES = re.compile(r"(?i)\bservices\b|服务")
BESIDE = 2  # sentences around a total in which its true parts stand
_MEAN = re.compile(r"per_capita|average|mean|_rate|price|_index|yield|wage")
PARTITIONS = ("entity", "mode")  # brackets whose values exclude each other, so that their sum cannot pass the whole
NOT_ITS_WHOLE = 2.0  # a part twice its whole: the whole was of something narrower, not the part wrong
NEAR_MISS = 0.01  # a share this near the quotient may rest on unprinted digits or a slightly other whole


def parts_do_not_add_up(page: Page) -> Iterator[Finding]:
    """Find totals and balances that leave the sum of their parts."""
    for identity in IDENTITIES:
        for key, whole in page.best.items():
            if key.name.base != identity.whole:
                continue
            keys = [replace(key, name=Name(base, key.name.brackets)) for base, _ in identity.parts]
            present = [page.best[part] for part in keys if part in page.best]
            signs = [sign for _, sign in identity.parts]
            if len(present) < len(keys) or not page.muddled.isdisjoint((key, *keys)):
                continue
            if not _make_another(page, key, present, signs) and not _is_made_beside(page, whole, signs):
                yield from _judged_sum(page, whole, present, signs)


def parts_are_larger_than_the_whole(page: Page) -> Iterator[Finding]:
    """Find parts by ownership or kind of trade whose sum passes the whole."""
    apart = {
        bracket: [(key, part) for key, part in page.best.items() if key.name.get(bracket)] for bracket in PARTITIONS
    }
    for key, whole in page.wholes.items():
        for bracket in PARTITIONS:
            parts = _partition(apart[bracket], key, bracket)
            if len(parts) < 2 or total(map(of_value, parts)).low <= of_value(whole).high:
                continue
            if _largest(page, whole) >= total(map(of_value, parts)).low:
                continue  # a larger whole is printed: the parts may be of that one
            suspect, value = _suspect(page, parts, whole)
            added = say.between(total(map(of_value, parts)), whole.unit)
            yield found(
                suspect or parts[0],
                "parts_are_larger_than_the_whole",
                {
                    "parts": say.added(parts),
                    "added": added,
                    "sum": say.between(of_value(whole), whole.unit),
                },
                expected=None if value is None else say.amount(value, whole.unit, 5),
                others=[*parts, whole],
            )


def part_is_larger_than_the_whole(page: Page) -> Iterator[Finding]:
    """Find a part (a partner, an owner, a product) that is larger than what it is part of."""
    for key, whole in page.best.items():
        if _MEAN.search(key.name.base):
            continue  # townspeople earn more a head than all people do
        for other, part in page.best.items():
            inside = other.name.base == key.name.base and other.name.brackets > key.name.brackets
            if not inside or replace(other, name=key.name) != key or of_value(part).low <= of_value(whole).high:
                continue
            if _may_be_of_another(page, part, whole):
                continue
            power = power_of_ten(of_value(part), Interval(of_value(whole).high * 0.001, of_value(whole).high))
            yield found(
                part,
                "part_is_larger_than_the_whole",
                {"indicator": say.name(other.name), "part": say.value(part), "whole": say.value(whole)},
                expected=None if power is None or power > 0 else say.phrase("at_most", value=say.value(whole)),
                others=[whole],
            )


def share_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find shares that are not the quotient of the part and the whole that the text prints."""
    for share in page.shares:
        part, whole = _part_and_whole(page, share)
        if part is None or whole is None or of_value(whole).low <= 0:
            continue
        quotient = of_value(part) / of_value(whole)
        if quotient.meets(with_truncation(share)) or _fits_another_whole(page, part, share, whole):
            continue
        if any(quotient.meets(with_truncation(other)) for other in page.shares if key_of(other) == key_of(share)):
            continue  # the part has its share elsewhere: this one is of another part of the same name
        target = of_value(share) * of_value(whole)
        mended = one_slip(part, target)
        near = mended is None and of_value(part).gap(target) < NEAR_MISS
        slip = one_slip(replace(share, value=(share.value or 0) * 100), _printed_like(share, quotient))
        slipped = slip is not None
        room = NAMED_WHOLE if _NAMED.search(share.sentence) else OTHER_WHOLE
        if mended is None and not slipped and of_value(part).gap(target) > room:
            continue
        in_share = _parts_make_the_whole(page, part, whole) or (mended is None and slipped)
        fits = say.between(target, part.unit) if mended is None else say.amount(mended, part.unit, 5)
        yield found(
            share if in_share else part,
            "share_does_not_fit",
            {
                "part": say.value(part),
                "whole": say.value(whole),
                "quotient": say.percent(quotient.middle),
                "share": say.value(share),
                "sum": say.between(target, part.unit),
            },
            verdict="cannot_tell" if near else "wrong",
            severity="tension" if near else "error",
            expected=say.percent(quotient.middle if slip is None else slip / 100) if in_share else fits,
            others=[share, part, whole],
        )


def shares_pass_one(page: Page) -> Iterator[Finding]:
    """Find shares by ownership or kind of trade that add up to more than all."""
    for bracket in PARTITIONS:
        groups: dict[Key, list[Statistic]] = {}
        for share in page.shares:
            name = Name.of(share.indicator)
            if name.get(bracket):
                groups.setdefault(replace(key_of(share), name=name.without(bracket)), []).append(share)
        for shares in groups.values():
            distinct = list({Name.of(share.indicator): share for share in shares}.values())
            if len(distinct) > 1 and total(map(of_value, distinct)).low > 1:
                yield found(
                    distinct[0],
                    "shares_pass_one",
                    {
                        "parts": say.added(distinct),
                        "quotient": say.percent(total(map(of_value, distinct)).middle),
                    },
                    others=distinct,
                )


CHECKS = (
    parts_do_not_add_up,
    parts_are_larger_than_the_whole,
    part_is_larger_than_the_whole,
    share_does_not_fit,
    shares_pass_one,
)


def _make_another(page: Page, key: Key, parts: Sequence[Statistic], signs: Sequence[int]) -> bool:
    """Tell whether the parts make the same whole of another period exactly: they were read under the wrong one."""
    made = total(
        of_value(p) if sign > 0 else Interval(0, 0) - of_value(p) for p, sign in zip(parts, signs, strict=True)
    )
    others = [f for k, f in page.best.items() if k != key and (k.name, k.unit) == (key.name, key.unit)]
    return any(made.meets(of_value(other)) for other in others)


def _is_made_beside(page: Page, whole: Statistic, signs: Sequence[int]) -> bool:
    """Tell whether two figures near a total or balance make it as printed, whatever the reader took them for."""
    if len(signs) != len(("one", "other")):
        return False
    at = next((k for k, read in enumerate(page.read) if read.start <= whole.span[0] < read.start + len(read.text)), 0)
    near = [a for read in page.read[max(0, at - BESIDE) : at + BESIDE + 1] for a in read.amounts]
    size = of_value(whole) if (whole.value or 0.0) >= 0 else Interval(-of_value(whole).high, -of_value(whole).low)
    others = sorted((a for a in near if a.unit == whole.unit and a.start != whole.span[0]), key=lambda a: -a.value)
    return any(
        (one.interval + other.interval if sum(signs) > 0 else one.interval - other.interval).meets(size)
        for one, other in combinations(others, 2)
    )


def _judged_sum(page: Page, whole: Statistic, parts: Sequence[Statistic], signs: Sequence[int]) -> Iterator[Finding]:
    expected = total(
        of_value(part) if sign > 0 else Interval(0, 0) - of_value(part) for part, sign in zip(parts, signs, strict=True)
    )
    printed = of_value(whole)
    deficit = Interval(-printed.high, -printed.low)  # "a deficit of 3" may be read as 3 or as -3
    if expected.meets(printed) or (_is_balance(whole) and expected.meets(deficit)) or _is_wider_kind(whole, parts):
        return
    cut = total(
        with_truncation(part) if sign > 0 else Interval(0, 0) - with_truncation(part)
        for part, sign in zip(parts, signs, strict=True)
    )
    by_cutting = cut.meets(with_truncation(whole))
    fitting = None if by_cutting else _mended(whole, parts, signs, expected)
    far = fitting is None and expected.gap(printed) > OTHER_WHOLE and not _is_balance(whole)
    if far and not all(is_told_plainly(page, figure) for figure in (whole, *parts)):
        return  # parts of something else: a slip would show, and nobody rounds by a fifth
    yield found(
        whole if fitting is None else fitting[0],
        "parts_do_not_add_up",
        {"sum": say.added(parts, signs), "result": say.between(expected, whole.unit), "whole": say.value(whole)},
        form="cut" if by_cutting else "",
        verdict="rounding" if by_cutting else "wrong",
        severity="tension" if by_cutting else "error",
        expected=say.between(expected, whole.unit) if fitting is None else say.amount(fitting[1], whole.unit, 6),
        others=[whole, *parts],
    )


def _is_wider_kind(whole: Statistic, parts: Sequence[Statistic]) -> bool:
    """Tell whether only the whole, or only the parts, are said to be of services as well as of goods."""
    return bool(_SERVICES.search(whole.sentence)) != any(_SERVICES.search(part.sentence) for part in parts)


def _mended(
    whole: Statistic, parts: Sequence[Statistic], signs: Sequence[int], expected: Interval
) -> tuple[Statistic, float] | None:
    """Name the one figure that a single slip repairs, if there is exactly one."""
    targets = [(whole, expected)]
    for part, sign in zip(parts, signs, strict=True):
        rest = total(
            of_value(p) if s > 0 else Interval(0, 0) - of_value(p)
            for p, s in zip(parts, signs, strict=True)
            if p is not part
        )
        gap = of_value(whole) - rest
        targets.append((part, gap if sign > 0 else Interval(-gap.high, -gap.low)))
    repairs = [(figure, value) for figure, target in targets if (value := one_slip(figure, target)) is not None]
    return repairs[0] if len(repairs) == 1 else None


def _may_be_of_another(page: Page, part: Statistic, whole: Statistic) -> bool:
    """Tell whether something larger is printed that a part may be of: for other months, or another flow."""
    plain = is_told_plainly(page, whole)
    if not plain and page.document.language != "de":
        return True
    sure = plain and names_its_flow(page, part)
    if not sure and of_value(part).low > NOT_ITS_WHOLE * of_value(whole).high:
        return True
    rivals = [f for f in page.statistics if f is not part and f.unit == part.unit and f.value]
    larger = [f for f in rivals if of_value(f).high >= of_value(part).low]
    return any(not sure or _is_of_other_place_or_time(page, part, rival) for rival in larger)


def _is_of_other_place_or_time(page: Page, part: Statistic, rival: Statistic) -> bool:
    """Tell whether a level of the part's flow is of a place or time that the part's own sentence leaves open."""
    if Name.of(rival.indicator).base != Name.of(part.indicator).base or Name.of(rival.indicator).brackets:
        return False
    elsewhere = rival.region != part.region and not names_its_place(page, part)
    once = (rival.period_start, rival.period_end) != (part.period_start, part.period_end)
    return elsewhere or (once and not names_its_time(page, part))


def _partition(apart: Sequence[tuple[Key, Statistic]], key: Key, bracket: str) -> list[Statistic]:
    if not apart or key.name.get(bracket):
        return []
    name = key.name.without(bracket)
    same = [(other, part) for other, part in apart if other.name.without(bracket) == name]
    return [part for other, part in same if replace(other, name=key.name) == key]


def _suspect(page: Page, parts: Sequence[Statistic], whole: Statistic) -> tuple[Statistic | None, float | None]:
    """Name the part whose own share contradicts it, and the value that one slip gives back."""
    for part in parts:
        for share in page.shares:
            if Name.of(share.indicator).without("of") != Name.of(part.indicator).without("of"):
                continue
            target = of_value(share) * of_value(whole)
            if not target.meets(of_value(part)):
                return part, one_slip(part, target)
    return None, None


def _part_and_whole(page: Page, share: Statistic) -> tuple[Statistic | None, Statistic | None]:
    """Find the level of the part and of the whole that a share relates, in the same period and region."""
    name, key = Name.of(share.indicator), key_of(share)
    levels = {k: f for k, f in page.wholes.items() if (k.region, k.start, k.end) == (key.region, key.start, key.end)}
    parts = [f for k, f in levels.items() if k.name == name.without("of")]
    keeps = name.get("of")
    base = "gdp" if name.base.startswith("gva_") else name.base
    wholes = [f for k, f in levels.items() if k.name.base == base and _is_whole(k.name, name, keeps)]
    wholes = wholes or [f for k, f in levels.items() if k.name.base == base and _is_wider(k.name, name)]
    if len(parts) != 1 or len(wholes) != 1 or parts[0].unit != wholes[0].unit or parts[0] is wholes[0]:
        return None, None
    return parts[0], wholes[0]


def _largest(page: Page, whole: Statistic) -> float:
    """Give the largest total that the text prints in the same unit, wherever and whenever."""
    totals = [figure for key, figure in page.best.items() if not key.name.brackets and figure.unit == whole.unit]
    return max((of_value(figure).high for figure in totals if figure is not whole), default=0.0)


def _fits_another_whole(page: Page, part: Statistic, share: Statistic, whole: Statistic) -> bool:
    """Tell whether the share is that of another level of the text: of another flow or of other months."""
    others = [f for f in page.statistics if is_level(f) and f.unit == part.unit and f is not part]
    others = [f for f in others if of_value(f).low > 0]
    return any((of_value(part) / of_value(f)).meets(with_truncation(share)) for f in others)


def _parts_make_the_whole(page: Page, part: Statistic, whole: Statistic) -> bool:
    """Tell whether a level and its fellow parts add up to the whole as printed: then a share of it is the odd one."""
    key, name = key_of(whole), Name.of(part.indicator)
    for identity in IDENTITIES:
        bases = [base for base, _ in identity.parts]
        if identity.whole != key.name.base or name.base not in bases or min(sign for _, sign in identity.parts) < 0:
            continue
        fellows = [page.best.get(replace(key, name=Name(base, key.name.brackets))) for base in bases]
        known = [fellow for fellow in fellows if fellow is not None]
        return len(known) == len(bases) and total(map(of_value, known)).meets(of_value(whole))
    return False


def _is_whole(candidate: Name, share: Name, of: str | None) -> bool:
    if of is None:
        return not candidate.brackets
    return candidate.brackets < share.without("of").brackets and any(value == of for _, value in candidate.brackets)


def _printed_like(share: Statistic, quotient: Interval) -> Interval:
    """Give a quotient in per cent with the room that rounding leaves; of two digits too many would fit by chance."""
    own = as_printed(share)
    room = own.width / 2 if significant_digits(share.value or 0.0, own) > 2 else 0.0
    return Interval(quotient.low - room, quotient.high + room) * exact(100)


def _is_wider(candidate: Name, share: Name) -> bool:
    """Tell whether a whole keeps one of the part's two brackets, or has the share's `of` in place of one."""
    own = share.without("of").brackets
    if share.get("of") is None:
        return bool(candidate.brackets) and candidate.brackets < own
    here, there = candidate.brackets - own, own - candidate.brackets
    return {key for key, _ in here} == {key for key, _ in there} and {of for _, of in here} == {share.get("of")}


def _is_balance(figure: Statistic) -> bool:
    return Name.of(figure.indicator).base == "trade_balance"
