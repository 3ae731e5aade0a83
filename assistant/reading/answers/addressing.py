"""The reader's own name as people write it to them, "No, Ada.", "Ada, did you …": it says nothing of the answer."""

from __future__ import annotations

import re

_DEAR = "dear"


def unaddressed(text: str, names: tuple[str, ...]) -> str:
    """The text with "dear" wherever one of these names is only how its reader is spoken to."""
    if not names:
        return text
    name = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True) if one)
    spoken_to = re.compile(
        rf"(?P<before>(?:^|[,.!?;:–—]|\b(?:hi|hello|hey|dear|thanks|thank you|sorry|no|nope|yes|ok|okay|sure|oh|ah|so"
        rf"|and|but)\b)[ \t]*)(?:{name})(?=[ \t]*(?:[,.!?;:–—]|$))",
        re.IGNORECASE | re.MULTILINE,
    )
    return spoken_to.sub(rf"\g<before>{_DEAR}", text)
