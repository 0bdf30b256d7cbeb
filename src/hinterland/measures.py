"""Build measures in Python, one function a kind; a scenario file says the same.

import hinterland as hl
rebate = hl.measures.export_rebate(regions="SD", partners="*", without="CHN", size=hl.measures.size(2, "pp"),
                                   start="2024-01-01", source="…", status="announced")
hl.run(baseline, hl.scenario("More rebates", measures=[rebate]))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from hinterland.errors import InputError
from hinterland.scenario.file_faults import of_schema
from hinterland.scenario.measures.measure import Measure
from hinterland.scenario.measures.registry import KINDS
from hinterland.scenario.measures.size import Size
from hinterland.scenario.origin import Origin


def size(value: float, unit: str, low: float | None = None, high: float | None = None) -> Size:
    """State a size with its unit, and the range that it may lie in where it is assumed."""
    if (low is None) != (high is None):
        raise TypeError("give both low and high, or neither")
    return Size(value=value, unit=unit, range=None if low is None or high is None else (low, high))


def _builder(kind: str) -> Callable[..., Measure]:
    measure = KINDS[kind].measure

    def build(**arguments: Any) -> Measure:
        try:
            return measure(**arguments)
        except ValidationError as error:
            raise InputError(of_schema(error, measure, Origin())) from None

    build.__name__, build.__doc__ = kind, measure.__doc__
    return build


tariff = _builder("tariff")
export_rebate = _builder("export_rebate")
import_support = _builder("import_support")
market_access = _builder("market_access")
settlement = _builder("settlement")
ecommerce = _builder("ecommerce")
productivity = _builder("productivity")
quality = _builder("quality")
market_growth = _builder("market_growth")
credit = _builder("credit")
carbon_price = _builder("carbon_price")
production_support = _builder("production_support")
labour = _builder("labour")
freight = _builder("freight")
power = _builder("power")
transfer = _builder("transfer")
