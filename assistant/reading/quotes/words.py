"""Names for what several readers of a mail's body share, out of `languages`."""

from __future__ import annotations

from assistant.reading.languages import alternation, phrases

_KINDS = ("from", "to", "cc", "date", "subject", "reply_to", "other")
# What a header block's label stands for: "von" → "from". Where two kinds share a word, the first of `_KINDS` wins.
LABEL_OF: dict[str, str] = {
    label: kind.replace("_", "-") for kind in reversed(_KINDS) for label in phrases("client", kind)
}
FORWARD_PREFIXES = alternation("client", "forward_prefixes")
REPLY_PREFIXES = alternation("client", "reply_prefixes")

# Our own mails to a protégé, wherever they are quoted without marks: nothing below such a line is new.
OURS = (
    r"DRAFT for [^\n]{1,80}, ",
    r"Reply SEND(?: [A-Z]\d[A-Z]\d)? and it goes\b",
    r"\[?Send\]?\s+\[?Send it myself\]?\s+\[?",
)
