"""Importing more documents takes more time, not more memory: what Python holds is counted, not seconds.

Checks between documents hold one region's figures at a time, so the documents are of ten a country.
"""

import gc
import tracemalloc

from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.store import append
from hinterland.ledger.lexicon import places
from hinterland.ledger.read import read

SLACK = 0.3 * 2**20  # bytes; the larger texts of 300 documents alone are more than twice that
COUNTRIES = [place.name for place in places().values() if place.kind == "country" and place.name.isalpha()][:40]
REMARK = "The office said that more figures would follow when the customs houses have sent theirs. " * 25


def story(number):
    year, country = 2005 + number % 10, COUNTRIES[number // 10]
    return (
        f"Updated : {year + 1}-02-09\n\nExports of {country} reached {300 + number}.4 billion yuan in {year}, up "
        f"{number % 9 + 1}.3 percent year on year.\nImports fell {number % 7 + 1}.1 percent, office {number} said."
        f"\n{country} will host an import expo.\n{REMARK}\n"
    )


def peak(folder, count):
    """Give the most bytes held at once while so many documents are read and kept."""
    documents = (read(document(story(n), doc=f"d{n}", source=f"made/{n}")) for n in range(count))
    gc.collect()
    tracemalloc.start()
    kept = append(folder / f"{count}.duckdb", documents)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.documents == count
    return most


def test_four_hundred_documents_need_no_more_memory_than_a_hundred(tmp_path):
    peak(tmp_path, 5)  # vocabulary and patterns are loaded once
    few, many = peak(tmp_path, 100), peak(tmp_path, 400)
    assert many < few + SLACK, f"{few / 2**20:.2f} MiB for 100 documents, {many / 2**20:.2f} MiB for 400"
