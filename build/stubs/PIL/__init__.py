"""Stands in for Pillow in the frozen program: fastembed imports it for its image models, and only text is embedded here."""  # noqa: N999 - the name that is imported
