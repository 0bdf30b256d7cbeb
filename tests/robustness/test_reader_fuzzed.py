"""Whatever is read, figures stand where they say, in their interval; nothing but `InputError` is raised."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hinterland.errors import InputError
from hinterland.ledger.read import read
from robustness.fragments import DATED, FRAGMENTS
from robustness.invariants import nothing_is_lost, read_text

CRASHES = sorted((Path(__file__).parent / "crashes").glob("*.txt"))
quickly = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])

pieces = st.sampled_from(FRAGMENTS) | st.text(max_size=3)
texts = st.lists(pieces, max_size=60).map(" ".join) | st.lists(pieces, max_size=40).map("".join)
sentence = st.lists(st.sampled_from([part for part in FRAGMENTS if part.isascii() and part.isprintable()]), min_size=20)
stories = st.lists(
    sentence.map(lambda parts: f"Exports of Hubei {' '.join(parts)} in the end."), min_size=1, max_size=4
)


@quickly
@given(texts, st.sampled_from(["", DATED]))
def test_figures_stand_where_they_say(text, head):
    read_text(head + text)


@quickly
@given(stories.map("\n".join))
def test_boilerplate_takes_nothing_away(text):
    nothing_is_lost(text)


@quickly
@given(
    st.binary(max_size=300) | texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.sampled_from(["txt", "html"]),
)
def test_bytes_are_read_or_refused(tmp_path_factory, raw, suffix):
    path = tmp_path_factory.mktemp("raw") / f"a.{suffix}"
    path.write_bytes(raw)
    try:
        read(path)
    except InputError as error:
        assert str(error)


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.stem)
def test_what_once_crashed_is_read(path):
    read_text(path.read_text("utf-8"))
