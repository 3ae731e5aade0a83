"""Reading: bytes to facts. No socket, no file, no clock; what is not certain says so."""
