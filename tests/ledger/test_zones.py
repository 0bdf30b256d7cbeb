"""Zones by the names that a text gives them, each wording with a text of our own."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def regions(text):
    return [figure.region for figure in statistics(document(HEAD + text))]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Wuhan East Lake New Area (Wuhan ELNA) in Hubei province reported growth in 2022.\n\n"
            "The GDP of Wuhan ELNA rose 7 percent in 2022. Retail sales in the area grew 6 percent.",
            ["Wuhan East Lake New Area"] * 2,
        ),
        (
            "Yichang zone speeds up\n\nThe Yichang Economic Development Zone is in Hubei province.\n\n"
            "In 2022, the zone's GDP reached 10.46 billion yuan.",
            ["Yichang Economic Development Zone"],
        ),
        (
            "Exports of the Xiangyang Economic and Technological Development Area grew 3 percent in 2022.",
            ["Xiangyang Economic and Technological Development Area"],
        ),
        (
            "Imports in the Wuhan Area of the Hubei Pilot Free Trade Zone rose 3 percent in 2022.",
            ["Wuhan Area of the Hubei Pilot FTZ"],
        ),
        (  # another area than the zone's
            "Exports of Wuhan East Lake New Area rose 4 percent in 2022.\n\nHubei's exports fell 2 percent in 2022. "
            "In Hubei, the area of farmland grew 2 percent in 2022.",
            ["Wuhan East Lake New Area", "Hubei", "Hubei"],
        ),
        ("Exports of Hubei rose 4 percent in 2022. The zone was founded in 1999.", ["Hubei"]),
    ],
)
def test_a_zone_is_known_by_its_names(text, where):
    assert regions(text) == where


def test_a_path_through_a_site_is_no_title():
    text = "Your Location:Hubei Online > News > Hubei\nWuhan's exports grow\n\nExports of Wuhan rose 4 percent in 2022."
    read = document(HEAD + text)
    assert read.title == "Wuhan's exports grow"
    assert {block.kind for block in read.blocks if read.text[block.start :].startswith("Your")} == {"menu"}


def test_a_port_group_reports_for_itself():
    text = (
        "Container throughput of the Hubei Port Group (HPG) reached 31.55 million TEUs in 2022.\n\n"
        "HPG opened 33 container routes in 2022. Cargo throughput of the group rose 3 percent in 2022."
    )
    assert regions(text) == ["Hubei Port Group (company)"] * 3
