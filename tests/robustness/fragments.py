"""Fragments of communiqués, and what does not belong in one: the alphabet of the fuzzers."""

from __future__ import annotations

NUMBERS = (
    "3 12 29 31 99 2.4 4.60 1,234 1,234.5 12,34,567 0 00 0.0 19 20 2019 2022 2023 20231231 1e9 1/2 3:2 5.7:44.7:49.6"
)
UNITS = (
    "percent % percentage-points yuan billion-yuan $ US$ € £ RMB million trillion bn m t tonnes TEUs GW kWh"
    " times fold pct days people km companies ones 亿元 万亿元 个百分点 倍 %左右"
)
TIMES = (
    "January Feb. Sept. 31 2023 Q3 H1 1H FY23 2022-23 2021-2025 (2021-25) first-quarter last-year this-month"
    " year-earlier in-the-first-11-months the-year-to-June since-2013 between-2019-and-2021 the-past-decade"
    " the-same-period-of 12-months-ending the-end-of two-years-ago by-the-31st-of-last-month 去年同期 前三季度 12月末"
    " 2023年 0000 2023-13-45 30-February-2023 1-15-of-last-month from-1-to-31-of-this-month"
)
NAMES = (
    "Hubei Wuhan China Japan ASEAN the-province the-country exports imports trade GDP revenue investment"
    " retail-sales private-enterprises ships 进出口 全省 生产总值"
)
WORDS = (
    "rose fell by to of from up down was reached about nearly over more-than or-more respectively and while"
    " compared-with accounting-for ranking fourth first nationwide share doubled half two-thirds one-trillion"
    " year-on-year than growth 同比增长 占 比重 will support cut build host"
)
SIGNS = (
    ", . ; : ( ) [ ] - – + & ' \" ! ? \n \n\n"
    " 。 ， （ ） \u202e \u200f \u2066 \x00 \ufeff İ ß ſ ﬁ ㊙ \ud83d\ude00 \u0301 ٣ ² ½ Ⅳ"
)

DATED = "Updated : 2023-03-09\n\n"

FRAGMENTS = [
    part.replace("-", " ") if len(part) > 3 and any(map(str.islower, part)) else part
    for group in (NUMBERS, UNITS, TIMES, NAMES, WORDS, SIGNS)
    for part in group.split(" ")
]


def text_of(raw: bytes) -> str:
    """Turn bytes into a text of fragments: one a byte, a space after most."""
    parts = []
    for byte in raw:
        part = FRAGMENTS[byte % len(FRAGMENTS)]
        parts.append(part if byte >= 250 else f"{part} ")
    return "".join(parts)
