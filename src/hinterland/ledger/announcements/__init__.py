"""Sentences as measures: acts of policy on objects of policy, by whom, done, planned or suggested."""
