"""Asking a language model over HTTP: what is sent, what is kept, and what it may cost."""
