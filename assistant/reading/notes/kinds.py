"""What sort of notes these are: one's own of a talk between two, or minutes of many, which go by their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import section
from assistant.reading.notes.lines import Form, Line
from assistant.reading.notes.tasks import listed, marked
from assistant.reading.transcripts import LABELS, SPEAKER, STAMP

MANY = 3  # people besides the two: then "I" and "she" may be anybody
LONG_MARKS = 2000
LONG_LINES, LONG_CHARACTERS = 120, 9000
_PRESENT = re.compile(
    r"^[*_]{0,2}(?:present|attendees?|attendance|attending|participants?"
    r"|in attendance|invited|anwesend|teilnehmer|pr[ée]sents|asistentes)"
    r"(?:\s\([^)]{0,30}\))?[*_]{0,2}\s?:[*_]{0,2}\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(r"present|attend|particip|invited|anwesend|teilnehm|asistent|presenti|aanwezig", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@([a-z][\w-]{2,38})\b(?!\.)", re.IGNORECASE)


def of_many(found: Sequence[Line], names: Cast) -> bool:
    """Whether these are minutes of many: three or more others take part, or they are longer than a talk's notes."""
    if len(found) > LONG_LINES or sum(len(line.text) for line in found) > LONG_CHARACTERS:
        return True
    others: set[str] = set()
    speakers: dict[str, int] = {}
    attendance = False
    for line in found:
        head = line.text[:400]
        if line.form is Form.HEADING:
            attendance = section(head) == "skip" and _ATTENDANCE.search(head) is not None
        elif match := _PRESENT.match(head):
            others.update(_strangers(re.split(r",|;|&|\band\b", match["who"]), names))
        elif attendance:
            others.update(_strangers(re.split(r",|;", head), names))
        others.update(_strangers(_HANDLE.findall(head), names))
        others.update(_strangers(_doers(line, names), names))
        said = SPEAKER.match(STAMP.sub("", head))
        if said and (who := (said["nick"] or said["name"]).casefold()).split()[0] not in LABELS and not names.role(who):
            speakers[who] = speakers.get(who, 0) + 1
    return len(others) >= MANY or sum(count > 1 for count in speakers.values()) >= MANY


def _doers(line: Line, names: Cast) -> list[str]:
    """The third person whose marked task a line is."""
    if line.form not in {Form.ITEM, Form.BOX, Form.PROSE}:
        return []
    found = listed(line.text, names) if line.form is Form.BOX else marked(line.text, names)
    return [found.other] if found and found.other else []


def _strangers(who: Sequence[str], names: Cast) -> set[str]:
    return {
        key for one in who if (key := one.strip(" *_@-.").casefold()[:60]) and not names.role(key.partition("(")[0])
    }


# "That was amazing!!" is joy, and nothing that was said.
_CHEER = re.compile(
    r"\W*(?:(?:(?:that|it|this|she|he|the (?:talk|call|meeting)) (?:was|is)|what an?|so|such an?)\s)?"
    r"(?:(?:so|really|such an?|absolutely|just|very|super|totally)\s)*"
    r"(?:wow|yay|amazing|great|fantastic|awesome|brilliant|wonderful|lovely|fun|good|super|incredible|the best|cool)"
    r"(?:\s(?:talk|call|meeting|chat|session|one|time|day))?(?:\s(?:today|again))?\s*!+\W*",
    re.IGNORECASE,
)


def is_cheer(text: str) -> bool:
    """Whether a sentence only cheers."""
    return _CHEER.fullmatch(text[:80]) is not None


def is_attendance(text: str) -> bool:
    """ "Present: Ada, Minerva"."""
    return _PRESENT.match(text[:400]) is not None


def has_marks(found: Sequence[Line], names: Cast) -> bool:
    """Whether the writer marks actions at all: then a guess between the marks is none."""
    return any(
        line.form is Form.BOX
        or (line.form is Form.HEADING and section(line.text) == "actions")
        or (line.form in {Form.ITEM, Form.PROSE} and marked(line.text, names) is not None)
        for line in found[:LONG_MARKS]
    )
