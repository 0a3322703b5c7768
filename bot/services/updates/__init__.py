"""What a lead says of an action: proposed, confirmed, put right, undone, and what follows from it."""
