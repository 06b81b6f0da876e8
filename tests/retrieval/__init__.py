"""Figures of the FAQ search over the questions of tests/data/faq."""
