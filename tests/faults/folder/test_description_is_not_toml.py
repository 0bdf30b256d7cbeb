"""A description that is no TOML, or not in UTF-8."""

from faults.small_economy import FILES, faults_of, write


def test_the_line_is_named(tmp_path):
    folder = write(tmp_path, economy_toml="title = 'Valleys'\nyear =\n")
    assert faults_of(folder) == [
        "economy.toml:2: not TOML: invalid value; expected a TOML file in UTF-8; correct the line",
    ]


def test_another_encoding_is_named_by_its_first_byte(tmp_path):
    folder = write(tmp_path, economy_toml=FILES["economy.toml"].encode("utf-16"))
    assert faults_of(folder) == [
        (
            "economy.toml: not UTF-8 (byte 0xff at position 0); expected a TOML file in UTF-8; save the file"
            " anew as UTF-8"
        ),
    ]
