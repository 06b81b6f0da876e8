"""What the sidecar is measured beside, each a program of its own."""
