"""Everything a page says, line by line: what its prose is held against, so that no figure is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

_SILENT = frozenset(("script", "style", "noscript", "template", "head", "svg", "title"))
_INLINE = frozenset(
    "a abbr b bdi bdo cite code em font i ins kbd mark q s small span strong sub sup time u var".split()
)
_FIGURE = re.compile(
    r"[$€£¥]\s?\d[\d,.]{0,20}(?:\s?(?:[mb]n|[mbt]rillion|million|billion)\b)?"
    r"|(?<![\d.,])(?!(?<=[(（])(?:100 million|10,000|1,000)\b)"  # the unit of a heading
    r"\d[\d,.]{0,20}\s?(?:%|％|per ?cent\b|(?:m|b|tr)illion\b|bn\b|TEUs?\b|tonnes\b|tons\b|[亿万]|个?百分点)"
)


@dataclass
class Outline:
    """Collect the lines of a page from a parser's events; scripts, styles and the head are silent."""

    lines: list[str] = field(default_factory=list)
    elements: int = 0
    depth: int = 0
    deepest: int = 0
    _piece: list[str] = field(default_factory=list)
    _silent: int = 0

    def start(self, tag: str, _: object) -> None:
        """Enter an element."""
        self.elements += 1
        self.depth += 1
        self.deepest = max(self.depth, self.deepest)
        self._silent += tag in _SILENT
        if tag not in _INLINE:
            self._break()

    def end(self, tag: str) -> None:
        """Leave an element."""
        self.depth -= 1
        self._silent -= tag in _SILENT
        if tag not in _INLINE:
            self._break()

    def data(self, text: str) -> None:
        """Take the text between tags."""
        if not self._silent:
            self._piece.append(text)

    def comment(self, _: str) -> None:
        """Pass over a comment."""

    def close(self) -> Outline:
        """End the page."""
        self._break()
        return self

    def _break(self) -> None:
        if self._piece:
            line = " ".join("".join(self._piece).split())
            self._piece = []
            self.lines += [line] if line else []


def outline(page: str) -> Outline:
    """List the lines of a page, however deep they are nested; no tree is built, so time and memory are linear."""
    parser = etree.HTMLParser(target=Outline(), huge_tree=True)
    try:
        return etree.HTML(page, parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        return Outline()


def left_out(lines: Iterable[str], text: str) -> list[str]:
    """List the figures of lines that stand nowhere in a text, in order of print and once each."""
    kept = set(map(_plain, _FIGURE.findall(text)))
    printed = (figure for line in lines for figure in _FIGURE.findall(line))
    return list(dict.fromkeys(figure for figure in printed if _plain(figure) not in kept))


def _plain(figure: str) -> str:
    return "".join(figure.split())
