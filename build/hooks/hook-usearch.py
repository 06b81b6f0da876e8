"""Only usearch's own compiled module is wanted: its numba half is never used."""
