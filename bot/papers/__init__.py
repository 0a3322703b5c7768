"""Board papers before any office program has seen them: what they say, and in what order."""
