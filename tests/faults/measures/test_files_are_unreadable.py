"""Files that cannot be read or written."""

from pathlib import Path

import pytest

import hinterland as hl
from hinterland.errors import InputError


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no.toml"
    with pytest.raises(InputError) as caught:
        hl.read_scenario(path)
    assert str(caught.value) == f"{path}: no such file or directory; expected a scenario file; name one that exists"


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(
        InputError, match=r"^s.toml: not TOML \('utf-8' codec .*\); expected a TOML file in UTF-8; mend"
    ):
        hl.read_scenario(path)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "s.toml"
    with pytest.raises(InputError) as caught:
        hl.write_scenario(hl.scenario("T"), path)
    assert str(caught.value) == (
        f"{path}: cannot be written (No such file or directory); expected a place to write; "
        "choose another folder, or make room there"
    )


def test_a_builder_says_what_a_file_would_without_its_line() -> None:
    said = {"start": "2024-01-01", "source": "made up", "status": "announced"}
    with pytest.raises(InputError) as caught:
        hl.measures.labour(**said, regions="N", size={"value": 2, "unit": "pp"})
    assert str(caught.value) == "size: unit 'pp'; expected percent; correct the unit"
