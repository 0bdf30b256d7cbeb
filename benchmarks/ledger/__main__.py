"""Print how well the ledger reads: precision and recall a field, fold by fold, and sentences a second on one core.

    python -m benchmarks.ledger [--corpus FOLDER] [--notes | --speed | --digest]

The folder holds `gold.jsonl` and `documents`; `index.tsv` tells documents whose date was inferred, and
`seeds_gold.jsonl` and `seeds_measures.jsonl` label those of `seeds`, where there are any. The reader's rules are
rules of language: nothing is fitted to a document, so a fold needs no training. Folds are by document (its
number modulo five); their spread tells how far the figures depend on which documents were drawn. `--notes` lists
every difference. `--speed` only times, `--digest` only prints a sum over all records, by which two builds of the reader
are compared; where there are no labelled documents, both take the sources of the example.
See `benchmarks.ledger.score` for the rule by which records are matched.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.ledger.labels import accepted
from benchmarks.ledger.score import F1, SHARES, Record, Score, Tally, score, total
from hinterland.ledger.documents.sentences import sentences
from hinterland.ledger.documents.source import load
from hinterland.ledger.lexicon import lexicon
from hinterland.ledger.read import read, records
from hinterland.ledger.statistics import frames

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "shandong" / "sources"
FOLDS = 5
TARGETS = {
    "value+unit": 0.97,
    "bracket pairs": 0.98,
    "region": 0.95,
    "period": 0.90,
    "growth": 0.93,
    "rank": 0.93,
    "indicator": 0.80,
    "whole without indicator": 0.82,
}


def main() -> None:
    """Run the three parts and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--notes", action="store_true", help="list every difference")
    parser.add_argument("--speed", action="store_true", help="time reading only")
    parser.add_argument("--digest", action="store_true", help="print a sum over all records only")
    options = parser.parse_args()
    documents = options.corpus / "documents"
    if options.speed:
        return speed(documents if documents.is_dir() else EXAMPLE)
    if options.digest:
        return digest(options.corpus if documents.is_dir() else EXAMPLE)
    if not documents.is_dir():
        raise SystemExit(f"no labelled documents at {options.corpus}: pass --corpus FOLDER")
    statistics(options.corpus, options.notes)
    measures(options.corpus, options.notes)
    speed(documents)


def statistics(corpus: Path, notes: bool) -> None:
    """Score the statistics by field, in all and by fold."""
    folds: list[list[Score]] = [[] for _ in range(FOLDS)]
    for path, result, lines in _scored(corpus):
        folds[int(path.stem) % FOLDS].append(result)
        if notes and lines:
            print(f"{path.parent.name}/{path.stem}", *lines, sep="\n  ")
    by_fold = [total(fold) for fold in folds]
    print(f"{'field':<25}{'precision':>10}{'recall':>8}{'F1':>8}{'target':>8}{'n':>6}   F1 by fold")
    for name in (*F1, *SHARES):
        _line(name, total(by_fold).fields[name], [fold.fields[name] for fold in by_fold])


@cache
def scores(corpus: Path) -> Score:
    """Add up the scores of all labelled documents."""
    return total(result for _, result, _ in _scored(corpus))


def _scored(corpus: Path) -> Iterator[tuple[Path, Score, list[str]]]:
    """Read and score each labelled document; list the differences too."""
    inferred = _inferred(corpus)
    for path, gold in _labelled(corpus).items():
        reading = read(path)
        predicted = [record for record in records(reading) if "instrument" not in record]
        dated = path.parent.name == "seeds" or path.stem not in inferred
        yield path, *score(gold, predicted, reading.document.text, dated)


def measures(corpus: Path, notes: bool) -> None:
    """Score the instruments of measures: same sentence, and an instrument that the label can stand for."""
    gold: dict[str, list[Record]] = {}
    for record in _lines(corpus / "seeds_measures.jsonl"):
        gold.setdefault(record["doc"], []).append(record)
    tally = Tally()
    for doc, wanted in gold.items():
        left = list(read(corpus / "seeds" / f"{doc}.txt").measures)
        tally.predicted += len(left)
        for want in wanted:
            tally.labelled += 1
            fits = [got for got in left if _same(want, got.sentence) and got.instrument in accepted(want["instrument"])]
            if fits:
                tally.right += 1
                left.remove(max(fits, key=lambda got: len(set(got.anchor.split()) & set(want["anchor"].split()))))
            elif notes:
                print(f"- {doc} {want['instrument']}: {want['anchor']}")
        if notes:
            print(*(f"+ {doc} {got.instrument}: {got.anchor}" for got in left), sep="\n")
    print(f"instruments of measures  {tally.precision:>10.3f}{tally.recall:>8.3f}   (targets 0.80 and 0.85)")


def speed(folder: Path, seconds: float = 4.0) -> None:
    """Time reading in processor seconds of one core, the documents already in memory, beside a yardstick.

    Each document counts with the quickest of its rounds, so that what else the machine does at the time weighs little.
    """
    lexicon("en")
    documents = [load(path) for path in _texts(folder)]
    documents = [document for document in documents if document.language == "en"]
    count = sum(len(sentences(d.text, block.start, block.end)) for d in documents for block in d.blocks)
    rounds: list[list[float]] = []
    yards: list[float] = []
    while sum(map(sum, rounds)) < seconds:
        yards.append(_timed(yardstick))
        rounds.append([_timed(partial(read, document)) for document in documents])
    best, middle = sum(map(min, zip(*rounds, strict=True))), median(map(sum, rounds))
    numbers = sum(len(read(document).statistics) for document in documents)
    form = "plain" if frames.__file__.endswith(".py") else "compiled"
    print(f"speed, {form:<18}{count / best:,.0f} sentences/s at best, {count / middle:,.0f} in the middle round")
    print(f"                         (target 3,000); {count} sentences, {numbers} statistics, {len(rounds)} rounds")
    print(
        f"yardstick                {1e3 * min(yards):.1f} ms at best, {1e3 * median(yards):.1f} in the middle:"
        f" {count / best * min(yards):,.0f} sentences a yardstick"
    )


def digest(folder: Path) -> None:
    """Print the SHA-256 of all records of a folder, below which the documents may lie in folders."""
    rows = [record | {"source": path.name} for path in _texts(folder) for record in records(read(path))]
    whole = "\n".join(json.dumps(row, sort_keys=True) for row in rows)
    print(f"{len(rows)} records, SHA-256 {hashlib.sha256(whole.encode()).hexdigest()}")


def yardstick() -> int:
    """Do a fixed piece of plain Python, by which the speed of a machine can be read: words cut, counted and joined."""
    words = ("of 1,234 words some are said again and again, others once " * 3_000).split()
    seen: dict[str, int] = {}
    for number, word in enumerate(words):
        key = word if word.isalpha() else f"{word}-{number % 7}"
        seen[key] = seen.get(key, 0) + len(word[1:])
    return sum(count for key, count in sorted(seen.items()) if key)


def _texts(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.txt"))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _line(name: str, tally: Tally, folds: list[Tally]) -> None:
    target = f"{TARGETS[name]:.2f}" if name in TARGETS else ""
    spread = " ".join(f"{fold.f1:.2f}" for fold in folds)
    figures = f"{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
    print(f"{name:<25}{figures}{target:>8}{tally.labelled:>6}   {spread}")


def _labelled(corpus: Path) -> dict[Path, list[Record]]:
    gold: dict[Path, list[Record]] = {}
    for file, folder in (("gold.jsonl", "documents"), ("seeds_gold.jsonl", "seeds")):
        for record in _lines(corpus / file):
            gold.setdefault(corpus / folder / f"{record['doc']}.txt", []).append(record)
    return gold


def _inferred(corpus: Path) -> set[str]:
    index = corpus / "index.tsv"
    rows = [line.split("\t") for line in index.read_text("utf-8").splitlines()[1:]] if index.exists() else []
    return {row[0] for row in rows if row[2] == "inferred"}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _same(want: Record, sentence: str) -> bool:
    return " ".join(want["sentence"].split()) == " ".join(sentence.split())


if __name__ == "__main__":
    main()
