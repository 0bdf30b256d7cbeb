"""What a killed import leaves beside a ledger is said by whoever reads it next, and removed by the next import."""

import pytest

from hinterland.cli import main

LEFT = "n.duckdb.partial: left by an import that was stopped; the ledger is as it was before, and the next "
LEFT += "`hinterland keep` removes this"


@pytest.fixture
def called(tmp_path, capsys, monkeypatch):
    """Give a function that runs a command beside a ledger of one story: its stderr, line by line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("In 2022 exports of Zhejiang were 3.4 trillion yuan.\n")

    def run(*arguments: str) -> list[str]:
        with pytest.raises(SystemExit):
            main(arguments)
        return capsys.readouterr().err.splitlines()

    run("keep", "n.duckdb", "a.txt")
    return run


@pytest.mark.parametrize("command", [("facts", "n.duckdb"), ("draft", "n.duckdb"), ("targets", "n.duckdb", "shandong")])
def test_readers_say_what_was_left(called, tmp_path, command):
    assert LEFT not in called(*command)
    (tmp_path / "n.duckdb.partial").write_bytes(b"half a ledger")
    assert called(*command)[0] == LEFT and (tmp_path / "n.duckdb.partial").exists()
    assert called("keep", "n.duckdb", "a.txt") == []
    assert LEFT not in called(*command) and not (tmp_path / "n.duckdb.partial").exists()
