"""Claims in words against the figures beside them: headlines, ratios, multiples, gaps, units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinterland.ledger.checks import say
from hinterland.ledger.checks.pages import Name, Page, found, is_level, on_text
from hinterland.ledger.checks.repairs import one_slip
from hinterland.ledger.intervals import Interval, as_printed, exact, of_growth, of_value
from hinterland.ledger.records import Finding, Statistic

ROUNDED = 0.15  # each of three rounded percentages may be off by 0.05
NOT_A_SPLIT = 20.0  # ratios further from 100 than this were never meant to make a whole
MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
FAIR_MULTIPLE = (0.9, 1.3)  # "doubled" is said of 1.8 to 2.6 times
ROUNDED_TITLE = 0.01  # headlines round levels as well
HEADLINE = 0.005  # headlines round: half a point of growth beyond the printed digits passes

_THREE = re.compile(r"(?<![\d.:])(\d{1,2}\.\d)\s?[::]\s?(\d{1,2}\.\d)\s?[::]\s?(\d{1,2}\.\d)(?![\d:])")
_MULTIPLE = re.compile(rf"(?i)\b(?P<nearly>nearly |almost )?(?P<word>{'|'.join(MULTIPLES)})\b")
_CONTRIBUTION = re.compile(r"(?i)contribut|贡献|beitrag|beigetragen")  # to growth: others may have shrunk
_FOLD = re.compile(r"(?i)\d[- ]?fold|\d\s?times")  # another multiple, of something else
_CAPACITY_IN_KWH = re.compile(
    r"(?i)\b(?:installed|generating|generation) capacity\b[^.;]{0,60}?"
    r"\d\s?(?:million |billion )?(?:kWh|kilowatt-hours?|GWh|TWh|MWh)\b"
)
_ENERGY_IN_KW = re.compile(
    r"(?i)\b(?:power generation|electricity (?:generation|consumption|output)|generated)\b[^.;]{0,50}?"
    r"\d\s?(?:million |billion )?(?P<unit>kW|kilowatts?|GW|gigawatts?|MW|megawatts?)\b(?!h|[- ]hours?)"
)
_STORED = re.compile(r"(?i)storage|batter")  # what stores is measured in both


def title_differs_from_the_body(page: Page) -> Iterator[Finding]:
    """Find a headline whose growth is not the one that the text prints for the same thing."""
    titles = [block for block in page.document.blocks if block.kind == "title"]
    for headline in page.statistics:
        if (
            headline.growth is None
            or not any(t.start <= headline.span[0] < t.end for t in titles)
            or headline.qualifier
        ):
            continue
        body = [
            f for f in page.statistics if f.growth is not None and not any(t.start <= f.span[0] < t.end for t in titles)
        ]
        same = [f for f in body if (Name.of(f.indicator), f.region) == (Name.of(headline.indicator), headline.region)]
        wide = Interval(of_growth(headline).low - HEADLINE, of_growth(headline).high + HEADLINE)
        if same and not any(wide.meets(of_growth(figure)) for figure in body):
            yield found(
                headline,
                "title_differs_from_the_body",
                {
                    "headline": say.growth(headline),
                    "indicator": say.name(Name.of(headline.indicator)),
                    "body": say.growth(same[0]),
                },
                verdict="cannot_tell",
                severity="tension",
                expected=say.growth(same[0]),
                others=same[:1],
            )


def level_in_the_title_differs(page: Page) -> Iterator[Finding]:
    """Find a level in the headline that a slip parts from the one that the text prints for the same thing."""
    titles = [block for block in page.document.blocks if block.kind == "title"]

    def in_title(figure: Statistic) -> bool:
        return any(block.start <= figure.span[0] < block.end for block in titles)

    body = [f for f in page.statistics if is_level(f) and not in_title(f)]
    for headline in page.statistics:
        if not is_level(headline) or not in_title(headline) or headline.qualifier:
            continue
        near = of_value(headline).widened(ROUNDED_TITLE)
        unit = [f for f in body if f.unit == headline.unit]
        same = [f for f in unit if Name.of(f.indicator).base == Name.of(headline.indicator).base]
        if not same or any(near.meets(of_value(f)) for f in unit):
            continue
        slipped = [f for f in same if one_slip(headline, of_value(f)) is not None]
        if slipped:
            yield found(
                headline,
                "level_in_the_title_differs",
                {"headline": say.value(headline), "body": say.value(slipped[0])},
                verdict="cannot_tell",
                severity="tension",
                expected=say.value(slipped[0]),
                others=slipped[:1],
            )


def ratio_does_not_make_a_hundred(page: Page) -> Iterator[Finding]:
    """Find a three-part ratio of percentages that does not add up to 100."""
    for match in _THREE.finditer(page.document.text):
        added = sum(map(float, match.groups()))
        if ROUNDED + 1e-9 < abs(added - 100) < NOT_A_SPLIT:
            yield on_text(
                page,
                match.span(),
                "ratio_does_not_make_a_hundred",
                {"parts": " + ".join(match.groups()), "added": f"{added:.1f}"},
            )


def multiple_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find "doubled" between two levels of one sentence that are not in that proportion."""
    for start, sentence in page.sentences:
        words = list(_MULTIPLE.finditer(sentence))
        if len(words) != 1 or _FOLD.search(sentence):
            continue
        levels = [f for f in page.statistics if is_level(f) and start <= f.span[0] < start + len(sentence)]
        if len(levels) != 2 or levels[0].unit != levels[1].unit:
            continue
        if Name.of(levels[0].indicator) != Name.of(levels[1].indicator):
            continue
        small, large = sorted(levels, key=lambda figure: figure.value or 0)
        times = MULTIPLES[words[0]["word"].lower()]
        ratio = as_printed(large) / as_printed(small) if small.value else exact(times)
        if not ratio.meets(Interval(FAIR_MULTIPLE[0] * times, FAIR_MULTIPLE[1] * times)):
            yield on_text(
                page,
                (start + words[0].start(), start + words[0].end()),
                "multiple_does_not_fit",
                {
                    "large": say.value(large),
                    "small": say.value(small),
                    "ratio": f"{ratio.middle:.3g}",
                    "words": words[0].group(),
                },
                severity="tension",
                expected=say.phrase("times_as_much", n=f"{ratio.middle:.2g}"),
            )


def gap_to_the_country_does_not_fit(page: Page) -> Iterator[Finding]:
    """Find a gap in percentage points that is not the difference of the two growth rates printed."""
    for gap in page.statistics:
        name = Name.of(gap.indicator)
        if name.prefix != "gap_to_national_growth" or gap.value is None or gap.unit != "pp" or gap.region_code is None:
            continue
        rates = [f for f in page.statistics if f.growth is not None and Name.of(f.indicator) == name.without()]
        own = [f for f in rates if (f.region, f.period_end) == (gap.region, gap.period_end)]
        nation = [f for f in rates if f.region_code == gap.region_code[:2] and f.period_end == gap.period_end]
        if len(own) != 1 or len(nation) != 1 or own[0] is nation[0]:
            continue
        difference = (of_growth(own[0]) - of_growth(nation[0])) * exact(100)
        printed = of_value(gap)
        if not (difference.meets(printed) or difference.meets(Interval(-printed.high, -printed.low))):
            yield found(
                gap,
                "gap_to_the_country_does_not_fit",
                {
                    "own": say.growth(own[0]),
                    "nation": say.growth(nation[0]),
                    "difference": f"{difference.middle:.2f}",
                    "gap": f"{gap.value:g}",
                },
                expected=say.phrase("points", n=f"{difference.middle:.1f}"),
                others=[own[0], nation[0]],
            )


def share_passes_one(page: Page) -> Iterator[Finding]:
    """Find a share of more than all."""
    for share in page.shares:
        if of_value(share).low > 1 and not _CONTRIBUTION.search(share.sentence):
            yield found(
                share,
                "share_passes_one",
                {"share": say.value(share)},
                severity="tension",
            )


def unit_does_not_suit_the_quantity(page: Page) -> Iterator[Finding]:
    """Find capacity in kilowatt-hours and energy in kilowatts."""
    for start, sentence in page.sentences:
        for pattern, wants in ((_CAPACITY_IN_KWH, "a_power"), (_ENERGY_IN_KW, "an_energy")):
            match = pattern.search(sentence)
            of_capacity = pattern is _ENERGY_IN_KW and "capacity" in sentence.lower()
            if match is None or of_capacity or _STORED.search(sentence):
                continue
            yield on_text(
                page,
                (start + match.start(), start + match.end()),
                "unit_does_not_suit_the_quantity",
                {"words": match.group(), "wants": say.phrase(wants)},
                severity="tension",
            )


TEXT_CHECKS = (ratio_does_not_make_a_hundred, unit_does_not_suit_the_quantity)
FIGURE_CHECKS = (
    title_differs_from_the_body,
    level_in_the_title_differs,
    multiple_does_not_fit,
    gap_to_the_country_does_not_fit,
    share_passes_one,
)
