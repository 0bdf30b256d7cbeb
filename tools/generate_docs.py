"""Write what comes from the code: docs/ on the command line, kinds of measures and schemas; README on `make run`.

Run `make docs` after changing any of them; a test fails while the pages are stale.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from hinterland.cli import COMMANDS, hinterland
from hinterland.cli.help import SpokenContext
from hinterland.cli.language import listen
from hinterland.cli.schema import schemas
from hinterland.scenario.reference import levers_page

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
EXAMPLE = Path("examples") / "shandong"
_HELP = hinterland.context_settings["help_option_names"]

_HEAD_ZH = """\
# 命令行

- 数据写到标准输出，说明写到标准错误：`hinterland run … --json > rows.jsonl` 中只有数据。
- 凡打印表格的命令都可用 `--json` 以 JSON 输出，一行一条。
- 本页由 `make docs` 根据各命令生成；[英文版](cli.md)。

每个命令都能说英文或中文：表格、语句、错误和帮助。

- 语言取自命令行任何位置的 `--lang zh`；其次取环境变量 `HINTERLAND_LANG`。
- 再次取命令行所指项目的 `project.toml` 中的 `language`。
- JSON 和保存的文件供机器读取，无论何种语言都保留英文的键和代码。
- 照作者所写的有：措施名称，经济体和情景的来源与说明，文件原文，弹性组名称。
- 错误中解析器（TOML、JSON）的原话也照录。

| 退出码 | 含义 |
|---|---|
| 0 | 一切正常 |
| 1 | 输入有误：每处错误一行，写到标准错误（`check` 写到标准输出） |
| 2 | 用法有误 |
| 3 | 有情景未收敛，略去其数字 |
| 4 | hinterland 自身出错：请加 `--debug` 再运行一次并报告 |
"""

_HEAD = """\
# The command line

Data goes to stdout and talk to stderr, so that `hinterland run … --json > rows.jsonl` holds data only. Every command
that prints a table gives it as JSON, a row a line, with `--json`. This page is made from the commands by `make docs`;
[in Chinese](cli-zh.md).

Every command speaks English or Chinese: tables, sentences, faults and help. `--lang zh` says so, anywhere on the line;
else the environment variable `HINTERLAND_LANG` does, else the `language` in the `project.toml` of a project that the
line names. JSON and saved files are for machines and keep their English keys and codes in every language. What stays
as its author wrote it: names of measures, sources and notes of an economy or a scenario, the text of documents, the
names of sets of elasticities, and the words of parsers (TOML, JSON) inside a fault.

| exit code | meaning |
|---|---|
| 0 | all well |
| 1 | bad input: every fault found is on stderr (of `check`, on stdout), a line each |
| 2 | wrong usage |
| 3 | some case did not converge; its numbers are left out |
| 4 | a fault of hinterland itself: run again with `--debug` and report it |
"""


def pages() -> dict[str, str]:
    """Give every generated page by its name below docs/."""
    found = {"cli.md": _command_line("en", _HEAD), "cli-zh.md": _command_line("zh", _HEAD_ZH)}
    found["levers.md"] = levers_page()
    for name, schema in schemas().items():
        found[f"schemas/{name}.schema.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return found


def readme(told: str) -> str:
    """Give README.md with what the main command prints."""
    shown = "\n".join(line.rstrip() for line in told.strip().splitlines())
    block = f"<!-- make run -->\n```text\n{shown}\n```\n<!-- /make run -->"
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"<!-- make run -->.*<!-- /make run -->", lambda _: block, text, flags=re.DOTALL)


def main_command(folder: Path) -> str:
    """Do what `make run` does on a copy of the example below a folder, and give what it prints."""
    shutil.copytree(ROOT / EXAMPLE, folder / EXAMPLE, ignore=shutil.ignore_patterns("build"))
    with chdir(folder):
        done = CliRunner().invoke(hinterland, ["study", str(EXAMPLE)])
    assert done.exception is None, done.output
    return done.stdout


def _command_line(lang: str, head: str) -> str:
    parts = [head, _help(hinterland, "hinterland", None, lang)]
    for name in COMMANDS:
        with SpokenContext(hinterland, info_name="hinterland", help_option_names=_HELP) as parent:
            listen(parent, ["--lang", lang])
            command = hinterland.get_command(parent, name)
            assert command is not None
            parts.append(_help(command, name, parent, lang))
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None, lang: str) -> str:
    settings: dict[str, Any] = {"help_option_names": _HELP, "terminal_width": 100, "max_content_width": 100}
    with SpokenContext(command, info_name=name, parent=parent, **settings) as context:
        listen(context, ["--lang", lang])
        title = f"hinterland {name}" if parent else name
        return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"docs/{name}")
    with tempfile.TemporaryDirectory() as folder:
        (ROOT / "README.md").write_text(readme(main_command(Path(folder))), encoding="utf-8")
    print("README.md")
