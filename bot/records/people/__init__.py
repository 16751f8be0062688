"""Who was there: names of people, their posts, what they do."""
