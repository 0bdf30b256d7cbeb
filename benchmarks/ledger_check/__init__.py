"""How many of the labelled faults the checker names, and how often it cries wolf."""
