"""Results on disk: one record of tables and words, and the forms it is written in. Each form is bytes in, bytes out."""
