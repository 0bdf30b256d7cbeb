"""Measures"""

from hinterland.ledger.records import Document, Measure


def measures(document: Document) -> list[Measure]:
    return []
