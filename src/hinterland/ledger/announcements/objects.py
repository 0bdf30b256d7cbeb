"""The objects of policy in a sentence, and which of them an act is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hinterland.ledger.announcements.act import Act
from hinterland.ledger.announcements.announcing import RECEIVES, grammar
from hinterland.ledger.announcements.groups import Hit, heads

REACH = 30  # words between a verb and the last of its objects
_BESIDE = frozenset("impact impacts effect effects consequences concerns fears worries amid despite".split())
_FIELDS = frozenset("areas fields aspects".split())
_NEAR = 6
_SITES = frozenset("construction operation operations work production service use".split())
_BEGINS = frozenset("start begin commence complete finish resume enter".split())
_HOW = frozenset("by through via amid despite under during".split())
_SHIELDS = frozenset("protect shield cushion defend safeguard insulate".split())
_DRAWS = frozenset("attract woo lure court solicit".split())
_DRAWN = frozenset("private_enterprise productivity".split())
_OPENINGS = frozenset(("based", "given"))
_BARS = frozenset("ban prohibit forbid restrict limit curb control halt suspend".split())
_TRADED = frozenset("import imports importation export exports shipments".split())
_ANEW = frozenset("it they he she we".split())
_NO_DOING = frozenset("including during regarding concerning following pending".split())
_SPENDS = frozenset("cover pay offset fund finance meet defray buy purchase attend install build train hire".split())
_STEPS = frozenset("measures steps efforts policies supported assisted aided".split())  # "… in building X"
_TELLS = frozenset("encourage urge ask allow permit require authorize order instruct invite ban prohibit".split())
_ASKS = frozenset("call urge ask request advise appeal remind warn tell".split())
ALONE = frozenset("rise fall drop go climb decline expire lapse".split())  # verbs that take no object


def objects(act: Act, said: list[Act], hits: list[Hit], words: list[str]) -> Iterable[tuple[Act, Hit]]:
    """List what an act is on: the objects in its reach, or before it where it is passive."""
    if begun := _begun(act, hits, words):
        return [(act, hit) for hit in begun]
    end = _end(act, said, words)
    after, more = _after(act, said, hits, words, end)
    if _is_carried(act, said, hits, words):
        return []
    chosen = _or_before(act, _of_form(act, said, hits, words, after, end), said, hits, words)
    chosen += [hit for hit in more if all(hit.instrument != other.instrument for other in chosen)]
    if act.lemma in _DRAWS:  # "attract makers of chips"
        chosen = [replace(hit, instrument="investment") if hit.instrument in _DRAWN else hit for hit in chosen]
    if act.lemma in _BARS:  # "banned imports"
        chosen = [replace(hit, instrument="tariff") if _is_traded(hit, words) else hit for hit in chosen]
    if act.lemma == "face":  # "goods will face duties", but not "will face competition"
        return [(act, hit) for hit in chosen if act.form == "base" and is_lever(hit, words) and not hit.weak]
    # what any verb does, and what is planned or ordered, is more than a weak object
    sure = act.known and act.lemma not in ("plan", "order")
    return [(act, hit) for hit in chosen if (sure or not hit.weak) and not _is_asked(act, hit, words)]


def _is_traded(hit: Hit, words: list[str]) -> bool:
    """Tell "imports", "exports of": what a ban on them is on is trade."""
    traded = hit.instrument in ("import_support", "market_access")
    return traded and not _TRADED.isdisjoint(words[hit.i : hit.j]) and hit.j - hit.i <= 2


def _begun(act: Act, hits: list[Hit], words: list[str]) -> list[Hit]:
    """List the subject of work that begins or ends: "the railway will start construction"."""
    if act.lemma not in _BEGINS or _SITES.isdisjoint(words[act.j : act.j + 1]) or act.form == "passive":
        return []
    begin = max([act.begin, *(k for k in range(act.begin, act.i - 1) if words[k] == ",")])
    begun = [hit for hit in hits if begin <= hit.i and hit.j <= act.i]
    return heads(begun, words) if begun and words[act.j + 1 : act.j + 2] != ["of"] else []


def _after(act: Act, said: list[Act], hits: list[Hit], words: list[str], end: int) -> tuple[list[Hit], list[Hit]]:
    """List the objects after an act, or of its first purpose where it names none; and those of further purposes."""
    after = [hit for hit in hits if act.i <= hit.i < end and hit.j > act.j and not _is_beside(hit, act, words)]
    after = _inside(_unmodified(after, words), act, words)
    led = next((other.i for other in said if other.i > act.j and other.aside), end) if act.causes else end
    agents = act.causes and all(hit.weak or hit.instrument == "private_enterprise" for hit in after if hit.i < led)
    weak = all(hit.weak for hit in after)
    if not agents and not weak:
        return after, []
    groups = _purposes(act, said, hits, words, end)  # "took steps to build …": the purpose says on what
    inner = groups[0] if groups else []
    plain = all(hit.instrument == "general_reform" for hit in after)
    if weak:
        own = not act.causes and any(is_lever(hit, words) and not _is_spent(hit, words) for hit in after)
        if not own:  # but "remove a tax to boost exports" names its object
            after = inner if (act.causes or plain) and inner else after + inner  # "encouraged firms to upgrade"
    elif any(not hit.weak for hit in inner):
        after = inner  # "supports exporters to attend fairs"
    lists = grammar().words
    held = not lists["results.packages"].isdisjoint(words[act.j : end])
    if not (act.causes or held or act.lemma in lists["results.funding"]):
        return after, []
    return after, [heads(group, words)[0] for group in groups[1:] if not all(hit.weak for hit in group)]


def _of_form(
    act: Act, said: list[Act], hits: list[Hit], words: list[str], after: list[Hit], end: int
) -> list[Hit]:  # fmt: skip
    """Choose the objects by the form and the kind of the verb."""
    lists = grammar().words
    before = [hit for hit in hits if act.begin <= hit.i and hit.j <= act.i]
    if act.form in ("passive", "noun"):
        return _of_passive(act, said, hits, words, after, end)
    if act.lemma in lists["results.means"] and said[0].aside and said[0].i < act.i:
        groups = _purposes(act, said, hits, words, end)  # "took the step of cutting fees"
        return heads([hit for group in groups for hit in group if not hit.weak], words) or _opening(said, hits, words)
    if act.lemma in _changes() and (act.lemma in ALONE or words[act.j : act.j + 1] in (["by"], ["from"], ["to"])):
        chosen = [hit for hit in before if is_lever(hit, words)][:1]
        if chosen and chosen[0].weak:  # "subsidies will go to households that insulate"
            chosen = heads([hit for hit in hits if act.j <= hit.i < end and not hit.weak], words) or chosen
        return chosen
    if act.lemma in RECEIVES and all(hit.weak for hit in after):
        levers = [hit for hit in after if is_lever(hit, words)]  # "ships in ports will be subject to the charges"
        return heads(levers or [hit for hit in before if not hit.weak] or after, words)
    return heads(after, words)


def _of_passive(
    act: Act, said: list[Act], hits: list[Hit], words: list[str], after: list[Hit], end: int
) -> list[Hit]:  # fmt: skip
    """Choose the subject of a passive, or what is given, or what it was done for."""
    before = _subject([hit for hit in hits if _start(act, said, words) <= hit.i and hit.j <= act.i], act, said)
    before = _past_opening(before, act, words)
    reached = after
    after = [] if act.form == "noun" else [hit for hit in after if not hit.weak]
    weak = all(hit.weak for hit in before)
    given = act.lemma in grammar().words["results.giving"]
    if not given and words[act.j : act.j + 1] in (["at"], ["in"], ["within"], ["near"]):
        after = []  # "goods would be cleared at the port"
    chosen = heads(after if (weak or given) and after else before, words)
    if not chosen and given and act.form == "passive" and act.lemma not in _TELLS:
        chosen = heads(reached, words)  # "support will be provided for tourism"
    if not chosen and act.form == "passive" and words[act.j : act.j + 1] == ["to"]:
        groups = _purposes(act, said, hits, words, end)  # "schemes were drawn up to provide X"
        chosen = heads(groups[0], words) if groups else []
    return chosen


def _past_opening(before: list[Hit], act: Act, words: list[str]) -> list[Hit]:
    """Leave out what an opening phrase names: "based on the wishes of firms, routes will be opened"."""
    if words[act.begin] not in _OPENINGS or "," not in words[act.begin : act.i]:
        return before
    past = words.index(",", act.begin)
    return [hit for hit in before if hit.i >= past]


def _or_before(act: Act, chosen: list[Hit], said: list[Act], hits: list[Hit], words: list[str]) -> list[Hit]:
    """Take what stands before an act that names no object of its own, or only measures in general."""
    plain = all(hit.instrument == "general_reform" and hit.weak for hit in chosen)
    opens = said[0].aside and said[0].i < act.i and act.form != "ing"
    if plain and opens and (chosen or act.lemma in grammar().words["results.funding"]):
        chosen = _opening(said, hits, words)  # "to help mills, 8 million is set aside"
    if not chosen and act.known and words[act.j : act.j + 1] in (["its"], ["their"]):
        own = [hit for hit in hits if act.begin <= hit.i and hit.j <= act.i]
        chosen = heads(own, words)[:1]  # "foreign trade needs to widen its scale"
    return chosen


def _opening(said: list[Act], hits: list[Hit], words: list[str]) -> list[Hit]:
    """Choose the objects of the purpose that opens a sentence."""
    return heads([hit for hit in hits if said[0].i <= hit.i < _end(said[0], said, words)], words)


def _unmodified(after: list[Hit], words: list[str]) -> list[Hit]:
    """Leave out what only says which firms are meant: "support companies exporting machines"."""
    for hit in after:
        following = words[hit.j] if hit.j < len(words) else ""
        if hit.instrument == "private_enterprise" and following.endswith("ing") and following not in _NO_DOING:
            return [other for other in after if other.i <= hit.i]
    return after


def _is_spent(hit: Hit, words: list[str]) -> bool:
    """Tell money given for a purpose: "subsidies to cover booth fees"."""
    at = hit.j - (words[hit.j - 1] == "to")
    return words[at : at + 1] == ["to"] and words[at + 1 : at + 2] != [] and words[at + 1] in _SPENDS


def _inside(after: list[Hit], act: Act, words: list[str]) -> list[Hit]:
    """Leave out what only says how or by whom, where something else is acted on: "raise output by importing tools"."""
    if not after:
        return after
    if act.lemma in _SHIELDS:
        dangers = (k for k in range(act.j, after[-1].i) if words[k] in ("from", "against"))
        danger = next(dangers, len(words))
        return [hit for hit in after if hit.i < danger]  # "protect mills from tariffs"
    cut = next((k for k in range(act.j, after[-1].i) if words[k] in _HOW), len(words))
    if act.form == "passive":
        return [hit for hit in after if hit.i < cut]
    return [hit for hit in after if hit.i < cut] or after


def _is_asked(act: Act, hit: Hit, words: list[str]) -> bool:
    """Tell those whom an act asks: "called on businesses to …", "urged more companies to …"."""
    asked = hit.weak and hit.instrument != "general_reform"  # but "called for policies to …"
    return asked and act.lemma in _ASKS and words[hit.j : hit.j + 1] == ["to"]


def _is_carried(act: Act, said: list[Act], hits: list[Hit], words: list[str]) -> bool:
    """Tell "firms are encouraged to build X": what they are asked to do is told by the verb that follows."""
    if act.form != "passive" or words[act.j : act.j + 1] != ["to"]:
        return False
    asked = next((other for other in said if act.j < other.i <= act.j + 3 and not other.aside), None)
    return asked is not None and any(asked.i <= hit.i < _end(asked, said, words) for hit in hits)


def _is_beside(hit: Hit, act: Act, words: list[str]) -> bool:
    """Tell what an act is not on: "assess the impact of imports", "demanded support amid falling exports"."""
    near = words[max(act.j, hit.i - _NEAR) : hit.i]
    if any(words[k : k + 2] == ["such", "as"] for k in range(act.j, hit.i)):
        return True
    if any(words[k] == ":" and words[k - 1] in _FIELDS for k in range(act.j, hit.i)):
        return True  # "promote reform in five areas: trade, logistics …"
    return not _BESIDE.isdisjoint(near) and "and" not in near


def _purposes(act: Act, said: list[Act], hits: list[Hit], words: list[str], end: int) -> list[list[Hit]]:
    """List the objects of each aside that follows an act which names none of its own."""
    found: list[list[Hit]] = []
    for other in said:
        if other.i < act.j:
            continue
        how = words[other.i - 1] == "by" or (words[other.i - 1] == "in" and words[other.i - 2] not in _STEPS)
        if not other.aside or other.i > end + REACH or how:
            break
        stop = _end(other, said, words)
        stop = next((k for k in range(other.j, stop) if words[k] in _HOW), stop)
        group = _unmodified([hit for hit in hits if other.i <= hit.i < stop and hit.j > other.j], words)
        found += [group] if group else []
    return found


def _end(act: Act, said: list[Act], words: list[str]) -> int:
    """Find where the reach of an act ends: at the next act, unless that only completes it, or where a clause begins."""
    stop = min(len(words), act.j + REACH)
    bounds = grammar().words["bounds.words"]
    for k in range(act.j, stop):
        if words[k - 1] in (",", "and") and (words[k] in _ANEW or _is_gerund(words, k)):
            stop = k  # "…, and it boasts", "…, building on"
            break
        if words[k] not in bounds:
            continue
        told = (words[k] == "that" and k == act.j and act.lemma == "ensure") or "what" in words[max(act.j, k - 3) : k]
        if not told:  # but "opened what it says will be a port"
            stop = k
            break
    following = next((other.i for other in said if other.i >= act.j and not (other.aside and act.causes)), stop)
    return min(stop, following)


def _is_gerund(words: list[str], k: int) -> bool:
    """Tell ", building on …", whose words belong to no act before it."""
    return words[k - 1] == "," and words[k].endswith("ing") and words[k + 1 : k + 2] in (["on"], ["upon"], ["from"])


def _start(act: Act, said: list[Act], words: list[str]) -> int:
    """Find where the subject of a passive begins: after the act before it in its clause."""
    earlier = [other for other in said if act.begin <= other.i < act.i and other.form != "passive"]
    past = [other.j if not other.aside else _comma(words, other.j, act.i) for other in earlier]
    return max([act.begin, *past])


def _subject(before: list[Hit], act: Act, said: list[Act]) -> list[Hit]:
    """Take what stands between two passives for the subject of the second: "A was cut, B raised, and C abolished"."""
    last = max((other.j for other in said if other.form == "passive" and other.j <= act.i), default=0)
    return [hit for hit in before if hit.i >= last] or before


def _comma(words: list[str], at: int, end: int) -> int:
    """Find where what follows an opening purpose begins: "To promote trade, fees were cut"."""
    return next((k + 1 for k in range(at, end) if words[k] == ","), 0)


def is_lever(hit: Hit, words: list[str]) -> bool:
    """Tell whether an object names a lever of policy, "tariff", "rebate", which a bare verb of change moves."""
    return not grammar().words["verbs.levers"].isdisjoint(words[hit.i : hit.j])


def _changes() -> frozenset[str]:
    return grammar().words["verbs.change"]
