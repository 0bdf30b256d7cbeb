"""Timings, printed as tables. Machines are shared and noisy: compare rows of one run, not runs."""
