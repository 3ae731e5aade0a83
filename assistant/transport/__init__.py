"""The edges to mail servers."""
