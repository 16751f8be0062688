"""What things are called: where a name begins and ends, its head word, its edition."""
