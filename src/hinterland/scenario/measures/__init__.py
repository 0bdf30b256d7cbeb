"""What a region announces, one class a kind, and what each does to the economy, one function a kind.

`registry.KINDS` lists them all; `conversions.toml` holds every default conversion with its source.
"""
