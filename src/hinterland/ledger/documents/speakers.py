"""Whose statement a sentence is: "said Wang Lei, director of the bureau", "according to Qingdao Customs", 据海关统计.

A sentence names its speaker itself, goes on in a quotation that another sentence attributes, or refers back ("he
added", "the ministry said"). A sentence that does none of these is the document's own and has no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CUES = (
    *(" said", "says", "ccording", "told", "noted", "nnounced", "eported", "stated", "added", "revealed", "disclosed"),
    *("explained", "how", "ndicate", "iting", "quoted", "pointed out", "estimates", "据", "说", ":", "表示", "介绍"),
    *("获悉", "指出", "显示", "透露"),
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today"
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_STOP = (  # where a name ends
    rf"(?=[,.;:\"()]|$| (?:on|during|while|as|when|after|that|released|{_DAY})\b| show| at (?:a|the)\b"
    r"| in (?:a|an|its|their)\b| and\b (?-i:(?=[a-z])))"
)
_LETTER = r"[^,.;:\"()]|\.(?=\w)"
_WHO = rf"((?:[^\s,.;:\"()]|\.(?=\w))(?:{_LETTER}|\([A-Z]{{2,8}}\)){{1,90}}?){_STOP}"
_TELLS = (
    r"(?:also |has |had |further )?(?:said|says|told|noted|stated|revealed|disclosed|explained|pointed out)\b(?! to\b)"
)
_CLAIMS = (
    r"(?:reported|announced|estimates|showed|shows|indicated|added)"
    r"(?= (?:on|that|in a|yesterday|today|\w+day\b)|[,.\"]|\s*$)"
)
_DATA = r"(?:data|figures|statistics|numbers|information|a report|a statement|an estimate|estimates|results)"
_MADE = r"(?:released|issued|compiled|published|provided|collected)"
_ACCORDING = re.compile(
    rf"\baccording to (?:the )?(?:\w+ ){{0,3}}?(?:{_DATA} (?:\w+ ){{0,2}}?(?:by|from|of) )(?:the )?{_WHO}"
    rf"|\b(?:according to|citing) (?:the )?{_WHO}",
    re.I,
)
_SHOWN = re.compile(
    rf"\b{_DATA} (?:{_MADE}(?: \w+){{0,2}}? )?(?:by|from|of) (?:the )?"
    r"([^,;\"]{2,80}?) (?:on \w+ |also )?(?:show|indicat|reveal)"
    rf"|((?-i:[A-Z])[^,.;:\"]{{2,60}}?)(?:'s?)? {_DATA} (?:also )?(?:show|indicat|reveal)",
    re.I,
)
_AFTER = re.compile(rf"[,\"] (?:said|says|added|noted|explained|reported|announced) {_WHO}|\bsays {_WHO}", re.I)
_NAMED_AFTER = re.compile(r"(?:Ministry|Department|Bureau|Office|Administration|Institute) (?:of|for) [A-Z]\w+$")
_SERIES = re.compile(r"(?:, [A-Z]\w{1,30}){0,8} and [A-Z]\w+(?: [A-Z]\w+)?|(?:, [A-Z]\w{1,30}){1,8},? and [A-Z]\w+")
_OFFICE = re.compile(
    rf"((?:Ministry|Department|Bureau) (?:of|for) [A-Z]\w+(?:, [A-Z]\w+)+,? and [A-Z]\w+) (?:{_TELLS}|{_CLAIMS})"
)
_APPOSED = re.compile(rf"(?<!\w)([A-Z][\w'.-]{{0,30}}(?: [A-Z][\w'.-]{{0,30}}){{1,4}}), [^,\"]{{3,90}}, {_TELLS}\b")
_BEFORE = re.compile(rf"(?:^|[,;\"] |-- |- |\) )(?:and |but |while |as )?([^,;\"]{{2,80}}?) (?:{_TELLS}\b|{_CLAIMS})")
_TELLING = ("said", "says", "told", "noted", "stated", "revealed", "disclosed", "explained", "pointed out")
_CLAIMING = ("reported", "announced", "estimates", "showed", "shows", "indicated", "added")
_NAMING = (  # each pattern with the words of which it holds one, so that it is not tried in vain
    (_ACCORDING, ("according to", "citing")),
    (_SHOWN, ("show", "indicat", "reveal")),
    (_OFFICE, ("ministry", "department", "bureau")),
    (_APPOSED, _TELLING),
    (_BEFORE, (*_TELLING, *_CLAIMING)),
    (_AFTER, (" said", " says", " added", " noted", " explained", " reported", " announced", "says")),
)
_BACK = re.compile(  # whoever was named before
    r"\b(?:he|she|it|they|the (?:officials?|spokes(?:person|man|woman)|director|minister|governor|data|statement|report"
    r"|figures|ministry|bureau|department|office|authority|administration|agency|bank|company|group|customs))$",
    re.I,
)
_NO_NAME = re.compile(rf"\d|%|^(?:in|at|for|of|from|value|more|less|trade of|{_MONTH})\b|^[a-z]+'s$", re.I)
_BACK_DATA = re.compile(
    r"^(?:the |official |its |preliminary |latest )*(?:data|figures|statistics|report|statement|document)$", re.I
)
_NOBODY = frozenset(("it", "he", "she", "they", "this", "that", "which", "who", "there", "we", "i"))
_TRIM = re.compile(
    rf"^(?:the |a |an |as |that |by |local media citing |(?:{_MONTH})\.? \d{{1,2}} (?:from |by )?)"
    r"|(?:,? (?:on|in|at|during|late|early|yesterday|today|here|earlier)\b.*)$"
    r"|'s (?:(?:preliminary|flash|latest|first|quick) ?)*(?:estimates?|report|release)?$"
    r"|(?<! of) (?:data|figures|statistics|website|delivered|said)$",
    re.I,
)
_ZH = re.compile(
    r"^\s*([^,。:\"]{2,20}(?:厅|局|部|委|署|院|会|海关)):"
    r"|(?:据|根据)([^,。;:\"据]{2,24}?)(?:统计|介绍|消息|数据|发布|显示|通报|测算|初步|了解|,)"
    r"|(?:从)([^,。;:\"]{2,24}?)(?:了解到|获悉|了解)"
    r"|(?:^|[,。\"”])([^,。;:\"“”]{2,40}?)"
    r"(?:表示|介绍(?!了)|指出|透露|说|称|在[^,。]{2,30}(?:上表示|上介绍|上说))(?=[,:。\"“]|$)"
    r"|([^,。;:\"]{2,24}?)(?:发布|公布)的?(?:最新)?(?:数据|统计|消息)?(?:显示)?[,:]"
)
_TITLE_ZH = re.compile(
    r"\A.*(?:副?(?:局|厅|关|司|处|市|省|区|部|主|组|署|会|院|校|行)长|副?主任|发言人|负责人|书记|总经理|经理|主席|专家|教授|研究员"
    r"|分析师|董事长)(?=[\u4e00-\u9fff]{2,4}$)"
)
_PENDING = "\0"  # in a quotation that another sentence ascribes


def speakers(text: str, spans: Sequence[tuple[str, int, int, int]]) -> list[str | None]:
    """List the speaker of each sentence, given as (kind, paragraph, start, end) in order of print."""
    found: list[str | None] = []
    last: str | None = None
    quoted, paragraph = False, -1
    for _, number, start, end in spans:
        sentence = text[start:end]
        if number != paragraph:
            paragraph = number
            quoted = False
        named = _named(sentence, last) if any(map(sentence.__contains__, _CUES)) else None
        inside = quoted or sentence[:1] in '"“'
        quoted ^= bool((sentence.count('"') + sentence.count("“") + sentence.count("”")) % 2)
        last = named or last
        found.append(named or (_PENDING if inside else None))
    return _settled(found, [number for _, number, _, _ in spans])


def _settled(found: list[str | None], paragraphs: list[int]) -> list[str | None]:
    """Give the sentences of a quotation its speaker: named before or after it in the paragraph, else the last one."""
    settled: list[str | None] = []
    last: str | None = None
    for place, name in enumerate(found):
        if name == _PENDING:
            here = [
                other
                for other, paragraph in zip(found, paragraphs, strict=True)
                if paragraph == paragraphs[place] and other not in (None, _PENDING)
            ]
            name = here[0] if here else last
        last = name or last
        settled.append(name)
    return settled


def _named(sentence: str, last: str | None) -> str | None:
    """Find the speaker that a sentence names, or refers back to."""
    if not sentence.isascii() and (hit := _ZH.search(sentence)):
        who = _chinese(next(part for part in hit.groups() if part))
        return None if who.endswith(("结果", "口径", "规定", "要求", "标准")) else who
    low = sentence.lower()
    for pattern, cues in _NAMING:
        hit = pattern.search(sentence) if any(map(low.__contains__, cues)) else None
        if hit is None:
            continue
        who = _clean(next(part for part in hit.groups() if part))
        if _NAMED_AFTER.search(who) and (rest := _SERIES.match(sentence, hit.end())):
            who += rest[0]  # "the Ministry of Trade, Industry and Energy"
        if _BACK_DATA.search(who) or who.lower() in _NOBODY:
            return last
        if (_BACK.search(who) or who.islower()) and last and _same(who, last):
            return last
        if 1 < len(who) < 90 and not _NO_NAME.search(who):
            return who
    return None


def _same(who: str, last: str) -> bool:
    """Tell "the ministry" as the Ministry of Commerce named before, "the official" as whoever spoke last."""
    word = who.lower().split()[-1]
    return word in last.lower() or word in (
        "official",
        "officials",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "director",
    )


def _clean(who: str) -> str:
    who = " ".join(who.split()).strip(" -'")
    return _TRIM.sub("", _TRIM.sub("", who)).strip(" -'")


def _chinese(who: str) -> str:
    """Drop the title before a name: 南京海关副关长周文 is 周文."""
    who = who.strip(' "“”')
    return _TITLE_ZH.sub("", who) or who
