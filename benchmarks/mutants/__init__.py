"""The guards of delivery and inbox, each taken away in a copy of the tree: a named test must fail."""
