"""Reports: what was announced, what it would do, why, how sure, what it costs and what was assumed, in one file."""
