"""A project whose folders are not where it says."""

from .conftest import PROJECT


def test_the_folder_named_is_not_there(faults):
    assert faults(PROJECT + 'sources = "papers"\n') == [
        "project.toml:4, sources: no folder 'papers'; expected a folder beside the file; make it"
    ]
