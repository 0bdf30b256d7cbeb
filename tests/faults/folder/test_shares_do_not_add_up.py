"""Input shares that do not sum to one."""

from faults.small_economy import faults_of, write


def test_the_sum_is_told(tmp_path):
    folder = write(tmp_path, inputs_csv="region,input,user,share\nAA,food,food,0.6\nAA,care,food,0.3\nBB,food,food,1\n")
    assert faults_of(folder) == [
        (
            "inputs.csv:2: input shares of AA, food sum to 0.9; expected 1, or no rows at all; correct the"
            " shares: they are shares of all inputs, value added apart"
        ),
    ]
