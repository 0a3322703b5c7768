"""One repository a module; each turns its aggregate's rows into values in one function, `to_value`."""
