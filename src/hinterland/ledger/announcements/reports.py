"""What only sounds like an announcement: figures that came out, effects that are foretold, comment on what was done."""

from __future__ import annotations

import re
from functools import cache

from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.acts import may_act
from hinterland.ledger.announcements.announcing import grammar
from hinterland.ledger.announcements.governing import BE, PREPOSITIONS
from hinterland.ledger.announcements.groups import PARTS, Hit, is_vague
from hinterland.ledger.announcements.objects import is_lever
from hinterland.ledger.lexicon import cut

_REPORT = re.compile(
    r"(?i)\brank(?:ed|ing)? \w+ nationwide|\baccount(?:ing|ed|s)? for|\byear[- ]on[- ]year"
    r"|(?<!set )(?<!sets )(?<!setting )\bup \d|\bdown \d"  # but "set up 25 warehouses"
)
_RELATIVE = re.compile(r", (?:which|who|whose|where) [^,;]{1,160}+,")  # "firms, which account for 9 percent, …"
_RATE = re.compile(r"\d ?(?:percent|%|pct|per cent)")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SIGNS = str.maketrans(dict.fromkeys(",.;:()\"'-", " "))
_MONEY = frozenset(
    "yuan dollars euros pounds yen rupees rs rmb usd krw won ringgit million billion trillion crore lakh "
    "bn mn tn inr cny eur gbp brl idr mxn php vnd kes ngn zar pkr bdt $ € £ ₹ ¥".split()
)
_LISTS = frozenset("include includes included comprise comprises".split())
_GIVES = frozenset(("provide", "offer", "give", "grant"))
_MEASURED = frozenset(("not", "only", "also", "further"))  # "the pact not only provides …"
_SETS_OUT = frozenset("aims aim seeks offers provides allows exempts grants introduces".split())
_AUXILIARIES = frozenset("will would shall should must may might could can has have is are was were said says".split())


def says_nothing(sentence: str) -> bool:
    """Tell at a glance a sentence in lower case that announces nothing: most do not, and this is their only reading.

    It holds no verb that could act, comments on what was done ("these steps have …"), or states a rate and no word by
    which anything is decided.
    """
    if may_act().isdisjoint(cut(sentence)[0]):
        return True
    words = sentence.translate(_SIGNS).split()
    if may_act().isdisjoint(words) or _comments(words):
        return True
    if grammar().words["verbs.opening"].isdisjoint(words[:6]):
        return ("percent" in sentence or "%" in sentence) and _decides().isdisjoint(words)
    return False


def _comments(words: list[str]) -> bool:
    if "photo" in words[:4]:
        return True  # "A photo taken on Friday shows …"
    if not _LISTS.isdisjoint(words[1:6]) or not _SETS_OUT.isdisjoint(words[2:3]):
        return False  # "these measures include …", "this scheme aims to …"
    return words[:1] in (["this"], ["these"], ["such"]) and words[1:2] not in (["year"], ["month"], ["time"], ["week"])


def is_report(act: Act, hit: Hit, words: list[str], sentence: str) -> bool:
    """Tell a figure that came out ("expanded exports by 5 percent") from a size that was set ("cut fees by 5")."""
    if is_lever(hit, words):
        return False
    if act.lemma == "create" and "jobs" in words[hit.i : hit.j]:
        return True  # what comes of a measure
    rate = bool(_RATE.search(sentence))
    if act.status != "done":
        return rate and hit.weak and act.lemma in grammar().words["verbs.targeted"]
    if _REPORT.search(_RELATIVE.sub(",", sentence)) or (
        _counts(act, words) and act.lemma in grammar().words["verbs.counted"]
    ):
        return True
    return rate and hit.weak and act.lemma in grammar().words["verbs.outcome"]


def is_condition(act: Act, words: list[str]) -> bool:
    """Tell what is done only in a condition: "if firms have ordered ships, …"."""
    return act.begin > 0 and words[act.begin - 1] in ("if", "unless") and "," not in words[act.begin : act.i]


def foretells(act: Act, hit: Hit, words: list[str]) -> bool:
    """Tell what something is said to bring about: "the policy will boost exports", "which promotes trade"."""
    if act.form in ("passive", "noun") or (act.form == "ing" and BE.isdisjoint(words[max(0, act.i - 3) : act.i])):
        return False
    if act.lemma in _GIVES and not hit.weak and not is_vague(hit):
        return False  # "the service will provide loans": what is given was decided
    if act.status == "planned" and not grammar().words["licence.planned"].isdisjoint(words[act.begin : act.i]):
        return False  # "measures which aim to help firms"
    if act.status == "suggested" and not grammar().words["licence.asked"].isdisjoint(words[act.begin : act.i]):
        return False  # "services are encouraged to raise capacity"
    relative = act.begin > 0 and words[act.begin - 1] in ("which", "that") and act.i - act.begin < 3
    if relative and act.form == "s":
        return True
    timed = words[hit.j - 1] == "time" and "port" not in words[act.begin : act.i]  # "the train will cut travel time"
    if act.known and not timed and act.lemma not in grammar().words["results.verbs"]:
        return False
    if relative:
        return True
    subject = words[act.begin : act.i]
    known = grammar().words["results.subjects"]
    if subject[:1] and "base" in grammar().verbs.get(subject[0], {}) and subject[0] not in known:
        return False  # "…; introduce policies and attract investment": an order has no subject
    if subject[:1] and subject[0] in PREPOSITIONS and "," in subject:
        subject = subject[subject.index(",") + 1 :]  # "under the policy, the state will …"
    if subject[1:2] == ["of"]:
        subject = subject[2:]  # "all of these measures will …"
    subject = [word for word in subject if word not in _MEASURED]
    nouns = next((subject[:k] for k, word in enumerate(subject) if k and word in PARTS | _AUXILIARIES), subject)[-2:]
    return not known.isdisjoint(nouns)


def _counts(act: Act, words: list[str]) -> bool:
    """Tell whether an act is on a number of things: the number follows the verb, or opens the subject of a passive."""
    near = words[act.begin : act.begin + 14] if act.form == "passive" else words[act.j : act.j + 4]
    number = any(word[0].isdigit() and not _YEAR.match(word) for word in near)
    return number and _MONEY.isdisjoint(words[act.j : act.j + 8]) and _MONEY.isdisjoint(near)


@cache
def _decides() -> frozenset[str]:
    lists = grammar().words
    names = (
        "modals.planned",
        "modals.suggested",
        "licence.planned",
        "licence.suggested",
        "verbs.levers",
        "verbs.priced",
        "results.packages",
    )
    return frozenset(("is", "are", "being")).union(*(lists[name] for name in names))
