"""The measure of how well Italian is understood: `python -m tests.eval` (see `__main__`)."""
