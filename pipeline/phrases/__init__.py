"""Words for what is meant, in four languages, for the eye and for the ear."""
