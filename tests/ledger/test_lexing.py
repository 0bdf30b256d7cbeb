"""Words keep their places whatever letters stand among them, and times begin at words."""

from hinterland.ledger.lexicon import lexicon
from hinterland.ledger.lexing.tokens import lex


def whens(text):
    return [(text[token.start : token.end], token.when.kind) for token in lex(text, lexicon("en")).tokens if token.when]


def test_a_letter_that_grows_in_lower_case_does_not_keep_the_others_large():
    sentence = lex("İzmir: Exports Rose 3 Percent", lexicon("en"))
    assert sentence.words[1:] == [":", "exports", "rose", "3", "percent"]
    assert [token.quantity.value for token in sentence.tokens if token.quantity] == [0.03]


def test_the_decimals_of_a_number_are_no_day():
    assert whens("Output of 12.5 December") == [("December", "months")]
    assert whens("Published on 5 December") == [("5 December", "date")]


def test_a_year_after_a_stop_and_a_year_in_a_number():
    assert whens("On Dec. 3.2023 it rose") == [("Dec", "months"), ("3.2023", "year")]
    assert whens("a total of 12,023 and 2023.") == [("2023", "year")]


def test_a_longer_phrase_wins_where_the_next_word_allows_it():
    book = lexicon("en")
    assert book.match(["exports"], 0)[0] == 1
    assert book.match("year on year".split(), 0)[0] == 3
    assert book.match("year on".split(), 0) == book.match(["year"], 0)
