"""A group with a member that is no region."""

from faults.small_economy import edit, faults_of, write


def test_the_nearest_region_is_offered(tmp_path):
    folder = write(tmp_path, **edit("economy.toml", 'both = ["AA", "BB"]', 'both = ["AA", "BBB"]'))
    assert faults_of(folder) == [
        (
            "economy.toml: group 'both' names region 'BBB' (did you mean 'BB'?); expected the code of a"
            " [[region]]; correct or remove it"
        ),
    ]
