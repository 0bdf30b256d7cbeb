"""Reference rates from the shipped file: cross rates, days without a rate, and what it does not know."""

from datetime import date

import pytest

from hinterland.ledger.checks.rates import rate, spread

# the ECB's reference rates of that day: 1 euro = 1.0987 dollars = 7.8649 yuan
DAY, DOLLARS, YUAN = date(2024, 1, 11), 1.0987, 7.8649


def test_a_cross_rate_is_the_quotient_of_two_euro_rates():
    assert rate("CNY", "USD", DAY) == pytest.approx(YUAN / DOLLARS, rel=1e-4)
    assert rate("USD", "EUR", DAY) == pytest.approx(DOLLARS, rel=1e-6)


def test_a_sunday_takes_the_rate_before_it():
    assert rate("USD", "EUR", date(2024, 1, 14)) == rate("USD", "EUR", date(2024, 1, 12))


def test_what_the_file_does_not_know_is_none():
    assert rate("CNY", "USD", date(1999, 6, 1)) is None
    assert rate("XAU", "USD", DAY) is None


def test_a_spread_holds_the_rates_of_its_days():
    months = spread("CNY", "USD", date(2023, 1, 1), date(2023, 12, 31))
    assert months is not None
    assert 6.6 < months.low < rate("CNY", "USD", date(2023, 6, 14)) < months.high < 7.4
