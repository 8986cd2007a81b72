"""A second reader: a language model that is asked what an article says, and believed only where its words are there."""
