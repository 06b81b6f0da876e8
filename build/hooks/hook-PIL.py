"""Pillow is a stand-in here (build/stubs): nothing is collected."""
