"""Options that exclude each other are refused, not passed over; what a command wrote or did not find is said."""

from pathlib import Path

import pytest

from hinterland.cli import main

TEXT = "In 2022 exports of Zhejiang were 3.4 trillion yuan, up 14 percent.\n"


@pytest.fixture
def called(tmp_path, capsys, monkeypatch):
    """Give a function that runs a command beside a ledger of one story: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    run("keep", "l.duckdb", "a.txt")
    return run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("facts", "l.duckdb", "--growth", "--levels"), "--growth or --levels, not both"),
        (("facts", "l.duckdb", "--json", "--chart"), "--json or --chart, not both"),
        (
            ("facts", "l.duckdb", "--list", "--region", "Guangdong"),
            "--list goes alone: it lists every region and indicator of the ledger",
        ),
        (("audit", "a.txt", "--json", "--sarif"), "--json or --sarif, not both"),
    ],
)
def test_options_that_exclude_each_other_are_refused(called, arguments, said):
    code, out, err = called(*arguments)
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: {said}")


def test_growth_and_levels_are_parted(called):
    assert (
        "14 %" in called("facts", "l.duckdb", "--growth")[1] and "3.4" not in called("facts", "l.duckdb", "--growth")[1]
    )
    assert (
        "3.4" in called("facts", "l.duckdb", "--levels")[1] and "14 %" not in called("facts", "l.duckdb", "--levels")[1]
    )


def test_filters_that_nothing_meets_are_said(called):
    assert called("facts", "l.duckdb", "--period", "1999") == (
        0,
        "",
        "no fact meets all of these filters; `hinterland facts LEDGER` without them shows what there is\n",
    )


def test_a_marked_page_is_said_to_be_written(called):
    code, _, err = called("audit", "a.txt", "--html", "page.html")
    assert code == 0 and err.splitlines()[0] == "wrote page.html" and Path("page.html").is_file()


def test_a_finding_is_one_line_whatever_the_file_is_called(called):
    Path("new\nline.txt").write_text("Exports were 5 billion yuan on 31 June 2023.\n")
    _, out, _ = called("audit", "new\nline.txt")
    assert out.startswith("new\\nline.txt:1: date_does_not_exist: ") and out.count("\n") == 1
