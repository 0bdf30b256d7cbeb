"""What an act of policy sets belongs to the measure and is no statistic; what is counted or aimed at stays one."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read

HEAD = {"en": "Updated : 2023-10-20\n\nExports of Hubei rose 7 percent in 2022. ", "zh": "2023年，湖北出口增长7%。"}


def told(text: str) -> tuple[list[str], list[str | None]]:
    """Give what is printed in the statistics after the first, and the sizes of the measures."""
    reading = read(document(HEAD["en" if text.isascii() else "zh"] + text))
    return [row.printed for row in reading.statistics[1:]], [row.quantity for row in reading.measures]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "Hubei will raise the export tax rebate for pumps from 13 percent to 16 percent.",
            "from 13 percent to 16 percent",
        ),
        (
            "Hubei raised the export tax rebate for turbines from 9 percent to 13 percent.",
            "from 9 percent to 13 percent",
        ),
        ("Hubei plans to cut logistics costs by 5 percent.", "by 5 percent"),
        ("Officials suggested lowering the tariff on imported pumps by 5 percentage points.", "by 5 percentage points"),
        ("Hubei will lower tariffs on imported turbines to 3 percent.", "to 3 percent"),
        ("湖北将建设20个海外仓。", "20个"),
        ("湖北建议降低进口关税2个百分点。", "2个百分点"),
    ],
)
def test_the_size_of_a_measure_is_no_statistic(text, size):
    assert told(text) == ([], [size])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Hubei set a GDP growth target of over 5 percent for 2023.", "5 percent"),
        ("Hubei will raise its installed new energy capacity to 30 million kilowatts.", "30 million kilowatts"),
        ("Hubei cut its steel output by 5 percent in 2022.", "5 percent"),
        ("Tariffs were reduced, and imports of pumps rose by 5 percent.", "5 percent"),
        ("Tariffs on pumps were reduced and imports of them rose by 5 percent.", "5 percent"),
    ],
)
def test_what_is_aimed_at_or_came_about_is_one_still(text, printed):
    assert printed in told(text)[0]
