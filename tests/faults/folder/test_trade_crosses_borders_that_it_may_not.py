"""Foreign trade in a sector that is marked as not traded."""

from faults.small_economy import edit, faults_of, write


def test_buyer_and_seller_are_named(tmp_path):
    folder = write(tmp_path, **edit("trade.csv", "BB,BB,care,50,0", "BB,BB,care,50,0\nAA,BB,care,3,0"))
    assert faults_of(folder) == [
        (
            "trade.csv:8: 'AA' buys 'care' from 'BB'; expected none: the sector's traded is false; mark the"
            " sector as traded, or remove the rows"
        ),
    ]
