"""What a page carries besides its prose: recognised and marked, never deleted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hinterland.ledger.calendar_names import MONTHS
from hinterland.ledger.documents.intake import Intake
from hinterland.ledger.documents.sentences import paragraphs, unwrapped
from hinterland.ledger.records import Block

_MONTHS = [month.lower() for month in MONTHS]
_MONTH = rf"({'|'.join(MONTHS)})[a-z]*\.?"
_DATES = (
    (re.compile(r"(20\d\d|19\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})"), (1, 2, 3)),
    (re.compile(rf"{_MONTH} ?(\d{{1,2}})(?:st|nd|rd|th)?,? ((?:20|19)\d\d)", re.I), (3, 1, 2)),
    (re.compile(rf"\b(\d{{1,2}}) {{0,2}}{_MONTH},? ?((?:20|19)\d\d)", re.I), (3, 2, 1)),
    (re.compile(rf"((?:20|19)\d\d),? {_MONTH} (\d{{1,2}})\b", re.I), (1, 2, 3)),
    (re.compile(r"\b(\d{1,2})-(\d{1,2})-((?:20|19)\d\d)\b"), (3, 1, 2)),
    (re.compile(r"\b(\d{1,2})[./](0?[1-9]|1[0-2])[./]((?:20|19)\d\d)\b"), (3, 2, 1)),
    (re.compile(r"\b(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/((?:20|19)\d\d)\b"), (3, 1, 2)),
)
_ADDRESS_DATES = (
    re.compile(r"/(20\d\d)[-/]?(\d\d)[-/]?(\d\d)/"),
    re.compile(r"/(20\d\d)-(\d\d)/(\d\d)/"),
    re.compile(r"/(20\d\d)(\d\d)/(\d\d)/"),
    re.compile(r"/(20\d\d)/(\d{1,2})/(\d{1,2})/"),
    re.compile(r"/(20\d\d)-(\d{1,2})/(\d{1,2})_"),
    re.compile(r"/(20\d\d)(0[1-9]|1[0-2])([0-3]\d)\d*"),
    re.compile(r"[/_-][a-z]{1,4}(20\d\d)(0[1-9]|1[0-2])([0-3]\d)\d*", re.I),
    re.compile(r"[?&][a-z]{1,9}=(20[0-3]\d)(0[1-9]|1[0-2])([0-3]\d)\d*", re.I),
)
_ADDRESS_MONTH = re.compile(r"/(20[0-3]\d)[-/]?(0[1-9]|1[0-2])/")
_ADDRESS_YEAR = re.compile(r"/(20[0-3]\d)[-/]?(0[1-9]|1[0-2])?(?:/|-)")
_DAY_ZH = re.compile(r"(\d{1,2})月(\d{1,2})日")
_DAY = re.compile(rf"\b{_MONTH} (\d{{1,2}})\b")
_FILE = re.compile(r"(?<=\S)\.(?:jpe?g|png|gif|bmp|webp|pdf|docx?|mp4|svg)\b", re.I)
_CREDIT = re.compile(
    r"\[?\(?\b(?:Photo|Photos|Photograph|Xinhua/|Picture|Image|VCG|File photo)\b[^)\]]{0,60}[)\]]"
    r"|/FOR CHINA DAILY|\[Photo|Photo by |\(Xinhua/|/Xinhua\)"
    r"|\((?:Newsis|Yonhap|Reuters|AP|AFP|EPA|PTI|ANI|Bloomberg|Getty Images)\) ?\|? ?$",
    re.I,
)
_CREDITED = (  # words of which every credit holds one, in lower case
    *("photo", "xinhua/", "/xinhua", "picture", "image", "vcg", "china daily", "(newsis", "(yonhap", "(reuters"),
    *("(ap)", "(afp)", "(epa)", "(pti)", "(ani)", "(bloomberg", "(getty"),
)
_HAN = re.compile("[\u4e00-\u9fff]")
_LEAD_LINE = re.compile(
    r"^\(?\|? ?(?:Last )?(?:Updated?|Date|Source|Editor|Published|Reporter|By(?=[: ]+(?-i:[A-Z]))|Author|Reading Time"
    r"|Posted)\b ?:?|^\(?[\w.& ]{2,25}\)? ?\| ?(?:Updated ?: ?)?\d|^(?:Print ?)+$|^\S{0,3}\(?(?:Xinhua"
    r"|chinadaily\.com\.cn|People's Daily)",
    re.I,
)
_HEAD = 12  # lines among which a title stands
_STAMP = re.compile(r"(?:date (?:19|20)\d\d-\d\d-\d\d\s+|(?:Print ?){2,3}(?=[A-Z]))")
_MENU_WORD = re.compile(
    r"^(?:home|login|print|save|e-mail|close|share|back to top|text size|english|search|menu|large"
    r"|regions?|edition|sports|business|news|latest news|contact|about us|next|previous|related"
    r"|bar_progress)\b",
    re.I,
)
_HERE = re.compile(r"(?:your|current) (?:location|position)\b|you are here\b", re.I)
_SAYS = re.compile(r"percent|billion|million|%|[，。；！？％]|[年月日]起|[亿万][元吨辆人台家]|百分点|增长|下降|同比")
_BEGINS = re.compile(r"自(?:19|20)\d\d年[\d年月日]{0,7}起")
_BULLET = re.compile(r"[*•·▪◦-]\s+\S[^\n]{0,200}\d")
_ELSEWHERE = re.compile(
    r"^(?:also read|read also|read more|see also|more on this|related (?:news|articles?|stories)|share this)\b", re.I
)
_PUBLISHERS = re.compile(
    r"\b(Xinhua|chinadaily\.com\.cn|China Daily|People's Daily(?: Online)?|PRNewswire|Reuters|AFP|CGTN"
    r"|ECNS|China Knowledge|Global Times|Eurostat|新华社|人民日报|中新社)\b",
    re.I,
)


def mark(text: str, start: int, given: Intake | None = None) -> list[Block]:
    """Name every line of a text from `start` on: title, dateline, caption, file_name, menu, cut_off, or body.

    Lines that the source's format calls captions, and the first that it calls the title, are that.
    """
    captions = given.captions if given else frozenset()
    lines = unwrapped(text, paragraphs(text, start), given is not None and given.laid_out)
    blocks: list[Block] = []
    titled = False
    for number, (begin, end) in enumerate(_without_stamp(text, lines, blocks)):
        line = text[begin:end]
        kind = "caption" if line in captions else _kind(line, number, titled, number + 1 < len(lines))
        titled = titled or kind == "body"
        blocks.append(Block(begin, end, kind))
    return _one_title(text, blocks, given.title if given else None)


def _without_stamp(text: str, lines: list[tuple[int, int]], blocks: list[Block]) -> list[tuple[int, int]]:
    """Part a stamp such as "date 2022-05-07" or "Print Print" from the line that it is glued to."""
    parted = []
    for begin, end in lines:
        stamp = _STAMP.match(text, begin, end)
        if stamp and stamp.end() < end:
            blocks.append(Block(begin, stamp.end(), "dateline"))
            begin = stamp.end()
        parted.append((begin, end))
    return parted


def _one_title(text: str, blocks: list[Block], told: str | None) -> list[Block]:
    """Keep the line that the format names as the title, else the longest of the short ones above the prose.

    The others are a menu. Where there is none, a line of a word or two above the dateline is it.
    """
    if [block.kind for block in blocks[:2]] == ["menu", "dateline"] and not _is_menu(text, blocks):
        blocks = [replace(blocks[0], kind="title"), *blocks[1:]]
    titles = [block for block in blocks if block.kind == "title"]
    longest = max(titles, key=lambda block: block.end - block.start, default=None)
    named = next((block for block in blocks[:_HEAD] if told and text[block.start : block.end] == told), longest)
    return [
        replace(block, kind="title" if block is named else "menu") if block.kind == "title" or block is named else block
        for block in blocks
    ]


def _is_menu(text: str, blocks: list[Block]) -> bool:
    """Tell a page that has a title further down, or begins with a word of its menu."""
    first = text[blocks[0].start : blocks[0].end]
    return any(block.kind == "title" for block in blocks) or _MENU_WORD.match(first) is not None or _is_path(first)


def _kind(line: str, number: int, titled: bool, more: bool) -> str:
    if len(line) > 400 or _BULLET.match(line) or _BEGINS.match(line):
        return "body"
    if len(line) < 120 and _FILE.search(line):
        return "file_name"
    if any(map(line.lower().__contains__, _CREDITED)) and _CREDIT.search(line):
        return "caption"
    words = len(line.split()) + (0 if line.isascii() else len(_HAN.findall(line)) // 3)
    short = words <= 16 and not re.search(r"[.。!?][\"')]?$", line)
    if not titled and len(line) < 90 and (_LEAD_LINE.search(line) or _dates_line(line, 60)):
        return "dateline"
    if short and _is_path(line):
        return "menu"
    if (_MENU_WORD.search(line) and short and len(line) < 60) or (_ELSEWHERE.match(line) and len(line) < 200):
        return "menu"
    if short and len(line) < 60 and (_LEAD_LINE.match(line) or _dates_line(line, 40)):
        return "dateline"
    if not titled and short and more and words > 2:
        return "title"
    if (
        short
        and not more
        and titled
        and len(line) > 40
        and not re.search(r"[.。!?;:)\"'\]■]$", line)
        and line[-1].isalnum()
    ):
        return "cut_off"
    if short and titled and not re.search(r"\d", line):
        return "menu"
    if short and not titled and words <= 2:
        return "menu"
    return "body"


def _is_path(line: str) -> bool:
    """Tell where on its site a page stands: "Home > News > Trade", "Your Location: News"."""
    return max(map(line.count, (">", "»", "›", " | "))) > 1 or _HERE.match(line) is not None


def _dates_line(line: str, longest: int) -> bool:
    """Tell a line that only says when a text appeared from a short sentence with a date: 自2024年3月1日起，…"""
    return len(line) < longest and dated(line) is not None and not _SAYS.search(line)


def dated(line: str) -> date | None:
    """Find the first full date in a line."""
    if "20" not in line and "19" not in line:
        return None  # a date has a year, and most lines have none
    best: tuple[int, date] | None = None
    for pattern, (year, month, day) in _DATES:
        hit = pattern.search(line)
        if hit is None:
            continue
        number = hit[month] if hit[month].isdigit() else str(_MONTHS.index(hit[month][:3].lower()) + 1)
        try:
            found = date(int(hit[year]), int(number), int(hit[day]))
        except ValueError:
            continue
        if best is None or hit.start() < best[0]:
            best = (hit.start(), found)
    return best[1] if best else None


def published(text: str, blocks: list[Block], address: str) -> date | None:
    """Find when a document appeared: its dateline, its first lines, then its address."""
    for block in blocks:
        if block.kind == "dateline" and (found := dated(text[block.start : block.end])):
            return found
    for pattern in _ADDRESS_DATES:
        if hit := pattern.search(address):
            try:
                return date(int(hit[1]), int(hit[2]), int(hit[3]))
            except ValueError:
                continue
    head = " ".join(
        text[block.start : min(block.end, block.start + 80)] for block in blocks[:6] if block.kind != "caption"
    )
    return dated(head) or _dated_by_both(address, head)


def issued(address: str) -> date | None:
    """Give the last day but few of the month that an address names: "/2019/08/"."""
    month = _ADDRESS_MONTH.search(address)
    return date(int(month[1]), int(month[2]), 28) if month else None


def _dated_by_both(address: str, head: str) -> date | None:
    """Join the year of an address to the day that the first lines print: /202405/ and 5月15日, or "May 15"."""
    year = _ADDRESS_YEAR.search(address)
    day = _DAY_ZH.search(head) or _DAY.search(head) if year else None
    if year is None or day is None:
        return None
    month = int(day[1]) if day[1].isdigit() else _MONTHS.index(day[1][:3].lower()) + 1
    if year[2] and abs(int(year[2]) - month) > 1:
        return None
    try:
        return date(int(year[1]), month, int(day[2]))
    except ValueError:
        return None


def publisher(text: str, address: str) -> str | None:
    """Find who published a document: a name in its first lines, else the host of its address."""
    hit = _PUBLISHERS.search(text[:600])
    if hit:
        return hit[1]
    host = re.match(r"https?://(?:www\.|m\.)?([^/]+)", address)
    return host[1] if host else None
