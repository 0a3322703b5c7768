"""The whole record as one file, made while the bot works, checked, and put back on either database."""
