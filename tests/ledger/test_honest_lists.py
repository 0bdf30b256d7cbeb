"""Lists and parts that only look as if they missed their total, each beside one that does."""

import pytest

from hinterland.ledger.check import check
from hinterland.ledger.documents.source import document
from hinterland.ledger.read import read

HEAD = "Updated : 2023-10-20\n\n"


def codes(text):
    return [finding.code for finding in check([read(document(HEAD + text))])]


@pytest.mark.parametrize(
    ("honest", "faulty", "code"),
    [
        (
            "In 2022, Hubei opened 34 container routes, including 25 foreign routes, bringing the total number of its "
            "routes to 317.",
            "In 2022, Hubei opened 34 container routes, including 25 foreign routes and 17 domestic routes.",
            "listed_parts_do_not_add_up",
        ),
        (
            "Hubei's imports were 223.1 billion yuan in 2022. Among the total volume, its bonded zones traded 352.1 "
            "billion yuan, 59.2 percent of the province's total.",
            "Hubei's imports were 223.1 billion yuan in 2022. Among the total volume, its bonded zones imported 352.1 "
            "billion yuan.",
            "part_passes_what_it_is_of",
        ),
    ],
)
def test_only_the_list_that_misses_is_found(honest, faulty, code):
    assert code not in codes(honest)
    assert code in codes(faulty)
