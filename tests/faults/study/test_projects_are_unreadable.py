"""A folder without a project file."""


def test_the_file_is_not_there(project, faults):
    (project / "project.toml").unlink()
    assert faults() == [
        "project.toml: no such file or directory; expected a project folder with project.toml; name one that exists"
    ]
