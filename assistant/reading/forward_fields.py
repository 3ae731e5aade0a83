"""Who wrote a forwarded mail, and when, where its client kept that in one line instead of a header block."""

from __future__ import annotations

import re

from assistant.mentoring.facts import Address
from assistant.reading.mime.headers import addresses
from assistant.reading.quotes.words import LABEL_OF

MOST_LINE = 4000
MOST_NAME = 80

_LINK = re.compile(r"<mailto:[^<>\s]*>|\[mailto:([^\[\]\s]*)\]", re.IGNORECASE)
_BRACKETED = re.compile(r"\[([^\[\]\s@]+@[^\[\]\s@]+)\]")
_EMAIL = re.compile(r"<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>", re.IGNORECASE)
_MARKS = " \"'*\t„“”«»‚‘’‹›「」"

_ADDRESS = re.compile(r"[<(\[]?(?<![^\s<>(\[,;:])(?:mailto:)?([^\s<>()\[\]@,;:]{1,64}@[^\s<>()\[\]@,;:]{1,255})[>)\]]?")
_QUOTED = re.compile(r"[\"“”„«「]\s*([^\"“”„«»「」]{1,80}?)\s*[\"“”»」]\s*$")
_BEFORE_NAME = re.compile(r"[\d,，:：;)]|年|月|日|に、|在")
_PARTICLES = frozenset(
    [
        "al",
        "av",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    ]
)
_MOMENT = re.compile(r"\d[^@<>]*\d(?:\s?[ap]\.?\s?m\b\.?)?", re.IGNORECASE)

_YAHOO = re.compile(r"\s*-{4,}\s*[^-]{4,60}\s*-{4,}\s*\S")
_LABELS = sorted(
    (re.escape(label.capitalize()) for label, kind in LABEL_OF.items() if kind != "other"), key=len, reverse=True
)
_SUBJECTS = [re.escape(label.capitalize()) for label, kind in LABEL_OF.items() if kind == "subject"]
# Its fields run into each other, "CETAssunto: …"; the Portuguese one even without the colon.
_FIELD = re.compile(rf"(?<=\S)\s?(?=(?:{'|'.join(_LABELS)})\s?:\s)|(?<=[^\s\W])(?=(?:{'|'.join(_SUBJECTS)})\s)")
_NO_COLON = re.compile(rf"^({'|'.join(_SUBJECTS)})(?=\s[^:\s])")
_SUBJECT = re.compile(rf"(?:{'|'.join(_SUBJECTS)})\s?:")  # the last field: what looks like one in it is the writer's


def sender_of(value: str) -> Address | None:
    """The sender in a header block: clients add mailto: links, brackets for <>, and stars."""
    bare = _LINK.sub(lambda link: f"<{link[1]}>" if link[1] else "", value)
    value = _BRACKETED.sub(r"<\1>", bare if "@" in bare else value).strip(" *")
    if not value:
        return None
    email = _EMAIL.search(value)
    if email:
        name = value[: email.start()].strip(_MARKS)
        return Address(email[1].lower(), "" if name.lower() == email[1].lower() else name)
    found = addresses([value])
    return found[0] if found else Address("", value.strip(_MARKS))


def attributed(text: str) -> tuple[Address | None, str]:
    """Sender and date out of an attribution: `Op 28/10/2021 12:46 heeft Ada <ada@example.org> geschreven:`."""
    text = " ".join(text.split()).strip(" *_->")
    spot = _ADDRESS.search(text)
    if spot is None:
        moment = _MOMENT.search(text)
        return None, moment[0] if moment else ""
    before = text[: spot.start()]
    name = _name_before(before)
    start = before.rfind(name) if name else len(before)
    moment = _MOMENT.search(f"{before[:start]} {text[spot.end() :]}")
    return Address(spot[1].lower().strip("'"), name), moment[0] if moment else ""


def _name_before(text: str) -> str:
    """The name that ends a text: in quotes, or the words with capitals after the date and the verb."""
    quoted = _QUOTED.search(text[-MOST_NAME - 10 :])
    if quoted:
        return quoted[1]
    words = _BEFORE_NAME.split(text[-MOST_NAME:])[-1].split()
    while words and words[0][:1].islower() and words[0] not in _PARTICLES:
        words.pop(0)
    return " ".join(words).strip(_MARKS)


def split_yahoo(line: str) -> list[str]:
    """Yahoo puts the separator and the whole header block on one line: one line for each field again, or []."""
    line = line[:MOST_LINE]
    if ":" not in line or not _YAHOO.match(line):
        return []
    separator, _, rest = line.strip().lstrip("-").partition("--")
    pieces = [_NO_COLON.sub(r"\1:", piece.strip()) for piece in _FIELD.split(rest.lstrip("- "))]
    last = next((at for at, piece in enumerate(pieces) if _SUBJECT.match(piece)), len(pieces))
    return [f"----- {separator.strip()} -----", *pieces[:last], *filter(None, [" ".join(pieces[last:])])]
