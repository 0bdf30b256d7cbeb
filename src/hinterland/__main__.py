"""`python -m hinterland` is the same as `hinterland`."""

from hinterland.cli import main

main()
