"""State on disk: books, mailbox state, spool."""
