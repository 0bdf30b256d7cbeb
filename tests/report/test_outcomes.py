"""What a report draws beside trade and income: CO2 where the economy states it, work, dependence."""

import pytest

from faults.small_economy import write
from hinterland.assess import assess
from hinterland.opened import Economy
from hinterland.report.chapters import figures
from hinterland.report.gather import gather
from hinterland.report.page import html
from hinterland.report.scene import view_of

CO2 = "region,sector,co2_kt\nAA,food,300\nBB,food,500\n"
DRAWN = ("employment_changes", "exposure_matrix", "co2_sectors", "co2_balance", "co2_trade")


@pytest.fixture(scope="module")
def materials(tmp_path_factory):
    """Gather a report of an economy without CO2, and of one with it."""
    found = []
    for name, files in (("without", {}), ("with", {"emissions_csv": CO2})):
        folder = write(tmp_path_factory.mktemp(name) / "valleys", **files)
        economy = Economy(folder)
        found.append(gather(economy.baseline, folder, [assess(economy, {"tariff": {("AA", "BB"): 0.3}})]))
    return found


def test_figures_are_drawn_where_there_is_something_to_draw(materials):
    drawn = []
    for material in materials:
        made = [figure.name for figure in figures(material.cases[0].tables, "what", view_of(material, "en"))]
        drawn.append([name for name in made if name in DRAWN])
    assert drawn == [["employment_changes", "exposure_matrix"], list(DRAWN)]


def test_the_report_says_what_happens_to_co2(materials):
    without, with_co2 = (html(material) for material in materials)
    assert "CO2 emitted at home" not in without
    assert "Upper valley: CO2 emitted at home" in with_co2 and "Upper valley: CO2 emitted at home" not in without
    assert "境内排放" in html(materials[1], "zh")
