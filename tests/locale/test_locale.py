"""All languages know the same words, with the same parts in them."""

from string import Formatter

import pytest

from hinterland.errors import InputError
from hinterland.locale import LANGUAGES, words


def parts(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogues_have_the_same_keys_and_parts(lang):
    english, other = words("en").catalogue, words(lang).catalogue
    assert list(english) == list(other)
    assert {key: parts(text) for key, text in english.items()} == {key: parts(text) for key, text in other.items()}


def test_language_is_unknown():
    with pytest.raises(InputError) as raised:
        words("zhh")
    assert str(raised.value) == (
        "report: no language 'zhh' (did you mean 'zh'?); expected one of en, zh; name one of these"
    )
