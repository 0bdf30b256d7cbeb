"""What a figure is about: indicator with its qualifiers, and region; read from the phrases before (or after) it."""

from __future__ import annotations

import re
from dataclasses import replace

from hinterland.ledger.lexicon import Place, places, table
from hinterland.ledger.lexing.tokens import Sentence, Token
from hinterland.ledger.lineage import country, home_bound, lies_in, related
from hinterland.ledger.statistics.jointly import jointly
from hinterland.ledger.statistics.qualifiers import INVESTED, SECTORS, UNNAMED, branch, goods_of, modified, traded
from hinterland.ledger.statistics.setting import TRADE, Labels, Setting, Subject
from hinterland.ledger.statistics.surroundings import (
    acts_at_home,
    all_others,
    continues,
    is_of_a_name,
    names_region,
    only_locates,
    preposition,
    stands_apart,
)

_GVA = ("gva_primary", "gva_secondary", "gva_tertiary")
_IN_BRANCHES = ("investment", "investment_fixed_assets")
_WITH_PARTNERS = frozenset(("trade_balance", "fdi_used", "odi", "investment"))
_CAPITAL = _WITH_PARTNERS | {"contracted_foreign_investment", "foreign_visitors", "tourist_visits"}
_PARTNERS_NAMED = frozenset("partners partner markets destinations sources investors buyers suppliers".split())
_RECEIVES = [[word] for word in ("received", "attracted", "took", "absorbed", "drew", "recorded", "posted", "reported")]
_PARTNER_BEFORE = frozenset(("with", "to", "from", "between", "toward", "towards", "into", "against"))
RATES_LIKE = frozenset(table("english.toml")["words"]["rates"] + table("families.toml")["words"]["rates"])
_LINES = "train_trips["  # of one line: "China-Europe freight trains"
_MANY = frozenset(("EU", "nonEU", "ROW", "ASEAN", "BRI", "RCEP"))
_TOWARDS = frozenset(("to", "from", "with", "along"))
REGION_GROUPS = frozenset(("World", "Euro area", "European Union"))


def collect(sentence: Sentence, tokens: list[Token], setting: Setting) -> Labels:
    """Read the labels among some tokens; places become regions or partners."""
    labels = Labels([], [], [], [], [], [], [])
    role, at, end = "", -9, 0
    trade = False
    spot: Token | None = None
    for token in tokens:
        tags = token.tags
        if ("place" in tags or "refer" in tags) and only_locates(sentence, token, end):
            continue
        if "place" in tags:
            linked = continues(sentence, at, token.i)
            role = _role(sentence, token, tags["place"], setting, role if linked else "", trade)
            towards = not _TOWARDS.isdisjoint(sentence.words[max(at, 0) : token.i])
            at = token.j
            if role == "partner" and towards and not linked and not _MANY.isdisjoint(labels.partners[-1:]):
                labels.partners.pop()  # "the largest fall in EU exports was to Chile": one of them
            if role == "partner" and not all_others(sentence, token):
                if _partner(tags["place"]) not in labels.partners:
                    labels.partners.append(_partner(tags["place"]))
            elif role == "region":
                labels.joint |= bool(labels.regions) and any(
                    word in ("and", ",") for word in sentence.words[end : token.i]
                )
                if sentence.words[token.i - 1 : token.i] == ["that"] and tags["place"].kind != "zone":
                    labels.regions, labels.joint = [], False  # "the report says that India …": another's clause
                labels.regions.append(tags["place"])
            end = token.j
        elif "refer_partner" in tags and sentence.words[token.i - 1 : token.i] in (["among"], ["of"]):
            continue  # "Among these countries, trade with A and B …": some of them
        elif "refer_partner" in tags:
            spoken = tuple(setting.spoken.partners) if setting.spoken else ()
            labels.partners.extend(spoken or setting.topic.partners or setting.last.partners)
        elif "indicators" in tags and not ("products" in tags and setting.topic.base in TRADE):
            base = tags["indicators"]
            if base == "trade_total" and is_of_a_name(sentence, token):
                continue
            trade = base in TRADE or base in _WITH_PARTNERS
            before = sentence.words[token.i - 1] if token.i else ""
            labels.total |= before in ("total", "overall", "whole") or sentence.words[token.i] in ("total", "overall")
            labels.such |= before == "such"
            base = modified(sentence, token, base)
            if _is_part(labels, sentence, token, base, setting):
                continue
            _add_indicator(labels, sentence, spot, token, base)
            spot = token
        elif "refer" in tags:
            place = refer(tags["refer"], setting)
            if place and (
                sentence.text[token.start : token.end].lower().startswith(("the ", "our "))
                or "'s" in sentence.words[token.i : token.j + 1]
                or names_region(sentence, tokens, token)
            ):
                labels.regions.append(place)
        else:
            _simple(labels, tags, token, sentence)
    labels.together = jointly(sentence, tokens) if labels.joint else None
    return labels


def _add_indicator(labels: Labels, sentence: Sentence, spot: Token | None, token: Token, base: str) -> None:
    """Add what is measured beside, or in the stead of, what was named at `spot`; with the goods that it trades."""
    if base in ("exports", "imports") and (product := traded(sentence, token) or goods_of(sentence, token)):
        labels.products.append(product)
    if labels.indicators[-1:] == ["gdp"] and sentence.words[token.i] in ("exported", "imported"):
        labels.indicators[-1] = base  # "the economy exported goods worth"
    if spot is None or stands_apart(sentence, spot, token) or not labels.indicators:
        labels.indicators.append(base)
    elif labels.indicators[-1] == "capacity_installed" and base.startswith("capacity_"):
        labels.indicators[-1] = base  # "installed capacity of wind power"
    if base == "budget_revenue" and sentence.words[token.j : token.j + 2] == ["and", "expenditure"]:
        labels.indicators.append("budget_expenditure")


def _is_part(labels: Labels, sentence: Sentence, token: Token, base: str, setting: Setting) -> bool:
    """Add a branch to what is measured in it, rather than measure the branch: capital, or added value."""
    last = labels.indicators[-1] if labels.indicators else None
    if last in INVESTED and (sector := branch(sentence, token, base)):
        labels.sectors.append(sector)
        return True
    if last in _IN_BRANCHES and base in _GVA and (labels.sectors or branch(sentence, token, base)):
        labels.sectors.append(base.removeprefix("gva_"))  # "investment in the primary, secondary and tertiary sectors"
        return True
    if last == "investment" and (sector := branch(sentence, token, base)):
        labels.sectors.append(sector)  # "investment in the high-tech manufacturing industry"
        return True
    if last is not None and last.startswith("capacity_") and base == "capacity_installed":
        return True  # "offshore wind farms with an installed capacity of"
    named = "value" not in sentence.words[token.i : token.j] and base.startswith("gva_")
    if last is None and named and setting.topic.base in INVESTED:
        labels.sectors.append(SECTORS.get(base, base.removeprefix("gva_")))
        return True  # "high-tech manufacturing attracted 312 million dollars"
    if (
        last in ("revenue", "profits")
        and base == "gva_industry_above_scale"
        and "value" not in (sentence.words[token.i : token.j])
    ):
        return True  # "the revenue of catering industries above designated size": whose it is
    if last == "gva" and base.startswith("gva_"):
        labels.indicators[-1] = base  # "added value of the primary sector"
        return True
    if last == "output_value" and base.startswith(("output_", "gva_")):
        labels.indicators[-1] = base.replace("gva_", "output_")  # "output of its strategic emerging industries"
        return True
    return base == "gva" and (last or "").startswith("gva_")  # "the secondary sector grew, with an added value of"


def _simple(labels: Labels, tags: object, token: Token, sentence: Sentence) -> None:
    for tag, rows in (
        ("entities", labels.entities),
        ("modes", labels.modes),
        ("products", labels.products),
        ("sectors", labels.sectors),
        ("scopes", labels.partners),
    ):
        if tag in token.tags:
            if tag == "products" and sentence.text[token.end : token.end + 1] == "-":
                return  # "the coal-rich province", "a food-producing region"
            if tag != "scopes" or any(other.i == token.j and "indicators" in other.tags for other in sentence.tokens):
                rows.append(token.tags[tag])
            return


def _role(sentence: Sentence, token: Token, place: Place, setting: Setting, role: str, trade: bool) -> str:
    """Decide whether a place is the region measured or the partner traded with."""
    if role == "region" and trade and "between" in sentence.words[max(0, token.i - 6) : token.i]:
        role = "" if place == setting.home or related(place, setting.home) else "partner"
    if role and not (role == "partner" and place == setting.home):
        return role
    if place == setting.home:
        return "region"
    before = preposition(sentence, token.i)
    if before in _PARTNERS_NAMED and place.kind in ("country", "group") and not related(place, setting.home):
        return "partner"  # "with its four largest trading partners, the US, ASEAN and Japan"
    if before == "of" and "ahead" in sentence.words[max(0, token.i - 3) : token.i] and _foreign(place, setting, trade):
        return "partner"  # "ahead of Japan at 17 billion"
    owns = sentence.words[token.j : token.j + 1] == ["'s"]
    if place.kind == "country" and not owns and acts_at_home(sentence, token, place, setting.home):
        return "partner"
    if place.kind in ("city", "province") and home_bound(place, setting.home):
        return "region"
    if before == "from" and "imports" not in sentence.words and setting.home and lies_in(setting.home, place):
        return "region"  # "exports from the UK to the EU", in a text on Scotland
    if (
        before in _PARTNER_BEFORE
        and (trade or place.kind == "group" or setting.last.base in TRADE or setting.topic.base in TRADE)
        and not owns
    ):
        return "partner"
    if place.kind == "group":
        return (
            "region"
            if place.name in REGION_GROUPS and not (trade and before == "with") and not _foreign(place, setting, trade)
            else "partner"
        )
    if owns or before in ("of", "in", "across", "for") or sentence.words[token.j : token.j + 1] in _RECEIVES:
        return "region"
    return "region" if related(place, setting.home) or not _foreign(place, setting, trade) else "partner"


def _has_partners(base: str | None) -> bool:
    """Tell what is done with someone elsewhere, trade and capital and visits, from output and prices."""
    return base in TRADE or base in _CAPITAL


def _foreign(place: Place, setting: Setting, trade: bool) -> bool:
    """Tell a partner by its being elsewhere, in a document about the trade of one region."""
    home = setting.home
    if home is None or place.name == "World":
        return False
    if not (trade or _has_partners(setting.topic.base) or _has_partners(setting.last.base)):
        return False
    return not related(place, home)


def _partner(place: Place) -> str:
    return place.code or place.name


def refer(kind: str, setting: Setting) -> Place | None:
    """Resolve "the province", "the city", "the country" from where the document speaks of."""
    around = setting.last.region or setting.home
    home = setting.home or around
    book = places()
    if home is None:
        return None
    if kind == "country":
        return book.get(country(home))
    if kind == "city":
        if around and around.kind == "city":
            return around
        return setting.recent if setting.recent and home.kind != "city" else home
    for place in (around, setting.recent if home.kind == "country" else home, home):
        if place and place.kind == "province":
            return place
        if place and place.kind == "city" and place.parent in book:
            return book[place.parent] if book[place.parent].kind == "province" else place
    return home


def build(labels: Labels, before: Subject, setting: Setting) -> Subject:
    """Make the subject of a figure from the labels before it, and from what was spoken of where they are silent."""
    fresh = bool(labels.indicators)
    region = pick(labels, setting.home) or before.region
    said = {
        "entity": _last(labels.entities),
        "mode": _last(labels.modes),
        "product": _last(labels.products),
        "sector": _last(labels.sectors),
    }
    only_qualifier = not fresh and (any(said.values()) or bool(labels.partners))
    base = _meant(labels, setting) if fresh else _spoken_of(labels, before, setting, only_qualifier)
    partners = tuple(labels.partners)
    if not partners and (base in TRADE or base == "trade_balance"):
        partners = _partners_of_before(base, labels, before, setting)
    if before.base is None:
        said = {name: value or getattr(before, name) for name, value in said.items()}
    if fresh and base in TRADE and not labels.total:
        said |= _gone_on_about(said, before, setting)
    if labels.such:
        said = {name: value or getattr(setting.last, name) for name, value in said.items()}
    if base in _GVA and fresh and (setting.last.base or "").startswith("investment"):
        return Subject("investment_fixed_assets", sector=base.removeprefix("gva_"), region=region)
    if not labels:
        return before if before.base == base else replace(before, base=base)
    if base == "exports_daily_average" and not fresh and only_qualifier:
        base = "exports"
    return Subject(base, partners if base in TRADE or base in _WITH_PARTNERS else (), region=region, **said)


def _meant(labels: Labels, setting: Setting) -> str:
    """Tell what a name means in this text: its "investment" is foreign capital, its "revenue" comes from visitors."""
    base, last, topic = labels.indicators[-1], setting.last.base, setting.topic.base
    if base == "train_trips" and (
        line := next((name for name in (last, topic) if (name or "").startswith(_LINES)), None)
    ):
        return str(line)
    if (base == "sales_overseas" or (base == "sales" and labels.partners)) and topic == "exports":
        return "exports"
    if base == "registered_capital" and (topic in INVESTED or last in INVESTED):
        return "fdi_contracted"
    if base == "investment" and labels.partners and topic in INVESTED:
        return topic
    if base == "investment" and "fdi_used" == last == topic:
        return "fdi_used"
    if base == "revenue" and last in ("tourist_visits", "tourism_revenue"):
        return "tourism_revenue"
    return last if last and labels.such and base == "investment" and last.startswith("investment") else base


def _spoken_of(labels: Labels, before: Subject, setting: Setting, only_qualifier: bool) -> str | None:
    """Find what is measured where no name stands: what was told before, or all trade of a partner or a kind of firm."""
    base, topic = before.base or setting.last.base, setting.topic.base
    if only_qualifier and base not in TRADE and (topic in TRADE or base is None):
        return topic or "trade_total"
    if (labels.modes or labels.entities) and base in TRADE and before.base is None:
        return topic if topic in ("trade_total", "exports", "imports") else "trade_total"
    return base


def _partners_of_before(base: str | None, labels: Labels, before: Subject, setting: Setting) -> tuple[str, ...]:
    """Keep the partners that a text goes on about, unless it returns to all trade of a place."""
    if labels.total or (base == "trade_total" and before.base is None and labels.regions):
        return ()
    if before.base or before.partners:
        return before.partners
    return setting.topic.partners if setting.last.partners else ()


def _gone_on_about(said: dict[str, str | None], before: Subject, setting: Setting) -> dict[str, str | None]:
    """Keep the goods and the way of trading that a whole text is about: "Whisky exports rose. Exports were …"."""
    kept = ("product", "mode") if setting.topic.base in TRADE else ()
    told = {name: getattr(setting.topic, name) for name in kept}
    if setting.last.base == "retail_sales":
        told["mode"] = setting.last.mode  # "online sales were 9 billion; exports were 7 and imports 2"
    return {
        name: value
        for name, value in told.items()
        if value
        and not said[name]
        and value == getattr(setting.last, name)
        and (before.base is None or value == getattr(before, name))
    }


def pick(labels: Labels, home: Place | None) -> Place | None:
    """Choose the region among several: the inner one of two nested places, the whole of several parts."""
    regions = labels.regions
    if not regions:
        return None
    if labels.together is not None:
        return labels.together
    last = regions[-1]
    if len(regions) > 1 and home in regions and labels.joint:
        return home
    inner = next((place for place in regions if place is not last and lies_in(place, last)), None)
    if inner is not None:
        return inner
    parts = [place for place in regions if home and home.code and place.parent == home.code]
    if len(set(parts)) > 1:
        return home if labels.joint else parts[0]
    return next(
        (place for place in reversed(regions) if place.parent and any(other.code == place.parent for other in regions)),
        last,
    )


def _last(rows: list[str]) -> str | None:
    return rows[-1] if rows else None


def slug(words: list[str], limit: int = 3) -> str | None:
    """Name an indicator that no data file lists by the last words of its own phrase."""
    words = " ".join(words).replace("high tech", "hightech").split()
    kept = [word for word in words if re.fullmatch(r"[a-z]{2,}", word) and word not in UNNAMED]
    return "_".join(kept[-limit:]) or None
