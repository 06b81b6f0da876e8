"""The reference for a frozen start: prints one line."""

print("hello", flush=True)
