"""What the reading of a protégé's mail may know of the book: people, the mail that is answered, what is open."""

from __future__ import annotations

from assistant.engine.arrived import Arrived
from assistant.engine.first_mail import answers_three
from assistant.mentoring.book import Asks, Book
from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.meetings.instead import offers_times
from assistant.mentoring.meetings.moves import upcoming
from assistant.mentoring.protege.held import told_by
from assistant.mentoring.recaps.meant_lines import lines_of
from assistant.mentoring.recaps.recap_mail import VERSION
from assistant.mentoring.unanswered import UNSURE, YES, offers, unanswered
from assistant.reading import command as spoken


def reading_of(arrived: Arrived) -> spoken.Reading:
    """What the reading of commands may know of the book."""
    mail, book, route = arrived.mail, arrived.book, arrived.route
    letter = book.find_letter(route.letter)
    answering = _kind_answered(letter, book) if letter else ""
    question = book.question(route.thread)
    if question is not None and question.asks is Asks.THREE and not answers_three(arrived):
        question = None  # a later mail about something else is no answer to the hello
    return spoken.Reading(
        people=tuple(spoken.Known(p.id, p.name, tuple(sorted(p.addresses))) for p in book.people),
        protege=book.protege.name,
        now=mail.written,
        zone=book.protege.zone,
        country=book.protege.country,
        thread=route.person or None,
        answering=answering,
        question=question.asks.value if question else "",
        codes=tuple(x.code for x in book.pending()),
        actions=tuple(a.number for a in book.actions),
        goals=tuple(g.number for g in book.goals),
        new=book.welcomed is None,
        meets=tuple({u.person.id: None for u in upcoming(book, mail.arrived)}),
        offers=_choices(arrived),
        lines=_recap_lines(book, route.person) if letter and _of_recap(_talked_about(letter, book), book) else (),
        times=letter is not None and _shows_other_times(book, letter),
        terms=_bare_terms(letter) if letter else "",
    )


def _choices(arrived: Arrived) -> tuple[str, ...]:
    """Whose times wait for a choice; and the person of this thread where only a time is missing."""
    book, now = arrived.book, arrived.mail.arrived
    found = [p.id for p in book.people if offers(book, p, now)]
    letter = book.find_letter(arrived.route.letter)
    if letter is not None and letter.person and _shows_other_times(book, letter):
        found.append(letter.person)
    waits = {u.person.id for u in unanswered(book, now) if u.what in (YES, UNSURE)} & {arrived.route.person}
    return tuple(dict.fromkeys((*found, *waits)))


# What bare terms are under these mails of ours: a proposal's, or an agreement's.
_TERMS = {"protege/proposal_drafted": "propose", "protege/agreed": "agreed", "protege/said_yes": "agreed"}


def _bare_terms(letter: Letter) -> str:
    if letter.template == "protege/said_yes" and letter.values.get("terms") is None:
        return ""  # a yes to a talk
    return _TERMS.get(letter.template, "")


def _shows_other_times(book: Book, letter: Letter) -> bool:
    """Whether our mail shows a draft that offers other times for a declined meeting: one of them may be taken."""
    return any(offers_times(x) for id in letter.shows if (x := book.find_letter(id)))


NAMED = frozenset({"welcome", "recap", "prep", "notes_prompt", "fit", "goals", "actions"})


def _kind_answered(letter: Letter, book: Book) -> str:
    """What kind of our mails is answered, as the reading of commands knows them."""
    name = _talked_about(letter, book).template.rpartition("/")[2]
    shown = [x for id in letter.shows if (x := book.find_letter(id))]
    if letter.kind is Kind.DIGEST:
        return "digest"
    if name in NAMED:
        return name
    if any(x.template == VERSION for x in shown):
        return "recap"
    if name == "attempt":
        return "reattempt"
    if any(x.calendar for x in shown):
        return "invite_draft"
    return "draft" if shown else name


# Short answers that leave the talk where it was: a reply to one goes on with the mail before.
_SHORT = frozenset({"nothing", "noted", "not_understood", "actions", "not_sent"})


def _talked_about(letter: Letter, book: Book) -> Letter:
    """The mail that the talk is about: under "I did nothing", the recap that was answered before."""
    if letter.template.rpartition("/")[2] not in _SHORT or not letter.person:
        return letter
    before = [
        x
        for x in book.letters
        if x.to_protege
        and x.thread == letter.thread
        and x.created < letter.created
        and x.template.rpartition("/")[2] not in _SHORT
    ]
    last = max(before, key=lambda x: x.created, default=letter)
    return last if _of_recap(last, book) else letter


def _of_recap(letter: Letter | None, book: Book) -> bool:
    """Whether our mail is a recap, shows the mentor's version of one, or says that it goes."""
    if letter is None:
        return False
    shown = [x for id in letter.shows if (x := book.find_letter(id))]
    return letter.kind is Kind.RECAP or any(x.template == VERSION for x in (*shown, *told_by(book, letter)))


def _recap_lines(book: Book, person: str) -> tuple[str, ...]:
    """The words of each line of their newest recap."""
    found = [r for r in book.recaps if r.person and (not person or r.person == person)]
    return tuple(line.text for line in lines_of(book, found[-1])) if found else ()
