"""A report of a small run: one file that needs nothing else, in every language, on a desk and on a phone."""

import base64
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from faults.small_economy import write
from hinterland.assess import TABLES, assess
from hinterland.cli import main
from hinterland.figures.catalogue import FIGURES
from hinterland.locale import LANGUAGES, words
from hinterland.opened import Economy
from hinterland.report.announced import announced
from hinterland.report.chapters import CHAPTERS
from hinterland.report.gather import gather
from hinterland.report.page import html
from hinterland.report.pdf import write_pdf
from hinterland.study.documents import documents

SHOTS = Path(__file__).resolve().parents[2] / "screenshots"
DOCUMENT = """Trade of the valley

Updated : 2023-02-09

In 2022, Shandong's foreign trade reached 3.33 trillion yuan ($491.18 million).

Shandong plans to hold expos for imported machinery with Japan and South Korea.
"""
SCENARIO = """title = {{ en = "{title}", zh = "情景{title}" }}

[[measure]]
kind = "market_access"
regions = ["BB"]
partners = ["AA"]
size = {{ value = {size}, unit = "percent", range = [1, 4] }}
from = 2024-01-01
source = "made up"
status = "assumed"

[[measure]]
kind = "labour"
regions = ["AA"]
size = {{ value = 1, unit = "percent", range = [-2, 2] }}
from = 2024-01-01
source = "made up"
status = "assumed"
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    (folder / "trade.txt").write_text(DOCUMENT, encoding="utf-8")
    return documents(folder, tmp_path_factory.mktemp("build"), lambda *_: None).ledger


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("economy")
    for title, size in (("less", 2), ("more", 3)):
        (folder / f"{title}.toml").write_text(SCENARIO.format(title=title, size=size), encoding="utf-8")
    write(folder / "valleys", elasticities_csv="set,sector,theta\nlow,food,2\nlow,care,3\n")
    return folder


@pytest.fixture(scope="module")
def found(folder):
    economy = Economy(folder / "valleys")
    return [assess(economy, economy.read(folder / f"{name}.toml"), draws=2) for name in ("less", "more")]


@pytest.fixture(scope="module")
def material(folder, found, ledger):
    return gather(Economy(folder / "valleys").baseline, folder / "valleys", found, announced=announced(ledger))


@pytest.fixture(scope="module")
def alone(folder):
    economy = Economy(folder / "valleys")
    shocked = assess(economy, {"tariff": {("AA", "BB"): 0.3}})
    return gather(economy.baseline, folder / "valleys", [shocked])


@pytest.fixture(scope="module")
def page(material):
    return html(material)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_needs_nothing_else(material, lang):
    page = html(material, lang)
    pictures = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    drawn = "".join(base64.b64decode(picture).decode() for picture in pictures)
    assert len(pictures) >= 40
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", page + drawn))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}  # names, not places
    assert "<script" not in page and "<link" not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_is_left_untranslated(material, lang):
    page = re.sub(r"base64,[^\"]+", "", html(material, lang))
    shown = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    assert [key for key in words(lang).catalogue if "." in key and re.search(rf"\b{re.escape(key)}\b", shown)] == []
    assert re.findall(r"\{\w+\}", shown) == []


def test_every_chapter_is_there(page, alone):
    for key in (*CHAPTERS, "announced", "scenarios", "assumed", "cite"):
        assert words("en")(f"report.chapter.{key}") in page
    single = html(alone)
    for key in (*CHAPTERS, "announced", "assumed", "cite"):
        assert f"<h2>{words('en')(f'report.chapter.{key}')}</h2>" in single


def test_every_table_that_a_figure_needs_is_made():
    needed = {table for names in CHAPTERS.values() for name in names for table in FIGURES[name].tables}
    assert needed - set(TABLES) == {"ranges", "drivers", "contributions", "treasury"}
    assert set(TABLES) <= needed


def test_what_was_announced_stands_first_with_its_document_sentence_sum_and_repair(page):
    told = re.sub(r"\s+", " ", page)
    assert "Documents: 1; figures: 2; findings that nothing explains: 1." in told
    assert "3.33 trillion yuan ($491.18 million)" in told
    assert "a thousand times too small" in told and "Expected: 491.18 billion USD." in told
    assert "Bracket is off by a power of ten" in told and "trade.txt" in told
    assert "Shandong plans to hold expos for imported machinery" in told and ">expos and fairs<" in told
    assert ">planned<" in told and told.index("Expected: 491.18") < told.index('id="scenario-1"')


def test_the_answer_comes_first_and_in_plain_words(page, alone):
    answer = page[page.index('<p class="answer">') : page.index("</p>", page.index('<p class="answer">'))]
    assert "Of 2 scenarios, “more” raises the real income of Upper valley most: by +" in answer
    assert "(between -" in answer and "depends on what is assumed under 2 of 2" in answer
    assert page.index(answer) < page.index("<table") < page.index("<figure>") < page.index('id="announced"')
    assert "would change the real income of Upper valley by" in html(alone)


def test_what_is_not_known_is_said(alone):
    single = html(alone)
    for key in ("findings", "sure", "provenance"):
        assert words("en")(f"report.missing.{key}") in single


def test_what_cannot_be_against_another_scenario_is_said(material):
    case = replace(material.cases[1], against="less", from_baseline=("treasury",))
    told = html(replace(material, cases=[material.cases[0], case]))
    assert told.count("Compared with: less") == 2
    assert words("en")("report.from_baseline", title="less") in told


def test_the_same_run_gives_the_same_bytes(material, page):
    assert html(material) == page


def test_pdf(alone, tmp_path):
    write_pdf(html(alone), tmp_path / "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_region_is_unknown(material, tmp_path, capsys):
    folder = write(tmp_path / "valleys")
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(folder), "--tariff", "AA,BB=0.3", "--about", "BBB", "--out", str(tmp_path / "r.html")])
    assert stopped.value.code == 1
    assert capsys.readouterr().err == (
        "report: no region 'BBB' (did you mean 'BB'?); expected one of AA, BB; name one of these\n"
    )


def ask(capsys, *arguments, code=0):
    """Give what a command prints, and check its exit code."""
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    assert stopped.value.code == code, told.err
    return told.out


def test_the_command_writes_the_report(folder, ledger, tmp_path, capsys):
    out, given = tmp_path / "r.html", (folder / "valleys", "--tariff", "AA,BB=0.3", "--lang", "zh", "--no-ranges")
    assert ask(capsys, "report", *given, "--out", out, "--ledger", ledger).split() == [str(out)]
    told = out.read_text(encoding="utf-8")
    assert '<html lang="zh">' in told and "4,911.8亿美元" in told
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "trade.txt").write_text(DOCUMENT, encoding="utf-8")
    ask(capsys, "report", *given, "--out", out, "--sources", sources)
    assert out.read_text(encoding="utf-8") == told


@pytest.mark.parametrize(("name", "width"), [("desktop", 1280), ("phone", 390)])
def test_it_can_be_read(page, name, width):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no chromium on this machine")
    SHOTS.mkdir(exist_ok=True)
    file, shot = SHOTS / "report.html", SHOTS / f"{name}.png"
    # A script of the test alone: the page turns red where it is wider than the window.
    red = "if (document.documentElement.scrollWidth > %d) document.body.style.background = 'red'" % width  # noqa: UP031
    frame = (
        f"<iframe width={width} height=2600 style='border:0' onload=\"const document = this.contentDocument; {red}\""
    )
    file.write_text(page, encoding="utf-8")
    outer = SHOTS / f"{name}.html"
    outer.write_text(f"<body style='margin:0'>{frame} src=report.html></iframe>", encoding="utf-8")
    size = f"--window-size={max(width, 500)},2600"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files"]
    subprocess.run([browser, *flags, size, f"--screenshot={shot}", outer.as_uri()], check=True, capture_output=True)
    with Image.open(shot) as picture:
        assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
        assert len(picture.convert("L").getcolors()) > 20  # something is drawn


def test_a_chinese_report_says_the_sum_in_chinese(ledger):
    (finding,) = announced(ledger, "zh").findings
    assert "欧洲央行" in finding.evidence and finding.expected == "4,911.8亿美元"
