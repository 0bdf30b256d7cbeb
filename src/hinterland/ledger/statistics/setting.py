"""What a figure is about, what names it, and what a text spoke of last."""

from __future__ import annotations

from dataclasses import dataclass, field

from hinterland.ledger.lexicon import Place

TRADE = frozenset(("trade_total", "exports", "imports", "services_trade", "exports_daily_average"))


@dataclass(slots=True, unsafe_hash=True)  # nothing alters one; a frozen one takes three times as long to make
class Subject:
    """Hold what a figure measures, for whom, and where."""

    base: str | None = None
    partners: tuple[str, ...] = ()
    entity: str | None = None
    mode: str | None = None
    product: str | None = None
    sector: str | None = None
    of: str | None = None
    detail: str | None = None  # provincial, national: the level of what is counted
    region: Place | None = None

    def name(self) -> str | None:
        """Print the indicator with its qualifiers: `exports[partner=ASEAN,entity=private]`."""
        qualified = self.partners or self.entity or self.mode or self.product or self.sector or self.of or self.detail
        if self.base is None or not qualified:
            return self.base
        parts = [("partner", "+".join(self.partners)), ("entity", self.entity), ("mode", self.mode)]
        parts += [("product", self.product), ("sector", self.sector), ("of", self.of)]
        inside = ",".join([f"{key}={value}" for key, value in parts if value] + ([self.detail] if self.detail else []))
        return f"{self.base}[{inside}]" if inside else self.base


UNSAID = Subject()


@dataclass(slots=True)
class Labels:
    """Collect the labels of one stretch of a sentence, in order."""

    indicators: list[str]
    partners: list[str]
    regions: list[Place]
    entities: list[str]
    modes: list[str]
    products: list[str]
    sectors: list[str]
    joint: bool = False  # several places stand side by side: "A and B"
    together: Place | None = None  # several places that are measured as one
    total: bool = False  # "total", "overall": no partner is carried over
    such: bool = False  # "such exports": product and entity are carried over

    def __bool__(self) -> bool:
        return bool(
            self.indicators
            or self.partners
            or self.regions
            or self.entities
            or self.modes
            or self.products
            or self.sectors
        )


@dataclass(slots=True)
class Setting:
    """Know where a document speaks of, and what it spoke of last; it moves on from sentence to sentence."""

    home: Place | None = None
    last: Subject = UNSAID
    topic: Subject = UNSAID
    several: tuple[str, ...] = ()  # the partners that "the three" means
    pair: tuple[Place, ...] = ()  # the two regions that "both" means
    row: tuple[Subject, ...] = ()  # the subjects that the last sentence stated levels or growth of
    recent: Place | None = None  # the last city or province that is not home
    spoken: Labels | None = None  # what the last sentence named without stating a figure of it
    shared: Subject | None = None  # what the last sentence stated a share of
    kinds: dict[str, str] = field(default_factory=dict)  # what each indicator was told in: money, tons, a count
