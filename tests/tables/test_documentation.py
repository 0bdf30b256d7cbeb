"""What `docs/tables.md` says of formats and options is what there is."""

from __future__ import annotations

import re
from pathlib import Path

from hinterland.cli.import_ import command
from hinterland.tables.readers import FORMATS

TEXT = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")


def test_every_format_is_described_and_no_other():
    rows = re.findall(r"^\| `(\w+)` \|", TEXT.split("## Formats")[1].split("###")[0], re.MULTILINE)
    assert rows == list(FORMATS)
    assert all(form in (command.help or "") for form in FORMATS)


def test_every_option_is_described_and_no_other():
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert set(re.findall(r"--[a-z][a-z-]+", TEXT)) == options - {"--lang"}  # which every command has
