"""Conversations on files of the desktop app's making: the same code path, the same rows, nothing else touched."""
