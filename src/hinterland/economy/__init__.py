"""The equilibrium, in changes: bare arrays in, bare arrays out; no files, labels, clock or randomness."""
