"""A round as its officer runs it, and as a lead puts it off."""
