"""The second reading: a routed mail, with the book's context, becomes what happened. Every role ends in an event."""

from __future__ import annotations

from dataclasses import replace

from assistant.engine import beside, private_words, protege_mail, spoken
from assistant.engine.arrived import Arrived, calendar_event, is_published, moment
from assistant.mentoring import events as happened
from assistant.mentoring import offered_times
from assistant.mentoring.endings import MENTORED
from assistant.mentoring.facts import Answer, Mail, Meaning
from assistant.mentoring.letters import LetterState
from assistant.mentoring.routing import Role
from assistant.reading import answer as answers
from assistant.reading.answers.endings import may_end
from assistant.reading.answers.hardship import is_hard_news
from assistant.reading.answers.nth_offered import nth_offered
from assistant.reading.dates.agreed_terms import agreed_terms

# A reading that no choice among our times turns round: "the first one is no good".
_NO_CHOICE = (Meaning.NO, Meaning.STOP, Meaning.LATER, Meaning.HARDSHIP)


def understand(arrived: Arrived) -> happened.Event:
    """What happened. Every role ends in an event: also what needs nothing is recorded."""
    return {
        Role.COMMAND: _commanded,
        Role.TOO_LARGE: protege_mail.too_large,
        Role.CORRESPONDENCE: protege_mail.correspondence,
        Role.CHALLENGE: protege_mail.challenge,
        Role.UNPROVEN: protege_mail.unproven,
        Role.ANSWER: _answer,
        Role.UNKNOWN: _unknown,
        Role.BOUNCE: _bounce,
        Role.COMPLAINT: _complaint,
        Role.AUTO_REPLY: _auto_reply,
        Role.STRANGER: _stranger,
    }.get(arrived.route.role, _ignored)(arrived)


def _commanded(arrived: Arrived) -> happened.Event:
    mail = arrived.mail
    heading = "" if mail.in_reply_to else mail.subject  # the subject of a reply is ours
    return private_words.apart(protege_mail.command(arrived), f"{heading}\n\n{mail.new_text}")


def _answer(arrived: Arrived) -> happened.Event:
    mail, book = arrived.mail, arrived.book
    person = book.person(arrived.route.person)
    calendar, cancels = calendar_event(arrived, None), None
    if calendar is not None and not (is_published(calendar) and mail.new_text.strip()):
        said = beside.words(calendar, mail.new_text)
        if not answers.asks_to_stop(said) and not _is_off(calendar, said):
            return beside.told(calendar, said, moment(arrived, person), book)
        if isinstance(calendar, happened.InviteReceived) and calendar.invite.method == "CANCEL":
            cancels = calendar
    text = _words(mail)
    found = answers.answer(text, moment(arrived, person), book.protege.called)
    offered = offered_times.on_the_table(book, person, (*mail.references, mail.in_reply_to), mail.arrived)
    taken = nth_offered(text, len(offered), (*person.name.split(), *book.protege.name.split()))
    if taken and mail.certain and not (found.certain and found.meaning in _NO_CHOICE):
        found = Answer(Meaning.YES, certain=True, slots=tuple(offered[number - 1] for number in taken), text=text)
    elif _tells_hard_news(found, text):
        found = Answer(Meaning.HARDSHIP, certain=True, text=found.text)
    elif person.stage in MENTORED and found.meaning not in (Meaning.STOP, Meaning.NO) and may_end(text):
        found = Answer(Meaning.OTHER, certain=False, text=found.text)  # an end is asked, never a yes (promise 2)
    elif (spoke := spoken.of_meeting(arrived, person, found, text)) is not None:
        return spoke
    elif not mail.certain and found.meaning is not Meaning.STOP:
        found = replace(found, certain=False)
    elif found.meaning is Meaning.YES:
        said_terms = agreed_terms(text)
        found = replace(
            found,
            rule=said_terms.rule,
            hour=said_terms.hour,
            minutes=said_terms.minutes,
            months=said_terms.months,
            guessed=said_terms.guessed,
        )
    return happened.AnswerReceived(
        mail.key,
        mail.arrived,
        person.id,
        found,
        text,
        message_id=mail.message_id,
        subject=mail.subject,
        sender=mail.sender.email if mail.sender else "",
        references=mail.references,
        cancels=cancels,
    )


def _tells_hard_news(found: Answer, text: str) -> bool:
    """Whether hard news is what counts of their words: not a stop, and not a time that they name all the same."""
    meets = found.certain and found.meaning is Meaning.YES and any(not slot.whole_day for slot in found.slots)
    return found.meaning is not Meaning.STOP and not meets and is_hard_news(text)


def _is_off(event: happened.Event, said: str) -> bool:
    """Whether hard news came with a calendar's answer that is no acceptance: then the words count."""
    if not isinstance(event, happened.InviteAnswered) or not is_hard_news(said):
        return False
    return all(answer.upper() != "ACCEPTED" for _, answer in event.answer.answers)


def _words(mail: Mail) -> str:
    """What they wrote now, as the protégé will see it."""
    if mail.closed:
        return f"(I can't read this mail: it is {mail.closed}. It is kept.)"
    return mail.new_text.strip() or mail.text.strip()


def _unknown(arrived: Arrived) -> happened.Event:
    mail, book = arrived.mail, arrived.book
    person = book.person(arrived.route.person)
    text = _words(mail)
    sender = mail.sender
    assert sender is not None
    return happened.UnknownSenderWrote(
        mail.key,
        mail.arrived,
        person.id,
        sender.email,
        sender.name,
        text,
        known=sender.email in person.addresses,
        stop=answers.asks_to_stop(text),
    )


def _bounce(arrived: Arrived) -> happened.Event:
    mail = arrived.mail
    letter = arrived.book.find_letter(arrived.route.letter)
    if mail.bounce is None or letter is None or letter.state is LetterState.WITHDRAWN:
        return _ignored(arrived)
    return happened.Bounced(mail.key, mail.arrived, letter.id, mail.bounce)


def _complaint(arrived: Arrived) -> happened.Event:
    """The button "this is spam", or "unsubscribe", is a stop (`policy.md`, stop and complaint)."""
    mail = arrived.mail
    return happened.AnswerReceived(mail.key, mail.arrived, arrived.route.person, Answer(Meaning.STOP, certain=True), "")


def _auto_reply(arrived: Arrived) -> happened.Event:
    mail = arrived.mail
    text = mail.new_text.strip() or mail.text.strip()
    return happened.AutoReplied(mail.key, mail.arrived, arrived.route.person, mail.absence, text)


def _stranger(arrived: Arrived) -> happened.Event:
    return happened.StrangerWrote(arrived.mail.key, arrived.mail.arrived)


def _ignored(arrived: Arrived) -> happened.Event:
    why = arrived.route.why or arrived.route.role.value
    return happened.MailIgnored(arrived.mail.key, arrived.mail.arrived, why, arrived.route.letter)
