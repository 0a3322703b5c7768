"""Who somebody is, what they lead, when they are away, and who stands in."""
