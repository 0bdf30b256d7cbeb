"""What published terms mean in an economy's sectors: the optional table `concordance.csv` of its folder.

    term,sectors        goods, gva_primary, product=textiles → codes parted by blanks

Customs count goods, yearbooks three industries, news products; only the economy knows which of its sectors those are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from hinterland.errors import Problem, Problems
from hinterland.labels import suggestion

CONCORDANCE = "concordance.csv"


def read_concordance(folder: Path, sectors: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read the table, or give nothing where there is none; raise `InputError` with every code that is no sector."""
    path = folder / CONCORDANCE
    if not path.is_file():
        return {}
    problems = Problems()
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            term, codes = row.get("term") or "", tuple((row.get("sectors") or "").split())
            problems.extend(concordance_names_unknown_sectors(f"{path.name}:{line}", term, codes, sectors))
            found[term] = codes
    problems.raise_if_any()
    return found


def concordance_names_unknown_sectors(
    where: str, term: str, codes: Sequence[str], sectors: Sequence[str]
) -> Iterator[Problem]:
    """Find terms without a name or without sectors, and codes that are no sector of the economy."""
    for code in codes:
        if code not in sectors:
            yield Problem(
                f"{term!r} holds the sector {code!r}{suggestion(code, sectors)}",
                where,
                "sectors of the economy, parted by blanks",
                "correct the code",
                "concordance_names_unknown_sectors",
            )
    if not term or not codes:
        yield Problem(
            f"the term {term!r} with no sector" if term else "a row without a term",
            where,
            "a term and its sectors",
            "write both, or remove the row",
            "concordance_names_unknown_sectors",
        )
