"""A source becomes a document: text, HTML, PDF, a folder, or standard input."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lazy_loader

from hinterland.errors import InputError, Problem
from hinterland.ledger.documents import furniture
from hinterland.ledger.records import Block, Document

trafilatura = lazy_loader.load("trafilatura")  # a second to import, and only pages need it
pypdf = lazy_loader.load("pypdf")  # and this one only PDFs

LARGEST = 64 * 2**20  # bytes of one source
LARGEST_TEXT = 8 * 2**20  # characters of its text
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
            found += sorted(str(file) for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        else:
            found.append(argument)
    return found


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
    text = _text(raw, name)
    stem = "stdin" if name == "-" else Path(name).stem
    return document(text, doc=stem, source=name, sha256=hashlib.sha256(raw).hexdigest())


def document(text: str, doc: str = "text", source: str = "text", sha256: str | None = None) -> Document:
    """Make a document of text: mark its blocks, find its title, publisher, date and language."""
    address, start = "", 0
    if line := _URL_LINE.match(text):
        address, start = line[1], line.end()
    blocks = furniture.mark(text, start)
    titles = [block for block in blocks if block.kind == "title"]
    return Document(
        doc=doc,
        source=address or source,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        title=text[titles[0].start : titles[0].end] if titles else None,
        publisher=furniture.publisher(text[start:], address),
        published=furniture.published(text, blocks, address),
        language=language(text[start:]),
        blocks=tuple(blocks if not start else [Block(0, start - 1, "dateline"), *blocks]),
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
    if head.startswith((b"%PDF", b"\xff\xfe", b"\xfe\xff")):
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
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _text(raw: bytes, name: str) -> str:
    if raw.startswith(b"%PDF"):
        return _pdf(raw, name)
    text = _decoded(raw)
    if re.match(r"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", text[:2000], re.I) or name.lower().endswith(
        (".html", ".htm", ".xhtml")
    ):
        text = _html(text, name)
    return text[:LARGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    """Decode bytes as UTF-8, UTF-16 by its mark, GB 18030 where that fits, else Latin-1 letter by letter."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _html(page: str, name: str) -> str:
    """Take the prose of a page with trafilatura; keep all its words where that finds none."""
    prose = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    prose = prose or trafilatura.html2txt(page)
    if not prose or not prose.strip():
        remedy = "save the page after its scripts have run"
        raise InputError([Problem("a page without text", name, "a page with text", remedy, "page_has_no_text")])
    title = re.search(r"<title[^>]{0,200}>([^<]{1,300})", page, re.I)
    return f"{title[1].strip()}\n\n{prose}" if title and title[1].strip() not in prose[:400] else prose


def _pdf(raw: bytes, name: str) -> str:
    """Take the text of a PDF with pypdf, page by page."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        text, size = [], 0
        for page in reader.pages:
            text.append(page.extract_text())
            size += len(text[-1])
            if size > LARGEST_TEXT:
                break
    except Exception as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(
            [
                Problem(
                    f"a PDF that cannot be read ({reason})",
                    name,
                    "a PDF with text",
                    "save it again, or convert it to text",
                    "pdf_is_unreadable",
                )
            ]
        ) from error
    joined = "\n".join(text)
    if not joined.strip():
        raise InputError(
            [
                Problem(
                    "a PDF without text", name, "a PDF with text", "run text recognition on it first", "pdf_has_no_text"
                )
            ]
        )
    return joined
