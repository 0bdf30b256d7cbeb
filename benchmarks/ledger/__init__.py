"""How well the reader reads: precision and recall a field on labelled documents."""
