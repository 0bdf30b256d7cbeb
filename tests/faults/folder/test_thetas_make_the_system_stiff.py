"""A trade elasticity that no solver can follow."""

from faults.small_economy import edit, faults_of, write


def test_it_is_refused_above_a_hundred(tmp_path):
    folder = write(tmp_path, **edit("sectors.csv", "food,4", "food,400"))
    assert faults_of(folder) == [
        (
            "sectors.csv:2: theta 400 for sector 'food'; expected at most 100; cap it: above, a change of cost"
            " by 1 % would turn trade over"
        ),
    ]
