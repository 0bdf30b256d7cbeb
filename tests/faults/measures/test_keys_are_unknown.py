"""Keys that the format does not have."""

from faults.measures.measure_faults import faults_of, written


def test_a_key_of_another_kind() -> None:
    assert faults_of(
        written("""\
kind = "labour"
size = { value = 2, unit = "percent" }
sectors = ["cloth"]
regions = ["N"]
""")
    ) == [
        (
            "s.toml:6, measure 1, sectors: unknown key 'sectors'; expected keys among kind, name, from, "
            "source, status, note, size, regions; correct or remove it"
        ),
    ]


def test_a_title_misspelt() -> None:
    assert faults_of(written(head='titel = "T"\n')) == [
        ("s.toml, title: no key 'title'; expected a required key: { en = ..., zh = ... }, or English alone; add it"),
        (
            "s.toml:1, titel: unknown key 'titel' (did you mean 'title'?); expected keys among title, "
            "economy, against, note, closure, measure; correct or remove it"
        ),
    ]
