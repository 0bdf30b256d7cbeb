"""Trade and input-output tables: read, checked, balanced, split."""
