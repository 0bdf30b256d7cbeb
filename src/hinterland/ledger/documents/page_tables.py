"""Tables of a page, row by row as sentences: a row says what a figure is, and the heading of its column in what unit.

"ASEAN | 1,300.5 | 2.1" under "Partner | Trade (100 million yuan) | Growth (%)" becomes "ASEAN, trade 130.05 billion
yuan, growth 2.1%." The point moves so that the last printed digit stays the last. A column is left as it stands when
its heading does not say what a bare number counts; its numbers are then not read, and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

_NUMBER = re.compile(r"([-+−–]?)\s?((?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)")
_WITH_UNIT = re.compile(r"[-+−]?(?:[$€£¥]|US\$)?\s?\d[\d,.]{0,18}\s?(?:%|[A-Za-z亿万元吨人].{0,24})")
_YEAR = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?(?: ?[-–] ?[A-Z][a-z]{2,8}\.?)? )?(?:19|20)\d\d|(?:19|20)\d\d年(?:[\d\-—–]{1,5}月)?"
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.{0,9}"
)
_INSIDE = re.compile(r"[(（]([^()（）]{1,40})[)）]")
_TENTHS = {  # units whose factor no word says, as one that a word does; the point moves left by so many places
    "100 million": (1, "billion"),
    "10,000": (2, "million"),
    "10 000": (2, "million"),
    "10000": (2, "million"),
    "'000": (0, "thousand"),
    "000": (0, "thousand"),
    "1,000": (0, "thousand"),
}
_FACTOR = re.compile(r"(100 million|10[, ]?000|'?000|1,000)\s+", re.I)
_UNIT = re.compile(
    r"(?:(?:hundred|thousand|million|billion|trillion|mn|bn)s? ?)?(?:of )?"
    r"(?:yuan|RMB|CNY|US dollars?|U\.S\. dollars?|USD|US\$|dollars?"
    r"|euros?|EUR|pounds?|GBP|yen|JPY|won|rupees|rubles|tons|tonnes|TEUs?|kWh|units|people|persons|vehicles|sets|kilometers|km)"
    r"|(?:百|千|万|亿|百万|千万|万亿)?(?:元|美元|人民币|欧元|日元|吨|标箱|千瓦时|人|辆|台|家|公里)",
    re.I,
)
_GROWTH = re.compile(
    r"\b(?:growth|change|increase|y-?o-?y|year[- ]on[- ]year|rise|over (?:the )?previous|over (?:19|20)\d\d)"
    r"|同比|增长|增速|增幅|比上年",
    re.I,
)
_SHARE = re.compile(r"\b(?:share|proportion)\b|比重|占比|份额", re.I)
_WIDEST = 60  # cells of a row
_Row = list[str]


@dataclass(frozen=True)
class _Column:
    """Hold what a heading says of the bare numbers under it: what they are, when, in what unit."""

    what: str
    when: str
    unit: str  # "" where it is not said
    places: int = 0  # by which the point moves left
    growth: bool = False


def table_rows(table: Any) -> tuple[list[str], int] | None:
    """Say the rows of a table as sentences, and count the numbers that no heading explains; None for other tables."""
    rows = [row for row in map(_cells, table.iter("tr")) if len(row) > 1]
    if table.find(".//table") is not None or len(rows) < 2 or not _holds_data(rows[1:]):
        return None
    title = " ".join(" ".join(cell.itertext()) for cell in table.iter("caption"))
    heads = [_column(head, title or rows[0][0]) for head in rows[0]]
    chinese = re.search("[\u4e00-\u9fff]", "".join(rows[0])) is not None
    said, unread = [], 0
    for row in rows[1:]:
        figures = [_said(cell, head, chinese) for cell, head in zip(row[1:], heads[1:], strict=False)]
        unread += sum(
            not figure and _NUMBER.fullmatch(cell) is not None for figure, cell in zip(figures, row[1:], strict=False)
        )
        told = [figure for figure in figures if figure]
        if told and (_YEAR.fullmatch(row[0]) or re.search(r"[^\W\d_]", row[0])):
            said.append(_sentence(row[0], told, chinese))
        else:
            said.append(" | ".join(row))
    return said, unread


def _cells(row: Any) -> _Row:
    """List the cells of a row as text; a cell over several columns stands in the first of them."""
    cells: _Row = []
    for cell in row:
        if cell.tag in ("td", "th"):
            span = cell.get("colspan", "1")
            cells += [" ".join(" ".join(cell.itertext()).split())]
            cells += [""] * (min(int(span), _WIDEST) - 1 if span.isdecimal() else 0)
    return cells[:_WIDEST]


def _holds_data(rows: list[_Row]) -> bool:
    """Tell a table of figures from one that lays out a page: half its cells behind the first are numbers."""
    cells = [cell for row in rows for cell in row[1:] if cell]
    return 2 * sum(bool(_NUMBER.fullmatch(cell) or _WITH_UNIT.fullmatch(cell)) for cell in cells) >= max(1, len(cells))


def _column(head: str, title: str) -> _Column:
    inside = _INSIDE.search(head)
    what = _INSIDE.sub("", head).strip(" ,:，：") if inside else head
    unit = inside[1].strip() if inside else ""
    year = _YEAR.search(what)
    when, what = (year[0], what.replace(year[0], "").strip(" ,-")) if year else ("", what)
    if "%" in head or "percent" in head.lower() or "per cent" in head.lower() or "％" in head:
        return _percent(head, when)
    if not unit and (found := _INSIDE.search(title)):
        unit = found[1].strip()
    return _measured(what, when, unit.removeprefix("Unit:").removeprefix("单位：").removeprefix("in ").strip())


def _percent(head: str, when: str) -> _Column:
    """Read a column of per cents where its heading says that they are growth or shares."""
    if _GROWTH.search(head):
        return _Column("", when, "%", growth=True)
    return _Column("share" if head.isascii() else "占比", when, "%" if _SHARE.search(head) else "")


def _measured(what: str, when: str, unit: str) -> _Column:
    factor = _FACTOR.match(unit)
    places, scale = _TENTHS[factor[1].lower()] if factor else (0, "")
    rest = unit[factor.end() :] if factor else unit
    if not _UNIT.fullmatch(rest):
        return _Column(what, when, "")
    return _Column(what, when, f"{scale} {rest}".strip(), places)


def _said(cell: str, head: _Column, chinese: bool) -> str:
    """Say one cell with its heading; nothing where it is no number, or nobody says what it counts."""
    bare = _NUMBER.fullmatch(cell)
    if bare is None:
        return f"{head.what} {cell}".strip() if _WITH_UNIT.fullmatch(cell) else ""
    if not head.unit:
        return ""
    sign = "-" if bare[1] in ("-", "−", "–") and bare[1] else ""
    number = bare[2]
    if head.places:
        number = f"{Decimal(number.replace(',', '')).scaleb(-head.places):,f}"
    if head.growth:
        return f"同比{'下降' if sign else '增长'}{number}%" if chinese else f"growth {sign}{number}%"
    figure = f"{sign}{number}{head.unit}" if chinese or head.unit == "%" else f"{sign}{number} {head.unit}"
    if chinese:
        return f"{head.when}{head.what}{figure}"
    return f"{_lower(head.what)} {figure}{f' in {head.when}' * bool(head.when)}".strip()


def _sentence(label: str, told: list[str], chinese: bool) -> str:
    if chinese:
        return f"{label}，{'，'.join(told)}。"
    when = _YEAR.fullmatch(label) or _MONTH.fullmatch(label)
    return f"{'In ' if when else ''}{label}, {', '.join(told)}."


def _lower(head: str) -> str:
    """Put a heading in the midst of a sentence: "Trade" as trade, "GDP" as it is."""
    return head[:1].lower() + head[1:] if head[1:2].islower() else head
