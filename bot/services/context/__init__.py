"""What every use case stands on: who sees what, how things stand, what an order or a button means."""
