"""From the bytes of a mail to its headers, its parts and their text."""
