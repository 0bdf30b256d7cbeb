"""Every command in both languages: the same work and the same data, and in Chinese no English but codes and paths."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.test_scenarios import FREE as WITH_A_NAME
from faults.small_economy import FILES, write
from hinterland.cli import COMMANDS, hinterland, main
from hinterland.cli.cases import OF_RESULTS, OF_SCENARIOS
from hinterland.cli.language import language

ECONOMY = (
    FILES["economy.toml"]
    .replace('title = "Two valleys"', 'title = "Two valleys"\ntitle_zh = "两谷"')
    .replace('source = "made up"', 'source = "虚构"')
    .replace('en = "Upper valley"', 'en = "Upper valley"\nzh = "上谷"')
    .replace('code = "BB"', 'code = "BB"\nzh = "下谷"')
    .replace('code = "food"', 'code = "food"\nzh = "食品"')
    .replace('code = "care"', 'code = "care"\nzh = "护理"')
)
EMISSIONS = "region,sector,co2_kt\nAA,food,3\nAA,care,1\nBB,food,4\nBB,care,2\n"
EMPLOYMENT = "region,sector,persons\nAA,food,30\nAA,care,10\nBB,food,40\nBB,care,20\n"
SETS = "set,sector,theta\nlow,food,2\nlow,care,3\nhigh,food,8\nhigh,care,9\n"
PROVENANCE = "block,regions,status,source,note\n贸易,全部,observed,虚构,\n投入,全部,assumed,虚构,小\n"
FREE = WITH_A_NAME.replace('name = "A opens"\n', "")  # a measure's name is said as its author wrote it
NEWS = "2024年，上谷进出口总值为3116亿元，同比增长4.1%。我省将提高出口退税。\n"
PROJECT = 'title = { en = "A study", zh = "一项研究" }\neconomy = "little"\nhome = "AA"\nlanguage = "zh"\ndraws = 2\n'

# What is typed, what stands in files, and units: a reader of Chinese meets these as they are.
CODES = {
    *("AA", "BB", "food", "care", "both", "low", "high", "baseline", "hinterland", "crowns", "pp"),
    *("GDP", "CO", "PDF", "HTML", "JSON", "CSV", "TOML", "UTF", "Parquet", "CC"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an economy, scenarios, a document and a project."""
    monkeypatch.delenv("HINTERLAND_LANG", raising=False)
    tables = {"elasticities_csv": SETS, "emissions_csv": EMISSIONS, "employment_csv": EMPLOYMENT}
    write(tmp_path / "little", economy_toml=ECONOMY, provenance_csv=PROVENANCE, **tables)
    (tmp_path / "free.toml").write_text(FREE, encoding="utf-8")
    (tmp_path / "less.toml").write_text(FREE.replace("自由", "较少").replace("value = 0,", "value = 5,"), "utf-8")
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    for folder in ("sources", "scenarios"):
        (tmp_path / "study" / folder).mkdir(parents=True)
    (tmp_path / "study" / "project.toml").write_text(PROJECT.replace('"little"', '"../little"'), encoding="utf-8")
    (tmp_path / "study" / "scenarios" / "free.toml").write_text(FREE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    """Run the program; give its exit code, stdout and stderr."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def english(text: str, given: tuple[str, ...] = (), codes: frozenset[str] = frozenset()) -> list[str]:
    """List the English words of a text; what was typed, what stands in `backticks` or paths, and codes are none."""
    text = re.sub(r"`[^`]*`|--[\w-]+|\S*[/_.]\S*|[0-9a-f]{64}", " ", text)
    known = {*CODES, *codes, *re.findall(r"[A-Za-z]+", " ".join(given))}
    return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in known]


TABLES = [("run", "little", "free.toml", "--table", table) for table in (*OF_RESULTS, *OF_SCENARIOS)]
TALK = [
    *TABLES,
    ("run", "little", "free.toml", "less.toml"),
    ("run", "little", "less.toml", "--against", "free.toml"),
    ("run", "little", "free.toml", "--elasticities", "low"),
    ("run", "little", "--transfer", "AA=-1000", "--transfer", "BB=1000"),
    ("run", "little", "free.toml", "--out", "free.csv"),
    ("compare", "free.toml", "less.toml", "--economy", "little"),
    ("compare", "baseline", "free.toml", "--economy", "little", "--table", "revenue", "--out", "rows.csv"),
    ("sensitivity", "little", "AA"),
    ("show", "little"),
    ("show", "little", "--sources"),
    ("check", "little"),
    ("check", "free.toml"),
    ("check", "free.toml", "--economy", "little"),
    ("check", "study"),
    ("calibrate", "little"),
    ("economies",),
    ("lock", "little", "free.toml", "--out", "run.json"),
    ("lock", "study"),
    ("read", "news.txt"),
    ("keep", "ledger.duckdb", "news.txt"),
    ("init", "mine", "--economy", "little"),
    ("study", "study"),
]


@pytest.mark.parametrize("arguments", TALK, ids=" ".join)
def test_chinese_holds_no_english(here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, out, err = ask(capsys, *arguments, "--lang", "zh")
    codes = frozenset()
    if arguments[0] == "show":  # the levers' own names, which a scenario is written with, and the economy's licence
        codes = frozenset("tariff export tax production iceberg cost productivity labour final demand transfer".split())
    if arguments[0] == "economies":
        out = re.sub(r"^ shandong .*$", "", out, flags=re.MULTILINE)
    if arguments[0] == "read":  # indicators are codes of the ledger
        codes = frozenset({"news", "trade", "total", "zh", "T", "CN"})
    assert re.search("[\u4e00-\u9fff]", out + err)
    assert english(out + err, arguments, codes) == []
    assert code in (0, 3)


@pytest.mark.parametrize(
    "arguments", [*TABLES[:9], ("sensitivity", "little", "AA"), ("economies",), ("show", "little")], ids=" ".join
)
def test_data_are_the_same_in_both_languages(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    in_english = ask(capsys, *arguments, "--json")
    in_chinese = ask(capsys, *arguments, "--json", "--lang", "zh")
    assert in_chinese[:2] == in_english[:2] and json.loads(in_english[1].splitlines()[0])


FAULTS = [
    ("run", "nowhere"),
    ("run", "little", "nowhere.toml"),
    ("run", "little", "--tariff", "AC,BB=0"),
    ("run", "little", "--tariff", "AA,BB=-3"),
    ("run", "little", "--tariff", "AA,BB,food,care=0"),
    ("run", "little", "--transfer", "AA=5"),
    ("run", "little", "free.toml", "--elasticities", "hig"),
    ("run", "little", "free.toml", "--out", "free.odt"),
    ("check", "wrong.toml", "--economy", "little"),
    ("check", "broken"),
    ("init", "little"),
    ("facts", "nothing.duckdb"),
    ("import", "wiod2015", "free.toml", "--out", "new"),
    ("sensitivity", "little", "AC"),
    ("study", "little"),
]


@pytest.mark.parametrize("arguments", FAULTS, ids=" ".join)
def test_faults_are_told_in_chinese(here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    write(here / "broken", trade_csv=FILES["trade.csv"].replace("AA,BB,food,20", "AA,BC,food,much"))
    wrong = (
        FREE.replace('["AA"]', '["AC"]').replace('unit = "percent" }', 'unit = "pp" }').replace("2024-01-01", "'soon'")
    )
    (here / "wrong.toml").write_text(wrong.replace("title", "titel"), encoding="utf-8")
    code, out, err = ask(capsys, *arguments, "--lang", "zh")
    assert code == 1 and re.search("应为：.+；处理：", out + err)
    quoted = re.sub(r"'[^']*'|\{.*\}", "", out + err)  # what was found is quoted as it stands
    keys = frozenset(
        "csv xlsx nc parquet wiod icio adb exiobase eora gtap importer exporter value tariff economy".split()
    )
    keys |= frozenset("transfer measure title note against closure kind from status size unit regions column".split())
    keys |= frozenset({"shandong", "sector", "sectors", "Two", "valleys", "en", "zh", "titel"})
    assert english(quoted, arguments, keys) == []


def test_a_ledger_answers_in_chinese(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "plain.txt").write_text(
        "In 2022, Shandong's foreign trade was 3.33 trillion yuan, up 13.8 percent.\n", "utf-8"
    )
    ask(capsys, "keep", "ledger.duckdb", "plain.txt")
    code, out, err = ask(capsys, "facts", "ledger.duckdb", "--lang", "zh")
    codes = frozenset({"CN", "GY", "SD", "plain", "trade", "total", "YEAR"})  # as the ledger stores them
    assert code == 0 and english(out + err, ("ledger.duckdb",), codes) == []
    code, _, err = ask(capsys, "draft", "ledger.duckdb", "--economy", "little", "--lang", "zh")
    assert (code, err) == (1, "ledger.duckdb：没有措施；应为：公布了措施的文件；处理：用 `hinterland keep` 添加\n")


USAGE = [
    ("run",),
    ("run", "little", "--tarif", "AA=0"),
    ("run", "little", "--table", "region"),
    ("run", "little", "--rows", "-1"),
    ("run", "little", "--rows", "many"),
    ("run", "little", "--tariff"),
    ("run", "little", "--tariff", "AA"),
    ("run", "little", "--tariff", "AA=0", "--tariff", "AA=1"),
    ("run", "little", "--sort", "income"),
    ("run", "little", "--table", "ranges"),
    ("run", "little", "free.toml", "--labour", "AA=1.1"),
    ("compare", "free.toml", "less.toml"),
    ("lock", "little"),
    ("shw",),
    ("show", "little", "more"),
    ("schema", "tables"),
    ("split", "little", "nowhere", "new"),
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage_is_told_in_chinese(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = ask(capsys, *arguments, "--lang", "zh")
    assert (code, out) == (2, "") and "错误：" in err
    said = re.sub(r"'[^']*'|用法：.*|查看帮助：.*", "", err)
    columns = frozenset(
        "region real income pct exports imports revenue wage price first order welfare terms of trade volume".split()
    )
    assert english(said, arguments, columns | {"PLACE", "SIZE", "MEX", "USA", "project", "FILE"}) == []


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_chinese(here: Path, name: str) -> None:
    before = CliRunner().invoke(hinterland, ["--lang", "zh", *filter(None, [name]), "--help"]).stdout
    after = CliRunner().invoke(hinterland, [*filter(None, [name]), "--help", "--lang", "zh"]).stdout
    assert before == after
    assert before.startswith("用法：") and "选项:" in before and "显示本帮助并退出。" in before
    prose = [line for line in before.splitlines() if re.search("[\u4e00-\u9fff]", line)]
    assert not [line for line in prose if re.search(r"\b(the|of|and|is)\b", line)]


def test_the_language_is_taken_from_where_it_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert language(["run", "little"]) == "en"
    assert language(["study", "study"]) == "zh"  # as its project.toml says
    assert language(["--lang", "en", "study", "study"]) == "en"
    monkeypatch.setenv("HINTERLAND_LANG", "zh_CN.UTF-8")
    assert language(["run", "little"]) == "zh"
    assert language(["run", "little", "--lang=en"]) == "en"
    monkeypatch.setenv("HINTERLAND_LANG", "fr")
    assert language(["run", "little"]) == "en"
    assert language(["--lang", "en", "run", "--lang", "zh"]) == "zh"


def test_an_unknown_language_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ask(capsys, "show", "little", "--lang", "fr")
    assert code == 2 and "'fr' is not one of 'en', 'zh'" in err


def test_columns_align_by_cells(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wide letter takes two cells: every row of a table is as wide as the others, counted so."""
    from rich.cells import cell_len  # noqa: PLC0415

    _, out, _ = ask(capsys, "run", "little", "free.toml", "--lang", "zh")
    _, head, *rows = out.splitlines()
    assert "地区" in head and len(rows) == 2
    assert len({cell_len(line) for line in (head, *rows)}) == 1
