"""Figures: one function each, from tables to a Vega-Lite specification with a title that states the finding."""

from hinterland.errors import MissingExtraError

try:
    import altair  # noqa: F401
except ImportError as error:  # pragma: no cover - the extra is installed where tests run
    raise MissingExtraError("drawing figures", "report") from error
