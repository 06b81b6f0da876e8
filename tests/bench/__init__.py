"""The benchmark: `python -m tests.bench`. Speed is measured here and never by a test."""
