"""What lies in what: cities in provinces, provinces in countries."""

from __future__ import annotations

from functools import lru_cache

from hinterland.ledger.lexicon import Place


def home_bound(place: Place, home: Place | None) -> bool:
    """Tell a place inside the region that the document speaks of: no partner of it, whatever stands before."""
    return home is not None and bool(home.code) and place.parent == home.code


def related(place: Place, home: Place | None) -> bool:
    """Tell whether two places share a line of descent or a parent: Suzhou, Jiangsu and China; Texas and California."""
    if home is None or place.kind == "company":
        return True
    return country(place) == country(home)


@lru_cache(maxsize=1024)
def country(place: Place) -> str:
    """Give the code of the country that a place lies in (its own for a country or a group)."""
    parent = place.parent or place.code or place.name
    return parent.split("-")[0]


def lies_in(place: Place, outer: Place) -> bool:
    """Tell a city of a province, and what lies in a country at any depth."""
    if not outer.code or place.kind in ("group", "company"):
        return False
    return place.parent == outer.code or (outer.kind == "country" and country(place) == outer.code != place.code)
