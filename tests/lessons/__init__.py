"""What went wrong for real callers of systems like this one, one test or more for each, under its own name."""
