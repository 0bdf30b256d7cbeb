"""What a scenario did, one small module a subject: each gives tables of labelled arrays, described in `tables.toml`."""
