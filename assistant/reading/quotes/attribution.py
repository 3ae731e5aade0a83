"""`On …, Ada wrote:` and its like: one to five lines that name who wrote what is quoted below, and when.

Many languages put it in many orders, so evidence decides, not a form: a word of writing, an address, a full date, an
opening word, the colon at the end. What is weak counts only where a marked quote follows. The search begins at the
line that ends with the colon, which is rare, and goes up: reading a body costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.languages import phrases

MOST = 300  # characters
MOST_LINES = 5
_SHORTEST = 5
_TRIM = ' \t*_"'
_DIGIT = re.compile(r"\d")
_UNSPACED = 0x0E00  # from Thai on, scripts put no spaces between words (but for Georgian and Latin's second block)


def _words(key: str, before: str) -> str:
    """The phrases of a key as whole words, where their script has such; `before` is what stands before those."""
    found = phrases("client", key)
    spaced = [phrase for phrase in found if ord(phrase[0]) < _UNSPACED or "\u1e00" <= phrase[0] <= "\u1fff"]
    glued = [phrase for phrase in found if phrase not in set(spaced)]
    return rf"(?:{before}(?:{'|'.join(spaced)})(?![^\W\d]|['’]\w)|{'|'.join(glued)})"


_WROTE = re.compile(_words("wrote", r"(?<!\w)"), re.IGNORECASE)
_OPENS = re.compile(rf"\W{{0,4}}{_words('on', '')}", re.IGNORECASE)
_SOON = re.compile(r"[^\d@\n]{0,45}\d")
_TIME = r"(?<!\d)\d{1,2}\s?[:.hH時时点點시]\s?\d{2}(?!\d)"
_DATE = (
    r"(?<!\d)\d{1,4}\s?[./-]\s?(?!00)\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2}\s?[月월]\s?\d{1,2}|"
    r"(?<!\d)\d{4}(?!\d)[^\n]{0,25}?(?<!\d)\d{1,2}(?!\d)|(?<!\d)\d{1,2}(?!\d)[^\n]{0,25}?(?<!\d)\d{4}(?!\d)"
)
_MOMENT = re.compile(rf"{_DATE}|(?<![\d:.])\d{{1,2}}(?![\d:]|\.\d)[^\n]{{1,25}}{_TIME}")
_HAS_DATE = re.compile(_DATE)
_HAS_TIME = re.compile(rf"{_TIME}|(?<!\d)\d{{1,2}} ?[ap]\.?m\b", re.IGNORECASE)
_DATED_FIRST = re.compile(rf"\W{{0,4}}(?:{_TIME}|{_DATE})")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]|mailto:")
_NAMED = re.compile(r"[^<>\[\]!?]{0,70}(?:[<(\[]+[^\s@]{1,64}@[^\s@]{1,255}[>)\]]|(?<!\S)[^\s@]{1,64}@\S)")
_TALKED = re.compile(r"[.!?,;:]\s+[^\W\d_]{2,}\s+[^\W\d_]")
_PARTICLES = frozenset({
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
    "zu", "zur", "ten", "ter", "y", "e", "und", "via",
})  # fmt: skip
_QUOTE_MARKS = frozenset(">＞")
_END = re.compile(r"[:：;]$")
_ENDS_BY_ADDRESS = re.compile(r"@[^<>()\s]{1,255}[>)\]][*\s]*[:：]?$")
_FENCED = re.compile(r"-{2,}\s*([^\n]{8,300}?)\s*:?\s*-{2,}$")
_SENTENCE_END = re.compile(r"[^\W\d]{5,}[.!?…]$|[!?…。！？]$")
_DASHES = re.compile(r"\s*-{2,}$")
_INSIDE = re.compile(
    rf"(?:(?<=[.!?…\s])|(?<!-)-{{2,}}\s*)(?=(?:{'|'.join(phrases('client', 'on'))})[\s.,])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for an attribution: an opening word or date, a full date, an address, a word of writing."""

    opens: bool
    moment: bool
    address: bool
    wrote: bool

    @property
    def told(self) -> int:
        return self.moment + self.address + self.wrote


def attribution_at(lines: list[str], at: int) -> tuple[int, bool] | None:
    """(end, strong) of the attribution that begins in this line. `strong`: also where no marked quote follows."""
    first = lines[at]
    if len(first) > MOST or first.startswith((" " * 4, "\t")):
        return None
    if first.lstrip().startswith("--"):
        return _fenced_at(lines, at)
    for end in range(at, min(at + MOST_LINES, len(lines))):
        text = lines[end].strip(_TRIM)
        if not text or len(lines[end]) > MOST:
            return None
        if _may_end(lines, end, text):
            if end > at and not _goes_on(lines, at):
                return None
            found = _ending_at(lines, end)
            if found and found[0] == at:
                return end + 1, found[1]
        if _END.search(text):
            return None
    return None


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether an attribution that begins here may have more lines: a name alone has its address on the next one."""
    first = lines[at]
    return "@" in first or bool(_DIGIT.search(first)) or bool(_OPENS.match(first)) or "@" in lines[at + 1]


def _may_end(lines: list[str], end: int, text: str) -> bool:
    if text.endswith((":", "：", ";")):
        above = lines[max(0, end - MOST_LINES + 1) : end + 1]
        return "@" in text or any(_DIGIT.search(line[:MOST]) for line in above) or _marked_below(lines, end)
    return (text.endswith(">") and text[:1].isdecimal()) or _marked_below(lines, end)


def _marked_below(lines: list[str], end: int) -> bool:
    """The next text line is marked as quoted."""
    for line in lines[end + 1 : end + 4]:
        if line and not line.isspace():
            return line[:2].lstrip()[:1] in _QUOTE_MARKS
    return False


def _ending_at(lines: list[str], end: int) -> tuple[int, bool] | None:
    """(start, strong) of the attribution whose last line this is. A longer one is better only where it tells more."""
    joined = ""
    best, most = None, (False, -1)
    for start in range(end, max(-1, end - MOST_LINES), -1):
        line = lines[start].strip()
        if not line or line.startswith(">") or len(joined) + len(line) > MOST:
            break
        if start < end and (_END.search(line) or (_SENTENCE_END.search(line) and not _is_dated(line))):
            break
        verb_only = len(joined) < 25 and _MOMENT.search(line)
        joined = f"{line} {joined}".strip()
        if joined.count("<") != joined.count(">"):
            continue
        evidence = _evidence(line, joined)
        if start < end and not evidence.opens and not verb_only and not _NAMED.match(joined):
            continue
        strong = _judged(joined.strip(_TRIM), evidence)
        told = (bool(strong), evidence.told + (line[:1] not in "<(["))
        if strong is not None and told > most:
            best, most = (start, bool(strong)), told
    return best


def _evidence(line: str, text: str) -> _Evidence:
    return _Evidence(
        _opens(line, text), bool(_MOMENT.search(text)), bool(_ADDRESS.search(text)), bool(_WROTE.search(text))
    )


def _is_dated(line: str) -> bool:
    return _opens(line, line) and bool(_MOMENT.search(line))


def _opens(line: str, joined: str) -> bool:
    """An opening word or a date stands first."""
    word = _OPENS.match(line)
    return bool((word and _SOON.match(joined, word.end())) or _DATED_FIRST.match(joined))


def _judged(text: str, told: _Evidence) -> bool | None:
    """True: certainly an attribution. False: only when a marked quote follows. None: none."""
    if len(text) < _SHORTEST:
        return None
    if not _END.search(text):
        return _without_colon(text, told)
    if told.opens and told.moment and told.wrote:
        return told.address or (bool(_HAS_TIME.search(text)) and bool(_MOMENT.search(text[:70])) and len(text) < 160)
    if told.opens and told.moment and told.address and len(text) < 220:
        return bool(_ENDS_BY_ADDRESS.search(text)) and bool(_HAS_TIME.search(text))
    if not told.opens and told.wrote and (told.address or told.moment):
        return _is_named(text, told)
    if told.wrote and len(text) < 100:
        return False
    return False if told.address or (told.moment and _HAS_TIME.search(text)) else None


def _fenced_at(lines: list[str], at: int) -> tuple[int, bool] | None:
    """Zoho's `---- On …, Ada wrote ----`."""
    joined = ""
    for end in range(at, min(at + 3, len(lines))):
        joined = f"{joined} {lines[end][:MOST].strip()}".strip()
        if _FENCED.match(joined):
            return (end + 1, True) if _MOMENT.search(joined) and _WROTE.search(joined) else None
    return None


def _without_colon(text: str, told: _Evidence) -> bool | None:
    dated = told.opens and told.moment and told.address and text[:4].isdecimal()
    if dated and _ENDS_BY_ADDRESS.search(text) and len(text) < 120:
        return True  # Gmail of old: "2012/10/25 Ada <ada@example.org>"
    return False if told.wrote and told.moment and (told.opens or told.address) else None


def _is_named(text: str, told: _Evidence) -> bool:
    """`Ada <ada@example.org> schrieb am …:`: a name, and no sentence before it."""
    if told.address:
        named = _NAMED.match(text)
        if named is None or _TALKED.search(named[0]):
            return False
        words = [word for word in named[0].partition("@")[0].split() if word.isalpha() and word not in _PARTICLES]
        return len(words) < 3 or not any(map(str.islower, words)) or (told.moment and bool(_WROTE.search(named[0])))
    return bool(_HAS_DATE.search(text) and _HAS_TIME.search(text)) and len(text) < 150


def parted(line: str) -> tuple[str, str] | None:
    """("Yes!", "On …, Ada wrote:") where a mailer glued the attribution to the text before it."""
    text = line.rstrip(" *_")
    if not 30 < len(text) <= 2 * MOST or not _END.search(text) or "@" not in text or not _WROTE.search(text[-60:]):
        return None
    if _opens(text, text):
        return None
    for place in _INSIDE.finditer(text):
        before, rest = text[: place.start()].rstrip(), text[place.end() :]
        plain = before[-1:].isalnum() and not rest[0].isupper()
        if (
            before
            and not plain
            and _opens(rest, rest)
            and _ADDRESS.search(rest)
            and _judged(rest, _evidence(rest, rest))
        ):
            return _DASHES.sub("", before), rest
    return None
