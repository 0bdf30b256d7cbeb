"""From an announcement to a measure of a scenario: scope in an economy's codes, sizes as stated or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hinterland.baseline import Baseline
from hinterland.draft import codes
from hinterland.labels import suggestion
from hinterland.ledger.keeping.announced import Announcement, names_of
from hinterland.ledger.keeping.stated import Stated, opposes
from hinterland.ledger.lexicon import table
from hinterland.scenario.measures.measure import EVERY, CellMeasure, Measure, PairMeasure
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import conversions, default, units_of

_WORLD = "WORLD"


class Unmapped(Exception):
    """Say why a measure cannot be written in the codes of an economy."""


@dataclass(frozen=True)
class Entry:
    """Hold a measure of a scenario, and what its file says above it."""

    measure: Measure
    notes: tuple[str, ...]


def entry(announcement: Announcement, baseline: Baseline) -> Entry:
    """Write an announcement as a measure; raise `Unmapped` with the reason where it cannot be."""
    kind = announcement.kind
    if kind is None:
        raise Unmapped(f"{announcement.measure.instrument} is nothing that can be computed")
    if kind not in KINDS:
        raise Unmapped(f"there is no kind of measure for {kind}")
    notes: list[str] = []
    said: dict[str, Any] = {"kind": kind}
    said |= _scope(announcement, KINDS[kind].measure, baseline, notes)
    said |= _sizes(announcement, kind, notes)
    said["from"] = announcement.start or _base_year(baseline, notes)
    said["source"] = _source(announcement)
    return Entry(KINDS[kind].measure.model_validate(said), tuple(notes))


def one_line(text: str) -> str:
    """Write a text on one line, without what a TOML file cannot hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _scope(
    announcement: Announcement, kind: type[Measure], baseline: Baseline, notes: list[str]
) -> dict[str, tuple[str, ...] | str]:
    home = _home(announcement, baseline, notes)
    country = codes.country(announcement.home or "", baseline)
    if announcement.kind == "tariff" and country is not None and country != home:
        notes.append(f"tariffs are levied by the country: {country}, not {home} alone")
        home = country
    said: dict[str, tuple[str, ...] | str] = {"regions": (home,)}
    if issubclass(kind, PairMeasure):
        said |= _partners(announcement, home, country, baseline, notes)
    if issubclass(kind, CellMeasure):
        said |= _sectors(announcement, baseline, notes)
    if announcement.kind == "freight":
        said["mode"] = announcement.mode
    return said


def _home(announcement: Announcement, baseline: Baseline, notes: list[str]) -> str:
    place = announcement.home
    if place is None:
        raise Unmapped("no place is named whose measure it is")
    code = codes.region(place, baseline)
    if code is None and (code := codes.stand_in(place, baseline)):
        notes.append(f"{_name(place)} is no region of the economy: drafted for all of {code}")
    if code is None:
        raise Unmapped(_no_region(place, baseline))
    return code


def _partners(
    announcement: Announcement, home: str, country: str | None, baseline: Baseline, notes: list[str]
) -> dict[str, tuple[str, ...] | str]:
    named = [place for place in announcement.partners if place != _WORLD]
    found = []
    for place in named:
        code = codes.region(place, baseline)
        if code is None and (code := codes.stand_in(place, baseline)):
            notes.append(f"{_name(place)} is no region or group of the economy: {code} stands in for it")
        if code is None:
            notes.append(_no_region(place, baseline))
        else:
            found.append(code)
    if named and not found:
        raise Unmapped("; ".join(notes[-len(named) :]))
    if not named:
        if announcement.kind == "quality":  # every buyer, home included
            return {}
        notes.append("no partner is named: every one")
    partners = tuple(dict.fromkeys(found)) or (EVERY,)
    reached = {code for partner in partners for code in codes.members(partner, baseline)}
    own = codes.members(country, baseline) if country else set()
    inside = own & (set(baseline.regions.codes) if EVERY in partners else reached)
    said: dict[str, tuple[str, ...] | str] = {"partners": partners}
    if country and inside - {home}:
        said["without"] = (country,)
    return said


def _sectors(announcement: Announcement, baseline: Baseline, notes: list[str]) -> dict[str, tuple[str, ...]]:
    names = ("electricity",) if announcement.kind == "power" else announcement.sectors
    words = f"{announcement.measure.target or ''} | {announcement.measure.sentence}"
    found = codes.sectors(names, "" if announcement.kind == "power" else words, baseline)
    if found:
        return {"sectors": found}
    if names:
        raise Unmapped(f"the economy has no sector for {', '.join(names)}")
    if announcement.kind == "market_growth":
        raise Unmapped("no sector is named: growth of all spending on everything is no measure")
    notes.append("no sector is named: every one")
    return {}


def _sizes(announcement: Announcement, kind: str, notes: list[str]) -> dict[str, Any]:
    """Fill in the size and every other size that the kind requires."""
    said: dict[str, Any] = {}
    stated = _possible(announcement.stated, kind)
    if stated is not None:
        said |= {"status": "announced", "size": _size(stated, announcement.measure.quantity, notes)}
    elif opposes(announcement.measure, kind):
        raise Unmapped(f"it moves a rate the other way than the {kind} that a draft assumes, and states no size")
    else:
        said["status"] = "assumed"
    if kind == "tariff":
        said["form"] = _form(stated)
        if said["form"] == "cut_pct" and stated is not None:
            said["size"] = {"value": abs(stated.value), "unit": "percent"}
    if kind == "freight":
        said |= _mode_share(announcement.mode, stated, notes)
    for argument, field in KINDS[kind].measure.model_fields.items():
        if field.is_required() and argument in conversions().get(kind, {}) and argument not in said:
            said[argument] = default(kind, argument)
            notes.append(f"{argument}: {conversions()[kind][argument]['source']}")
    if stated is None and announcement.measure.quantity:
        notes.append(f"the text states {announcement.measure.quantity!r}, which is no size of this kind")
    return said


def _mode_share(mode: str, stated: Stated | None, notes: list[str]) -> dict[str, Any]:
    """Say how much of the trade travels by the way that is named, where the default for a side road does not fit."""
    if mode == "any" and stated is not None and stated.of:
        notes.append("no way of transport is named: all trade of the pairs")
        return {"mode_share": {"value": 100.0, "unit": "percent"}}
    main = table("levers.toml")["mode_share"].get(mode)
    if main is None:
        return {}
    notes.append(f"mode_share: {main['what']}")
    return {"mode_share": {"value": main["share"], "unit": "percent", "range": tuple(main["range"])}}


def _size(stated: Stated, printed: str | None, notes: list[str]) -> dict[str, Any]:
    """Write a stated size; a share of another base than the lever's is converted, with the range of the conversion."""
    as_printed = f": {printed}" if printed else ""
    notes.append(f"the size is as the text states it{as_printed}")
    if stated.of == "goods":
        notes.append("the duty goes for that share of the goods: taken as a cut of all duties by as much")
    base = table("levers.toml")["base"].get(stated.of)
    if base is None:
        return {"value": stated.value, "unit": stated.unit}
    notes.append(f"converted: {base['what']}")
    low, high = (round(stated.value * share / 100, 6) for share in base["range"])
    value = round(stated.value * base["share"] / 100, 6)
    return {"value": value, "unit": stated.unit, "range": (min(low, high), max(low, high))}


def _possible(stated: Stated | None, kind: str) -> Stated | None:
    """Keep a stated size where its kind can have it: a level only for a rate, and within the bounds of its unit."""
    bounds = (units_of(KINDS[kind].measure, "size") or {}).get(stated.unit) if stated else None
    if stated is None or bounds is None:
        return None
    if stated.level and (kind not in ("tariff", "carbon_price") or stated.unit == "pp"):
        return None
    if kind == "tariff" and not stated.level and stated.unit == "percent" and not -100 <= stated.value <= 0:
        return None  # "raised by 5 percent": of the rate, or points? Not for a draft to decide
    return stated if bounds[0] <= stated.value <= bounds[1] else None


def _form(stated: Stated | None) -> str:
    if stated is None or (stated.unit == "percent" and not stated.level):
        return "cut_pct"
    return "set" if stated.level else "change_pp"


def _base_year(baseline: Baseline, notes: list[str]) -> date:
    notes.append("neither the sentence nor the document has a date: the year of the economy")
    return date(baseline.description.year, 1, 1)


def _source(announcement: Announcement) -> str:
    """Name the document, its date and the place in it, and quote the sentence."""
    measure, source = announcement.measure, announcement.source
    published = source.get("published")
    day = f" ({published})" if published else ""
    start, end = measure.span
    return f"{source.get('source') or measure.doc}{day}, characters {start}-{end}: {one_line(measure.sentence)}"


def _no_region(place: str, baseline: Baseline) -> str:
    labels = [label.name() for label in baseline.regions.labels]
    return f"{_name(place)} is no region or group of the economy{suggestion(_name(place), labels)}"


def _name(place: str) -> str:
    return names_of(place)[0]
