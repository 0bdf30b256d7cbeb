"""Inputs given in more than one way."""

from faults.small_economy import faults_of, write


def test_a_share_beside_money(tmp_path):
    folder = write(tmp_path, inputs_csv="region,input,user,value,share\nAA,food,food,20,\nAA,care,food,,0.5\n")
    assert faults_of(folder) == [
        (
            "inputs.csv:3: a share beside rows with a value, or the reverse; expected a value in every row"
            " (money), or a share in every row; fill one of the two columns"
        ),
    ]


def test_both_in_one_row(tmp_path):
    folder = write(tmp_path, inputs_csv="region,input,user,value,share\nAA,food,food,20,1\n")
    assert faults_of(folder) == [
        (
            "inputs.csv:2: a value and a share; expected a value in every row (money), or a share in every row;"
            " fill one of the two columns"
        ),
    ]


def test_neither(tmp_path):
    folder = write(tmp_path, inputs_csv="region,input,user\nAA,food,food\nAA,care,food\n")
    assert faults_of(folder) == [
        (
            "inputs.csv:2: neither a value nor a share and 1 more like it; expected a value in every row"
            " (money), or a share in every row; fill one of the two columns"
        ),
    ]
