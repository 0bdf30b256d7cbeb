"""Parts that a text names beside their whole: shares of a list, and what is said to be "of this total"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hinterland.ledger.checks import say
from hinterland.ledger.checks.amounts import Amount, Read
from hinterland.ledger.checks.pages import Page, on_text
from hinterland.ledger.intervals import total
from hinterland.ledger.lexicon import lexicon, table
from hinterland.ledger.lexing.signs import normalise
from hinterland.ledger.lexing.tokens import lex
from hinterland.ledger.records import Finding

SEVERAL = 3  # parts of a joint share: of two, one is too often another thing's
FAR = 12  # sentences back to the whole of a joint share
JOINT_SLACK = 0.005
SLIGHTLY = 2.0  # a part up to so many times its whole is a wrong part; beyond, only a lost scale word is blamed

_SHARE = re.compile(
    r"(?i)account|\btook\b|\btakes?\b|made up|makes? up|represent|share|\bof (?:the|its|total|all)\b|占|比重|"
    r"anteil|entfiel|entfallen"
)
_MOVED = re.compile(
    r"(?i)\b(?:up|down|rose|rise[sn]?|rising|grew|growth|increas\w+|fell|declin\w+|decreas\w+|dropp\w+|points?)\b"
    r"|增长|下降|提高|同比|增速|gestiegen|gesunken|mehr als im|zuwachs"
)
_TWO_WHOLES = re.compile(r"(?i)\bimports?\b.*\bexports?\b|\bexports?\b.*\bimports?\b|进口.*出口|出口.*进口")
OF_THIS = re.compile(
    r"(?i)\b(?:of|among) (?:this(?! (?:year|month|quarter|week|period|kind|type))|that|these|those|them|"
    r"which|the total|this total|that total|this amount)\b|其中|\bdavon\b|\bdarunter\b"
)
_BRINGS = re.compile(
    r"(?i)\b(?:bring|brought|taking|takes?|took)\w{0,3}\s(?:its |their |the )?(?:cumulative |overall )?total\b"
    r"[^.;\d]{0,80}\sto\s$"
)
_JOINT = re.compile(
    r"(?i)合计占[^,，。;；\d]{0,10}(?:进出口|外贸)[^,，。;；\d]{0,6}$"
    r"|\b(?:together|combined|jointly)\b[^.;\d]{0,20}\b(?:account\w{0,3} for|made up|making up|represent\w{0,3})"
    r"\s(?:about\s)?$"
)
_SHARE_OF = re.compile(
    r"(?i)(?:percent|per cent|%|half|third|quarter|share|than that|times)\s$"
)  # "86 percent of those"
_OF_ANOTHER = re.compile(  # "Among the total, zones traded 5 billion yuan, 59 percent of the province's total"
    r"(?i)(?:percent|per cent|%) of (?:the )?(?:province|city|state|country|nation|region)(?:al|'s)? (?:total|whole)\b"
)
_EACH = re.compile(r"(?i)人均|per capita|average|median|平均|durchschnitt|pro kopf")
_OF_IT = re.compile(r"(?i)^\s(?:[\w-]+\s){0,3}?of (?:this|that|these|them|the total|it)\b")


def shares_of_a_list_pass_one(page: Page) -> Iterator[Finding]:
    """Find shares dealt out among things that exclude each other, and that add up to more than all."""
    for sentence in page.read:
        shares = [amount for amount in sentence.amounts if amount.unit == "share"]
        if len(shares) < 2 or total(share.interval for share in shares).low <= 1:
            continue
        text = sentence.text
        if not _SHARE.search(text) or _MOVED.search(text) or _TWO_WHOLES.search(text):
            continue
        if any(_are_apart(sentence, shares, words) for words in _groups()) or _are_countries(sentence, shares):
            added = total(share.interval for share in shares)
            yield on_text(
                page,
                (shares[0].start, shares[-1].end),
                "shares_of_a_list_pass_one",
                {
                    "sum": say.joined_sum(say.percent(share.value) for share in shares),
                    "result": say.percent(added.middle, 4),
                },
            )


def part_passes_what_it_is_of(page: Page) -> Iterator[Finding]:
    """Find a part, said to be "of this total", that is larger than every total before it."""
    before: tuple[Amount, ...] = ()
    for sentence in page.read:
        start = sentence.start
        cue = OF_THIS.search(sentence.text) if sentence.amounts and not _EACH.search(sentence.text) else None
        if cue and (_SHARE_OF.search(sentence.text[: cue.start()]) or _OF_ANOTHER.search(sentence.text, cue.end())):
            cue = None
        yield from _below_its_part(page, sentence, before)
        for amount in sentence.amounts:
            at = start + cue.start() if cue else amount.start
            said_so = (cue and amount.start >= start + cue.end()) or _OF_IT.match(sentence.after(amount))
            own = [a for a in sentence.amounts if a.end <= at and a is not amount]
            wholes = [a for a in (own or before) if a.unit == amount.unit]
            bare = amount.unit is None and not all(_scale(page, a) > 1 for a in (amount, *wholes))
            if said_so and wholes and not bare and amount.unit not in ("share", "pp", "times"):
                yield from _judged(page, amount, wholes)
        before = sentence.amounts or before


def joint_share_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find several parts that "together account for" another share of the total told before them."""
    for at, sentence in enumerate(page.read):
        for share in (a for a in sentence.amounts if a.unit == "share"):
            if not _JOINT.search(sentence.text[: share.start - sentence.start]):
                continue
            own = [a for a in sentence.amounts if a.end <= share.start and a.money]
            last = at if own else at - 1  # "the three above together" has its parts in the sentence before
            parts = own or [a for read in page.read[max(0, last) : at] for a in read.amounts if a.money]
            before = [a for read in page.read[max(0, last - FAR) : max(0, last)] for a in read.amounts]
            wholes = [a for a in before if parts and a.unit == parts[-1].unit]
            if len(parts) >= SEVERAL and wholes and len({part.unit for part in parts}) == 1:
                yield from _judged_joint(page, parts, max(wholes, key=lambda a: a.value), share)


CHECKS = (shares_of_a_list_pass_one, part_passes_what_it_is_of, joint_share_does_not_fit)


def _judged_joint(page: Page, parts: list[Amount], whole: Amount, share: Amount) -> Iterator[Finding]:
    added = total(part.interval for part in parts)
    quotient = added / whole.interval
    if quotient.high >= 1 or abs(quotient.middle - share.value) <= JOINT_SLACK or quotient.meets(share.interval):
        return
    yield on_text(
        page,
        (share.start, share.end),
        "joint_share_does_not_fit",
        {
            "sum": say.joined_sum(_said(part) for part in parts),
            "whole": _said(whole),
            "quotient": say.percent(quotient.middle),
            "share": say.percent(share.value),
        },
        severity="tension",
        verdict="cannot_tell",
        expected=say.percent(quotient.middle),
    )


def _below_its_part(page: Page, sentence: Read, before: tuple[Amount, ...]) -> Iterator[Finding]:
    """Compare what something "brings the total to" with the figure that brings it there."""
    for whole in sentence.amounts if "total" in sentence.text else ():
        if not _BRINGS.search(sentence.before(whole)) or whole.unit in ("share", "pp", "times"):
            continue
        own = [a for a in sentence.amounts if a.end <= whole.start]
        parts = [a for a in (own or before[-1:]) if whole.unit in (a.unit, None) and a.unit not in ("share", "pp")]
        for part in parts:
            if whole.high < part.low <= SLIGHTLY * whole.high:
                yield _passing(page, part, whole, whole, say.phrase("at_least", value=_said(part)))


def _judged(page: Page, part: Amount, wholes: list[Amount]) -> Iterator[Finding]:
    whole = max(wholes, key=lambda amount: amount.high)
    if part.low <= whole.high:
        return
    scale = _scale(page, part)
    lost = scale > 1 and _scale(page, whole) == 1 and whole.value * scale >= part.value
    if not lost and part.low > SLIGHTLY * whole.high:
        return
    blamed = whole if lost else part
    mended = say.amount(whole.value * scale, whole.unit, 6) if lost else say.phrase("at_most", value=_said(whole))
    yield _passing(page, part, whole, blamed, mended, form="scale" if lost else "")


def _passing(page: Page, part: Amount, whole: Amount, blamed: Amount, mended: say.Part, form: str = "") -> Finding:
    return on_text(
        page,
        (blamed.start, blamed.end),
        "part_passes_what_it_is_of",
        {"part": _said(part), "whole": _said(whole)},
        form=form,
        expected=mended,
    )


def _said(amount: Amount) -> say.Part:
    return say.amount(amount.value, amount.unit, 6)


def _scale(page: Page, amount: Amount) -> float:
    """Give what the printed digits were multiplied by."""
    digits = re.search(r"\d[\d.,]*", page.document.text[amount.start : amount.end])
    if not digits:
        return 1.0
    german = page.document.language == "de"
    plain = digits.group().strip(".,")
    plain = plain.replace(".", "").replace(",", ".") if german else plain.replace(",", "")
    return float(f"{amount.value / float(plain):.6g}") if float(plain) else 1.0


def _are_apart(sentence: Read, shares: list[Amount], words: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether each share is one of a group's things, and no two are the same."""
    places = []
    for share in shares:
        named = [
            (max(m.end() for m in word.finditer(sentence.before(share))), k)
            for k, word in enumerate(words)
            if word.search(sentence.before(share))
        ]
        if not named:
            return False
        places.append(max(named)[1])
    return len(set(places)) == len(places)


def _are_countries(sentence: Read, shares: list[Amount]) -> bool:
    """Tell whether the last thing named before each share is a country, and no two are the same."""
    chinese = any("一" <= sign <= "鿿" for sign in sentence.text)
    book = lexicon("zh" if chinese else "en")
    named = []
    for share in shares:
        tokens = lex(normalise(sentence.before(share)), book, chinese).tokens
        places = [token.tags["place"] for token in tokens if "place" in token.tags]
        if not places or places[-1].kind != "country":
            return False
        named.append(places[-1].code)
    return len(set(named)) == len(named)


@cache
def _groups() -> tuple[tuple[re.Pattern[str], ...], ...]:
    groups = table("exclusive.toml")["group"]
    return tuple(tuple(re.compile(f"(?i){word}") for word in group["words"]) for group in groups)
