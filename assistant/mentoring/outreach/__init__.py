"""Finding people and the first contact with them, with its re-attempts (P34–P60)."""
