"""Noun groups: which phrases of the vocabulary a sentence holds, and which of them head a group or a list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hinterland.ledger.announcements.announcing import grammar
from hinterland.ledger.announcements.instruments import vocabulary

PARTS = frozenset(  # words that part one noun group from the next
    "and or , ; in on of for to with from by at through between among under into as that which needed along".split()
)
_LIGHT = frozenset(
    "system network series range number set batch package rate expansion increase reduction cut level scale scope "
    "share use development improvement".split()
)
_ITEM = 6  # words between the heads of two items of a list
_MONEY = frozenset("grant grants subsidy subsidies fund funds reward rewards voucher vouchers bonus".split())
_NARROWS = frozenset("including particularly especially notably mainly chiefly primarily".split())
_SITES = frozenset("park parks zone zones estate estates enclave enclaves".split())
_SETTLED = frozenset("productivity labour market_access private_enterprise investment quality".split())
_PROPERTIES = frozenset("capacity quality production development".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a phrase of the vocabulary at words i..j."""

    i: int
    j: int
    instrument: str
    weak: bool


def heads(hits: list[Hit], words: list[str]) -> list[Hit]:
    """Choose the head of the first group of objects, and of each group joined to it by "and" or a comma."""
    strong = [hit for hit in _sited(hits, words) if not hit.weak]
    strong = [a for a, b in pairwise(strong) if not (_is_means(a, b, words) or _is_partner(a, b))] + strong[-1:]
    while len(strong) > 1 and _is_form(strong[0], words):
        strong = strong[1:]  # "an agreement on cooperation in freight"
    if not strong:
        while len(hits) > 1 and words[hits[0].j - 1] in _PROPERTIES and words[hits[0].j] == "of":
            hits = hits[1:]  # "raise the capacity of the export sector"
        return [_head(hits, words)[0]] if hits else []
    strong = [hit for hit in strong if hit.instrument != "general_reform"] or strong  # what is definite goes first
    head, rest = _head(strong, words)
    found = [head]
    while rest:
        if not _joined(words, head, rest):
            break
        head, rest = _head(rest, words)
        if not (is_vague(head) and head.weak) and all(head.instrument != other.instrument for other in found):
            found.append(head)
    return found


def _is_form(hit: Hit, words: list[str]) -> bool:
    """Tell a form of working together, or a kind of growth, whose complement says on what."""
    if words[hit.j - 1] == "development" and words[hit.j : hit.j + 1] == ["of"]:
        return True
    return hit.instrument == "international_cooperation" and words[hit.j - 1] in ("on", "in", "for")


def _is_partner(hit: Hit, following: Hit) -> bool:
    """Tell ties with firms from abroad: "cooperation with multinational companies"."""
    return (
        hit.instrument == "international_cooperation" and following.instrument == "investment" and following.i == hit.j
    )


def _is_means(hit: Hit, following: Hit, words: list[str]) -> bool:
    """Tell money whose purpose says on what it goes ("grants to attend trade shows"), and who has what follows."""
    between = words[hit.j : following.i]
    if len(between) > _ITEM:
        return False
    if "'s" in between and (PARTS - {"of"}).isdisjoint(between):
        return True  # "the port of Tarn's rail link"
    paid = hit.instrument == "production_support" and not _MONEY.isdisjoint(words[hit.i : hit.j])
    if not paid or following.instrument in ("production_support", "private_enterprise"):
        return False
    purpose = words[hit.j - 1 : hit.j + 1] if words[hit.j - 1] in ("to", "for") else between[:1]
    return not {"to", "for", "towards"}.isdisjoint(purpose) and {",", "and", ";"}.isdisjoint(between)


def _sited(hits: list[Hit], words: list[str]) -> list[Hit]:
    """Take a park or zone for the head of what stands right before it: "employment enclaves", "textile parks"."""
    found: list[Hit] = []
    for hit in hits:
        last = found[-1] if found else None
        sited = hit.weak and hit.instrument == "zone" and not _SITES.isdisjoint(words[hit.i : hit.j])
        if last and sited and last.j == hit.i and last.instrument in _SETTLED:
            found[-1] = Hit(last.i, hit.j, "zone", weak=False)
        else:
            found.append(hit)
    return found


def _joined(words: list[str], head: Hit, rest: list[Hit]) -> bool:
    """Tell "A and B", and "A, B" where an "and" closes the list."""
    between = words[head.j : rest[0].i]
    if not _NARROWS.isdisjoint(between):
        return False  # "investment, particularly in food and power"
    between = _past_light(between)  # "credit and an expansion of insurance"
    if "," in between and _is_item(between, rest, words):
        return True
    if set(between) & (PARTS - {"and", ","}) or len(between) > _ITEM:
        return False
    if "and" in between:
        return True
    return between[:1] == [","] and any("and" in words[a.j : b.i] for a, b in pairwise(rest))


def _is_item(between: list[str], rest: list[Hit], words: list[str]) -> bool:
    """Tell the next item of a list whose items have complements: "routes to A, depots in B, and berths"."""
    item = between[len(between) - between[::-1].index(",") :]
    item = item[1:] if item[:1] == ["and"] else item
    item = _past_light(item)
    if not PARTS.isdisjoint(item) or len(item) > _ITEM:
        return False
    return "and" in between or any("and" in words[a.j : b.i] and "," in words[a.j : b.i] for a, b in pairwise(rest))


def _past_light(between: list[str]) -> list[str]:
    """Leave out the last "of" where the noun before it is light: "the building of smart"."""
    at = len(between) - 1 - between[::-1].index("of") if "of" in between else 0
    return between[:at] + between[at + 1 :] if at and _is_light(between[at - 1 : at]) else between


def _is_light(before: list[str]) -> bool:
    """Tell a noun that only says what is done with the one after "of": "the connection of"."""
    return bool(before) and (before[0] in _LIGHT or before[0].endswith(("tion", "sion", "ment", "ing")))


def _head(hits: list[Hit], words: list[str]) -> tuple[Hit, list[Hit]]:
    """Take the last object of the first noun group: of "e-commerce trade expo", the expo."""
    k = 1
    while (
        k < len(hits)
        and hits[k].i - hits[k - 1].j <= 2
        and words[hits[k - 1].j - 1] not in PARTS
        and not PARTS & set(words[hits[k - 1].j : hits[k].i])
    ):
        k += 1
    return hits[k - 1], hits[k:]


def find(words: list[str]) -> tuple[list[Hit], set[int]]:
    """Find the objects of policy, the longest phrase at each word, and the words inside phrases, which are no verbs."""
    book = vocabulary()
    phrases, lengths = book.phrases, book.lengths
    found: list[Hit] = []
    inside: set[int] = set()
    past = 0
    for i, word in enumerate(words):
        if i < past or word not in lengths:
            continue
        for n in lengths[word]:
            phrase = tuple(words[i : i + n])
            meaning = phrases.get(phrase)
            if meaning is not None:
                if meaning.instrument is not None and _gives_way(words, i, i + len(phrase)):
                    break
                past = i + len(phrase)  # at the end of a sentence fewer than n words are left
                inside.update(range(i + (meaning.instrument is not None), past))
                if meaning.instrument is not None:
                    found.append(Hit(i, past, meaning.instrument, meaning.weak))
                break
    return found, inside


def _gives_way(words: list[str], i: int, past: int) -> bool:
    """Tell a phrase that a later one overlaps: of "local business environment", the environment is the head."""
    book = vocabulary()
    for k in range(i + 1, past):
        for n in book.lengths.get(words[k], ()):
            meaning = book.phrases.get(tuple(words[k : k + n])) if k + n > past else None
            if meaning is not None and k + n <= len(words):
                return bool(meaning.instrument) and not meaning.weak and PARTS.isdisjoint(words[i : k + n])
    return False


def is_vague(hit: Hit) -> bool:
    """Tell an instrument that also closes a sentence as its hoped-for result."""
    return hit.instrument in grammar().words["results.vague"]
