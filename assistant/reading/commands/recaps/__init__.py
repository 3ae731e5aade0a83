"""Corrections of a recap: "2 is mine, due 5 Dec", "point 1 is wrong: two tiers", "3 is private" (L33). No approvals."""

from assistant.reading.commands.recaps.mail import corrections

__all__ = ["corrections"]
