"""A report of a small run: one file that needs nothing else, in every language, on a desk and on a phone."""

import base64
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import hinterland as hl
from faults.small_economy import write
from hinterland.cli import main
from hinterland.errors import InputError
from hinterland.ledger.records import Finding
from hinterland.locale import LANGUAGES, words
from hinterland.report.gather import gather
from hinterland.report.page import html, write_report
from hinterland.report.pdf import write_pdf

SHOTS = Path(__file__).resolve().parents[2] / "screenshots"
FINDING = Finding("press", (0, 5), "18.2%", "growth_does_not_fit", "wrong", "error", "20 / 16 − 1 = 25 %", "25%")


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("economy") / "valleys")
    baseline = hl.load(folder)
    results = [hl.run(baseline, {"tariff": {("AA", "BB"): rate}}) for rate in (0.3, 0.0)]
    return gather(baseline, folder, results, findings=[FINDING], documents=1, figures=9)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_needs_nothing_else(material, lang):
    page = html(material, lang)
    pictures = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    drawn = "".join(base64.b64decode(picture).decode() for picture in pictures)
    assert len(pictures) >= 30
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", page + drawn))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}  # names, not places
    assert "<script" not in page and "<link" not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_is_left_untranslated(material, lang):
    page = re.sub(r"base64,[^\"]+", "", html(material, lang))
    shown = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    assert [key for key in words(lang).catalogue if "." in key and re.search(rf"\b{re.escape(key)}\b", shown)] == []
    assert re.findall(r"\{\w+\}", shown) == []


def test_every_chapter_and_finding_is_there(material):
    page = html(material)
    for key in ("announced", "what", "why", "sure", "cost", "assumed", "cite"):
        assert words("en")(f"report.chapter.{key}") in page
    assert "18.2%" in page and "20 / 16 − 1 = 25 %" in page and "Expected: 25%." in page


def test_what_is_not_known_is_said(material):
    page = html(replace(material, findings=None))
    assert words("en")("report.missing.findings") in page
    assert words("en")("report.missing.ranges") in page
    assert words("en")("report.missing.provenance") in page


def test_the_same_run_gives_the_same_bytes(material):
    assert html(material) == html(material)


def test_a_report_that_cannot_be_written_leaves_nothing(material, tmp_path):
    with pytest.raises(InputError):
        write_report(material, tmp_path / "r.html", "xx")
    with pytest.raises(OSError):
        write_report(material, tmp_path / "nowhere" / "r.html")
    assert list(tmp_path.iterdir()) == []


def test_pdf(material, tmp_path):
    write_pdf(material, tmp_path / "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_region_is_unknown(material, tmp_path, capsys):
    folder = write(tmp_path / "valleys")
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(folder), "--tariff", "AA,BB=0.3", "--about", "AB", "--out", str(tmp_path / "r.html")])
    assert stopped.value.code == 1
    assert capsys.readouterr().err == (
        "report: no region 'AB' (did you mean 'BB'?); expected one of AA, BB; name one of these\n"
    )


def test_the_command_writes_the_report(tmp_path, capsys):
    folder, out = write(tmp_path / "valleys"), tmp_path / "r.html"
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(folder), "--tariff", "AA,BB=0.3", "--out", str(out), "--lang", "zh"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.split() == [str(out)]
    assert '<html lang="zh">' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "width"), [("desktop", 1280), ("phone", 390)])
def test_it_can_be_read(material, name, width):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no chromium on this machine")
    SHOTS.mkdir(exist_ok=True)
    page, shot = SHOTS / "report.html", SHOTS / f"{name}.png"
    # A script of the test alone: the page turns red where it is wider than the window.
    red = "if (document.documentElement.scrollWidth > %d) document.body.style.background = 'red'" % width  # noqa: UP031
    frame = (
        f"<iframe width={width} height=2600 style='border:0' onload=\"const document = this.contentDocument; {red}\""
    )
    page.write_text(html(material), encoding="utf-8")
    outer = SHOTS / f"{name}.html"
    outer.write_text(f"<body style='margin:0'>{frame} src=report.html></iframe>", encoding="utf-8")
    size = f"--window-size={max(width, 500)},2600"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files"]
    subprocess.run([browser, *flags, size, f"--screenshot={shot}", outer.as_uri()], check=True, capture_output=True)
    with Image.open(shot) as picture:
        assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
        assert len(picture.convert("L").getcolors()) > 20  # something is drawn
