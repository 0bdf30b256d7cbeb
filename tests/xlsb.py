"""Write a binary workbook (.xlsb), which no library does, so that the one published in that form can be read in tests.

Records are those of [MS-XLSB]: a type and a length of seven bits a byte, then little-endian fields.
"""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_DATA, END_SHEET_DATA, DIMENSION = 0x0091, 0x0092, 0x0094
ROW, NUMBER, TEXT = 0x0000, 0x0005, 0x0006
SHEETS, END_SHEETS, SHEET, CALCULATION = 0x008F, 0x0090, 0x009C, 0x009D


def save(rows: list[list], path: Path, sheet: str) -> Path:
    """Write rows of texts, numbers and blanks (None) as the only sheet of a workbook."""
    book = (
        _record(0x0083)
        + _record(SHEETS)
        + _record(SHEET, struct.pack("<II", 0, 1) + _text("rId1") + _text(sheet))
        + _record(END_SHEETS)
        + _record(CALCULATION, b"\0" * 26)
        + _record(0x0084)
    )
    link = f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
        archive.writestr("xl/workbook.bin", book)
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
        )
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(rows))
    return path


def _sheet(rows: list[list]) -> bytes:
    width = max(map(len, rows))
    parts = [_record(0x0081), _record(DIMENSION, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))]
    parts.append(_record(SHEET_DATA))
    for number, cells in enumerate(rows):
        parts.append(_record(ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        parts += [_cell(column, cell) for column, cell in enumerate(cells) if cell is not None]
    return b"".join([*parts, _record(END_SHEET_DATA), _record(0x0082)])


def _cell(column: int, cell: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    return (
        _record(TEXT, place + _text(cell))
        if isinstance(cell, str)
        else _record(NUMBER, place + struct.pack("<d", cell))
    )


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    return _seven_bits(kind) + _seven_bits(len(content)) + content


def _seven_bits(number: int) -> bytes:
    """Write a number low bits first, seven a byte, the eighth bit set while more follow."""
    parts = []
    while True:
        parts.append(number & 0x7F | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(parts)
