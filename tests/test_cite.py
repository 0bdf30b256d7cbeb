"""What to cite, as text and as BibTeX."""

from pathlib import Path

from click.testing import CliRunner

import hinterland as hl
from faults.small_economy import write
from hinterland.cite import cite
from hinterland.cli import hinterland

PROVENANCE = """block,regions,status,source,note
trade,all,observed,Customs & Co 2020,
inputs,all,estimated,Customs & Co 2020,carried
export taxes,all,assumed,none,
"""


def test_an_economy_cites_the_tool_the_method_itself_and_each_source_once(tmp_path: Path) -> None:
    found = cite(hl.load(write(tmp_path / "e", provenance_csv=PROVENANCE)))
    keys = ["hinterland", "dekle_eaton_kortum_2008", "caliendo_parro_2015", "two_valleys", "two_valleys_source_1"]
    assert [citation.key for citation in found] == keys
    assert found[2].text == (
        "Caliendo, Lorenzo, Parro, Fernando (2015). Estimates of the Trade and Welfare Effects of NAFTA. "
        "Review of Economic Studies. doi:10.1093/restud/rdu035."
    )
    assert found[4].text == "Customs & Co 2020. used for trade; inputs."
    assert found[4].bibtex == (
        "@misc{two_valleys_source_1,\n  title = {Customs \\& Co 2020},\n  note = {used for trade; inputs},\n}"
    )
    assert f"version = {{{hl.__version__}}}" in found[0].bibtex


def test_the_command_prints_both() -> None:
    text = CliRunner().invoke(hinterland, ["cite", "shandong"]).output
    assert text.startswith("- The hinterland contributors. hinterland: A laboratory")
    assert "OECD ICIO" in text
    bibtex = CliRunner().invoke(hinterland, ["cite", "shandong", "--bibtex"]).output
    assert bibtex.count("{") == bibtex.count("}") and "@article{caliendo_parro_2015," in bibtex
