"""A small pile of documents about places that do not exist."""

from datetime import date

import pytest

from ledger.stories import Story, yearly


@pytest.fixture
def pile() -> list[Story]:
    """Give four stories: two years, one of them in two vintages, and one slip of a scale word."""
    return [
        yearly("early", 2022, 299.4, date(2023, 1, 20)),
        yearly("late", 2022, 301.2, date(2023, 6, 1)),
        yearly("next", 2023, 311.6, date(2024, 1, 20), growth=0.041),
        yearly("slip", 2023, 31.16, date(2024, 2, 1)),
    ]
