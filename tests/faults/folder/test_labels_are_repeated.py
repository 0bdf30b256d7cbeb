"""A code that two regions share."""

from faults.small_economy import FILES, faults_of, write


def test_it_is_told_once(tmp_path):
    folder = write(tmp_path, economy_toml=FILES["economy.toml"].replace('code = "BB"', 'code = "AA"'))
    assert faults_of(folder)[:1] == [
        ("economy.toml: region 'AA' stands 2 times; expected each code once; remove all but one [[block]] of it"),
    ]
