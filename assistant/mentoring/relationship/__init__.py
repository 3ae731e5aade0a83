"""From the first talk to an agreement, and thanks (P52–P78, P130)."""
