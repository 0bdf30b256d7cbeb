"""A home region that the economy does not have."""

from .conftest import PROJECT


def test_the_nearest_is_offered(faults):
    assert faults(PROJECT.replace('"AA"', '"AAA"')) == [
        "project.toml:3, home: unknown region 'AAA' (did you mean 'AA'?); expected a code of the economy; correct it"
    ]
