"""Text made comparable across keyboards: case, accents, widths, digits, dashes and quotes of every script as one."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        **{chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966, 0xE50) for n in range(10)},
        **dict.fromkeys("‘’ʼ´`′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("～〜∼", "~"),
        **dict.fromkeys(
            "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0640"
        ),
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "ی": "ي",
        "ک": "ك",
        "־": "-",
    }
)
# Accents of Latin, Greek and Cyrillic, the vowel points of Arabic and Hebrew. Other scripts' signs are letters.
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0655\u0591-\u05bd\u05bf-\u05c7]")
_BLANKS = re.compile(r"[^\S\n]+")


def fold(text: str) -> str:
    """The text in lower case without accents, with plain digits, quotes and dashes, and single blanks. "" for ""."""
    plain = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    plain = _MARKS.sub("", unicodedata.normalize("NFD", plain.translate(_SAME)))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", plain))
