"""`hinterland read`, as a user meets it."""

import json
import sys
from io import BytesIO, TextIOWrapper

import pytest

from hinterland.cli import main

TEXT = "Updated : 2023-10-20\n\nExports of Hubei rose 4.6 percent to 312.4 billion yuan in 2022.\n"


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(["read", *arguments])
    return ended.value.code


def test_json_prints_one_record_a_line_and_talks_on_stderr(tmp_path, capsys):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    assert run(str(path), "--json") == 0
    out, err = capsys.readouterr()
    (record,) = [json.loads(line) for line in out.splitlines()]
    assert (record["doc"], record["value"], record["unit"], record["growth"]) == ("one", 312.4e9, "CNY", 0.046)
    assert err.strip() == "1 document, 1 statistic, 0 measures"


def test_a_dash_is_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TEXT.encode())))
    assert run("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["doc"] == "stdin"


def test_a_table_is_printed_for_people(tmp_path, capsys):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    assert run(str(path)) == 0
    assert "exports" in capsys.readouterr().out


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert run(str(tmp_path), "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["doc"] == "b"
    assert "binary data" in err and "1 source left out" in err


def test_a_language_that_is_not_read_is_said(tmp_path, capsys):
    path = tmp_path / "de.txt"
    path.write_text("Die Exporte der Provinz stiegen um 5 Prozent und die Importe um 3 Prozent.", "utf-8")
    assert run(str(path), "--json") == 0
    out, err = capsys.readouterr()
    assert out == "" and "language 'de' is not read; its text is kept, 2 numbers in it were not read" in " ".join(
        err.split()
    )


NOISY = "Exports of Hubei rose 5 percent in 2023.\n\nThey reached 1e99999 yuan.\n\n" + "1," * 900 + "\n"
SAID = (
    "noisy: not read as figures (too many digits, or a power of ten): 1: 1e99999",
    "noisy: numbers in no sentence, not read: 900, the first in line 5: 1,1,1,1,1,1,…1,1,",
)


def noisy(tmp_path):
    path = tmp_path / "noisy.txt"
    path.write_text(NOISY, "utf-8")
    return str(path)


def test_numbers_that_are_passed_over_are_named(tmp_path, capsys):
    assert run(noisy(tmp_path), "--json") == 0
    err = capsys.readouterr().err.splitlines()
    assert err == [*SAID, "1 document, 1 statistic, 0 measures, 901 numbers not read"]


def test_keep_and_audit_name_them_too(tmp_path, capsys):
    for arguments in (["keep", str(tmp_path / "k.duckdb"), noisy(tmp_path)], ["audit", noisy(tmp_path)]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        assert set(SAID) <= set(capsys.readouterr().err.splitlines())


def test_of_many_such_numbers_three_are_named(tmp_path, capsys):
    path = tmp_path / "many.txt"
    path.write_text("\n".join(f"Exports of Hubei rose {digit}e99 percent in 2023." for digit in range(1, 6)), "utf-8")
    assert run(str(path), "--json") == 0
    said = "many: not read as figures (too many digits, or a power of ten): 5: 1e99, 2e99, 3e99 …"
    assert capsys.readouterr().err.splitlines()[0] == said
