"""Print how many labelled faults the checker names, how often it cries wolf, and how a large import goes.

    python -m benchmarks.ledger_check [CORPUS] [--documents N]
    python -m benchmarks.ledger_check --texts FILE...

The first part runs end to end, from text through the reader, on a folder laid out like `shared/corpus`; the second
needs no folder: its documents are generated.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.ledger_check import fresh, imports, score

HERE = Path(__file__).resolve()


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger_check")
    parser.add_argument("corpus", nargs="?", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--documents", type=int, default=10_000, help="how many the import generates; 0 leaves it out")
    parser.add_argument(
        "--texts", nargs="+", type=Path, help="score files of short texts (see fresh.py) and nothing else"
    )
    options = parser.parse_args()
    if options.texts:
        fresh.show(options.texts)
        return
    if options.corpus.is_dir():
        score.show(options.corpus)
    else:
        print(f"no labelled documents at {options.corpus}: the first part is left out")
    if options.documents:
        imports.show(options.documents)


main()
