"""What is optional or native: voice, models, search, signatures."""
