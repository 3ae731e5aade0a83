"""The desk: where decisions become words. Drafts to people are worded, checked and filed first; the mails to the
protégé, which show them, after that (`architecture.md`, "One mail").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring import checks
from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import Draft, Kind, Letter, Tap
from assistant.mentoring.meetings import bound, meetings, private_dates
from assistant.mentoring.meetings.agenda import agenda
from assistant.mentoring.outbox import approving, leaves_at, reader_zone, stands_against
from assistant.mentoring.outreach import attempts
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.settle import Text, joined, post, settle
from assistant.mentoring.tokens import Purpose, Thread, Tokens
from assistant.mentoring.words.phrases import DISCLOSURE, changed_lines, clause, undisclosed
from assistant.writing import ics, links
from assistant.writing.invite import Invitation, InviteRefused, ZoneData, cancel, decline_counter, request
from assistant.writing.private_date import private_date
from assistant.writing.twin import Twin, bare
from assistant.writing.wording import Wordsmith, one_line

PARTS = "\n\n* * *\n\n"
WITH_CODE = frozenset({"SEND", "SEND ANYWAY", "SHORTER", "WARMER", "LATER", "SKIP", "EDIT"})


@dataclass(frozen=True, slots=True)
class Desk:
    """Words and files what `decide` drafted. Pure but for the templates and zone data that it was handed."""

    wordsmith: Wordsmith
    twin: Twin
    zone_data: ZoneData
    tokens: Tokens
    assistant_name: str
    operator: str

    def carry_out(self, decision: Decision, policy: Policy) -> Book:
        """The decision's book with every letter worded and filed. Raises TemplateError, and then nothing was filed."""
        book = decision.book
        told = [d for d in decision.drafts if d.to_protege]
        refused: list[Draft] = []
        for draft in decision.drafts:
            if draft.to_protege:
                continue
            try:
                book = self._to_person(book, draft, policy)
            except InviteRefused as error:
                refused.append(draft)
                told = [_refused(d, str(error)) for d in told]
        book = bound.all_unworded(book, refused)
        answers = [d for d in told if d.kind is Kind.OWN or d.answers]
        if answers:
            book = self._to_protege(book, answers, policy)
        for draft in told:
            if draft in answers:
                continue
            try:
                book = self._to_protege(book, [draft], policy)
            except InviteRefused as error:  # no calendar would read it rightly: said in words then
                book = self._to_protege(book, [replace(_refused(draft, str(error)), meeting="", method="")], policy)
        return book

    def join(self, book: Book, letters: list[Letter]) -> Book:
        """Several waiting answers as one mail."""
        subject = f"{len(letters)} answers in one"
        parted = [links.parted(x.text) for x in letters]
        parts = [
            f"Re: {x.subject.removeprefix('Re: ')}\n\n{text}" for x, (text, _) in zip(letters, parted, strict=True)
        ]
        found = list(dict.fromkeys(link for _, taps in parted for link in taps))
        text = PARTS.join(parts)
        html = self.twin.html(subject, text, found)
        whole = f"{text}\n\n{links.lines(found)}" if found else text
        return joined(book, letters, self.tokens, Text(subject, whole, html))

    # --- to people

    def _to_person(self, book: Book, draft: Draft, policy: Policy) -> Book:
        person = book.person(draft.person)
        values = self._values(book, draft, reader_zone(book, person))
        wording = self.wordsmith.word(draft.letter, values)
        calendar = self._calendar(book, draft, _attendee(draft, person))
        discloses = not person.disclosed and not calendar and not book.protege.send_as_owner
        text = wording.text
        if discloses:
            text += "\n\n" + DISCLOSURE.format(email=book.protege.email)
        hits = checks.check(book, draft, wording.subject, text, policy)
        html = bare(text) if calendar else ""
        return settle(book, draft, Text(wording.subject, text, html, calendar, discloses), hits, self.tokens, policy)

    # --- to the protégé

    def _to_protege(self, book: Book, drafts: Sequence[Draft], policy: Policy) -> Book:
        """One mail of one or several parts, each with its tap links at the end. A recap in it makes it a recap."""
        first = next((d for d in drafts if d.kind is Kind.RECAP), drafts[0])
        texts: list[str] = []
        found: list[links.Link] = []
        subject = ""
        for draft in drafts:
            shown = [x for id in draft.shows if (x := book.find_letter(id))]
            values = self._values(book, draft, book.protege.zone)
            values["shown"] = [self._shown(book, x, draft.at, policy) for x in shown]
            if values.get("before"):
                values["changed"] = changed_lines(str(values["before"]), shown[0].text if shown else "")
            wording = self.wordsmith.word(draft.letter, values)
            subject = subject or wording.subject
            texts.append(wording.text)
            found += [x for x in self._links(book, draft, wording.subject, shown) if x not in found]
        if first.answers:
            answered = subject if first.thread.startswith("person/") else one_line(first.reply_to_subject) or subject
            subject = answered if answered.lower().startswith("re:") else f"Re: {answered}"
        text = PARTS.join(texts)
        html = self.twin.html(subject, text, found)
        whole = f"{text}\n\n{links.lines(found)}" if found else text
        calendar = self._calendar(book, first, Address(book.protege.email, book.protege.name))
        shows = tuple(dict.fromkeys(id for d in drafts for id in d.shows))
        return post(book, replace(first, shows=shows), Text(subject, whole, html, calendar), self.tokens)

    def _calendar(self, book: Book, draft: Draft, attendee: Address) -> str:
        """The letter's event for this one reader, "" where it carries none."""
        if not draft.method:
            return ""
        own = private_dates.find(book, draft.meeting)
        if own is not None:
            robin = Address(self.tokens.address, self.assistant_name)
            return private_date(own, Invitation(robin, attendee, draft.at, self.zone_data))
        meeting = meetings.as_worded(book, draft)
        organizer = Address(self.tokens.address, book.protege.name)
        invitation = Invitation(organizer, attendee, draft.at, self.zone_data, agenda(meeting))
        write = {"REQUEST": request, "CANCEL": cancel, "DECLINECOUNTER": decline_counter}[draft.method]
        return write(meeting, invitation, draft.occurrence)

    def _links(self, book: Book, draft: Draft, subject: str, shown: Sequence[Letter]) -> list[links.Link]:
        purpose = Purpose.CHALLENGE if draft.one_time else Purpose.OWNER
        thread = Thread(book.protege.id, draft.one_time or draft.thread, purpose)
        address = self.tokens.thread_address(thread)
        code = shown[0].code if len(shown) == 1 else ""
        if draft.one_time and not self.tokens.plus:
            secret = self.tokens.challenge_code(thread)
            return [x for tap in draft.taps for x in links.taps([tap], address, subject, secret)]
        found: list[links.Link] = []
        for tap in draft.taps:
            if tap.own:
                found += self._own(book, draft, tap, shown)
            elif tap.says in ("SEND", "SEND ANYWAY"):
                found += [] if any(not approving(book, x) for x in shown) else _send(tap, address, subject, code, shown)
            elif tap.says == "SHORTER" and not all(attempts.takes(x, "shorter") for x in shown):
                continue  # no rule can: the protégé's own words, or as short as it gets
            else:
                found += links.taps([tap], address, subject, code if tap.says in WITH_CODE else "")
        return found

    def _own(self, book: Book, draft: Draft, tap: Tap, shown: Sequence[Letter]) -> list[links.Link]:
        """The letter from the protégé's own mailbox: without the line about the program, with a Bcc to its thread."""
        if not shown or any(hit.hard for hit in shown[0].hits):
            return []
        letter = shown[0]
        text = undisclosed(letter.text)
        bcc = self.tokens.thread_address(Thread(book.protege.id, draft.thread, Purpose.PERSON))
        return list(links.taps([tap], bcc, letter.subject, own=links.OwnMail(letter.to, letter.subject, text)))

    def _shown(self, book: Book, letter: Letter, now: datetime, policy: Policy) -> dict[str, object]:
        """A draft as a mail to the protégé shows it."""
        person = book.person(letter.person)
        count = checks.words(letter.text, person.first_name, book.protege.name)
        entry = ics.shown(letter.calendar) if letter.method == "REQUEST" else ("", [])
        return {
            "code": letter.code,
            "name": person.name,
            "first_name": person.first_name,
            "to": letter.to,
            "kind": letter.kind.value,
            "template": letter.template,
            "subject": letter.subject,
            "text": letter.text,
            "words": count,
            "hits": [{"says": h.says, "better": h.better, "hard": h.hard} for h in letter.hits],
            "sendable": not any(h.hard for h in letter.hits),
            "barred": stands_against(book, replace(letter, approved=letter.digest)),
            "resume": bool(person.paused or book.paused) and not person.do_not_contact,
            "checks": checks.passed(letter.kind, letter.hits, count, **_holds(letter)),
            "goes": leaves_at(book, letter, now, policy)[1],
            "zone": reader_zone(book, person),
            "invite": bool(letter.calendar),
            "cancels": letter.method == "CANCEL",
            "entry": entry[0],
            "lists": entry[1],
            "why": letter.why.trigger,
        }

    # --- what every template may use

    def _values(self, book: Book, draft: Draft, reads_in: str) -> dict[str, object]:
        person = book.find_person(draft.person)
        values: dict[str, object] = {
            "protege": {
                "name": book.protege.name,
                "first_name": book.protege.first_name,
                "email": book.protege.email,
                "zone": book.protege.zone,
            },
            "assistant": {"name": self.assistant_name, "address": self.tokens.address},
            "operator": self.operator,
            "today": draft.at.astimezone(zone(reads_in)).date(),
            "zone": reads_in,
        }
        if person is not None:
            values["person"] = _person(person, reads_in)
        return {**values, **draft.values}


def _attendee(draft: Draft, person: Person) -> Address:
    """Whom the invite is to: the person, or their scheduling contact, who has no name in the book."""
    return Address(draft.to) if draft.to else Address(person.email, person.name)


def _person(person: Person, fallback: str) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "first_name": person.first_name,
        "email": person.email,
        "zone": person.zone or fallback,
        "stage": person.stage.value,
        "greeting": person.greeting or f"Hi {person.first_name}",
    }


def _holds(letter: Letter) -> dict[str, bool]:
    """What the text has, whatever it was worded from: the protégé may have written all of it."""
    connection = clause(str(letter.values.get("connection", "")))
    return {"connection": bool(connection) and connection in letter.text, "asks": "?" in letter.text}


def _send(tap: Tap, address: str, subject: str, code: str, shown: Sequence[Letter]) -> Sequence[links.Link]:
    """The approving tap as the checks allow it: none where a hard one failed, SEND ANYWAY where a soft one did."""
    hits = [hit for letter in shown for hit in letter.hits]
    if any(hit.hard for hit in hits):
        return ()
    word = Tap("Send anyway", "SEND ANYWAY") if hits else tap
    return links.taps([word], address, subject, code)


def _refused(draft: Draft, because: str) -> Draft:
    """The same mail to the protégé, saying instead why no invite was made."""
    return replace(draft, letter="protege/nothing", values={"because": because}, shows=(), taps=())
