"""A bad scenario of each kind, and the exact words that it is met with."""

from dataclasses import replace

import pytest

import hinterland as hl
from hinterland.errors import InputError
from hinterland.scenario.compose import compose
from hinterland.scenario.read import parse_scenario, read_scenario
from little import little

CASES: dict[str, tuple[str, str]] = {
    "tariff unit": (
        """title = "T"

[[measure]]
kind = "tariff"
form = "set"
size = { value = 5, unit = "pp" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:3, measure 1: unit 'pp'; expected percent where form is set; correct the unit"),
    ),
    "tariff size": (
        """title = "T"

[[measure]]
kind = "tariff"
form = "cut_pct"
size = { value = 120, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:3, measure 1: 120 percent; expected 0 to 100 percent; correct the size"),
    ),
    "tariff form": (
        """title = "T"

[[measure]]
kind = "tariff"
form = "caps"
size = { value = 120, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:5, measure 1, form: form = 'caps' (did you mean 'cap'?); expected 'set', 'change_pp', "
            "'cut_pct', 'cap' or 'swiss'; correct it"
        ),
    ),
    "tariff set twice": (
        """title = "T"

[[measure]]
kind = "tariff"
form = "set"
size = { value = 5, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "tariff"
form = "set"
size = { value = 0, unit = "percent" }
regions = ["N"]
partners = ["*"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:16, measure 2, size: 'tariff 2' sets 0 percent where 'tariff 1' (measure 1) sets 5: N, "
            "A, food and 2 more; expected one rate for each trade flow; narrow one of the two, or remove it"
        ),
    ),
    "tariff below -100": (
        """title = "T"

[[measure]]
kind = "tariff"
form = "change_pp"
size = { value = -200, unit = "pp" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml: a tariff of -200% on N, A, food and 2 more; expected a tariff above -100 %; make the "
            "measures on these cells smaller"
        ),
    ),
    "rebate payers": (
        """title = "T"

[[measure]]
kind = "export_rebate"
size = { value = 5, unit = "pp" }
paid_by = "country"
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:3, measure 1: paid_by = 'country' without country; expected both, or neither; name the "
            "regions that share the bill"
        ),
    ),
    "rebate all": (
        """title = "T"

[[measure]]
kind = "export_rebate"
size = { value = -99, unit = "pp" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "export_rebate"
size = { value = -50, unit = "pp" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml: taxes on exports that take all of the price: A, N, food and 2 more; expected rates that"
            " leave something to the producer; make the measures on these cells smaller"
        ),
    ),
    "import eligible": (
        """title = "T"

[[measure]]
kind = "import_support"
size = { value = 2, unit = "pp" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:3, measure 1, eligible: no key 'eligible'; expected a required key: share of these "
            "imports that qualifies; add it"
        ),
    ),
    "import discount": (
        """title = "T"

[[measure]]
kind = "import_support"
size = { value = 50, unit = "pp" }
years = { value = 20, unit = "years" }
eligible = { value = 90, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: a discount of 900%; expected less than 100 percent of the value; make it smaller"),
    ),
    "import users": (
        """title = "T"

[[measure]]
kind = "import_support"
size = { value = 2, unit = "pp" }
eligible = { value = 90, unit = "percent" }
users = ["clothe"]
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:7, measure 1, users: unknown sector 'clothe' (did you mean 'cloth'?); expected a code of"
            " the economy, or *; correct it; `hinterland show` lists them"
        ),
    ),
    "market self": (
        """title = "T"

[[measure]]
kind = "market_access"
size = { value = 2, unit = "percent" }
regions = ["N"]
partners = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:7, measure 1, partners: 'market_access' touches no trade; expected partners other than "
            "the regions themselves; correct partners or without"
        ),
    ),
    "market direction": (
        """title = "T"

[[measure]]
kind = "market_access"
size = { value = 2, unit = "percent" }
direction = "export"
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:6, measure 1, direction: direction = 'export' (did you mean 'exports'?); expected "
            "'exports', 'imports' or 'both'; correct it"
        ),
    ),
    "settlement": (
        """title = "T"

[[measure]]
kind = "settlement"
size = { value = 140, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: 140 percent; expected 0 to 100 percent; correct the size"),
    ),
    "ecommerce": (
        """title = "T"

[[measure]]
kind = "ecommerce"
size = 10
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: size = 10 without a unit; expected { value = 10, unit = 'percent' }; write it so"),
    ),
    "freight": (
        """title = "T"

[[measure]]
kind = "freight"
mode = "train"
size = { value = 3, unit = "day" }
mode_share = { value = 10, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:6, measure 1, size: unit 'day' (did you mean 'days'?); expected percent or days; correct"
            " the unit"
            "\ns.toml:5, measure 1, mode: mode = 'train' (did you mean 'rail'?); expected 'rail', 'sea', "
            "'road', 'air', 'river', 'pipeline' or 'any'; correct it"
        ),
    ),
    "freight all": (
        """title = "T"

[[measure]]
kind = "freight"
mode = "rail"
size = { value = 300, unit = "days" }
mode_share = { value = 100, unit = "percent" }
regions = ["N"]
partners = ["A"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml: savings of all the cost of N, A, food and 5 more; expected savings below 100 percent; "
            "make the measures on these cells smaller"
        ),
    ),
    "productivity": (
        """title = "T"

[[measure]]
kind = "productivity"
size = { value = 100, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: 100 percent; expected -900 to 99 percent; correct the size"),
    ),
    "quality": (
        """title = "T"

[[measure]]
kind = "quality"
size = { value = -100, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: -100 percent; expected -99 to 900 percent; correct the size"),
    ),
    "growth": (
        """title = "T"

[[measure]]
kind = "market_growth"
size = { value = 300, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml: named sectors would take 278% of final spending in N; expected less than 100 percent, "
            "and some other sector to give way; make the measures on these cells smaller"
        ),
    ),
    "credit": (
        """title = "T"

[[measure]]
kind = "credit"
size = { value = 2, unit = "percent" }
served = { value = 10, unit = "percent" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size: unit 'percent'; expected pp; correct the unit"),
    ),
    "carbon unit": (
        """title = "T"

[[measure]]
kind = "carbon_price"
size = { value = 100, unit = "yuan per ton" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:5, measure 1, size: unit 'yuan per ton' (did you mean 'yuan per tonne'?); expected USD "
            "per tonne, yuan per tonne, RMB per tonne, CNY per tonne, euro per tonne, EUR per tonne …; "
            "correct the unit"
        ),
    ),
    "carbon big": (
        """title = "T"

[[measure]]
kind = "carbon_price"
size = { value = 900000, unit = "USD per tonne" }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml: taxes on output that take all of the price: N, cloth; expected rates that leave "
            "something to the producer; make the measures on these cells smaller"
        ),
    ),
    "support": (
        """title = "T"

[[measure]]
kind = "production_support"
size = { value = 5 }
regions = ["N"]
sectors = ["cloth"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:5, measure 1, size.unit: no unit; expected unit = 'percent'; add it: a size without a "
            "unit means nothing"
        ),
    ),
    "labour": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent" }
sectors = ["cloth"]
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:6, measure 1, sectors: unknown key 'sectors'; expected keys among kind, name, from, "
            "source, status, note, size, regions; correct or remove it"
        ),
    ),
    "power": (
        """title = "T"

[[measure]]
kind = "power"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:3, measure 1, sectors: no key 'sectors'; expected a required key: codes of the sectors "
            "that make electricity; add it"
        ),
    ),
    "transfer": (
        """title = "T"

[[measure]]
kind = "transfer"
size = { value = 2, unit = "million yuan" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:3, measure 1, payers: no key 'payers'; expected a required key: codes or groups of the "
            "regions that pay; add it"
        ),
    ),
    "transfer unit": (
        """title = "T"

[[measure]]
kind = "transfer"
size = { value = 2, unit = "million" }
regions = ["N"]
payers = ["S"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:5, measure 1, size: unit 'million' (did you mean 'million USD'?); expected USD, thousand"
            " USD, 10 thousand USD, million USD, 100 million USD, billion USD …; correct the unit"
        ),
    ),
    "assumed": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "assumed"
""",
        (
            "s.toml:3, measure 1: an assumed size of 2 percent without a range; expected size = { value = 2,"
            " unit = 'percent', range = [low, high] }; say how far off it may be"
        ),
    ),
    "range": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent", range = [3, 4] }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:5, measure 1, size: value 2 with range [3, 4]; expected [low, high] with the value "
            "between them; correct one of them"
        ),
    ),
    "twice": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:11, measure 2: the same as measure 1; expected each measure once; remove one, or add them up"),
    ),
    "names": (
        """title = "T"

[[measure]]
kind = "labour"
name = "a"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"

[[measure]]
kind = "labour"
name = "a"
size = { value = 2, unit = "percent" }
regions = ["S"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml: two measures named 'a'; expected a name for one measure only; rename one"),
    ),
    "toml": (
        """title =
""",
        ("s.toml: not TOML (Invalid value (at line 1, column 8)); expected a TOML file in UTF-8; mend the line named"),
    ),
    "key": (
        """titel = "T"
""",
        (
            "s.toml, title: no key 'title'; expected a required key: { en = ..., zh = ... }, or English "
            "alone; add it"
            "\ns.toml:1, titel: unknown key 'titel' (did you mean 'title'?); expected keys among title, "
            "economy, against, note, closure, measure; correct or remove it"
        ),
    ),
    "closure": (
        """title = "T"
closure = { labour = "mobil" }
""",
        (
            "s.toml:2, closure.labour: labour = 'mobil' (did you mean 'mobile'?); expected 'mobile' or "
            "'specific'; correct it"
        ),
    ),
    "date": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = 2, unit = "percent" }
regions = ["N"]
from = "soon"
source = "made up"
status = "announced"
""",
        ("s.toml:7, measure 1, from: from = 'soon'; expected a date, as 2024-01-31; correct it"),
    ),
    "nokind": (
        """title = "T"

[[measure]]
size = { value = 2, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:3, measure 1: no key 'kind'; expected kind = one of tariff, export_rebate, "
            "import_support, market_access, settlement, ecommerce, productivity, quality, market_growth, "
            "credit, carbon_price, production_support, labour, freight, power, transfer; add it"
        ),
    ),
    "inf": (
        """title = "T"

[[measure]]
kind = "labour"
size = { value = inf, unit = "percent" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        ("s.toml:5, measure 1, size.value: value = inf; expected a finite number; correct it"),
    ),
    "sector": (
        """title = "T"

[[measure]]
kind = "productivity"
size = { value = 2, unit = "percent" }
regions = ["North"]
sectors = ["Clothe"]
from = 2024-01-01
source = "made up"
status = "announced"
""",
        (
            "s.toml:6, measure 1, regions: unknown region 'North' (did you mean 'N'?); expected a code or "
            "group of the economy, or *; correct it; `hinterland show` lists them"
            "\ns.toml:7, measure 1, sectors: unknown sector 'Clothe' (did you mean 'cloth'?); expected a code "
            "of the economy, or *; correct it; `hinterland show` lists them"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_scenario_is_met_with_these_words(case: str) -> None:
    text, message = CASES[case]
    with pytest.raises(InputError) as caught:
        compose(little(), parse_scenario(text, "s.toml"))
    assert str(caught.value) == message
    assert all(problem.code for problem in caught.value.problems)


CARBON = """title = "T"
[[measure]]
kind = "carbon_price"
size = { value = 100, unit = "USD per tonne" }
regions = ["N"]
from = 2024-01-01
source = "made up"
status = "announced"
"""


def test_emissions_are_missing() -> None:
    with pytest.raises(InputError) as caught:
        compose(replace(little(), extras={}), parse_scenario(CARBON, "s.toml"))
    assert str(caught.value) == (
        "s.toml:3, measure 1, kind: no emissions in this economy; expected a baseline with CO2 by region and sector; "
        "add emissions.csv with region, sector, co2_kt to the economy's folder"
    )


def test_rates_are_missing() -> None:
    with pytest.raises(InputError) as caught:
        compose(little("million ISK"), parse_scenario(CARBON, "s.toml"))
    assert str(caught.value) == (
        "s.toml:4, measure 1, size: no rate of ISK to USD for 2022; expected a rate from USD to million ISK, 2022; "
        "give exchange_rate = { value = ..., unit = 'yuan per USD' } in the measure"
    )


def test_currencies_are_not_money() -> None:
    with pytest.raises(InputError) as caught:
        compose(little("index points of 2022"), parse_scenario(CARBON, "s.toml"))
    assert str(caught.value) == (
        "s.toml:4, measure 1, size: 'index points of 2022' is not a scale and a currency; expected a unit of money; "
        "write the economy's currency as a scale and an ISO code, such as 'million USD'"
    )


def test_a_builder_says_the_same_without_a_file() -> None:
    with pytest.raises(InputError) as caught:
        hl.measures.labour(
            regions="N", size={"value": 2, "unit": "pp"}, start="2024-01-01", source="x", status="announced"
        )
    assert str(caught.value) == "size: unit 'pp'; expected percent; correct the unit"


def test_a_file_that_is_not_there(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "no.toml"
    with pytest.raises(InputError) as caught:
        read_scenario(path)
    assert str(caught.value) == f"{path}: no such file or directory; expected a scenario file; name one that exists"


def test_a_file_that_is_not_text(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "s.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(
        InputError, match=r"^s.toml: not TOML \('utf-8' codec .*\); expected a TOML file in UTF-8; mend"
    ):
        read_scenario(path)


def test_a_place_that_cannot_be_written(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "nowhere" / "s.toml"
    with pytest.raises(InputError) as caught:
        hl.write_scenario(hl.scenario("T"), path)
    assert str(caught.value) == (
        f"{path}: cannot be written (No such file or directory); expected a place to write; "
        "choose another folder, or make room there"
    )
