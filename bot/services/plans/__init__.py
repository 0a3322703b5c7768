"""The life of a plan: read from a document, live, amended, closed."""
