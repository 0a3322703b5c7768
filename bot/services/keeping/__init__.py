"""The record itself: shown on request, kept so long and no longer."""
