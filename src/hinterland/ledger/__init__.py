"""Documents to facts and measures: read, checked, kept."""
