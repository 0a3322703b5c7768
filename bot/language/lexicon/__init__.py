"""What managers write, as tables: the words of the language, and nothing of how they are read."""
