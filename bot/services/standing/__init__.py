"""How things stand, told: now and at an earlier instant, one action's history, help."""
