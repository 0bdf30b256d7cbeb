"""The reader asks few patterns a sentence: most are spared by a look-up of the words without which they cannot fit.

Calls are counted, not timed, so that a busy machine fails no test.
"""

import re
import sys

from hinterland.ledger.documents.prose import prose
from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read

MOST = 8  # calls of patterns a sentence of news; 6 when this was written
NEWS = """Arden's foreign trade grows 6.1 percent

Foreign trade in Arden totaled 182.4 billion yuan in the first quarter of 2023, up 6.1 percent year on year. Exports \
rose 8.3 percent to 110.2 billion yuan, while imports fell 1.2 percent to 72.2 billion yuan.

Private companies accounted for 61.5 percent of the total. Trade with Bellmark reached 24 billion yuan, an increase of \
12 percent. Exports of machinery hit 31.7 billion yuan from January to March. Its port handled 4.2 million tons of \
cargo in March alone.

The harbour has been busy since the new quay opened. Local officials will support firms that want to sell abroad. \
Retail sales came to 88 billion yuan, growing by 4.9 percent. A total of 312 new firms with foreign money were set up.
"""


def calls(page):
    """Count the calls of patterns while a page is read."""
    counted = 0

    def watch(frame, event, asked):
        nonlocal counted
        counted += event == "c_call" and isinstance(getattr(asked, "__self__", None), re.Pattern)

    sys.setprofile(watch)
    try:
        read(page)
    finally:
        sys.setprofile(None)
    return counted


def test_few_patterns_are_asked_a_sentence():
    page = document(NEWS)
    assert len(read(page).statistics) > 9  # also fills the caches
    assert calls(page) <= MOST * len(prose(page).spans)
