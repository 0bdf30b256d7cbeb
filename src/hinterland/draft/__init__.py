"""Scenario files from what a ledger's documents announce, in the codes of an economy."""
