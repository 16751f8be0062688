"""The web in, clean articles out: knows nothing of digests, chats or databases."""
