"""A folder without a description."""

from faults.small_economy import faults_of, write


def test_the_folder_is_named(tmp_path):
    folder = write(tmp_path / "valleys", economy_toml=None)
    assert faults_of(folder) == [
        (
            "valleys/economy.toml: no such file; expected a description of the economy; write economy.toml"
            " there, or name the folder that holds it"
        ),
    ]
