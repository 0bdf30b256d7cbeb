"""A project file that is no TOML."""


def test_a_bracket_is_open(faults):
    assert faults("title = [\n") == [
        "project.toml: not TOML (Invalid value (at end of document)); expected a TOML file in UTF-8;"
        " mend the line named"
    ]


def test_bytes_are_no_text(project, faults):
    (project / "project.toml").write_bytes(b"\xff")
    (line,) = faults()
    assert line.startswith("project.toml: not TOML ('utf-8' codec can't decode byte 0xff in position 0")
