"""The protocol: lines in, lines out, one table of methods."""
