"""The main job end to end: a project's documents and scenarios in, a checked ledger and a table of answers out."""
