"""Each reader on a miniature in its publisher's layout: what is written comes back to the last bit."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from hinterland.errors import MissingExtraError
from hinterland.tables.readers import FORMATS, read
from hinterland.tables.world import WorldTable, check

sys.path.insert(0, str(Path(__file__).parent))
import miniature
