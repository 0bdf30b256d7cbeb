"""Findings as others read them: SARIF for editors, a marked page for people."""
