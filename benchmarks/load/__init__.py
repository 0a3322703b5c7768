"""Load: what the bot bears over signed HTTP, and what a Monday morning of a hundred partnerships is like."""
