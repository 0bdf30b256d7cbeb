"""A source becomes a document: text, HTML, PDF, a folder, or standard input."""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hinterland.errors import InputError, Problem
from hinterland.ledger.documents import furniture
from hinterland.ledger.documents.decoding import decoded, visible, wide
from hinterland.ledger.documents.intake import Intake
from hinterland.ledger.documents.pages import is_page, page
from hinterland.ledger.documents.pdfs import pdf
from hinterland.ledger.records import Block, Document

LARGEST = 64 * 2**20  # bytes of one source
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf")
READABLE = ("en", "zh")

_URL_LINE = re.compile(r"\A\s*+URL: ?+(\S++)[^\n]*+\n")  # possessive: a first line of a million signs is read once
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_FOREIGN = re.compile("[\u0400-\u06ff\u3040-\u9fff\uac00-\ud7a3]")  # a sign of any of these
_CONTROL = bytes(byte for byte in range(32) if byte not in (9, 10, 11, 12, 13, 27))
_STOPWORDS = {
    "en": "the of and in to was by with from for",
    "de": "der die und von das mit den im ist um auf",
    "fr": "le la les des et en du une est par",
    "es": "el los las del y en con por una que",
    "pt": "os das dos em uma com por não para ao",
    "it": "il gli della di che per con una nel sono",
}


def sources(arguments: list[str]) -> list[str]:
    """List the documents that the arguments name: files, "-" for standard input, every readable file of a folder."""
    found: list[str] = []
    problems = [problem for argument in arguments for problem in source_is_missing(argument)]
    if problems:
        raise InputError(problems)
    for argument in arguments:
        path = Path(argument)
        if argument != "-" and path.is_dir():
            if problems := list(folder_has_no_documents(path)):
                raise InputError(problems)
            found += documents_in(path)
        else:
            found.append(argument)
    return found


def documents_in(folder: Path) -> list[str]:
    """List every readable file of a folder that there is; it may have none."""
    return sorted(str(file) for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())


def load(source: str | Path) -> Document:
    """Read one source to a document with its blocks, publisher, date and language.

    Raises `InputError` when the source is missing, empty, binary, or a PDF that cannot be read.
    """
    name = str(source)
    problems = list(source_is_missing(name))
    if problems:
        raise InputError(problems)
    raw = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bytes(Path(name))
    for problem in (*source_is_too_large(raw, name), *source_is_empty(raw, name), *source_is_binary(raw, name)):
        raise InputError([problem])
    stem = "stdin" if name == "-" else Path(name).stem
    return document(_intake(raw, name), doc=stem, source=name, sha256=hashlib.sha256(raw).hexdigest())


def document(text: str | Intake, doc: str = "text", source: str = "text", sha256: str | None = None) -> Document:
    """Make a document of text: mark its blocks, find its title, publisher, date and language.

    The document's text, which spans count in, is the text given without the signs that nobody sees (see `visible`);
    of a page it is the prose, the captions, and the rows of tables as sentences; of a PDF its pages with the words
    that a line's end parted put together. What the format says of title, publisher and day goes before the text's own.
    """
    given = text if isinstance(text, Intake) else Intake(text)
    text = visible(given.text)
    address, start = "", 0
    if line := _URL_LINE.match(text):
        address, start = line[1], line.end()
    blocks = furniture.mark(text, start, given)
    titles = [text[block.start : block.end] for block in blocks if block.kind == "title"]
    return Document(
        doc=doc,
        source=address or source,
        sha256=sha256 or hashlib.sha256(given.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        title=next(iter(titles), given.title),
        publisher=given.publisher or furniture.publisher(text[start:], address),
        published=given.published or furniture.published(text, blocks, address),
        language=language(text[start:]),
        blocks=tuple(blocks if not start else [Block(0, start - 1, "dateline"), *blocks]),
        remarks=given.remarks,
    )


def language(text: str) -> str:
    """Tell a language by its script, and Latin ones by their commonest words: ISO 639-1."""
    sample = text[:4000]
    foreign = _FOREIGN.search(sample) is not None
    letters = max(1, sum(map(str.isalpha, sample))) if foreign else 1
    for code, script in _SCRIPTS if foreign else ():
        if len(script.findall(sample)) > (0.05 if code == "ja" else 0.3) * letters:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {code: sum(words.get(word, 0) for word in common.split()) for code, common in _STOPWORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"


def source_is_missing(name: str) -> Iterator[Problem]:
    """Report a path that does not exist."""
    if name != "-" and not Path(name).exists():
        yield Problem(
            "no such file or folder",
            name,
            "a text, HTML or PDF file, a folder, or - for standard input",
            "check the path",
            "source_is_missing",
        )


def folder_has_no_documents(folder: Path) -> Iterator[Problem]:
    """Find folders with no file that can be read."""
    kinds = {file.suffix.lower() or file.name for file in folder.rglob("*") if file.is_file()}
    if kinds.isdisjoint(SUFFIXES):
        yield Problem(
            found="no file that can be read" + (f", only {', '.join(sorted(kinds))}" if kinds else ""),
            where=str(folder),
            expected="files that end in " + ", ".join(sorted(SUFFIXES)),
            remedy="save the documents as text, HTML or PDF",
            code="folder_has_no_documents",
        )


def source_is_closed(path: Path, error: OSError) -> Problem:
    """Say why the system does not let a file be read; the others of the same call are read all the same."""
    return Problem(
        error.strerror or str(error),
        str(path),
        "a file that may be read",
        "leave it out, or ask for it",
        "source_is_closed",
    )


def source_is_too_large(raw: bytes, name: str) -> Iterator[Problem]:
    """Report a source beyond the size that one document can have."""
    if len(raw) > LARGEST:
        yield Problem(
            f"more than {LARGEST // 2**20} MiB", name, "one document", "split it into documents", "source_is_too_large"
        )


def source_is_empty(raw: bytes, name: str) -> Iterator[Problem]:
    """Report a source without a word."""
    if not raw.strip():
        yield Problem("nothing but white space", name, "a document", "leave it out", "source_is_empty")


def source_is_binary(raw: bytes, name: str) -> Iterator[Problem]:
    """Report bytes that are neither text nor PDF."""
    head = raw[:65536]
    if head.startswith(b"%PDF") or wide(head):
        return
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > 0.05 * len(head):
        yield Problem("binary data", name, "text, HTML or PDF", "convert it to text first", "source_is_binary")


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(
            [
                Problem(
                    "a folder",
                    str(path),
                    "one document",
                    "pass its files, or use `hinterland read`",
                    "source_is_a_folder",
                )
            ]
        )
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise InputError([source_is_closed(path, error)]) from None


def _intake(raw: bytes, name: str) -> Intake:
    """Take the text of a source by its format, with line ends as Unix has them."""
    if raw.startswith(b"%PDF"):
        taken, remarks = pdf(raw, name), list[Problem]()
    else:
        text, remarks = decoded(raw, name)
        taken = page(text, name) if is_page(text, name) else Intake(text)
    text = taken.text.replace("\r\n", "\n").replace("\r", "\n")
    return replace(taken, text=text, remarks=(*remarks, *taken.remarks))
