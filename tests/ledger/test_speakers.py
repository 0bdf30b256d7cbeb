"""Whose statement a figure is, each wording with a sentence of our own."""

import pytest

from hinterland.ledger.documents.source import document
from hinterland.ledger.statistics.extract import statistics

HEAD = "Updated : 2023-10-20\n\n"


def said(text: str) -> list[str | None]:
    return [row.speaker for row in statistics(document(HEAD + text))]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Exports of Hubei rose 4 percent in 2022, Wuhan Customs said on Tuesday.", "Wuhan Customs"),
        ("Exports of Hubei rose 4 percent in 2022, according to local customs.", "local customs"),
        ("According to data from the provincial bureau of statistics, exports rose 4 percent in 2022.",
         "provincial bureau of statistics"),
        ("Data released by the Ministry of Trade showed that exports rose 4 percent in 2022.", "Ministry of Trade"),
        ("Exports rose 4 percent in 2022, said Wang Lei, director of the bureau.", "Wang Lei"),
        ("Wang Lei, director of the bureau, said exports rose 4 percent in 2022.", "Wang Lei"),
        ("Exports rose 4 percent in 2022, the Ministry of Trade, Industry and Energy said.",
         "Ministry of Trade, Industry and Energy"),
        ("Exports rose 4 percent in 2022, according to the International Monetary Fund.",
         "International Monetary Fund"),
        ("Eurostat's flash estimate said that exports rose 4 percent in 2022.", "Eurostat"),
        ("Primary industries added 227 billion yuan in 2022.", None),
        ("Private firms are said to supply 60 percent of exports in 2022.", None),
    ],
)  # fmt: skip
def test_a_sentence_names_its_speaker(sentence, who):
    assert said(sentence) == [who]


def test_a_quotation_has_one_speaker_over_all_its_sentences():
    text = (
        '"Exports of Hubei rose 4 percent in 2022," said Li Na, head of the customs. '
        '"Imports fell 2 percent. Trade with Japan was 3 billion yuan."'
    )
    assert said(text) == ["Li Na"] * 3


def test_he_added_is_whoever_spoke_last():
    text = (
        "Exports of Hubei rose 4 percent in 2022, said Li Na, head of the customs. Imports fell 2 percent."
        " She added that trade with Japan was 3 billion yuan."
    )
    assert said(text) == ["Li Na", None, "Li Na"]


def test_the_ministry_is_the_one_named_before_and_not_another():
    text = (
        "Exports rose 4 percent in 2022, the Ministry of Commerce said. Imports fell 2 percent, the ministry said."
        " Prices rose 1 percent, the bank said."
    )
    assert said(text) == ["Ministry of Commerce", "Ministry of Commerce", "bank"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("据武汉海关统计，2022年湖北省出口增长4%。", "武汉海关"),
        ("记者从湖北省商务厅获悉，2022年湖北省出口增长4%。", "湖北省商务厅"),
        ("“2022年湖北省出口增长4%。”武汉海关副关长李娜表示。", "李娜"),
        ("2022年湖北省出口增长4%。", None),
    ],
)
def test_chinese_names_its_speaker(sentence, who):
    assert said(sentence) == [who]
