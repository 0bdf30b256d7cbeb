"""From a publisher's file to an economy: what an import writes, the folder's reader gives back to the last bit."""

from __future__ import annotations

import pytest

import layouts
import layouts_gtap
from hinterland.tables.folder import read_folder
from hinterland.tables.readers import read
from hinterland.tables.write_folder import write_folder

THREE, TWO = ("AUS", "USA", "ROW"), ("c1", "c35")
PLAIN = layouts.make(THREE, TWO, margins=False)
WRITE = {
    "wiod2013": lambda to: layouts.wiod_2013(layouts.make(THREE, TWO), to / "wiot11_row_sep12.xlsx"),
    "wiod2016": lambda to: layouts.wiod_2016(layouts.make(THREE, TWO), to / "WIOT2014_Nov16_ROW.xlsb"),
    "adb": lambda to: layouts.adb_mrio(layouts.make(THREE, TWO), to / "ADB-MRIO-2022_June2023.xlsx"),
    "icio": lambda to: layouts.icio(layouts.make(THREE, TWO, margins=False, categories=6), to / "ICIO2021_2018.csv"),
    "exiobase3": lambda to: layouts.exiobase(PLAIN, to / "IOT_2018_ixi.zip"),
    "eora26": lambda to: layouts.eora(layouts.make(("AUS", "USA"), TWO, margins=False), to),
    "gtap": lambda to: layouts_gtap.gtap(layouts_gtap.make_gtap(), to / "basedata.har"),
}


@pytest.mark.parametrize("form", WRITE)
def test_a_published_table_becomes_an_economy(form, tmp_path):
    world = read(form, WRITE[form](tmp_path), 2017 if form == "gtap" else None)
    written = write_folder(world, tmp_path / "economy")
    described, raw = read_folder(tmp_path / "economy")
    for name in ("trade", "tariff", "export_tax", "inputs", "final", "gross_output", "value_added", "production_tax"):
        assert (getattr(raw, name) == getattr(written, name)).all(), name
    assert (raw.regions, raw.sectors) == (world.regions, world.sectors)
    assert described.currency == world.unit
