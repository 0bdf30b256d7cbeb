"""The checks, a module a layer; each check is a function named after the fault that it finds."""
