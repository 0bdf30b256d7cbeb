"""A group whose name is the code of a region."""

from faults.small_economy import edit, faults_of, write


def test_the_group_is_named(tmp_path):
    folder = write(tmp_path, **edit("economy.toml", "both =", "BB ="))
    assert faults_of(folder) == [
        "economy.toml: group 'BB' has the code of a region; expected a name of its own; rename the group",
    ]
