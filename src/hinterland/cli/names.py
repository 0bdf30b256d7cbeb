"""What a table's columns, cells and units are called in the language that is spoken."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hinterland.cli.language import spoken
from hinterland.labels import Axis, Label
from hinterland.locale import Words

if TYPE_CHECKING:
    from hinterland.baseline import Baseline
    from hinterland.panel import Panel
    from hinterland.results.record import Record
    from hinterland.scenario.schema import Title

# Column → the rooms of the catalogue that may know its codes; a code that none knows is a name that a user gave.
_ROOMS = {
    "headline": ("headline",),
    "term": ("mechanism",),
    "source": ("source", "measure"),
    "measure": ("measure",),
    "lever": ("lever",),
    "key": ("about",),
    "status": ("report.word",),
}
_ERROR = "_standard_error"


_NO_REGIONS, _NO_SECTORS = Axis("region", ()), Axis("sector", ())


@dataclass(frozen=True)
class Names:
    """Hold the words of a language, the labels of an economy, and the units that rows are measured in."""

    words: Words
    regions: Axis = _NO_REGIONS
    sectors: Axis = _NO_SECTORS
    units: Mapping[str, str] | None = None  # headline → unit, where rows are headlines
    lines: str = "line"  # room that knows the lines of a treasury: those of measures, or of taxes

    @classmethod
    def of(cls, baseline: Baseline, units: Mapping[str, str] | None = None, lines: str = "line") -> Names:
        """Take the language that is spoken, and an economy's labels."""
        return cls(spoken(), baseline.regions, baseline.sectors, units, lines)

    @classmethod
    def of_record(cls, record: Record) -> Names:
        """Take the language that is spoken, and the labels that a saved result kept."""
        said = record.words["labels"]
        regions, sectors = (Axis(name, tuple(Label(**label) for label in said[name])) for name in ("region", "sector"))
        return cls(spoken(), regions, sectors, lines="tax")

    def head(self, column: str) -> str:
        """Name a column, shortly: the head of a table."""
        if column.endswith(_ERROR):
            return self.words("cli.standard_error", head=self.head(column.removesuffix(_ERROR)))
        return self.words.named("head", column)

    def cell(self, column: str, code: str) -> str:
        """Name what stands in a cell: a code and its name, or what a code of ours is called."""
        axis = self.sectors if column == "sector" else self.regions
        if column in _PLACES and code in axis.codes:
            name = axis.labels[axis.index(code)].name(self.words.lang)
            return code if name == code else f"{code} {name}"
        if column == "market" and code == "*":
            return self.words("cli.all_importers")
        if column in ("figure", "headline"):
            return self._figure(column, code)
        if column == "assumption":
            return self._assumption(code)
        if column == "axes":
            return ", ".join(map(self.head, code.split(", ")))
        return self._coded(column, code)

    def unit(self, unit: str) -> str:
        """Name a unit; money with its scale."""
        before, comma, money = unit.rpartition(", ")
        return self.words.of(before) + self.words.of(comma) + self.words.money_unit(self.words.of(money))

    def table(self, panel: Panel) -> str:
        """Give the title of a table, with the units of the columns whose heads do not say them."""
        measured = self.words("cli.and").join(
            self.words("cli.in_unit", head=self.head(name), unit=self.unit(unit))
            for name, unit in panel.units.items()
            if not name.endswith("_pct")
        )
        title = self.title_of(panel.name)
        return self.words("cli.measured", title=title, units=measured) if measured else title

    def title_of(self, table: str) -> str:
        """Give the title of a table of results, or of one made of measures."""
        from hinterland.outcomes.described import tables

        if table in tables():
            return self.words.of(tables()[table]["title"])
        return self.words(f"table.{table}")

    def _figure(self, column: str, code: str) -> str:
        if column == "figure" or self.units is None:
            return self.head(code)
        name = self.words.named("headline", code)
        unit = self.unit(self.units[code].removeprefix("change, ")) if code in self.units else ""
        return self.words("cli.with_unit", name=name, unit=unit) if unit else name

    def _assumption(self, code: str) -> str:
        """Name an assumption: a measure and its argument, or a set of elasticities."""
        measure, colon, argument = code.rpartition(": ")
        if not colon:
            return self.words("cli.elasticities", name=code)
        return self.words(
            "cli.argument", measure=self._coded("measure", measure), argument=self.words.named("argument", argument)
        )

    def _coded(self, column: str, code: str) -> str:
        kind, _, number = code.rpartition(" ") if code[-1:].isdigit() else (code, "", "")
        for room in (self.lines,) if column == "line" else _ROOMS.get(column, ()):
            for name, rest in ((code, ""), (kind, f" {number}")):
                if f"{room}.{name}" in self.words.catalogue and (rest.strip() or name == code):
                    return self.words.catalogue[f"{room}.{name}"] + rest
        return self.words.sentences.get(code, code)


_PLACES = ("region", "partner", "importer", "exporter", "market", "producer", "consumer", "sector")


def title(named: Title, words: Words) -> str:
    """Give a scenario's title in the language, or in English where it has none."""
    return str(getattr(named, words.lang, "")) or named.en


def title_of_record(record: Record, words: Words) -> str:
    """Give the title of a saved result's scenario in the language."""
    from hinterland.scenario.schema import Title, titled

    said = record.words["scenario"]
    if "toml" not in said:
        return words("cli.shocks")
    return title(Title.model_validate(titled(tomllib.loads(said["toml"])["title"])), words)


def economy_title(baseline: Baseline, words: Words) -> str:
    """Give an economy's title in the language, or in English where it has none."""
    about = baseline.description
    return (about.title_zh if words.lang == "zh" else "") or about.title
