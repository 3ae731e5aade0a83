"""Automatic replies of mailboxes: absences, departures, new addresses, tickets, receipts, "are you human?".

A program tells by its headers (`automatic.py`) or subject that it is one. Without these, a mail counts as automatic
where it says so itself, or where all of it is what such notices consist of: thanks, the absence, the day back, whom to
ask. A person who writes *about* an absence says something else besides, or asks: then it is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from assistant.mentoring.facts import Absence, Address, Notice
from assistant.reading.absence_words import Tongue, anywhere, spoken
from assistant.reading.folding import fold
from assistant.reading.reports import deputies
from assistant.reading.reports.return_days import MOST_TEXT, day_back

_OPENING = re.compile(r"[\s\[(【<*#!-]*")
_CLOSES = re.compile(r"[^\w]|$")
_HEADED = re.compile(
    r"\s*(?:[:\-|!.,)\]】(]|$)|\s(?:until|till|from|re:|bis|vom|ab|du|jusqu|hasta|del|ate|fino|dal|tot|van|t/m|till|til|do|od|with)\b"
)
_QUOTED = re.compile(
    r"^\s{0,3}(?:>|-{3,}\s?\w[^\n]{0,60}-{3,}|_{10,}\s*$|(?:from|von|de|da|van|från|fra|od|от|від|lähettäjä|kimden|from)\s?:\s?\S)",
    re.MULTILINE | re.IGNORECASE,
)
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|i|vs\s?fwd|doorst|vb|pd|itl|tov|továbbítás|i|przek)\s?:", re.IGNORECASE)
_CLAUSE = re.compile(r"[!。；;\n]|[.:](?=\s|$)|,(?=\s)|，")
_ASKS = re.compile(r"[?？؟]")
_BULLET = re.compile(r"^\s{0,4}[*•·-]\s", re.MULTILINE)
_LINK = re.compile(r"https?://\S{1,500}")
_TICKET_ID = re.compile(
    r"#\s?\d{3,}|\b[a-z]{2,6}[-_]?\d{4,}\b|\[[^\]]{0,30}\d{3,}[^\]]{0,10}\]|(?:№|nr|no|n)\.?\s?\d{4,}|\d{6,}",
    re.IGNORECASE,
)
_READ_SUBJECT = re.compile(
    r"\s*(?:read|gelesen|lu|le[ií]d[oa]|lid[oa]|letto|gelezen|läst|l[æe]st|luettu|przeczytano|přečteno|prečítané|olvasott|"
    r"elolvasva|citit|pročitano|prebrano|прочитано|прочетено|прочитане|διαβάστηκε|αναγνώστηκε|okundu|نُ?قرئت?|مقروءة?|נקרא|"
    r"開封済み|既読|읽음|已读|已讀|đã đọc|dibaca|return receipt|read receipt|receipt)\s?[:：]",
    re.IGNORECASE,
)
SHORT = 4  # words: a greeting, a name, a line of a signature
MOST_STRANGE = 0.2  # of the clauses may say something else, where a notice says it is none of a person's


def is_automatic_subject(subject: str) -> bool:
    """ "Automatic reply: …" and its like, at the very start: an answer to one begins with Re:."""
    plain = fold(subject)
    start = _OPENING.match(plain)
    found = anywhere("automatic_subjects").match(plain, start.end() if start else 0)
    return found is not None and _CLOSES.match(plain, found.end()) is not None


def is_absent_subject(subject: str) -> bool:
    """ "Out of office", "Abwesend bis 13.11.", at the very start, and not a sentence that goes on."""
    plain = fold(subject)
    start = _OPENING.match(plain)
    found = anywhere("absent_subjects").match(plain, start.end() if start else 0)
    return found is not None and _HEADED.match(plain, found.end()) is not None


def read(
    subject: str,
    text: str,
    sender: Address | None,
    own: Iterable[str],
    written: datetime | None,
    *,
    automatic: bool,
) -> Absence | None:
    """What a mailbox said by itself; None for a mail that a person wrote, and where a program says nothing known.

    own: the addresses of sender and recipients, who are nobody's deputy. written: the Date header.
    automatic: the headers say that a program sent it.
    """
    declared = automatic or is_automatic_subject(subject)
    text = _own_words(text[: 2 * MOST_TEXT])[:MOST_TEXT]
    plain = fold(_LINK.sub(" ", text))
    tongues = spoken(plain if plain.strip() else fold(subject))
    if not declared and not _may_be(subject, plain, tongues):
        return None
    returns = _returns(subject, text, sender, written)
    kind = _kind(subject, plain, tongues, returns)
    if not declared and kind is not None:
        declared = _says_so(plain, tongues)
        if not declared and not _is_all_notice(subject, plain, tongues, kind, returns):
            return None
    if kind is None:
        return None
    own = tuple(own)
    known = {Notice.AWAY, Notice.LEFT}
    return Absence(
        returns if kind is Notice.AWAY else None,
        deputies.deputy(text, tongues, sender, own) if kind in known else "",
        kind=kind,
        address=deputies.new_address(text, sender, own) if kind is Notice.MOVED else "",
        certain=declared,
    )


def _may_be(subject: str, plain: str, tongues: tuple[Tongue, ...]) -> bool:
    """Whether an unmarked mail is worth a closer look: most mails of people are not."""
    if _FORWARD.match(subject):
        return False
    return _READ_SUBJECT.match(subject) is not None or any(told.has(key, plain) for told in tongues for key in _SIGNS)


def return_date(text: str, written: date, *, only_back: bool = False) -> date | None:
    """The first working day back, or None where none or more than one is told. Numbers like 3/4 are never guessed."""
    return day_back(text, written, only_back=only_back)


def _returns(subject: str, text: str, sender: Address | None, written: datetime | None) -> date | None:
    if written is None:
        return None
    order = numeric_order(sender, written)
    return day_back(f"{subject}\n{text}", written.date(), order=order) or day_back(text, written.date(), order=order)


def numeric_order(sender: Address | None, written: datetime) -> str:
    """How somebody who writes English reads 3/4, by the end of their domain and by their clock; "" where unknown."""
    top = sender.email.rpartition(".")[2] if sender else ""
    if top in ("us", "gov", "mil", "edu"):
        return "mdy"
    if len(top) == 2 and top not in ("ca", "ph", "io", "ai", "co", "me", "tv", "cc"):
        return "dmy"
    offset = written.utcoffset()
    hours = offset.total_seconds() / 3600 if offset else 0
    return "mdy" if -10 <= hours <= -4 else "dmy" if hours > 0 else ""


def _own_words(text: str) -> str:
    """The text above what it quotes."""
    quoted = _QUOTED.search(text)
    return text[: quoted.start()] if quoted and text[: quoted.start()].strip() else text


def _kind(subject: str, plain: str, tongues: tuple[Tongue, ...], returns: date | None) -> Notice | None:
    """What a notice is about. An absence with its day back wins over all else that is said beside it."""
    heading = fold(subject)

    def says(key: str) -> bool:
        return any(told.has(key, plain) for told in tongues)

    away = says("absent") or is_absent_subject(subject)
    if _READ_SUBJECT.match(subject) or (says("read") and not away and len(plain) < 600):
        return Notice.READ
    if away and returns is not None:
        return Notice.AWAY
    if says("left"):
        return Notice.LEFT
    if says("challenge") and not away:
        return Notice.CHALLENGE
    if says("moved") and not away:
        return Notice.MOVED
    if says("held") and not away:
        return Notice.HELD
    numbered = _TICKET_ID.search(heading) or _TICKET_ID.search(plain)
    if numbered and not away and (says("ticket") or any(told.has("ticket", heading) for told in tongues)):
        return Notice.TICKET
    if away or returns is not None:
        return Notice.AWAY
    return None


def _says_so(plain: str, tongues: tuple[Tongue, ...]) -> bool:
    """Whether a text calls itself automatic (and does not speak of somebody's automatic reply)."""
    return any(told.has("automatic", plain) and not told.has("human", plain) for told in tongues)


def _is_all_notice(subject: str, plain: str, tongues: tuple[Tongue, ...], kind: Notice, returns: date | None) -> bool:
    """Whether all of a text is what notices consist of."""
    if kind is Notice.READ:
        return _READ_SUBJECT.match(subject) is not None and any(told.has("read", plain) for told in tongues)
    if kind is not Notice.AWAY or _ASKS.search(plain) or len(_BULLET.findall(plain)) > 1:
        return False
    told = max(tongues, key=lambda one: len(one.pattern("absent").findall(plain)))
    if told.has("human", plain) or not told.has("absent", plain):
        return False
    helps, thanks = told.has("contact", plain), told.has("thanks", plain)
    headed, waits = is_absent_subject(subject), told.has("later", plain)
    if returns is None and not (helps or waits):
        return False
    clauses = [one.strip() for one in _CLAUSE.split(plain) if one.strip()]
    strange = [one for one in clauses if not any(_is_usual(one, spoken_too) for spoken_too in tongues)]
    if returns is None and not (thanks or headed):
        return not strange and any(told.has("absent", one) for one in clauses[:2])
    usual = helps or thanks or headed or waits
    return len(strange) <= (len(clauses) * MOST_STRANGE if usual else 0)


_SIGNS = ("absent", "automatic")
_USUAL = ("absent", "back", "contact", "thanks", "later", "automatic")


def _is_usual(clause: str, told: Tongue) -> bool:
    words = clause.split()
    if len(words) <= SHORT and not told.spaceless:
        return True
    if "@" in clause or sum(char.isdigit() for char in clause) >= 5:
        return True
    if any(told.has(key, clause) for key in _USUAL):
        return True
    return told.spaceless and len(clause) <= 12
