"""One scenario's pictures, chapter by chapter."""

from __future__ import annotations

from collections.abc import Mapping

from altair.utils.schemapi import debug_mode

from hinterland.figures.catalogue import View, figures
from hinterland.figures.naming import Naming
from hinterland.locale import words
from hinterland.report.chapters import CHAPTERS
from hinterland.report.material import Case, Material
from hinterland.report.picture import Picture, picture

Scene = Mapping[str, list[Picture]]  # chapter → its pictures


def scene(case: Case, view: View) -> Scene:
    """Draw the pictures of a scenario; none where it has no solution."""
    if not case.converged:
        return {chapter: [] for chapter in CHAPTERS}
    with debug_mode(False):  # checking every part of every specification takes as long as drawing it: tests do that
        return {
            chapter: [picture(figure) for figure in figures(names, case.tables, view)]
            for chapter, names in CHAPTERS.items()
        }


def view_of(material: Material, lang: str) -> View:
    """Say from where a report looks, in a language."""
    naming = Naming(words(lang), material.regions, material.sectors, material.currency, material.source)
    return View(naming, material.about, material.tiles)
