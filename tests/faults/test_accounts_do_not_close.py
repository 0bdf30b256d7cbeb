"""Accounts that do not close cannot be split, and the message says so."""

from dataclasses import replace

import pytest

from hinterland.errors import InputError
from hinterland.project import find
from hinterland.tables.accounts import from_raw
from hinterland.tables.folder import read_folder


def test_accounts_do_not_close() -> None:
    raw = read_folder(find("shandong"))[1]
    with pytest.raises(InputError) as error:
        from_raw(replace(raw, value_added=raw.value_added + 0.5 * raw.gross_output))
    assert str(error.value) == (
        "the tables of the economy: output and inputs, or absorption and use, differ by up to 50.00%; "
        "expected accounts that close to 1e-06; "
        "balance them first: hinterland.tables.balance, or the build of the economy"
    )
