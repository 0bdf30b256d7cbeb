"""What a report draws beside trade and income: CO2 where the economy states it, work, dependence."""

import pytest

from faults.small_economy import write
from hinterland.assess import assess
from hinterland.opened import Economy
from hinterland.report.gather import gather
from hinterland.report.page import html
from hinterland.report.scene import scene, view_of

CO2 = "region,sector,co2_kt\nAA,food,300\nBB,food,500\n"
OUTCOMES = ["employment_changes", "exposure_matrix", "co2_sectors", "co2_balance", "co2_trade"]


@pytest.fixture(scope="module")
def materials(tmp_path_factory):
    """Gather a report of an economy without CO2, and of one with it."""
    found = []
    for name, files in (("without", {}), ("with", {"emissions_csv": CO2})):
        folder = write(tmp_path_factory.mktemp(name) / "valleys", **files)
        economy = Economy(folder)
        assessed = assess(economy, {"tariff": {("AA", "BB"): 0.3}})
        found.append(gather(economy.baseline, folder, [assessed]))
    return found


def test_figures_are_drawn_where_there_is_something_to_draw(materials):
    drawn = []
    for material in materials:
        pictures = scene(material.cases[0], view_of(material, "en"))["what"]
        drawn.append([picture.name for picture in pictures if picture.name in OUTCOMES])
    assert drawn == [OUTCOMES[:2], OUTCOMES]


def test_the_report_says_what_happens_to_co2(materials):
    without, with_co2 = (html(material) for material in materials)
    assert "Upper valley: CO2 emitted at home" in with_co2 and "CO2 emitted at home" not in without
    assert "境内排放" in html(materials[1], "zh")
