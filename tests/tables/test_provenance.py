"""The embedded economy states its sources; another may, and is told how."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hinterland.cli import hinterland
from hinterland.errors import InputError
from hinterland.project import find
from hinterland.tables.provenance import assumptions, read_provenance


def test_show_prints_the_sources() -> None:
    result = CliRunner().invoke(hinterland, ["show", "shandong", "--sources", "--json"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["status"] for row in rows} == {"observed", "balanced", "estimated", "assumed"}
    assert any("Teti" in row["source"] for row in rows)


def test_assumptions_leave_out_what_was_observed() -> None:
    lines = assumptions(find("shandong"))
    assert any(line.startswith("trade: between province and rest of the country (estimated)") for line in lines)
    assert not any("(observed)" in line for line in lines)


def test_sources_are_not_stated(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_provenance(tmp_path)
    assert str(error.value) == (
        f"{tmp_path.name}/provenance.csv: no such table; expected a line a block; "
        "add provenance.csv with the columns block, regions, status, source, note"
    )


def test_statuses_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "provenance.csv").write_text("block,status,source\ntrade,observd,customs\n")
    with pytest.raises(InputError) as error:
        read_provenance(tmp_path)
    assert str(error.value) == (
        "provenance.csv:2: status 'observd' (did you mean 'observed'?); "
        "expected one of observed, balanced, estimated, assumed; correct it"
    )
