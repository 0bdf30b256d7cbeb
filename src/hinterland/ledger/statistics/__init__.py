"""Tokens as statistics: what each figure is about, where, when, and how it grew."""
