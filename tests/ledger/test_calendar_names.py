"""Intervals are named as texts name them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from hinterland.ledger.calendar_names import spoken_period


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese"),
    [
        ((2023, 1, 1), (2023, 12, 31), "2023", "2023年"),
        ((2018, 1, 1), (2020, 12, 31), "2018–2020", "2018—2020年"),
        ((2023, 11, 1), (2023, 11, 30), "Nov 2023", "2023年11月"),
        ((2024, 1, 1), (2024, 2, 29), "Jan–Feb 2024", "2024年1—2月"),
        ((2022, 7, 1), (2023, 6, 30), "Jul 2022–Jun 2023", "2022年7月—2023年6月"),
        ((2023, 12, 31), (2023, 12, 31), "31 Dec 2023", "2023年12月31日"),
        ((2023, 3, 1), (2023, 3, 15), "1 Mar–15 Mar 2023", "2023年3月1日—3月15日"),
        ((2023, 12, 20), (2024, 1, 10), "20 Dec 2023–10 Jan 2024", "2023年12月20日—2024年1月10日"),
        ((2024, 2, 1), (2024, 2, 28), "1 Feb–28 Feb 2024", "2024年2月1日—2月28日"),
    ],
)
def test_an_interval_is_named_as_texts_name_it(
    start: tuple[int, int, int], end: tuple[int, int, int], english: str, chinese: str
) -> None:
    assert spoken_period(date(*start), date(*end)) == english
    assert spoken_period(date(*start), date(*end), "zh") == chinese
