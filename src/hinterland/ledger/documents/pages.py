"""Web pages: their prose with trafilatura, what their metadata says, captions and tables; nothing lost in silence."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import lazy_loader

from hinterland.errors import InputError, Problem
from hinterland.ledger.documents.intake import Intake
from hinterland.ledger.documents.outline import left_out, outline
from hinterland.ledger.documents.page_tables import table_rows

trafilatura = lazy_loader.load("trafilatura")  # a second to import, and only pages need it

DEEPEST = 240  # elements inside each other: a tree's parser stops at 256, and drops what is further in
MOST_ELEMENTS = 20_000  # of a page with more every line is read: its prose would take minutes to find
LARGEST_PAGE = 8 * 2**20  # characters, likewise
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}  # a date of its text is none
_PAGE = re.compile(r"\A\s*+(?:<(?:\?xml|!--)[^>]{0,900}+>\s*+){0,2}+(?:<!doctype html|<html)", re.I)

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # their remarks are for programmers, not for stderr


def is_page(text: str, name: str) -> bool:
    """Tell a page by its first tag, or by the name of its file."""
    return _PAGE.match(text[:2000]) is not None or name.lower().endswith((".html", ".htm", ".xhtml"))


def page(html: str, name: str) -> Intake:
    """Take from a page its title, publisher, day, prose, captions and the rows of its tables.

    Where no prose is found, or the page is larger or nested deeper than a tree should be, every line is taken, menus
    and all.
    Figures that stand outside the prose, and numbers of tables that no heading explains, are counted in a remark.
    Raises `InputError` when it holds no text.
    """
    whole = outline(html)
    small = len(html) <= LARGEST_PAGE and whole.elements <= MOST_ELEMENTS and whole.deepest <= DEEPEST
    tree = trafilatura.load_html(html) if small else None
    if tree is None:
        found, prose, captions, unread = None, "", [], sum(map(_is_bare, whole.lines))
    else:
        captions, unread = _captions(tree), _tables_as_rows(tree)
        found = _extracted(tree)
        prose = found.text if found is not None and found.text else ""
    prose = prose if prose.strip() else "\n\n".join(whole.lines)
    if not prose.strip():
        raise InputError([page_has_no_text(name)])
    lines = set(prose.split("\n"))
    prose = "\n\n".join([prose, *dict.fromkeys(caption for caption in captions if caption not in lines)])
    title = _title(html, found)
    text = f"{title}\n\n{prose}" if title and title not in prose[:400] else prose
    remarks = (
        *numbers_of_tables_are_not_read(unread, name),
        *figures_are_left_out(left_out(whole.lines, text), name),
    )
    return Intake(text, title, _name_of_site(found), _day(found), frozenset(captions), remarks=remarks)


def page_has_no_text(name: str) -> Problem:
    """Report a page whose text its scripts would have brought."""
    remedy = "save the page after its scripts have run"
    return Problem("a page without text", name, "a page with text", remedy, "page_has_no_text")


def numbers_of_tables_are_not_read(count: int, name: str) -> Iterator[Problem]:
    """Report numbers in tables whose headings do not say what is counted, and in what unit."""
    if count:
        yield Problem(
            "1 number of a table was not read" if count == 1 else f"{count} numbers of tables were not read",
            name,
            "a heading with a unit over each column, such as “Exports (billion yuan)”",
            "write what matters as a sentence",
            "numbers_of_tables_are_not_read",
        )


def figures_are_left_out(figures: list[str], name: str) -> Iterator[Problem]:
    """Report figures of a page that stand in its margins, not in its article."""
    if figures:
        count, first = len(figures), figures[0]
        one = f"1 figure outside the article ({first}) was not read"
        many = f"{count} figures outside the article ({first} …) were not read"
        yield Problem(
            one if count == 1 else many,
            name,
            "one article",
            "copy that part of the page into a text file if it matters",
            "figures_are_left_out",
        )


def _is_bare(line: str) -> bool:
    """Tell the cell of a table, a line of its own where the page is read line by line."""
    return line[-1].isdecimal() and re.fullmatch(r"[-+]?\d[\d,.]*", line) is not None


def _captions(tree: Any) -> list[str]:
    """Make paragraphs of what stands under pictures, which would go with them; list them."""
    for figure in tree.iter("figure"):
        figure.tag = "div"
    captions = []
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"
        caption.attrib.clear()
        text = " ".join(caption.text_content().split())
        captions += [text] if text else []
    return captions


def _tables_as_rows(tree: Any) -> int:
    """Put the rows of tables of figures as paragraphs in their place; count the numbers that nothing explains."""
    unread = 0
    for table in list(tree.iter("table")):
        read = table_rows(table)
        if read is None:
            continue
        rows, bare = read
        unread += bare
        title, tail = " ".join(" ".join(cell.itertext()) for cell in table.iter("caption")), table.tail
        table.clear()
        table.tag, table.tail = "div", tail
        for row in (*([" ".join(title.split())] if title.strip() else []), *rows):
            paragraph = table.makeelement("p")
            paragraph.text = row
            table.append(paragraph)
    return unread


def _extracted(tree: Any) -> Any:
    return trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )


def _title(html: str, found: Any) -> str | None:
    if found is not None and found.title:
        return " ".join(found.title.split())
    title = re.search(r"<title[^>]{0,200}>([^<]{1,300})", html[:200_000], re.I)
    return " ".join(title[1].split()) or None if title else None


def _name_of_site(found: Any) -> str | None:
    return found.sitename or None if found is not None else None


def _day(found: Any) -> date | None:
    try:
        return date.fromisoformat(found.date[:10]) if found is not None and found.date else None
    except ValueError:
        return None
