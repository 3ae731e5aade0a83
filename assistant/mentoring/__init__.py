"""What to do: the rules of mentoring, pure. No I/O, no clock, no randomness: time enters with the events."""
