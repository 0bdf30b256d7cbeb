"""Fuzz the reader with atheris for as long as you like; not part of the tests.

    uv pip install .[fuzz]
    PYTHONPATH=tests python -m robustness.fuzz_reader -max_total_time=300 FOLDER

FOLDER keeps the inputs that reach new code; libFuzzer writes a crash to ./crash-… . Put what is left of it after
`-minimize_crash=1` into tests/robustness/crashes, where `test_reader_fuzzed.py` reads it for good.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hinterland.ledger"]):
    from hinterland.errors import InputError
    from hinterland.ledger.read import read
    from robustness.fragments import DATED, text_of
    from robustness.invariants import holds, read_text

_FOLDER = Path(tempfile.mkdtemp())


def one(raw: bytes) -> None:
    """Read bytes as a file, or as fragments of communiqués, by their first byte."""
    if raw[:1] < b"\x40":
        path = _FOLDER / ("a.html" if raw[:1] < b"\x10" else "a.txt")
        path.write_bytes(raw[1:])
        try:
            reading = read(path)
        except InputError:
            return
        for row in reading.statistics:
            holds(row, reading.document.text)
    else:
        read_text((DATED if raw[0] % 2 else "") + text_of(raw[1:400]))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
