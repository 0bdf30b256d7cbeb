"""How tables are printed where there is no terminal, and where they are long."""

import pytest
from rich.cells import cell_len
from rich.table import Table

from hinterland.cli import show_table
from hinterland.cli.show_table import print_table


def test_in_a_pipe_columns_are_aligned_numbers_to_the_right_and_nothing_is_cut(capsys):
    print_table("Two", {"name": ["a", "b" * 300], "value": [1.5, -20_000.25]})
    title, head, *rows = capsys.readouterr().out.splitlines()
    assert title == "Two" and [len(line) for line in (head, *rows)] == [2 + 300 + 2 + 11] * 3
    assert rows[0].endswith("       1.500 ") and rows[1] == " " + "b" * 300 + "  -20,000.250 "


def test_signs_that_take_two_columns_are_counted_as_two(capsys):
    print_table("Two", {"name": ["山东", "ab"], "value": [1, 2]})
    _, *lines = capsys.readouterr().out.splitlines()
    assert len({cell_len(line) for line in lines}) == 1


def test_a_long_table_is_not_fitted_row_by_row(capsys, monkeypatch):
    monkeypatch.setattr(Table, "add_row", lambda *_: pytest.fail("fifty thousand rows take rich more than a minute"))
    monkeypatch.setattr(show_table.Console, "is_terminal", True)
    print_table("Long", {"number": list(range(50_000))})
    assert capsys.readouterr().out.count("\n") == 50_002


def test_an_empty_table_is_its_heads(capsys):
    print_table("None", {"name": [], "value": []})
    assert capsys.readouterr().out.splitlines()[0] == "None"
