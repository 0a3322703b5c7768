"""Processes killed at random while they deliver, and while they take in what people write."""
