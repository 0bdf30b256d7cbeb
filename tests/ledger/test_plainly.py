"""Elementary slips told in so many words are found however far they miss; what may be of something else is let be."""

from datetime import date

import pytest

from hinterland.ledger.check import check
from ledger.stories import story

FAULTY = [
    ("In 2022, Fujian's imports were 0.77 trillion yuan, its exports 1.21 trillion yuan, and its imports and exports "
     "together 4.1 trillion yuan.", "parts_do_not_add_up", "4.1 trillion yuan"),
    ("Foreign trade of Hunan came to 5.12 trillion yuan in 2023. In 2023 exports from Hunan were 2.41 trillion yuan. "
     "Its farms had a good harvest. Imports of Hunan were 1.32 trillion yuan in 2023.",
     "parts_do_not_add_up", "5.12 trillion yuan"),
    ("2023年,河南省进出口总值12108亿元。其中,出口5281亿元,进口3828亿元。", "parts_do_not_add_up", "12108亿元"),
    ("Hebei's imports were 245 billion yuan in 2023. Imports from Australia were 1.45 trillion yuan in 2023.",
     "part_is_larger_than_the_whole", "1.45 trillion yuan"),
    ("SHIJIAZHUANG -- Hebei's exports reached 330 billion yuan in 2023 and imports 240 billion yuan, 570 billion yuan "
     "in all. GDP of Hebei was 4.4 trillion yuan in 2023. Exports to Germany were 412 billion yuan in 2023.",
     "part_is_larger_than_the_whole", "412 billion yuan"),
    ("In 2023 Yunnan's imports reached 570 billion yuan. The flower markets did well. In 2023 Yunnan's imports were "
     "756 billion yuan, a record.", "level_differs_within_the_text", "756 billion yuan"),
    ("Hunan's exports in the first quarter reached 500 billion yuan and in the first half of 2023 450 billion yuan.",
     "part_of_the_year_is_larger_than_the_year", "500 billion yuan"),
]  # fmt: skip
HONEST = [
    "Fujian's exports were 1.21 trillion yuan in 2022 and its imports 0.77 trillion yuan. Its foreign trade in goods "
    "and services came to 2.31 trillion yuan in 2022.",
    "Fujian's exports were 1.21 trillion yuan in 2022 and its imports 0.77 trillion yuan. Fujian's border trade was "
    "0.31 trillion yuan in 2022.",
    "Hebei's agricultural exports were 24 billion yuan in 2023. Hebei's exports to Japan were 31 billion yuan in 2023.",
    "In December exports of Hebei were 33 billion yuan. Exports to Germany were 41 billion yuan in 2023; all exports "
    "of Hebei were 330 billion yuan in 2023.",
    "In 2023 Yunnan's imports reached 570 billion yuan. In 2023 Yunnan's imports were 756 billion yuan after revision.",
    "In 2023 Yunnan's imports reached 570 billion yuan. In 2023 Yunnan's re-imports were 756 million yuan.",
    "In 2023 Yunnan's GDP was 3.01 trillion yuan. At constant prices Yunnan's GDP was 2.77 trillion yuan in 2023.",
    "2023年,湖北省出口4333亿元。跨境电商出口52亿元。2023年,湖北省对美国出口628亿元。",
]


WEIGHED = """GDP of Jiangsu was 12.82 trillion yuan in 2023. The primary industry added 0.51 trillion yuan, the
secondary industry 5.69 trillion yuan and the tertiary industry 6.62 trillion yuan in 2023. The tertiary industry
accounted for 52.6 percent of GDP in 2023.""".replace("\n", " ")


def test_a_share_is_blamed_where_the_levels_make_their_whole():
    assert ("share_does_not_fit", "52.6 percent") in found(WEIGHED)
    (finding,) = (f for f in check([story(WEIGHED)]) if f.code == "share_does_not_fit")
    assert finding.expected == "51.6 %"


def found(text):
    return [(finding.code, finding.printed) for finding in check([story(text, published=date(2024, 2, 1))])]


@pytest.mark.parametrize(("text", "code", "printed"), FAULTY)
def test_a_slip_told_plainly_is_found_however_far_it_misses(text, code, printed):
    assert (code, printed) in found(text)


@pytest.mark.parametrize("text", HONEST)
def test_what_may_be_of_something_else_is_let_be(text):
    assert found(text) == []
