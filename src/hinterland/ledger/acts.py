"""The acts of an English sentence: which verbs announce something, whether it was done, is planned or only suggested.

A verb of policy counts where grammar makes it a statement of its own: after a modal ("will build"), after what licenses
an infinitive ("plans to build", "urged the ministry to build"), as progressive, perfect, past or passive, as an order
("Build …"), or in a chain with one of these ("will build and open"). A purpose ("to build …") and a means ("by building
…") are asides: they end the reach of the act before them. What is denied or only possible ("may build") is nothing.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from hinterland.ledger.announcing import RECEIVES, grammar

_BE = frozenset("is are was were be been being am get gets got s re".split())
_PAST_BE = frozenset(("was", "were"))
_HAVE = frozenset(("has", "have", "had", "having"))
_DETERMINERS = frozenset(
    "the a an this that these those its their his her our my your no any some each every such s more other".split()
)
_PREPOSITIONS = frozenset(
    "in on at of for by with from to into through via under over as since during between among against about after "
    "than within without across along per up toward towards including because".split()
)
_ADVERBS = frozenset(
    "also further not only now soon still even already better never once again meanwhile jointly then all both first "
    "always ever thus therefore instead together just no longer".split()
)
_NOT = frozenset(("not", "never", "longer"))
_MEANS = frozenset("by through of in for from without with after before since when at like than about as".split())
_STOPS = frozenset((",", ";", ":", "(", ")", '"', "."))
_LIST_MARKS = frozenset("i ii iii iv v vi vii viii ix x ( ) . : ; - • * \" ' 、".split())
_TAKES_PARTICLE = frozenset(
    "apply call invest focus participate engage cooperate contribute embark consult join move map roll".split()
)
_CAUSES = frozenset(
    "encourage guide help support assist allow enable urge push require invite lead authorize permit".split()
)
_NO_SUBJECT = _DETERMINERS | _PREPOSITIONS | {"and", "or"}
_FUTURE = frozenset("will shall should must ll".split())
_OPENERS = _FUTURE | {"to", "be"}
_FUNCTION_WORDS = _BE | _HAVE | _DETERMINERS | _PREPOSITIONS | _ADVERBS
_NOT_OPEN = frozenset("been being zero".split())
_ORDINALS = frozenset("first second third fourth fifth sixth finally firstly secondly thirdly".split())
_WISHES = frozenset("hopes hope hoped suggested suggests proposed urged recommended wishes wants".split())
_DENIES = frozenset("denied denies deny rejected rejects refused unlikely whether if without".split())
_SUBJECTS = frozenset("it they he she we city province government country state department bureau".split())
_FOCUS = frozenset("focus priority priorities task tasks agenda goal goals emphasis aim".split())
_AFOOT = {
    ("under", "way"): "planned",
    ("underway",): "planned",
    ("under", "construction"): "planned",
    ("in", "preparation"): "planned",
    ("in", "the", "pipeline"): "planned",
    ("on", "the", "way"): "planned",
    ("on", "the", "table"): "suggested",
    ("in", "force"): "done",
    ("in", "place"): "done",
    ("into", "force"): "done",
    ("into", "effect"): "done",
    ("into", "operation"): "done",
    ("into", "service"): "done",
    ("into", "use"): "done",
    ("took", "effect"): "done",
    ("takes", "effect"): "planned",
    ("take", "effect"): "planned",
}
_AFOOT_WORDS = frozenset(phrase[-1] for phrase in _AFOOT)


@dataclass(slots=True)
class Act:
    """Hold an act: its verb at words i..j, and from which word on its clause runs."""

    i: int
    j: int
    lemma: str
    form: str  # base, s, ing, ed, passive, noun
    status: str
    begin: int  # the first word of what stands before the verb: its subject, or the object of a passive
    aside: bool = False  # a purpose or a means: announces nothing itself
    adjunct: bool = False  # ", building …" after a finite verb: perhaps only a result
    known: bool = True  # is the verb one of policy, or any verb that is planned?

    @property
    def causes(self) -> bool:
        """Tell whether another's act completes this one: "encourage banks to lend"."""
        return self.lemma in _CAUSES


@cache
def may_act() -> frozenset[str]:
    """List the words without any of which a sentence holds no act."""
    return frozenset(grammar().verbs) | _FOCUS | _AFOOT_WORDS


def acts(words: list[str], passed: Container[int]) -> list[Act]:
    """List the acts of a sentence in order; `passed` are words that are no verbs, as parts of a name or a compound."""
    verbs = grammar().verbs
    walk, before = _Walk(words), ""
    for i, word in enumerate(words):
        if word in verbs:
            if i not in passed:
                walk.look(i, verbs[word])
        elif before in _OPENERS and i not in passed and (form := _open_form(words, i)):
            walk.look(i, {form: word}, opened=True)
        before = word
    nominal = [] if _FOCUS.isdisjoint(words) and _AFOOT_WORDS.isdisjoint(words) else walk.nominal()
    return sorted(walk.found + nominal, key=lambda act: act.i) if nominal else walk.found


def _open_form(words: list[str], i: int) -> str | None:
    """Tell whether a word that is no verb of policy stands where any verb must: "will …", "plans to …", "to be …ed"."""
    before, word = words[i - 1], words[i]
    if not word.isalpha() or word in _NOT_OPEN or word.endswith("ly"):
        return None
    if before == "be":
        return "ed" if word.endswith("ed") else None
    return None if word in _FUNCTION_WORDS or word in grammar().words["open.never"] else "base"


class _Walk:
    """Judge one verb after the other, knowing the acts before it."""

    def __init__(self, words: list[str]) -> None:
        self.words, self.found = words, list[Act]()
        self.lists = grammar().words

    def look(self, i: int, kinds: dict[str, str], opened: bool = False) -> None:
        """Add the verb at word i if it acts, or if it is an aside that ends the reach of another."""
        if self.words[i + 1 : i + 2] == ["off"]:  # paid off, took off: nobody's deed
            return
        at, negated = self._before(i)
        word = self.words[at] if at >= 0 else ""
        for form, lemma in kinds.items():
            said = None if negated else getattr(self, f"_{form}")(i, at, word, lemma)
            if said is not None and not (opened and (said.status == "done" or said.aside)):
                said.known = not opened
                self.found.append(said)
                return

    def nominal(self) -> list[Act]:
        """Find acts without a verb of policy: "X is a priority", "X is under way"."""
        found = []
        for i, word in enumerate(self.words):
            if word in ("is", "are", "remains", "remain") and self._focus(i + 1):
                if not any(act.i > i - 2 and act.i < i + 8 for act in self.found):
                    found.append(Act(i, i + 1, "be", "noun", "planned", self._clause(i)))
            elif word in ("is", "are", "was", "were", "came", "comes", "come", "went", "took", "takes", "take"):
                start = i if word.startswith("t") else i + 1
                status = next((s for p, s in _AFOOT.items() if tuple(self.words[start : start + len(p)]) == p), None)
                if status:
                    found.append(Act(i, i + 1, "be", "noun", status, self._clause(i)))
        return found

    def _focus(self, k: int) -> bool:
        """Tell "(is) also a top priority", "(is) on the agenda", "(is) one of the tasks"."""
        for word in self.words[k : k + 8]:
            if word in _FOCUS:
                return True
            if word in _STOPS or word in ("part", "for", "to", "in", "by", "with", "from"):
                return False
        return False

    def _base(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word == "to":
            return self._infinitive(i, at, lemma)
        status = self._modal(word, at)
        if word in ("can", "may", "could"):
            status = "suggested" if self._is_wished(at) else "planned" if lemma in RECEIVES else None
        if status is None and self._orders(i):
            status = "planned"
        if status is None and word in self.lists["modals.plural_agents"] and self._takes(i + 1):
            status = "planned"
        if status is None and self._wished(i):
            status = "suggested"
        if status is not None:
            return self._act(i, lemma, "base", status, at)
        return self._chained(i, at, word, lemma, "base")

    def _infinitive(self, i: int, at: int, lemma: str) -> Act | None:
        """Judge "to build": a purpose unless what stands before licenses it."""
        at, negated = self._before(at)
        word = self.words[at] if at >= 0 else ""
        if negated or "no" in self.words[max(0, at - 2) : at]:
            return self._act(i, lemma, "base", "planned", at, aside=True)
        if word in ("order", "as", "way") or word == "so":
            return self._act(i, lemma, "base", "planned", at, aside=True)
        if word in ("is", "are"):
            return self._act(i, lemma, "base", "planned", at)
        if word in (",", "and", "or", "but"):
            last = self._last("base")
            if last is not None:
                return self._act(i, lemma, "base", last.status, at, aside=last.aside, begin=last.begin)
        status = self._licence(at)
        return self._act(i, lemma, "base", status or "planned", at, aside=status is None)

    def _licence(self, at: int) -> str | None:
        """Find the word that licenses an infinitive, up to six words before it."""
        planned, suggested = self.lists["licence.planned"], self.lists["licence.suggested"]
        for k in range(at, max(-1, at - 7), -1):
            word = self.words[k]
            if word in suggested or (k == at and word in self.lists["licence.suggested_beside"]):
                return "suggested"
            if word in planned or (k == at and word in self.lists["licence.planned_beside"]):
                return "suggested" if "should" in self.words[max(0, k - 1) : at] else "planned"
            if word in (",", ";") or (k < at and word in grammar().verbs and k == self._last_at()):
                return None
        return None

    def _ing(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word in _BE:
            return self._progressive(i, at, lemma)
        status = self._gerund(i, at, word)
        if status is not None:
            return self._act(i, lemma, "ing", status, at)
        if self._lists(at, word):
            return self._act(i, lemma, "ing", "planned", at)
        if word == "to":
            licensed = self._licence(at - 1)
            return self._act(i, lemma, "ing", licensed or "planned", at, aside=licensed is None)
        if self.found and self.found[-1].j == at + 1 and not self.found[-1].aside:
            return self._act(i, lemma, "ing", self.found[-1].status, at, begin=self.found[-1].begin)
        if word in _MEANS:
            return self._act(i, lemma, "ing", "planned", at, aside=True)
        return self._chained(i, at, word, lemma, "ing") or self._participle(i, at, word, lemma)

    def _lists(self, at: int, word: str) -> bool:
        """Tell an item of a list: after a colon or an ordinal, or as a heading without any finite verb."""
        if word in (":", ";") or (word == "," and self.words[at - 1] in _ORDINALS):
            return True
        opens = all(mark in _LIST_MARKS or mark.isdigit() for mark in self.words[: at + 1])
        return at >= 0 and opens and (_BE | _HAVE).isdisjoint(self.words) and self._modal_at(len(self.words)) is None

    def _progressive(self, i: int, at: int, lemma: str) -> Act:
        before = self.words[max(0, at - 2) : at + 1]
        done = _PAST_BE & set(before) or (_HAVE & set(before))
        return self._act(i, lemma, "ing", "done" if done else "planned", at)

    def _gerund(self, i: int, at: int, word: str) -> str | None:
        """Judge a gerund by what governs it: "suggested lowering", or an opening one that is "on the agenda"."""
        if word in self.lists["licence.gerund_suggested"] and (word != "for" or self.words[at - 1].startswith("call")):
            return "suggested"
        if at < 0 and i == 0:
            return (
                "planned" if {"agenda", "priority", "task", "tasks", "priorities", "focus"} & set(self.words) else None
            )
        before = set(self.words[max(0, at - 4) : at])
        if word in self.lists["licence.gerund_planned"]:
            governed = word not in ("on", "as", "into", "toward", "towards", "via", "such")
            works = {"focus", "work", "efforts", "working"} & before and self.words[0] != "with"
            return "planned" if governed or works else None
        return "planned" if word == "in" and "role" in before else None

    def _participle(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        """Judge ", building …": part of what the sentence reports, or plans where it plans."""
        if word != "," or not self._takes(i + 1):
            return None
        last = next((act for act in reversed(self.found) if not act.aside), None)
        status = last.status if last else ("planned" if {"will", "plans"} & set(self.words[:i]) else "done")
        begin = last.begin if last else 0
        return self._act(i, lemma, "ing", status, at, begin=begin, adjunct=True)

    def _ed(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word in _BE:
            return self._passive(i, at, lemma)
        if word in _HAVE:
            return None if "to" in self.words[max(0, at - 1) : at] else self._act(i, lemma, "ed", "done", at)
        chained = self._chained(i, at, word, lemma, "passive" if self._last_is("passive") else "ed")
        if chained is not None:
            return chained
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if after in ("to", "that") and lemma in ("agree", "decide"):
            return None
        closes = word == "," and "," in self.words[:at]  # "the mayor, a former banker, called for …"
        noun = word.isalnum() and word not in _NO_SUBJECT and not word[0].isdigit()
        if self.words[i] in self.lists["verbs.participle"] and not (word in _SUBJECTS and self._takes(i + 1)):
            return None
        if (noun or closes) and self._takes(i + 1, lemma):
            return self._act(i, lemma, "ed", "suggested" if self._suggests(lemma) else "done", at)
        return None

    def _passive(self, i: int, at: int, lemma: str) -> Act | None:
        """Judge "will be built", "has been built", "is built" by the auxiliaries before it."""
        k = at
        while k > 0 and (self.words[k - 1] in _BE or self.words[k - 1] in _HAVE or self.words[k - 1] in _ADVERBS):
            k -= 1
        chain = set(self.words[k : at + 1])
        word = self.words[k - 1] if k else ""
        status = self._modal(word, k - 1)
        if chain & _NOT or lemma in ("make", "lead") or (lemma == "put" and self.words[i + 1 : i + 2] == ["forward"]):
            return None
        if word == "to" and status is None:
            status = self._licence(k - 2) or ("planned" if k > 1 and self.words[k - 2] in _BE else None)
            if status is None:
                return None
        elif status is None:
            if word in ("may", "might", "could", "can", "would"):
                return None
            status = "done" if chain & (_PAST_BE | _HAVE) else "planned"
            if status == "planned" and "being" not in chain and lemma not in self.lists["results.giving"]:
                return None  # a state: "the museum is closed"
        return self._act(i, lemma, "passive", "suggested" if self._suggests(lemma) else status, k - 1)

    def _s(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word in ("and", ","):
            return self._chained(i, at, word, lemma, "s")
        noun = self.words[i] in self.lists["verbs.noun_s"]
        subject = word.isalnum() and word not in _DETERMINERS and word not in _PREPOSITIONS and not word[:1].isdigit()
        if subject and self._takes(i + 1, lemma) and (not noun or word in ("it", "he", "she", "which")):
            return self._act(i, lemma, "s", "suggested" if self._suggests(lemma) else "planned", at)
        return None

    def _chained(self, i: int, at: int, word: str, lemma: str, form: str) -> Act | None:
        """Carry on from an earlier verb of the same form: "will build …, expand … and open …"."""
        if word not in (",", "and", "or", "then", "while") or (form != "passive" and not self._takes(i + 1, lemma)):
            return None
        last = self._last(form)
        if last is None and form == "base" and word == "and" and (status := self._modal_at(at)):
            return self._act(i, lemma, form, status, at)
        if last is None or ";" in self.words[last.i : i]:
            return None
        return self._act(i, lemma, form, last.status, at, aside=last.aside, begin=last.begin, adjunct=last.adjunct)

    def _act(
        self, i: int, lemma: str, form: str, status: str, at: int, *, aside: bool = False, begin: int | None = None,
        adjunct: bool = False,
    ) -> Act:  # fmt: skip
        if self._suggests(lemma) and status == "planned" and not aside:
            status = "suggested"
        start = self._clause(at + 1) if begin is None else begin
        return Act(i, i + 1, lemma, form, status, start, aside, adjunct)

    def _before(self, i: int) -> tuple[int, bool]:
        """Step back over adverbs: the word that governs the verb, and whether it is negated."""
        k, negated = i - 1, False
        while k >= 0 and (self.words[k] in _ADVERBS or (self.words[k].endswith("ly") and len(self.words[k]) > 4)):
            negated |= self.words[k] in _NOT and self.words[k + 1] != "only"
            k -= 1
        return k, negated

    def _modal(self, word: str, at: int) -> str | None:
        if _DENIES & set(self.words[max(0, at - 10) : at]):
            return None
        if word in self.lists["modals.planned"]:
            return "suggested" if self._is_wished(at) else "planned"
        return "suggested" if word in self.lists["modals.suggested"] else None

    def _modal_at(self, at: int) -> str | None:
        """Find the modal of a clause whose first verb is not one of policy: "should seize … and deepen …"."""
        words = self.words[self._clause(at) : at]
        return next((status for k, word in enumerate(words) if (status := self._modal(word, k))), None)

    def _is_wished(self, at: int) -> bool:
        return not _WISHES.isdisjoint(self.words[max(0, at - 14) : at])

    def _orders(self, i: int) -> bool:
        """Tell an order: the verb opens the sentence, or follows a list mark, a colon or a semicolon."""
        k = i - 1
        while k >= 0 and (self.words[k] in _LIST_MARKS or self.words[k].isdigit() or self.words[k].endswith("ly")):
            if self.words[k] in (":", ";"):
                return self._takes(i + 1)
            k -= 1
        return k < 0 and self._takes(i + 1)

    def _wished(self, i: int) -> bool:
        """Tell "proposed that the state double …"."""
        before = self.words[max(0, i - 9) : i]
        if "that" not in before or not self._takes(i + 1):
            return False
        at = max(0, i - 9) + before.index("that")
        said = self.words[at - 1] if at else ""
        return (
            said[:7] in {word[:7] for word in self.lists["licence.suggested"]}
            and said not in self.lists["licence.planned"]
        )

    def _takes(self, k: int, lemma: str = "") -> bool:
        """Tell whether an object can follow: neither a stop nor a preposition nor a bare rate of change."""
        if k >= len(self.words):
            return False
        word = self.words[k]
        if word in _PREPOSITIONS and not (
            word in ("in", "on", "out", "up", "into", "for") and lemma in _TAKES_PARTICLE
        ):
            return word in ("up", "to") and lemma in ("set", "step", "build", "ramp", "speed", "lead")
        if word in _STOPS and word not in ('"', "("):
            return False
        return not (word[0].isdigit() and self.words[k + 1 : k + 2] in (["percent"], ["%"], ["per"])) and word not in (
            "last",
            "and",
        )

    def _last(self, form: str) -> Act | None:
        return next((act for act in reversed(self.found) if act.form == form), None)

    def _last_is(self, form: str) -> bool:
        return bool(self.found) and self.found[-1].form == form

    def _last_at(self) -> int:
        return self.found[-1].i if self.found else -1

    def _suggests(self, lemma: str) -> bool:
        return lemma in self.lists["verbs.suggest"] or lemma == "consider"

    def _clause(self, at: int) -> int:
        """Find where the clause that holds a word begins."""
        bounds = self.lists["bounds.words"]
        return next((k + 1 for k in range(at - 1, -1, -1) if self.words[k] in bounds), 0)
