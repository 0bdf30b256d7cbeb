"""Interval arithmetic holds every value that the printed digits allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinterland.ledger.intervals import Interval, exact, of_digits, of_value, significant_digits, with_truncation
from hinterland.ledger.records import Statistic

numbers = st.floats(-1e6, 1e6, allow_nan=False)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))
shares = st.floats(0, 1)


def inside(interval, share):
    return min(interval.high, max(interval.low, interval.low + share * (interval.high - interval.low)))


@given(intervals, intervals, shares, shares)
def test_sum_difference_and_product_hold_every_pair(one, other, p, q):
    x, y = inside(one, p), inside(other, q)
    assert (one + other).meets(exact(x + y))
    assert (one - other).meets(exact(x - y))
    product = one * other
    slack = 1e-9 * max(abs(product.low), abs(product.high), 1e-300)
    assert product.low - slack <= x * y <= product.high + slack


@given(intervals, intervals)
def test_gap_is_zero_exactly_where_they_meet(one, other):
    assert (one.gap(other) == 0) == one.meets(other)


def test_division_by_an_interval_with_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        exact(1.0) / Interval(-1.0, 1.0)


@pytest.mark.parametrize(
    ("value", "printed", "low", "high"),
    [
        (2.18e12, "2.18 trillion yuan", 2.175e12, 2.185e12),
        (3.0e9, "3.0 billion", 2.95e9, 3.05e9),
        (3e9, "3 billion", 2.5e9, 3.5e9),
        (1080.81e9, "1,080.81 billion Yuan", 1080.805e9, 1080.815e9),
        (5.0, "between 12 and 5 tons", 4.5, 5.5),
    ],
)
def test_a_printed_number_is_half_its_last_digit_wide(value, printed, low, high):
    interval = of_digits(value, printed)
    assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-12)


def figure(value, printed, **rest):
    return Statistic("a", (0, 1), printed, printed, value=value, **rest)


def test_a_cut_off_number_may_be_up_to_one_digit_larger():
    interval = with_truncation(figure(1.93e12, "1.93 trillion"))
    assert (interval.low, interval.high) == pytest.approx((1.925e12, 1.94e12))


def test_doubt_widens():
    assert of_value(figure(660e9, "about 660 billion", qualifier="about")).width > 2e10
    over = of_value(figure(660e9, "over 660 billion", qualifier="over"))
    assert over.high - 660e9 > 660e9 - over.low


def test_significant_digits():
    assert significant_digits(570e9, of_digits(570e9, "570 billion")) == 3
    assert significant_digits(557.44e9, of_digits(557.44e9, "557.44 billion")) == 5
