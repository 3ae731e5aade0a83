"""Before a meeting: the brief for the protégé, and what the mentor may read ahead (L31, P88-P107)."""
