"""The page on checking names every check and every command that it should."""

from pathlib import Path

from hinterland.ledger.check import codes

PAGE = (Path(__file__).parents[2] / "docs" / "ledger-checking.md").read_text(encoding="utf-8")


def test_every_check_is_in_the_docs_with_what_it_finds():
    for code, text in codes().items():
        assert f"| `{code}` | {text.removeprefix('Find ').rstrip('.')} |" in PAGE
