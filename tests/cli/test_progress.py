"""What a long import says of itself where no bar can be drawn."""

from hinterland.cli.progress import followed


def test_lines_come_now_and_then_and_tell_how_far(capsys):
    with followed("keeping", 3, every=0.0) as count:
        assert list(count("abc")) == ["a", "b", "c"]
    said = capsys.readouterr().err.splitlines()
    assert said[-2:] == ["2 of 3 documents, 0 s", "checking 3 documents against each other"]


def test_a_short_import_says_nothing(capsys):
    with followed("keeping", 3, every=60.0) as count:
        assert list(count("abc")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
