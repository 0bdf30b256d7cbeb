"""Containers that come in and go out, loaded and empty: what a port counts in TEU."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.parallel import Parallel

_INWARD = frozenset(("import", "imports", "imported", "inbound", "incoming"))
_OUTWARD = frozenset(("export", "exports", "exported", "outbound", "outgoing"))
_LOADED = frozenset(("loaded", "laden", "loads"))
_EMPTY = frozenset(("empty", "empties"))
_CONTAINERS = _LOADED | _EMPTY | {"container", "containers", "boxes", "box"}
_MOVED = ("container_throughput", "imports", "exports", "trade_total")


class Boxes(Parallel):
    """Tell apart what a port handles in containers."""

    def _boxes(self) -> None:
        """Name "loaded imports", "export containers" and "empties" as parts of the throughput of containers."""
        of_boxes = self.setting.topic.base == "container_throughput"
        if not of_boxes and "TEU" not in [figure.quantity.unit for figure in self.figures]:
            return
        held: Figure | None = None
        for number, figure in enumerate(self.figures):
            subject, begin = figure.subject, self.t[self.figures[number - 1].at].j if number else 0
            if subject.base not in _MOVED or subject.product or subject.partners or subject.entity:
                continue
            if figure.quantity.money or (of_boxes and self._elsewhere(figure)):
                continue  # what is told in money is no box, nor what another region exports
            zone = set(self.w[begin : self.t[figure.at].i])
            detail = _part(zone)
            if detail:
                figure.subject = replace(subject, base="container_throughput", detail=detail)
                held = figure
            elif held and zone.isdisjoint(("total", "overall", "all")) and not self._new_labels(figure, held):
                figure.subject = replace(subject, base="container_throughput", detail=held.subject.detail)

    def _elsewhere(self, figure: Figure) -> bool:
        """Tell a region that the containers are not of, where a sentence speaks of no container."""
        region, there = figure.subject.region, self.setting.topic.region
        named = "TEU" in [other.quantity.unit for other in self.figures] or not _CONTAINERS.isdisjoint(self.said)
        return not named and region not in (None, there, self.setting.home)


def _part(words: set[str]) -> str:
    """Say which way boxes go, and whether they hold anything."""
    inward, outward = not _INWARD.isdisjoint(words), not _OUTWARD.isdisjoint(words)
    parts = ["direction=import"] if inward and not outward else ["direction=export"] if outward and not inward else []
    parts += ["loaded"] if not _LOADED.isdisjoint(words) else ["empty"] if not _EMPTY.isdisjoint(words) else []
    return ",".join(parts)
