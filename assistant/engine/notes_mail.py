"""Notes that a protégé sends (L32, P101): their words, and the words of the files that came with them.

Of files text, Word documents, web pages and mails are read; any other is named, so that nothing is lost silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.engine.arrived import Arrived, moment
from assistant.engine.known import reading_of
from assistant.engine.private_words import marked, without_private
from assistant.mentoring import events as happened
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Attachment, Mail
from assistant.mentoring.recaps.recap import cannot_read
from assistant.reading import notes as noted
from assistant.reading.commands.body import plain
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned
from assistant.reading.privacy import split_private
from assistant.reading.prompted import prompted_notes
from assistant.reading.talked_with import talked_with

NEAR = timedelta(days=4)
MOST_NAMED = 5
POINTER_WORDS = 20  # "Please find attached my notes of …": more words say something themselves
IN_WORDS = frozenset({Verb.UNKNOWN, Verb.ANSWER, Verb.THANKS_ONLY})
TEXTS = (".txt", ".md", ".text", ".markdown", ".docx", ".html", ".htm", ".eml")
# Signatures, cards and calendars say nothing; Exchange cuts a mail's own footer into ATT00001.txt.
NO_DOCUMENT = re.compile(
    r"(?:att\d{4,}|smime|winmail|signature|pgp).*|.*\.(?:ics|vcf|asc|sig|p7s|p7m|dat|pgp)", re.IGNORECASE
)
PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|bmp|webp|heic|tiff?|svg)", re.IGNORECASE)
POINTS = re.compile(
    r"\b(?:attach(?:ed|ment|ing)?|enclosed|in the file|anbei|angehängt|anhang|adjunt\w+|adjuntos?|ci-joint|pièce jointe"
    r"|allegat\w+|bijlage|bijgevoegd|anexo|em anexo|vedlagt|bifogad\w*)\b",
    re.IGNORECASE,
)
SAYS_NOTES = re.compile(r"\b(?:notes?|minutes|recap|protocol|summary|write-?up|transcript)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Files:
    """What came with a mail: the text of those that are read, and the names of those that are not."""

    text: str = ""
    named: tuple[str, ...] = ()  # of those that are read
    unread: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def files(mail: Mail) -> Files:
    """The files that may hold notes."""
    texts: list[Attachment] = []
    unread: list[str] = []
    pictures: list[str] = []
    for one in mail.attachments:
        name = _clean(one.name)
        if NO_DOCUMENT.fullmatch(name) or one.content_type == "message/rfc822":
            continue
        if one.text is not None and _is_text(one, name):
            texts.append(one)
        elif PICTURE.fullmatch(name) or one.content_type.startswith("image/"):
            pictures.append(name or "a picture")
        else:
            unread.append(name or "a file without a name")
    whole = "\n\n".join(one.text.strip() for one in texts if one.text and one.text.strip())
    return Files(whole, tuple(_clean(x.name) for x in texts), tuple(unread[:MOST_NAMED]), tuple(pictures[:MOST_NAMED]))


def _is_text(one: Attachment, name: str) -> bool:
    return name.lower().endswith(TEXTS) or (
        one.content_type in {"text/plain", "text/markdown", "text/html"} and "." not in name
    )


def _clean(name: str) -> str:
    """A file's name as it can be said back: it is somebody else's text."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:60]


def from_files(
    arrived: Arrived, here: happened.Context, commands: list[Command], reading: Reading
) -> happened.Event | None:
    """Notes in a file, where the mail says no more than that: nothing, "see attached", "my notes of Minerva attached".

    None where it says something else. What may be no notes at all is asked about first."""
    mail = arrived.mail
    if any(c.verb not in IN_WORDS for c in commands):
        return None
    found = files(mail)
    rest, private = _without_pointer(mail.new_text, arrived.book.protege.name, "")
    says = f"{mail.subject}\n{mail.new_text}\n{' '.join((*found.named, *found.unread))}"
    pointing = POINTS.search(mail.new_text) is not None
    if rest.strip() or not (pointing or not mail.new_text.strip()):
        return None
    unread = found.unread or found.pictures
    if not (found.text or unread):
        forgotten = pointing and SAYS_NOTES.search(mail.new_text) is not None
        return notes(arrived, here, "", None) if forgotten and not private else None
    named = mentioned(f"{mail.subject}\n{mail.new_text}", reading)
    person = named[0].id if len(named) == 1 else None
    if not found.text:
        asks = Command(Verb.UNKNOWN, person, ask=cannot_read(unread), line=mail.new_text[:80] or mail.subject)
        return happened.CommandsGiven(mail.key, mail.arrived, (asks,), here)
    sure = SAYS_NOTES.search(says) is not None or _prompted(arrived)
    return notes(arrived, here, private, person, confirm=not sure)


def notes(
    arrived: Arrived,
    here: happened.Context,
    text: str,
    person: str | None,
    *,
    confirm: bool = False,
    with_files: bool = True,
    commands: tuple[Command, ...] = (),
) -> happened.NotesForwarded:
    """Notes for one person: the named, the thread's, that of the meeting just past, else asked.

    with_files: the words of the files belong to them. commands: what else the mail tells."""
    book, mail = arrived.book, arrived.mail
    whom = person or arrived.route.person or met_lately(arrived)
    whom, candidates, other = (whom, (), "") if person and not _prompted(arrived) else _of_head(arrived, text, whom)
    mentor = book.find_person(whom)
    found = files(mail) if with_files or not text.strip() or POINTS.search(text) else Files()
    if found.text or found.unread:
        rest, private = _without_pointer(text, book.protege.name, mentor.name if mentor else "")
        text = "\n\n".join(part for part in (rest, private, found.text) if part.strip())
    read = prompted_notes if _prompted(arrived) else noted.notes
    said = read(
        marked(text),
        moment(arrived),
        protege=book.protege.name,
        mentor=mentor.name if mentor else "",
    )
    return happened.NotesForwarded(
        mail.key,
        mail.arrived,
        here,
        whom,
        without_private(said, text, mentor.name if mentor else ""),
        text,
        candidates if candidates or whom else tuple(p.id for p in book.people if not p.do_not_contact),
        dictated=noted.dictated(text),
        confirm=confirm,
        unread=found.unread,
        other=other,
        commands=commands,
    )


def _of_head(arrived: Arrived, text: str, whom: str) -> tuple[str, tuple[str, ...], str]:
    """Of whom notes are that begin with a name: who it is, who it may be, or a name that the book does not know."""
    heading = (
        ""
        if arrived.mail.in_reply_to
        else re.sub(r"^\s*(?:fwd?|wg|tr|rv):\s*", "", arrived.mail.subject, flags=re.IGNORECASE)
    )
    name = talked_with(text) or talked_with(heading)
    if not name:
        return whom, (), ""
    named = tuple(
        id for who in mentioned(name, reading_of(arrived)) for id in (who.candidates or (who.id or "",)) if id
    )
    protege = arrived.book.protege.name.casefold().split()
    if whom in named or name.casefold().split()[0] in protege:
        return whom, (), ""
    if not named:
        return whom, (), name
    if len(named) == 1 and not arrived.route.person:
        return named[0], (), ""
    return "", tuple(dict.fromkeys((*named, *([whom] if whom else [])))), ""


def _without_pointer(text: str, protege: str, mentor: str) -> tuple[str, str]:
    """The words of a mail without those that only point at a file; and what is private in these.

    "my notes of Minerva attached, private: she leaves" -> ("", "private: she leaves")."""
    kept: list[str] = []
    private: list[str] = []
    for line in "\n".join(plain(text, protege).lines).split("\n"):
        if not POINTS.search(line):
            kept.append(line)
            continue
        public, pieces = split_private(line, mentor)
        private += pieces
        if len(public.split()) > POINTER_WORDS:
            kept.append(public)
    return "\n".join(kept).strip("\n"), "\n\n".join(private)


def _prompted(arrived: Arrived) -> bool:
    """Whether the mail answers "Notes?"."""
    asked = arrived.book.find_letter(arrived.route.letter)
    return asked is not None and asked.template.endswith("notes_prompt")


def met_lately(arrived: Arrived) -> str:
    """The person of a meeting in the last days, when there is exactly one; "" otherwise."""
    now = arrived.mail.arrived
    known = [m for m in arrived.book.meetings if m.state == "invited"]
    people = {m.person for m in known if any(m.occurrences(now - NEAR, now))}
    return people.pop() if len(people) == 1 else ""
