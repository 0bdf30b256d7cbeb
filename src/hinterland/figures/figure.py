"""What a figure is: a specification for notebook, report and browser, with its finding, unit, source and table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]
Columns = dict[str, list[Any]]


@dataclass(frozen=True)
class Figure:
    """Hold one figure. `table` maps names to columns of equal length: all that is drawn, and what was left out."""

    name: str  # of the function that made it
    title_finding: str
    spec: Spec  # Vega-Lite, with title
    table: Columns
    unit: str
    source: str
    note: str = ""  # how to read it, and what is left out

    def at(self, width: int) -> Spec:
        """Give the specification at a width in pixels and without its title, for a page that sets the title itself."""
        return {key: value for key, value in self.spec.items() if key != "title"} | {"width": width}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Spec:
        """Show itself in a notebook."""
        major = self.spec["$schema"].split("/v")[-1].split(".")[0]
        return {f"application/vnd.vegalite.v{major}+json": self.spec, "text/plain": self.title_finding}
