"""Tables and small grammars of the four spoken languages: numbers, ordinals, letters, the words of the calendar. Pure."""
