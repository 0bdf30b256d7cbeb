"""What every test shares: shape checks on, and the folder of real figures that lies beside a developer's checkout."""

import os
from pathlib import Path

os.environ["HINTERLAND_SHAPES"] = "checked"

import pytest
from hypothesis import settings
from jaxtyping import install_import_hook

install_import_hook("hinterland.economy", "beartype.beartype")
settings.register_profile("untimed", deadline=None)  # an example may meet a busy moment of the machine
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real figures, or skip with the reason where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"real figures are not in this checkout: no folder {SHARED.name}/ beside it")
    return SHARED
