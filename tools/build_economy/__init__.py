"""Build the embedded economy from published sources: `python -m tools.build_economy build`."""
