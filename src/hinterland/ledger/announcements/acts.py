"""The acts of an English sentence: which verbs announce something, whether it was done, is planned or only suggested.

A verb of policy counts where grammar makes it a statement of its own: after a modal ("will build"), after what licenses
an infinitive ("plans to build", "urged the ministry to build"), as progressive, perfect, past or passive, as an order
("Build …"), or in a chain with one of these ("will build and open"). A purpose ("to build …") and a means ("by building
…") are asides: they end the reach of the act before them. What is denied or only possible ("may build") is nothing.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from hinterland.ledger.announcements.act import CAUSES, Act
from hinterland.ledger.announcements.announcing import RECEIVES, grammar
from hinterland.ledger.announcements.governing import ADVERBS, BE, DETERMINERS, HAVE, NOT, PREPOSITIONS
from hinterland.ledger.announcements.idling import is_attribute, is_idle
from hinterland.ledger.announcements.nominal import NOMINAL, Nominal

_PAST_BE = frozenset(("was", "were"))
_MEANS = frozenset("by through of in for from without with after before since when at like than about as".split())
_NO_SUBJECT = DETERMINERS | PREPOSITIONS | {"and", "or"}
_FUTURE = frozenset("will shall should must ll".split())
_FINITE = BE | HAVE | _FUTURE
_OPENERS = _FUTURE | {"to", "be"}
_FUNCTION_WORDS = BE | HAVE | DETERMINERS | PREPOSITIONS | ADVERBS
_NOT_OPEN = frozenset("been being zero".split())
_NOUNS_TO = frozenset("regard respect relation addition due thanks contribution".split())  # "with regard to building"
_STARTS = frozenset("open start begin launch commence resume".split())
_GAINS = frozenset("achievements success breakthroughs".split())
_BREAKS = frozenset((";", ":"))
_WORKS = frozenset(
    "focus focused focuses focusing concentrate concentrates centred centered work efforts working".split()
)
_GOES_ON = _STARTS | frozenset("continue keep finish consider suggest propose recommend advocate involve".split())
_IDLES = frozenset("run operate hold lead pay help".split())
_LOOKS = frozenset("look looking looks".split())
_NEEDS = frozenset("need needs necessity".split())
_THOSE = frozenset("those measures steps policies efforts ways".split())
_PLAYS = frozenset("play plays playing played take takes taken taking".split())
_TASKED = frozenset("tasked charged entrusted".split())
_SUBJECTS = frozenset(
    "it they he she we city province government country state department bureau prefecture county ministry".split()
)
_ON_AGENDA = frozenset("agenda priority priorities task tasks focus parts pillar pillars".split())
_SEIZES = frozenset("take seize use".split())
_IN_FORCE = frozenset("effective mandatory compulsory free".split())
_WEIGHTS = frozenset("importance need necessity urgency".split())
_STRESS = frozenset(
    "stressed stresses emphasized emphasised emphasizes underlined underscored highlighted reiterated".split()
)
_CAUSED = 7  # words back to the "have" of "have the rate cut"
_GRANTERS = frozenset("it he she which prefecture county municipality ministry".split())


@cache
def may_act() -> frozenset[str]:
    """List the words without any of which a sentence holds no act."""
    return frozenset(grammar().verbs) | NOMINAL | grammar().words["verbs.opening"]


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
    if all(act.aside for act in walk.found) and (item := walk.opening()):
        return [item, *walk.found]
    nominal = [] if NOMINAL.isdisjoint(words) else walk.nominal()
    return sorted(walk.found + nominal, key=lambda act: act.i) if nominal else walk.found


def _open_form(words: list[str], i: int) -> str | None:
    """Tell whether a word that is no verb of policy stands where any verb must: "will …", "plans to …", "to be …ed"."""
    before, word = words[i - 1], words[i]
    if not word.isalpha() or word in _NOT_OPEN or word.endswith("ly"):
        return None
    if before == "to" and i > 1 and words[i - 2] == "attention":
        return None
    if word == "have" and before == "to":
        return None if words[i + 1 : i + 2] == ["been"] else "base"  # "aims to have a modern port"
    if before == "be":
        return "ed" if word.endswith("ed") else None
    return None if word in _FUNCTION_WORDS or word in grammar().words["open.never"] else "base"


class _Walk(Nominal):
    """Judge one verb after the other, knowing the acts before it."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)

    def look(self, i: int, kinds: dict[str, str], opened: bool = False) -> None:
        """Add the verb at word i if it acts, or if it is an aside that ends the reach of another."""
        if is_idle(self.words, i, kinds):
            return
        at, negated = self.before(i)
        word = self.words[at] if at >= 0 else ""
        for form, lemma in kinds.items():
            said = None if negated else self._judged(i, at, word, form, lemma)
            if said is not None and not (opened and (said.status == "done" or said.aside or not self._is_whole(i))):
                said.known = not opened
                self.found.append(said)
                self.last = said.i
                return

    def _is_whole(self, i: int) -> bool:
        """Tell a verb of no list that has an object, or is passive; "will grow at 5 percent" does nothing."""
        return self.words[i - 1] == "be" or self.takes(i + 1)

    def _judged(self, i: int, at: int, word: str, form: str, lemma: str) -> Act | None:
        if lemma == "get" and (form != "base" or self.words[i + 1 : i + 2] == ["to"]):
            return None  # but "mills will get a rebate"
        if lemma in self.lists["verbs.lists"] and not (form == "ed" and word in BE):
            return self._listing(i, at, word, form, lemma)
        if form == "base" and lemma in self.lists["verbs.held"] and word in self.lists["results.packages"]:
            return self._listing(i, at, word, form, "include")  # "the measures support the building of X"
        said: Act | None = getattr(self, f"_{form}")(i, at, word, lemma)
        how = said is not None and said.status == "done" and said.form == "ed"
        if how and lemma in self.lists["verbs.never_done"]:  # but "made efforts to …"
            steps = {"to", "steps", "efforts"} & set(self.words[i + 1 : i + 4])
            return said if lemma == "make" and "to" in self.words[i + 2 : i + 5] and steps else None
        return said

    def _listing(self, i: int, at: int, word: str, form: str, lemma: str) -> Act | None:
        """Judge "the package includes cheaper credit": what a package of measures holds is announced."""
        held = (form in ("base", "s", "ed") or self._includes(i)) and word not in BE and self.takes(i + 1)
        if not held or self.lists["results.packages"].isdisjoint(self.words[max(0, at - 30) : at + 1]):
            return None
        last = self.found[-1].status if self.found else "planned"
        status = "suggested" if self.is_proposed(at) else "planned" if last == "done" else last
        return self._act(i, lemma, "base", status, at)

    def _includes(self, i: int) -> bool:
        """Tell "…, including a cut in duties": what follows is an act in the form of a noun."""
        return self.words[i] == "including" and not self.lists["verbs.nouns"].isdisjoint(self.words[i + 1 : i + 9])

    def _base(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word == "to":
            return self._infinitive(i, at, lemma)
        status = self.modal(word, at)
        if word in ("can", "may", "could"):
            freely = lemma == "enter" and "visa" in self.words  # "citizens of 38 countries can enter visa-free"
            sure = freely or (lemma in RECEIVES and lemma != "face")  # "could raise duties if …": a condition
            sure |= "if" in self.words and not self.lists["verbs.levers"].isdisjoint(self.words)
            status = "suggested" if self.is_wished(at) else "planned" if sure else None
        if status is None and self.orders(i, lemma):
            status = self._status_of_list(i)
        if status is None and word in self.lists["modals.plural_agents"] and self.takes(i + 1):
            status = "planned"
        if status is None and self.is_asked(i):
            status = "suggested"
        if status is not None:
            return self._act(i, lemma, "base", status, at)
        return self._chained(i, at, word, lemma, "base")

    def _status_of_list(self, i: int) -> str:
        """Give an item after a semicolon the status of the item before it."""
        if ";" not in self.words[max(0, i - 4) : i]:
            return "planned"
        return next((act.status for act in reversed(self.found) if act.form == "base" and not act.aside), "planned")

    def _infinitive(self, i: int, at: int, lemma: str) -> Act | None:
        """Judge "to build": a purpose unless what stands before licenses it."""
        at, negated = self.before(at)
        word = self.words[at] if at >= 0 else ""
        if negated or "no" in self.words[max(0, at - 2) : at]:
            return self._act(i, lemma, "base", "planned", at, aside=True)
        if at < 0 and (BE | HAVE | _OPENERS - {"to"}).isdisjoint(self.words) and "," not in self.words:
            return self._act(i, lemma, "base", "planned", at)  # a heading: "To widen the channels of trade"
        if word == "opportunity" and self.found and self.found[-1].lemma in _SEIZES:
            self.found[-1].aside = True  # "will take the fair as an opportunity to widen trade"
            return self._act(i, lemma, "base", self.found[-1].status, at, begin=self.found[-1].begin)
        if word in ("order", "as", "way") or word == "so":
            return self._act(i, lemma, "base", "planned", at, aside=True)
        listing = self.found and self.found[-1].lemma in self.lists["verbs.lists"] and self.found[-1].i > at - 4
        if word in ("is", "are") or (listing and word in _THOSE):  # "measures include those to ease entry"
            return self._act(i, lemma, "base", "planned", at)
        if word in (",", "and", "or", "but"):
            last = self._last("base")
            if last is not None:
                listed = "including" in self.words[last.i : i]
                aside = last.aside or (word == "," and (listed or lemma in CAUSES))  # ", to help …": a purpose
                return self._act(i, lemma, "base", last.status, at, aside=aside, begin=last.begin)
        status = self.licence(at)
        return self._act(i, lemma, "base", status or "planned", at, aside=status is None)

    def _ing(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word in BE:
            return self._progressive(i, at, lemma)
        if word == "at" and self.words[at - 1] == "aimed" and not any(not act.aside for act in self.found):
            return self._act(i, lemma, "ing", "planned", at)  # "the scheme is an effort aimed at cutting fees"
        if (word == "at" and self.words[at - 1] in _LOOKS) or (word == "for" and self.words[at - 1] in _NEEDS):
            return self._act(i, lemma, "ing", "suggested", at)
        status = self._gerund(i, at, word)
        if status is not None:
            return self._act(i, lemma, "ing", status, at)
        if self.is_item(at, word) or (word == "and" and self.words[at - 1] == ";"):
            return self._act(i, lemma, "ing", self.found[-1].status if word == "and" and self.found else "planned", at)
        if word == "to" and self.words[max(0, at - 3) : at] == ["as", "well", "as"] and self._last_is("ing"):
            return self._act(i, lemma, "ing", self.found[-1].status, at, aside=self.found[-1].aside)
        if word == "to":
            licensed = None if self.words[at - 1] in _NOUNS_TO else self.licence(at - 1)
            return self._act(i, lemma, "ing", licensed or "planned", at, aside=licensed is None)
        if self.found and self.found[-1].j == at + 1 and not self.found[-1].aside:
            if self.found[-1].lemma not in _GOES_ON:
                return None  # "raise underwriting support"
            return self._act(i, lemma, "ing", self.found[-1].status, at, begin=self.found[-1].begin)
        if word == "while":
            begin = self.found[-1].begin if self.found else 0
            return self._act(i, lemma, "ing", self._status_of_clause(), at, begin=begin)
        well = self.words[max(0, at - 2) : at + 1] == ["as", "well", "as"]  # "… as well as advancing trade"
        if word in _MEANS and not (well and self._last_is("ing")):
            return self._act(i, lemma, "ing", "planned", at, aside=True)
        return self._chained(i, at, word, lemma, "ing") or self._participle(i, at, word, lemma)

    def _progressive(self, i: int, at: int, lemma: str) -> Act | None:
        if lemma in _IDLES and not self.takes(i + 1, lemma):
            return None  # "mills were running in full swing"
        before = self.words[max(0, at - 2) : at + 1]
        done = _PAST_BE & set(before) or (HAVE & set(before))
        return self._act(i, lemma, "ing", "done" if done else "planned", at)

    def _gerund(self, i: int, at: int, word: str) -> str | None:
        """Judge a gerund by what governs it: "suggested lowering", or an opening one that is "on the agenda"."""
        if word in self.lists["licence.gerund_suggested"] and (word != "for" or self.words[at - 1].startswith("call")):
            return "suggested"
        if at < 0 and i == 0:
            return "planned" if _ON_AGENDA & set(self.words) else None
        before = set(self.words[max(0, at - 4) : at])
        if word in ("of", "for") and not _WEIGHTS.isdisjoint(self.words[at - 1 : at]) and _STRESS & before:
            return "suggested"  # "stressed the importance of opening …"
        if word in self.lists["licence.gerund_planned"]:
            governed = word not in ("on", "as", "into", "toward", "towards", "via", "such")
            works = _WORKS & before and self.words[0] != "with"
            return ("suggested" if self.is_proposed(at) else "planned") if governed or works else None
        if word == "in" and _GAINS & before:
            return "done"
        plays = "role" in before and not _PLAYS.isdisjoint(self.words[max(0, at - 7) : at])
        return "planned" if (word == "in" and plays) or (word == "with" and _TASKED & before) else None

    def _status_of_clause(self) -> str:
        """Give what goes on beside a main clause its status: "while raising …, the city will …"."""
        last = next((act for act in reversed(self.found) if not act.aside), None)
        return last.status if last else "planned" if {"will", "plans"} & set(self.words) else "done"

    def _participle(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        """Judge ", building …": part of what the sentence reports, or plans where it plans."""
        if word != "," or not self.takes(i + 1) or not _FINITE.isdisjoint(self.words[i + 1 : i + 2]):
            return None  # "…, funding has been approved"
        if lemma == "lead" and "to" in self.words[i + 1 : i + 4]:
            return None  # ", leading exports to fall": what came of it
        last = next((act for act in reversed(self.found) if not act.aside), None)
        status = last.status if last else ("planned" if {"will", "plans"} & set(self.words[:i]) else "done")
        begin = last.begin if last else 0
        return self._act(i, lemma, "ing", status, at, begin=begin, adjunct=True)

    def _ed(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if is_attribute(self.words, i, self.found[-1] if self.found else None):
            return None
        if word in BE:
            return self._passive(i, at, lemma)
        if word in HAVE:
            return None if "to" in self.words[max(0, at - 1) : at] else self._act(i, lemma, "ed", self._past(lemma), at)
        passive = self._last_is("passive") and not (word == "," and self.words[i + 1 : i + 2] == ["the"])
        chained = self._chained(i, at, word, lemma, "passive" if passive else "ed")
        if chained is not None:
            return chained
        if self.words[i - 1] in ("newly", "recently") and self.takes(i + 1, lemma):
            return self._act(i, lemma, "ed", "done", at)
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if after in ("to", "that") and lemma in ("agree", "decide"):
            given = self.words[i + 2 : i + 3] and (self.words[i + 2] in DETERMINERS or self.words[i + 2].isdigit())
            return self._act(i, lemma, "ed", "planned", at) if after == "to" and given else None
        closes = word == "," and "," in self.words[:at]  # "the mayor, a former banker, called for …"
        noun = word.isalnum() and word not in _NO_SUBJECT and not word[0].isdigit()
        if noun and (caused := self._caused(i, lemma)):
            return caused
        if self.words[i] in self.lists["verbs.participle"] and not (word in _SUBJECTS and self.takes(i + 1)):
            return None
        if noun and lemma in _STARTS and after in PREPOSITIONS:
            return self._act(i, lemma, "passive", "done", at)  # "a new line opened on Monday"
        if (noun or closes) and self.takes(i + 1, lemma):
            return self._act(i, lemma, "ed", self._past(lemma), at)
        return None

    def _caused(self, i: int, lemma: str) -> Act | None:
        """Judge "will have the rebate raised": done to what stands after "have"."""
        k = next((k for k in range(i - 2, max(0, i - _CAUSED), -1) if self.words[k] in ("have", "see", "get")), 0)
        status = self.modal(self.words[k - 1], k - 1) if k else None
        return Act(i, i + 1, lemma, "passive", status, k + 1) if status else None

    def _past(self, lemma: str) -> str:
        """Give the status of a simple past: what is announced or wished for is not yet done."""
        if self.suggests(lemma):
            return "suggested"
        return "planned" if lemma in self.lists["verbs.foretell"] else "done"

    def _passive(self, i: int, at: int, lemma: str) -> Act | None:
        """Judge "will be built", "has been built", "is built" by the auxiliaries before it."""
        k = at
        while k > 0 and (self.words[k - 1] in BE or self.words[k - 1] in HAVE or self.words[k - 1] in ADVERBS):
            k -= 1
        chain = set(self.words[k : at + 1])
        word = self.words[k - 1] if k else ""
        status = self.modal(word, k - 1)
        set_in_force = not _IN_FORCE.isdisjoint(self.words[i + 1 : i + 2])
        if (
            chain == {"being"}  # "having all berths being operated by firms"
            or chain & NOT
            or (lemma == "make" and not set_in_force)
            or lemma == "lead"
            or (lemma == "put" and self.words[i + 1 : i + 2] == ["forward"])
            or (lemma == "plan" and self.words[i + 1 : i + 2] == ["to"])  # the verb that follows tells what
        ):
            return None
        if "be" in chain and status is None and self.is_asked(i):
            status = "suggested"  # "asked that fees be cut"
        elif word == "to" and status is None:
            status = self.licence(k - 2) or ("planned" if k > 1 and self.words[k - 2] in BE else None)
            if status is None:
                return None
        elif status is None:
            if word in ("may", "might", "could", "can", "would"):
                return None
            status = "done" if chain & (_PAST_BE | HAVE) else "planned"
            tells = lemma == "plan" or lemma in self.lists["results.giving"]
            if status == "planned" and "being" not in chain and not tells:
                return None  # a state: "the museum is closed"
            status = "planned" if lemma == "plan" else status
        asked = self.words[i] in self.lists["licence.asked"] and self.words[i + 1 : i + 2] == ["to"]
        return self._act(i, lemma, "passive", "suggested" if asked or self.suggests(lemma) else status, k - 1)

    def _s(self, i: int, at: int, word: str, lemma: str) -> Act | None:
        if word in ("and", ","):
            return self._chained(i, at, word, lemma, "s")
        noun = self.words[i] in self.lists["verbs.noun_s"]
        if word == "it" and self.words[at - 1] in ("as", "because", "since"):
            return None  # why something is good, not what is done
        subject = word.isalnum() and word not in DETERMINERS and word not in PREPOSITIONS and not word[:1].isdigit()
        if subject and self.takes(i + 1, lemma) and (not noun or word in _GRANTERS):
            return self._act(i, lemma, "s", "suggested" if self.suggests(lemma) else "planned", at)
        return None

    def _chained(self, i: int, at: int, word: str, lemma: str, form: str) -> Act | None:
        """Carry on from an earlier verb of the same form: "will build …, expand … and open …"."""
        well = word == "as" and self.words[at - 2 : at + 1] == ["as", "well", "as"]
        if (word not in (",", "and", "or", "then", "while", "but") and not well) or (
            form != "passive" and not self.takes(i + 1, lemma)
        ):
            return None
        if form == "passive" and word == "," and self.words[i + 1 : i + 2] == ["by"]:
            return None  # "a project, supported by Tarn": who does it
        if form == "base" and self.words[i] in self.lists["verbs.nouns_too"] and self.words[i + 1] not in DETERMINERS:
            return None  # "…, tax relief and pilot projects"
        last = self._last(form)
        mains = [act for act in self.found if act.form == "base" and not act.aside]
        if form == "base" and last is not None and last.aside and len(mains) > 1:
            last = mains[-1]  # "will widen A, create conditions to draw B, and deepen C"
        if last is None and form == "base" and (status := self._open_chain(at, word)):
            return self._act(i, lemma, form, status, at)
        if last is None or not _BREAKS.isdisjoint(self.words[last.i : i]):
            return None
        return self._act(i, lemma, form, last.status, at, aside=last.aside, begin=last.begin, adjunct=last.adjunct)

    def _open_chain(self, at: int, word: str) -> str | None:
        """Find what governs a chain whose first verb is not one of policy: "should learn from X and deepen Y"."""
        if word == "and" and (status := self.modal_at(at)):
            return status
        for k in range(self.clause(at), at - 1):
            if self.words[k] == "to" and k and self.words[k + 1].isalpha() and self.words[k + 1] not in _FUNCTION_WORDS:
                return self.licence(k - 1)
        return None

    def _act(
        self, i: int, lemma: str, form: str, status: str, at: int, *, aside: bool = False, begin: int | None = None,
        adjunct: bool = False,
    ) -> Act:  # fmt: skip
        if self.suggests(lemma) and status == "planned" and not aside:
            status = "suggested"
        start = self.clause(at + 1) if begin is None else begin
        return Act(i, i + 1, lemma, form, status, start, aside, adjunct)

    def _last(self, form: str) -> Act | None:
        return next((act for act in reversed(self.found) if act.form == form), None)

    def _last_is(self, form: str) -> bool:
        return bool(self.found) and self.found[-1].form == form
