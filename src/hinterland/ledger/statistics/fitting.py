"""Names that fit their figures: tons are no value, and only what is bought, sold or carried has a product."""

from __future__ import annotations

from dataclasses import replace

from hinterland.ledger.statistics.figures import Figure
from hinterland.ledger.statistics.setting import TRADE, Subject

_RATIOS = frozenset(("share", "pp", "times"))
_GOODS = TRADE | frozenset(
    (
        "cargo_throughput",
        "cargo_volume",
        "export_destinations",
        "sales",
        "retail_sales",
        "online_retail_sales",
        "orders",
    )
)
_ROOM = frozenset(("capacity", "capacity_installed", "production_capacity", "processing_capacity"))
_WHOLES = frozenset(("gva", "gdp"))


def fitted(figure: Figure) -> Subject:
    """Give the subject of a figure the name that its unit and its goods allow."""
    subject = figure.subject
    if subject.base is None:
        return subject
    if subject.base in ("exports", "imports") and _is_physical(figure):
        cars = "cars" if figure.quantity.unit == "vehicles" or figure.noun[-1:] in (["cars"], ["vehicles"]) else None
        return replace(subject, base=f"{subject.base}_volume", product=subject.product or cars)
    if subject.base == "trade_total" and figure.quantity.unit == "t":
        return replace(subject, base="cargo_throughput")
    if subject.base == "investment" and subject.sector:
        return replace(subject, base=f"investment_{subject.sector}", sector=None, product=None)
    if subject.base in _WHOLES and subject.sector and figure.prefix != "contribution_to_growth:":
        return replace(subject, base=f"gva_{subject.sector}", sector=None, product=None)
    return _without_goods(figure, subject) if subject.product and subject.base not in _GOODS else subject


def _without_goods(figure: Figure, subject: Subject) -> Subject:
    """Name the output of goods, the capacity for them and the value that they add; nothing else is told by goods."""
    money = figure.quantity.money
    if subject.base == "output_value" and not money:
        return replace(subject, base=f"{subject.product}_output", product=None, partners=())
    if subject.base in _ROOM and figure.quantity.unit not in ("kW", "kWh") and not money:
        return replace(subject, base=f"capacity_{subject.product}", product=None)
    if subject.base == "gva":
        return replace(subject, base=f"gva_{subject.product}", product=None)
    if subject.base == "industrial_production":
        return replace(subject, product=None, sector=subject.sector or subject.product)
    return replace(subject, product=None)


def _is_physical(figure: Figure) -> bool:
    """Tell tons, bottles and vehicles from money, and from the rates of either."""
    quantity = figure.quantity
    if figure.kind not in ("level", "count", "change") or quantity.money or quantity.unit in _RATIOS:
        return False
    return quantity.unit is not None or bool(figure.noun)
