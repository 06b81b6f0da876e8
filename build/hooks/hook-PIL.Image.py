"""Pillow is a stand-in here (build/stubs): no codecs are collected."""
