"""Documents to facts and measures: read, checked, kept."""

from hinterland.ledger.read import Reading, read, records

__all__ = ["Reading", "read", "records"]
