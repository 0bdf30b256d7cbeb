"""Findings as editors and readers see them: SARIF, and the page with every number marked."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from hinterland.ledger.check import check, codes
from hinterland.ledger.findings.marked import marked
from hinterland.ledger.findings.sarif import place, sarif


@pytest.fixture
def findings(pile):
    return check(pile)


def test_sarif_points_at_the_figure(pile, findings):
    documents = {reading.document.doc: reading.document for reading in pile}
    log = sarif(findings, documents)
    (run,) = log["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(codes())
    wrong = [result for result in run["results"] if result["level"] == "error"]
    assert [result["ruleId"] for result in wrong] == ["level_differs_between_documents"]
    region = wrong[0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 34, 52)


def test_place_counts_lines_and_columns_from_one(pile):
    document = pile[0].document
    assert place(document, 0) == (1, 1)
    assert place(document, document.text.index("The province")) == (2, 1)


class Balance(HTMLParser):
    """Count open tags, and fail on a crossing."""

    def __init__(self):
        super().__init__()
        self.open, self.marks = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta",):
            self.open.append(tag)
        if tag == "mark":
            self.marks.append(dict(attrs)["class"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_marks_each_number_once_and_needs_nothing_else(pile, findings):
    page = marked(pile, findings)
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert "wrong" in parser.marks
    assert "fine" in parser.marks
    assert not re.search(r"(?:src|href)=|@import|url\(", page)


def test_markup_in_a_document_stays_text(pile):
    nasty = replace(
        pile[0], document=replace(pile[0].document, text="<script>alert(1)</script> 299.4 billion yuan", title="<b>")
    )
    page = marked([nasty], [])
    assert "<script>" not in page
    assert "<b>" not in page


def test_every_check_says_what_it_finds():
    assert all(text.startswith(("Find ", "Compare ")) and text.endswith(".") for text in codes().values())


def test_growth_and_bracket_are_marked_with_their_figure_and_other_numbers_as_unread(pile):
    text = "In 2023 exports were 311.6 billion yuan ($43.3 billion), up 4.1 percent, from 12 ports."
    start = text.index("311.6")
    figure = replace(pile[2].statistics[0], span=(start, start + 18), paired_value=43.3e9, sentence=text)
    page = marked([replace(pile[2], document=replace(pile[2].document, text=text), statistics=(figure,))], [])
    assert re.findall(r'<mark class="(\w+)">([\d.]+)', page) == [
        ("unread", "2023"),
        ("fine", "311.6"),
        ("fine", "43.3"),
        ("fine", "4.1"),
        ("unread", "12"),
    ]
