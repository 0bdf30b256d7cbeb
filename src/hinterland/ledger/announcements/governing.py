"""What governs a verb: the words around it that make it a plan, an order, a wish, or an aside."""

from __future__ import annotations

from hinterland.ledger.announcements.announcing import grammar

BE = frozenset("is are was were be been being am get gets got s re".split())
HAVE = frozenset(("has", "have", "had", "having"))
DETERMINERS = frozenset(
    "the a an this that these those its their his her our my your no any some each every such s more other".split()
)
PREPOSITIONS = frozenset(
    "in on at of for by with from to into through via under over as since during between among against about after "
    "than within without across along per up toward towards including because".split()
)
ADVERBS = frozenset(
    "also further not only now soon still even already better never once again meanwhile jointly then all both first "
    "always ever thus therefore instead together just no longer".split()
)
NOT = frozenset(("not", "never", "longer"))
_STOPS = frozenset((",", ";", ":", "(", ")", '"', "."))
_LIST_MARKS = frozenset("i ii iii iv v vi vii viii ix x ( ) . : ; - • ● ○ ■ □ ▪ ◆ ► ➢ ✓ · – — * \" ' 、".split())
_ITEMS = _LIST_MARKS | {"and"}  # "…; and encourage"
_ORDERED = _ITEMS | {"further"}
_AIMS = frozenset("commitment goal goals objective objectives".split())
_PROPOSALS = frozenset("proposal proposals recommendations suggestions demands".split())
_RELATIVE = frozenset("which who whose where".split())
_NEAR, _FAR = 6, 16  # words back to what licenses an infinitive, and to who is asked for it
_TAKES_PARTICLE = frozenset(
    "apply qualify call invest focus participate engage cooperate contribute embark consult join move map roll expand "
    "tap venture".split()
)
_PERCENT = (["percent"], ["%"], ["per"])
_JOINS = frozenset("cooperate collaborate partner respond retaliate".split())
_ORDINALS = frozenset("first second third fourth fifth sixth finally firstly secondly thirdly".split())
_WISHES = frozenset("hopes hope hoped suggested suggests proposed urged recommended wishes wants".split())
_DENIES = frozenset("denied denies deny rejected rejects refused unlikely whether if without".split())
FOCUS = frozenset("focus priority priorities task tasks agenda goal goals emphasis aim".split())


class Governing:
    """Look at the words of a sentence around a verb."""

    def __init__(self, words: list[str]) -> None:
        self.words, self.lists = words, grammar().words
        self.last = -1  # where the last act was found

    def is_focus(self, k: int) -> bool:
        """Tell "(is) also a top priority", "(is) on the agenda", "(is) one of the tasks"."""
        for word in self.words[k : k + 8]:
            if word in FOCUS:
                return True
            if word in _STOPS or word in ("part", "for", "to", "in", "by", "with", "from"):
                return False
        return False

    def licence(self, at: int) -> str | None:
        """Find the word that licenses an infinitive, up to six words before it."""
        planned, suggested = self.lists["licence.planned"], self.lists["licence.suggested"]
        if self.words[at] in self.lists["licence.planned_beside"]:
            return "planned"
        far = False  # past a comma only those who are asked stand: "asks ministries, agencies and cities to …"
        for k in range(at, max(-1, at - _FAR), -1):
            word = self.words[k]
            if far or at - k > _NEAR:
                if word in self.lists["licence.asking"] and self.words[k + 1] != "for":
                    return "planned" if word in planned else "suggested"
                if word in self.lists["bounds.words"] or k == self.last:
                    return None
                continue
            if word in self.lists["licence.asked"] and (self.words[k - 1] in BE or self.words[k - 2] in BE):
                return "suggested"
            if word in suggested or (k == at and word in self.lists["licence.suggested_beside"]):
                return "suggested"
            if word in _AIMS and self.lists["licence.voiced"].isdisjoint(self.words[:k]):
                return None  # "its commitment to building … resulted in …"
            if word in ("efforts", "effort") and not suggested.isdisjoint(self.words[max(0, k - 4) : k]):
                return "suggested"  # "urged efforts to …"
            if word in planned:
                return "suggested" if "should" in self.words[max(0, k - 1) : at] else "planned"
            if word == ";" or (k < at and k == self.last):
                return None
            far |= word == ","
        return None

    def before(self, i: int) -> tuple[int, bool]:
        """Step back over adverbs: the word that governs the verb, and whether it is negated."""
        k, negated = i - 1, False
        while k >= 0 and (self.words[k] in ADVERBS or (self.words[k].endswith("ly") and len(self.words[k]) > 4)):
            negated |= self.words[k] in NOT and self.words[k + 1] != "only"
            k -= 1
        return k, negated

    def modal(self, word: str, at: int) -> str | None:
        """Read planned or suggested from a modal; None for another word, or where the sentence denies it before."""
        planned = word in self.lists["modals.planned"]
        if not planned and word not in self.lists["modals.suggested"]:
            return None
        before = self.words[max(0, at - 10) : at]
        if "if" in before and "," in before[before.index("if") :]:
            before = before[before.index("if") + 1 :]  # "if talks fail, the state will …"
        if not _DENIES.isdisjoint(before):
            return None
        return "planned" if planned and not self.is_wished(at) else "suggested"

    def modal_at(self, at: int) -> str | None:
        """Find the modal of a clause whose first verb is not one of policy: "should seize … and deepen …"."""
        words = self.words[self.clause(at) : at]
        return next((status for k, word in enumerate(words) if (status := self.modal(word, k))), None)

    def is_wished(self, at: int) -> bool:
        """Tell whether a word of wishing stands up to fourteen words before: "it is hoped that … will"."""
        return not _WISHES.isdisjoint(self.words[max(0, at - 14) : at])

    def orders(self, i: int, lemma: str) -> bool:
        """Tell an order: the verb opens the sentence, or follows a list mark, a colon or a semicolon."""
        k = i - 1
        while k >= 0 and (self.words[k] in _ORDERED or self.words[k].isdigit() or self.words[k].endswith("ly")):
            if self.words[k] in (":", ";"):
                return self.takes(i + 1, lemma)
            k -= 1
        return k < 0 and self.takes(i + 1, lemma)

    def is_proposed(self, at: int) -> bool:
        """Tell what proposals hold from what a plan holds: "the proposals include a cut"."""
        return not _PROPOSALS.isdisjoint(self.words[max(0, at - _FAR) : at + 1])

    def is_asked(self, i: int) -> bool:
        """Tell "proposed that the state double …"."""
        before = self.words[max(0, i - 9) : i]
        if "that" not in before or not ("be" in before or self.takes(i + 1)):
            return False
        at = max(0, i - 9) + before.index("that")
        said = self.words[at - 1] if at else ""
        return (
            said[:7] in {word[:7] for word in self.lists["licence.suggested"]}
            and said not in self.lists["licence.planned"]
        )

    def takes(self, k: int, lemma: str = "") -> bool:
        """Tell whether an object can follow: neither a stop nor a preposition nor a bare rate of change."""
        if k >= len(self.words):
            return False
        word = self.words[k]
        if word == "up" and self.words[k + 1 : k + 2] == ["to"]:
            return True  # "provide up to 8 million"
        if word == "with" and lemma in _JOINS:
            return True
        if word in PREPOSITIONS and not (word in ("in", "on", "out", "up", "into", "for") and lemma in _TAKES_PARTICLE):
            return word in ("up", "to") and lemma in (
                "set",
                "step",
                "build",
                "ramp",
                "speed",
                "lead",
                "open",
                "scale",
                "free",
            )
        if word in _STOPS and word not in ('"', "("):
            return False
        share = "of" in self.words[k + 2 : k + 4]  # "bears 50 percent of the costs"
        share |= not self.lists["verbs.levers"].isdisjoint(self.words[k + 2 : k + 5])  # "imposed 30% import duties"
        return not (word[0].isdigit() and not share and self.words[k + 1 : k + 2] in _PERCENT) and word not in (
            "last",
            "and",
        )

    def suggests(self, lemma: str) -> bool:
        """Tell whether a verb itself makes what follows a suggestion: "proposed", "consider"."""
        return lemma in self.lists["verbs.suggest"] or lemma == "consider"

    def clause(self, at: int) -> int:
        """Find where the clause that holds a word begins; a relative clause that commas close lies within it."""
        bounds = self.lists["bounds.words"]
        found = (k for k in range(at - 1, -1, -1) if self.words[k] in bounds)
        return next((k + 1 for k in found if not self._is_closed(k, at)), 0)

    def _is_closed(self, k: int, at: int) -> bool:
        """Tell "a port, which …, was": the clause of "which" at word k is over at word `at`."""
        relative = self.words[k] in _RELATIVE and self.words[k - 1 : k] == [","]
        return relative and "," in self.words[k + 1 : at + 1]

    def is_item(self, at: int, word: str) -> bool:
        """Tell an item of a list: after a colon or an ordinal, or as a heading without any finite verb."""
        if word in (":", ";") or (word == "," and self.words[at - 1] in _ORDINALS):
            return True
        opens = at >= 0 and all(mark in _LIST_MARKS or mark.isdigit() for mark in self.words[: at + 1])
        if not opens:
            return False
        end = next((k for k, other in enumerate(self.words) if other in _RELATIVE or other == "that"), len(self.words))
        return (BE | HAVE).isdisjoint(self.words[:end]) and self.modal_at(end) is None
