"""What boards do between and at meetings: more time, help, decisions, outcomes."""
