"""Meetings: invites, series, moves, and what calendars and people answer to them (calendar.md; L29, L30, L34)."""
