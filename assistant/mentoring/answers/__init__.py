"""What an answer sets in motion: of people, of machines, and a stop (policy.md)."""
