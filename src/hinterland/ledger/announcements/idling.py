"""Verbs that do nothing where they stand: "took off", "pay attention", "pilot projects", "delayed deliveries"."""

from __future__ import annotations

from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.announcing import grammar
from hinterland.ledger.announcements.governing import BE, DETERMINERS

_ATTRIBUTES = 5  # words between a verb and a participle that only describes its object
_ATTRIBUTIVE = DETERMINERS | frozenset(
    "new more several many two three four five six seven eight nine ten first second local national regional fully "
    "better highly large modern up out and ,".split()
)
_STRESSES = frozenset("highlight highlights highlighted highlighting".split())
_WEIGHT = frozenset("importance role significance value fact".split())
_TAKES = frozenset("take takes took taken taking".split())
_HAPPENS = frozenset("shape place note root stock pride".split())
_ENDS = frozenset("waive write pay lay".split())  # "waived off duties", but "took off"
_SEES = frozenset("see sees saw seen seeing mark marks marked marking".split())


def is_idle(words: list[str], i: int, kinds: dict[str, str]) -> bool:
    """Tell verbs that do nothing here: "took off", "pay attention", "further expand", "come" without "out with"."""
    after = words[i + 1 : i + 4]
    if (after[:1] == ["off"] and _ENDS.isdisjoint(kinds.values())) or "attention" in after or "consideration" in after:
        return True
    if "what" in words[max(0, i - 2) : i]:
        return True  # "what it calls a port"
    if after[:2] == ["back", "against"]:
        return True  # "pushed back against tariffs"
    if words[i] == "considering" and words[i - 1] == ",":
        return True
    if words[i] in _STRESSES and not _WEIGHT.isdisjoint(after):
        return True  # "highlighted the importance of trade"
    if words[i] == "pilot" and words[i + 1 : i + 2] and words[i + 1] not in DETERMINERS:
        return True  # "pilot projects"
    if words[i] in _SEES and grammar().words["verbs.nouns"].isdisjoint(after):
        return True  # but "the park will see the construction of depots"
    if after[:2] == ["up", "to"] and words[i].startswith("add"):
        return True
    if words[i].startswith("contribut") and after and after[0][0].isdigit():
        return True
    if words[i] in _TAKES and after[:1] and after[0] in _HAPPENS:
        return True  # "a network has taken shape"
    if words[i] == "further":
        return after[:1] != ["the"] and after[:1] != ["its"]
    return "come" in kinds.values() and after[1:2] != ["with"]


def is_attribute(words: list[str], i: int, last: Act | None) -> bool:
    """Tell "promote coordinated reform", "build 46 new integrated areas": no act, but what kind of thing."""
    infinitive = i > 1 and words[i - 2] == "to" and words[i - 1].isalpha() and words[i - 1] not in DETERMINERS | BE
    if infinitive:
        return words[i + 1 : i + 2] != [] and words[i + 1].isalpha()  # "to solve delayed deliveries"
    if last is None or last.form not in ("base", "ing", "ed", "s") or i - last.j > _ATTRIBUTES:
        return False
    return all(word in _ATTRIBUTIVE or word[0].isdigit() for word in words[last.j : i])
