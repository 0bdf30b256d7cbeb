"""hinterland: a laboratory for a region's open economy."""

__version__ = "0.1.0"
