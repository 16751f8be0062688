"""One record of the many articles that tell the same thing."""
