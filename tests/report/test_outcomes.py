"""What a report draws beside trade and income: CO2 where the economy states it, work, dependence."""

import pytest

import hinterland as hl
from faults.small_economy import write
from hinterland.figures.naming import Naming
from hinterland.locale import words
from hinterland.report.gather import gather
from hinterland.report.outcomes import DRAWN, of_outcomes
from hinterland.report.page import html

CO2 = "region,sector,co2_kt\nAA,food,300\nBB,food,500\n"


@pytest.fixture(scope="module")
def materials(tmp_path_factory):
    """Gather a report of an economy without CO2, and of one with it."""
    found = []
    for name, files in (("without", {}), ("with", {"emissions_csv": CO2})):
        folder = write(tmp_path_factory.mktemp(name) / "valleys", **files)
        baseline = hl.load(folder)
        found.append(gather(baseline, folder, [hl.run(baseline, {"tariff": {("AA", "BB"): 0.3}})], ranges=False))
    return found


def test_figures_are_drawn_where_there_is_something_to_draw(materials):
    drawn = []
    for material in materials:
        naming = Naming(words(), material.regions, material.sectors)
        drawn.append([figure.name for figure in of_outcomes(material.cases[0].outcomes, naming, material.about)])
    assert drawn == [["employment_changes", "exposure_matrix"], list(DRAWN)]


def test_the_report_says_what_happens_to_co2(materials):
    without, with_co2 = (html(material) for material in materials)
    assert "CO2 emitted at home" not in without
    assert "Upper valley: CO2 emitted at home" in with_co2 and "Upper valley: CO2 emitted at home" not in without
    assert "境内排放" in html(materials[1], "zh")
