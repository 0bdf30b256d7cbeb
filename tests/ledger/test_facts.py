"""Questions to a ledger: vintages in order, and the best value by verdict and recency."""

from dataclasses import replace

from click import unstyle

from hinterland.cli.facts_shown import chart, listing
from hinterland.ledger.keeping.facts import best, facts
from hinterland.ledger.keeping.store import append
from hinterland.locale import words
from ledger.stories import story


def test_a_series_lists_every_vintage(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile)
    found = facts(tmp_path / "l.duckdb", region="middling", indicator="exports", transformation="N")
    assert [(fact.time_period, fact.value, fact.doc) for fact in found] == [
        ("2022", 299.4e9, "early"),
        ("2022", 301.2e9, "late"),
        ("2023", 311.6e9, "next"),
        ("2023", 31.16e9, "slip"),
    ]


def test_the_best_value_is_the_unquestioned_one_then_the_latest(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile)
    chosen = best(facts(tmp_path / "l.duckdb", indicator="exports", transformation="N"))
    assert chosen[0].doc == "late"
    questioned = {fact.doc: fact.verdict for fact in facts(tmp_path / "l.duckdb", transformation="N")}
    assert "wrong" in (questioned["next"], questioned["slip"])
    assert questioned[chosen[1].doc] != "wrong"


def test_a_period_takes_what_overlaps_it(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile)
    ledger = tmp_path / "l.duckdb"
    assert {fact.time_period for fact in facts(ledger, period="2022-Q3")} == {"2022"}
    assert {fact.time_period for fact in facts(ledger, period="2023-12")} == {"2023"}
    assert facts(ledger, period="2021") == []


def test_a_speaker_is_found_by_part_of_the_name(tmp_path, pile):
    told = [replace(figure, speaker="Middling Customs") for figure in pile[0].statistics]
    append(tmp_path / "l.duckdb", [replace(pile[0], statistics=tuple(told)), *pile[1:]])
    found = facts(tmp_path / "l.duckdb", speaker="customs")
    assert {(fact.doc, fact.speaker) for fact in found} == {("early", "Middling Customs")}
    assert facts(tmp_path / "l.duckdb", speaker="ministry") == []


def test_a_chart_draws_bars_in_proportion(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile[:3])
    drawn = [unstyle(line) for line in chart(best(facts(tmp_path / "l.duckdb", transformation="N")), words("en"))]
    assert drawn[0] == "Middling (MD) · exports"
    assert [line.count("█") for line in drawn[1:]] == [31, 32]
    assert drawn[1].endswith("301.2 billion CNY")


def test_a_listing_names_series_and_periods_once_and_marks_doubts(tmp_path, pile):
    append(tmp_path / "l.duckdb", pile)
    found = facts(tmp_path / "l.duckdb", indicator="exports", transformation="N")
    lines = [unstyle(line) for line in listing(found, words("zh"))]
    assert lines[0] == "Middling (MD) · 出口"
    assert [line.split() for line in lines[1:]] == [
        ["2022年", "2,994亿元人民币", "2023-01-20", "early", "(已解释:", "各文件的数值不一致)"],
        ["3,012亿元人民币", "2023-06-01", "late"],
        ["2023年", "3,116亿元人民币", "2024-01-20", "next", "(错误:", "各文件的数值不一致)"],
        ["311.6亿元人民币", "2024-02-01", "slip"],
    ]


def test_values_that_differ_within_a_document_are_questioned_and_the_first_is_the_best(tmp_path):
    text = (
        "In 2023, exports of Hunan were 544 billion yuan, up 2.5 percent. In 2023, exports of Hunan were up 80 percent."
    )
    append(tmp_path / "l.duckdb", [story(text)])
    rates = facts(tmp_path / "l.duckdb", indicator="exports", transformation="GY")
    assert [(fact.value, fact.verdict) for fact in rates] == [(2.5, "cannot_tell"), (80.0, "cannot_tell")]
    assert rates[0].checks == ("values_of_one_document_differ",)
    assert [fact.value for fact in best(rates)] == [2.5]


def test_a_headline_that_rounds_the_figure_of_the_text_questions_nothing(tmp_path):
    text = "In 2023, exports of Hunan were 544 billion yuan. In 2023, exports of Hunan were 543.8 billion yuan."
    append(tmp_path / "l.duckdb", [story(text)])
    assert {fact.verdict for fact in facts(tmp_path / "l.duckdb", indicator="exports")} == {"unquestioned"}
