"""What a calendar message says, as data, whoever wrote it (RFC 5545)."""
