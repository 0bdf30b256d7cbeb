"""A description with keys that are wrong, absent or of the wrong kind."""

from faults.small_economy import FILES, edit, faults_of, write


def test_a_misspelt_key_is_also_a_missing_one(tmp_path):
    folder = write(tmp_path, **edit("economy.toml", "year = 2020", "yaer = 2020"))
    assert faults_of(folder) == [
        "economy.toml:1: no key 'year'; expected a required key; add it",
        (
            "economy.toml:2: unknown key 'yaer' (did you mean 'year'?); expected a key among title, title_zh,"
            " year, currency, source, licence, region, sector, groups, closures, most_repair; correct or remove"
            " it"
        ),
    ]


def test_a_block_is_counted_from_one_and_named_by_its_line(tmp_path):
    folder = write(tmp_path, **edit("economy.toml", 'code = "BB"', 'code = "B B"\nname = "Lower valley"'))
    assert faults_of(folder) == [
        (
            "economy.toml:15: code = 'B B' in [[region]] number 2; expected a code without blanks, commas, = and"
            " *; correct it"
        ),
        (
            "economy.toml:16: unknown key 'name' in [[region]] number 2; expected a key among code, en, zh;"
            " correct or remove it"
        ),
    ]


def test_numbers_out_of_range_closures_that_do_not_exist_and_empty_groups(tmp_path):
    folder = write(
        tmp_path,
        economy_toml=FILES["economy.toml"]
        .replace("2020", "1066")
        .replace('both = ["AA", "BB"]', 'both = []\n\n[closures]\ndeficit = "none"'),
    )
    assert faults_of(folder) == [
        "economy.toml:2: year = 1066; expected at least 1800; correct it",
        "economy.toml:8: both = [] in [groups]; expected a list with at least one entry; correct it",
        "economy.toml:11: deficit = 'none' in [closures]; expected 'share', 'balanced' or 'fixed'; correct it",
    ]


def test_text_where_a_number_belongs_and_a_group_with_an_impossible_name(tmp_path):
    folder = write(
        tmp_path,
        economy_toml=FILES["economy.toml"].replace("year = 2020", "year = 2020.5").replace("both", '"east, west"'),
    )
    assert faults_of(folder) == [
        "economy.toml:2: year = 2020.5; expected a whole number; correct it",
        (
            "economy.toml:8: name = 'east, west' in [groups]; expected a code without blanks, commas, = and *;"
            " correct it"
        ),
    ]


def test_a_number_where_a_table_belongs(tmp_path):
    text = FILES["economy.toml"].replace('[groups]\nboth = ["AA", "BB"]', "groups = 3\nclosures = true")
    assert faults_of(write(tmp_path, economy_toml=text)) == [
        "economy.toml:7: groups = 3; expected a table such as [groups]; correct it",
        "economy.toml:8: closures = True; expected a table such as [closures]; correct it",
    ]
