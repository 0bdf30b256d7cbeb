"""What a ledger's documents announce: the kind of measure, whose, with whom, in which sectors, how much, from when.

Places are codes of the gazetteer and sectors names of `levers.toml`; which codes of an economy they are is told
elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hinterland.errors import InputError, Problem
from hinterland.ledger.announcements.instruments import kinds
from hinterland.ledger.calendar_names import day
from hinterland.ledger.keeping.opening import reader
from hinterland.ledger.keeping.stated import HAN, Stated, any_of, stated
from hinterland.ledger.keeping.store import measures_of
from hinterland.ledger.lexicon import gazetteer, places, table
from hinterland.ledger.records import Measure

_MONTHS = "January February March April May June July August September October November December".split()
_START = re.compile(
    r"\b(?:[Ff]rom|[Ss]ince|[Ss]tarting|[Bb]eginning|[Ee]ffective|[Aa]s of|[Oo]n|[Ii]n)(?: from| in| on)? "
    rf"(?:(?P<d>\d{{1,2}}) )?(?:(?P<m>{'|'.join(_MONTHS)}),? )?(?:(?P<day>\d{{1,2}}), )?(?P<y>20\d\d)\b"
)
_START_ZH = re.compile(r"自?(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?(?:起|开始)")


@dataclass(frozen=True)
class Announcement:
    """Hold a measure with what its words say about its scope and its size."""

    measure: Measure
    source: dict[str, Any]  # title, source, publisher, published
    kind: str | None  # the kind of a scenario's measure; None where nothing computable was announced
    home: str | None  # gazetteer code, or name, of the place whose measure it is
    partners: tuple[str, ...]  # gazetteer codes of countries and groups that it names, its own country apart
    sectors: tuple[str, ...]  # of levers.toml
    mode: str  # how goods travel, "any" where nothing says
    stated: Stated | None
    start: date | None


def announced(ledger: Path) -> dict[str, list[Announcement]]:
    """Read what each document of a ledger announces; `InputError` where none announces anything."""
    with closing(reader(ledger)) as connection:
        measures = measures_of(connection)
        query = "SELECT doc, mode(coalesce(REF_AREA, region)) FROM observations GROUP BY doc"
        regions = dict(connection.execute(query).fetchall())
    if not measures:
        raise InputError([ledger_has_no_measures(ledger)])
    by_doc: dict[str, list[tuple[Measure, dict[str, Any]]]] = {}
    for measure, source in measures:
        by_doc.setdefault(measure.doc, []).append((measure, source))
    return {doc: _of_document(rows, regions.get(doc)) for doc, rows in by_doc.items()}


def announcement(measure: Measure, source: dict[str, Any], region: str | None = None) -> Announcement:
    """Read the words of a measure; `region` is what the figures of its document are about."""
    kind = kinds().get(measure.instrument)
    words = f"{measure.target or ''} | {measure.sentence}"
    home = _home(measure, source, region)
    return Announcement(
        measure=measure,
        source=source,
        kind=kind,
        home=home,
        partners=_partners(words, home),
        sectors=_sectors(words),
        mode=_mode(f"{measure.anchor} | {measure.instrument} | {words}"),
        stated=stated(measure, kind),
        start=_start(measure.sentence) or source.get("published"),
    )


def ledger_has_no_measures(ledger: Path) -> Problem:
    """Say that there is nothing to draft from."""
    return Problem(
        found="no measures",
        where=str(ledger),
        expected="documents that announce something",
        remedy="add some with `hinterland keep`",
        code="ledger_has_no_measures",
    )


def _of_document(rows: list[tuple[Measure, dict[str, Any]]], region: str | None) -> list[Announcement]:
    """Read a document's measures; where no figure tells whom it is about, the place that its measures name most."""
    if region not in places():  # a company, say
        homes = Counter(home for measure, source in rows if (home := _home(measure, source, None)))
        region = homes.most_common(1)[0][0] if homes else None
    return [announcement(measure, source, region) for measure, source in rows]


def _home(measure: Measure, source: dict[str, Any], region: str | None) -> str | None:
    """Tell whose measure it is: the place that acts, what the document is about, or what title or sentence name."""
    acts = next(_named(measure.actor or "", _every_place()), None)
    return acts or region or next(_named(f"{source.get('title') or ''} | {measure.sentence}", _every_place()), None)


def _partners(words: str, home: str | None) -> tuple[str, ...]:
    """Find the countries and groups that words name, in their order; the own country is none."""
    own = {home, (home or "")[:2]}
    return tuple(dict.fromkeys(code for code in _named(words, _countries()) if code not in own))


def _named(words: str, names: tuple[re.Pattern[str], dict[str, str]]) -> Any:
    pattern, codes = names
    return (codes[match.group()] for match in pattern.finditer(words))


def _sectors(words: str) -> tuple[str, ...]:
    known = table("levers.toml")["sectors"].items()
    return tuple(name for name, row in known if any_of(row["text"]).search(words))


def _mode(words: str) -> str:
    """Tell how goods travel by the first word that says so."""
    found = [(match.start(), mode) for mode, said in _modes().items() if (match := any_of(said).search(words))]
    return min(found)[1] if found else "any"


def _modes() -> dict[str, list[str]]:
    modes: dict[str, list[str]] = table("levers.toml")["modes"]
    return modes


def _start(sentence: str) -> date | None:
    """Read when a measure begins out of its sentence: a day, a month or a year."""
    match = _START_ZH.search(sentence)
    if match:
        return day(int(match["y"]), int(match["m"] or 1), int(match["d"] or 1))
    match = _START.search(sentence)
    if match is None:
        return None
    month = _MONTHS.index(match["m"]) + 1 if match["m"] else 1
    return day(int(match["y"]), month, int(match["d"] or match["day"] or 1) if match["m"] else 1)


def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    return _names(("group", "country"))


def _every_place() -> tuple[re.Pattern[str], dict[str, str]]:
    return _names(("country", "province", "city"))


@cache
def _names(wanted: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Take places of some kinds from the gazetteer: a pattern of names and aliases, longest first, and their codes."""
    codes = {alias: place.code or place.name for place, names in gazetteer() if place.kind in wanted for alias in names}
    named = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![^\W{HAN}])(?:{named})(?![^\W{HAN}])"), codes


def names_of(code: str) -> tuple[str, ...]:
    """List a place's name and aliases by its code in the gazetteer; what it does not know is its own name."""
    return _aliases().get(code, (code,))


def code_of(name: str) -> str:
    """Give the code in the gazetteer of a place by its full name; what it does not know is its own name."""
    return _codes().get(name, name)


def lies_in(code: str) -> str | None:
    """Give the code of the province that a city lies in, or of the country of a province."""
    place = places().get(code)
    return place.parent or None if place else None


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {place.code or place.name: tuple(names) for place, names in gazetteer()}


@cache
def _codes() -> dict[str, str]:
    return {place.name: place.code or place.name for place, _ in gazetteer() if place.kind in ("group", "country")}
