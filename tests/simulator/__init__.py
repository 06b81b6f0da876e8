"""Callers with an agenda, played against the real pipeline on a real file through a seeded noisy line."""
