"""Writing: decisions to bytes. Templates and zone data are handed in."""
