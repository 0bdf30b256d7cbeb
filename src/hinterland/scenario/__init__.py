"""What a scenario changes, said with labels, and what that means for the economy's arrays."""
