"""The promise of docs/contract, checked sentence by sentence from outside: pipes, lines, options, and rows of a second program."""
