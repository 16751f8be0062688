"""What is held: meetings and events, from their names in a text to their days, halls and outcome."""
