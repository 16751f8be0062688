"""Articles in; records, digests and answers out. Imports scrapers, never the other way."""

__version__ = "0.1.0"
