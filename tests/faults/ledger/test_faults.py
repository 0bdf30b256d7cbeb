"""Each check meets a document with its fault in it, says so in two languages, and is silent on an honest one.

A fault is a file beside this one, named after its check: what it `says`, and `in_chinese`, on the documents
`[[wrong]]`, and the documents `[[honest]]` on which it must say nothing. A document without figures is read; in the
others the figures stand as a reader would hand them over.
"""

import tomllib
from pathlib import Path

import pytest

from hinterland.ledger.check import check, codes
from hinterland.ledger.wording import evidence, expected
from ledger.stories import story

FILES = {file.stem: file for file in sorted(Path(__file__).parent.glob("*.toml"))}


def read_fault(code):
    return tomllib.loads(FILES[code].read_text(encoding="utf-8"))


def findings(code, documents):
    return [finding for finding in check([story(**given) for given in documents]) if finding.code == code]


@pytest.mark.parametrize("code", FILES)
def test_the_fault_is_named(code):
    fault = read_fault(code)
    finding = findings(code, fault["wrong"])[0]
    assert (finding.evidence, finding.expected) == (fault["says"], fault.get("expected"))
    assert (finding.verdict, finding.severity) == (fault.get("verdict", "wrong"), fault.get("severity", "error"))
    assert evidence(finding, "zh") == fault["in_chinese"]
    assert (expected(finding, "zh") is None) == (finding.expected is None)


@pytest.mark.parametrize("code", FILES)
def test_an_honest_text_passes(code):
    assert [finding for finding in findings(code, read_fault(code)["honest"]) if finding.verdict != "explained"] == []


def test_every_check_has_its_file_and_every_file_its_check():
    assert set(FILES) == set(codes())
