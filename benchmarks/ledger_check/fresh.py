"""Score the checker on short texts in one file: faulty ones with what is wrong in them, or honest ones.

A text begins with a line `=== id | printed | kind | expected`; an honest one with `=== id` alone. Texts whose ids
differ only in a last letter (`f23a`, `f23b`) are checked together, every other one by itself.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from hinterland.ledger.check import check
from hinterland.ledger.read import Reading, read
from hinterland.ledger.records import Finding

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Text:
    """Hold a text with what is wrong in it; `printed` is empty when nothing is."""

    name: str
    printed: str
    kind: str
    expected: str
    body: str

    @property
    def group(self) -> str:
        """Give the name without the letter that tells the documents of one case apart."""
        return self.name.rstrip("abc")


def show(paths: Iterable[Path]) -> None:
    """Print, for each file, the faults found and missed, and every finding that no label asks for."""
    for path in paths:
        found, cases, alarmed, honest = 0, 0, 0, 0
        for group, texts in groupby(_texts(path), key=lambda text: text.group):
            batch = list(texts)
            findings = _findings(batch)
            hits = [finding for finding in findings if _names(finding, batch[0])]
            others = [finding for finding in findings if finding not in hits and finding.severity != "note"]
            if batch[0].printed:
                cases, found = cases + 1, found + bool(hits)
                codes = ", ".join(sorted({finding.code for finding in hits})) or "MISSED"
                print(f"{group} {batch[0].kind} {batch[0].printed!r}: {codes}")
            else:
                honest, alarmed = honest + 1, alarmed + bool(others)
            for finding in findings:
                print(_line(finding, "  " if finding in hits else " ?", group))
        print(f"{path.name}: {found} of {cases} faults found; {alarmed} of {honest} honest texts alarmed\n")


def _texts(path: Path) -> list[Text]:
    texts = []
    for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, body = block.split("\n", 1)
        name, printed, kind, expected = (*(part.strip() for part in head.split("|")), "", "", "")[:4]
        texts.append(Text(name, printed, kind, expected, body))
    return texts


def _findings(batch: list[Text]) -> list[Finding]:
    return [finding for finding in check([_read(text) for text in batch]) if finding.verdict != "explained"]


def _read(text: Text) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{text.name}.txt"
        path.write_text(text.body, encoding="utf-8")
        reading = read(path)
    return replace(
        reading,
        document=replace(reading.document, doc=text.name),
        statistics=tuple(replace(figure, doc=text.name) for figure in reading.statistics),
    )


def _names(finding: Finding, text: Text) -> bool:
    """Tell whether a finding stands on a number of the label; where that has none, any finding is one."""
    if not text.printed or finding.severity == "note":
        return False
    said, told = _marks(text.printed), _marks(f"{finding.printed} {finding.evidence}")
    return not said or bool(said & told)


def _marks(text: str) -> set[str]:
    """Give the significant digits of a text's numbers: 48.3亿 and 4.83 billion are one."""
    return {re.sub(r"[.,]", "", number).strip("0") for number in _NUMBER.findall(text)} - {""}


def _line(finding: Finding, mark: str, group: str) -> str:
    told = f"{finding.printed!r} {finding.code} ({finding.severity}) {finding.evidence} -> {finding.expected}"
    return f"  {mark} {group} {told}"
