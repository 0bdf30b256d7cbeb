"""A project without a scenario."""


def test_the_folder_is_empty(project, faults):
    (project / "scenarios" / "rest.toml").unlink()
    assert faults() == ["scenarios: no scenario; expected scenario files (*.toml); write one: docs/scenarios.md"]
