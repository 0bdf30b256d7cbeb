"""Sources as documents: their text, their prose and furniture, their sentences, and who speaks."""
