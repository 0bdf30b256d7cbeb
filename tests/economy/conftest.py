"""How hypothesis runs here: the same examples each time, as many as a coffee allows, no clock."""

from hypothesis import settings

settings.register_profile("economy", deadline=None, max_examples=20, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("economy")
