"""A result lists what it stands on."""

from pathlib import Path

import hinterland as hl
from faults.small_economy import write
from little import little

PROVENANCE = """block,regions,status,source,note
trade,all,observed,customs,
inputs,all,estimated,a neighbour's,carried
"""


def lines(result: hl.Result) -> list[str]:
    return [str(assumption) for assumption in result.assumptions()]


def test_an_economy_names_its_weak_blocks_and_not_what_was_observed(tmp_path: Path) -> None:
    result = hl.run(hl.load(write(tmp_path / "e", provenance_csv=PROVENANCE)), {"tariff": {("AA", "BB"): 0.0}})
    said = lines(result)
    assert "data: inputs (all): estimated; carried. [a neighbour's]" in said
    assert not any("customs" in line for line in said)
    assert "scenario: Sizes of tariff were given without a source." in said
    assert said[0] == (
        "closure: deficit = share: Each region's trade deficit stays the same share of world factor income."
    )


def test_assumed_sizes_and_default_conversions_are_listed() -> None:
    said = {"start": "2024-01-01", "source": "made up", "status": "assumed"}
    size = hl.measures.size(1, "percent", 0.5, 2)
    power = hl.measures.power(**said, regions="N", sectors="power", size=size)
    settlement = hl.measures.settlement(
        start="2024-01-01",
        source="a bank",
        status="announced",
        regions="N",
        partners="A",
        size=hl.measures.size(20, "percent"),
    )
    found = lines(hl.run(little(), hl.scenario("Both", [power, settlement])))
    assert "scenario: power: the size is assumed, 1 percent (0.5 to 2). [made up]" in found
    assert any(line.startswith("scenario: settlement: ") and " is the default, " in line for line in found)
    assert not any("settlement: the size" in line for line in found)
    assert "data: The economy does not say which of its blocks were observed. [made up]" in found


def test_elasticities_are_named_where_they_are_one_of_the_sets() -> None:
    said = lines(hl.run(hl.load("shandong"), {}))
    assert any(line.startswith("elasticities: Trade elasticities are the set GYY2021: ") for line in said)
    assert sum(line.startswith("data: ") for line in said) > 10
