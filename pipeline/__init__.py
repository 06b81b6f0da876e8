"""The conversation, pure: what was said, what it means, what shall be written and answered. Entered through `turn` and `desk`."""
