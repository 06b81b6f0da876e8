"""The second door: the desktop app's own methods, on the same rules and writes as the conversation, with no dialogue.

One module a family; `rpc` calls `pipeline.desk.<module>.<function>(world, **values)` and gets the result in wire shape.
"""
