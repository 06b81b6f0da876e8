"""The dialogues: one file a flow, each finding the next question."""
