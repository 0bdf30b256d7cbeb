"""`hinterland init`: a project in the language asked for, whatever its folder is called."""

import tomllib
from pathlib import Path

import pytest

from faults.small_economy import write
from hinterland.cli import main


def started(capsys, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["init", *arguments])
    said = capsys.readouterr()
    assert ended.value.code == 0, said.err
    return said.out


def test_a_project_in_chinese_is_chinese_throughout(tmp_path, capsys, monkeypatch):
    write(tmp_path / "little")
    monkeypatch.chdir(tmp_path)
    started(capsys, "mine", "--economy", "little", "--lang", "zh")
    assert "hinterland study mine\n        全部步骤" in Path("mine/README.md").read_text()
    assert tomllib.loads(Path("mine/project.toml").read_text())["language"] == "zh"
    assert "# 一个文件一个情景" in Path("mine/scenarios/first.toml").read_text()
    with pytest.raises(SystemExit) as ended:
        main(["check", "mine"])
    assert ended.value.code == 0 and "均无错误" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["my study", 'a "quoted" one', "back\\slash", "{braces}", "山东"])
def test_odd_names_of_folders_are_written_so_that_they_can_be_read(tmp_path, capsys, monkeypatch, name):
    write(tmp_path / "little")
    monkeypatch.chdir(tmp_path)
    started(capsys, name, "--economy", "little")
    assert tomllib.loads(Path(name, "project.toml").read_text())["title"] == {"en": name}


def test_what_the_readme_says_to_type_is_quoted_where_it_must_be(tmp_path, capsys, monkeypatch):
    write(tmp_path / "little")
    monkeypatch.chdir(tmp_path)
    started(capsys, "my study", "--economy", "little")
    assert "    hinterland audit 'my study'/sources\n" in Path("my study/README.md").read_text()
