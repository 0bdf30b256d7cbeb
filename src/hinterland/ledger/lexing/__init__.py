"""Sentences as tokens: dates masked, quantities, ranks, and the phrases of the vocabulary."""
