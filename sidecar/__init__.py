"""The process: command line, life cycle, wiring."""
