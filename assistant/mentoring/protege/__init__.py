"""The talk with the protégé: drafts, approvals, questions, settings, and what they take back."""
