"""From notes to recaps, and what became of the actions in them (P98–P110; L31–L36)."""
