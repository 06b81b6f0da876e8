"""Golden transcripts of the wire."""
