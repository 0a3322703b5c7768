"""Asking leads how their actions stand: what is owed in a round, and what a prompt says."""
