"""A region that uses up all that it buys as inputs."""

from faults.small_economy import faults_of, write


def test_it_is_named(tmp_path):
    folder = write(tmp_path, inputs_csv="region,input,user,value\nAA,food,food,82\nAA,care,care,40\n")
    assert faults_of(folder) == [
        (
            "inputs.csv: region 'AA' uses all that it buys as inputs; expected something left for households,"
            " government and investment; correct its inputs, or add what it buys to trade (home sales where"
            " importer = exporter)"
        ),
    ]
