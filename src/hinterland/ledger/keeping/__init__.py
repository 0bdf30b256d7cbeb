"""A ledger in one DuckDB file: what goes in, what is asked of it, and how it leaves."""
