"""Clean text in, structured records out: rules and word lists, no network, no clock, no model."""
