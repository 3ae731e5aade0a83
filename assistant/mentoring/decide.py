"""The heart: `decide(book, event, policy) -> Decision`. Pure. Which practice answers which event stands in two tables.

An event whose key the book has handled changes nothing: every delivery, restart and replay is safe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.mentoring import daily, elsewhere, endings, fate, goals, people, senders, status, winding_down
from assistant.mentoring import events as happened
from assistant.mentoring.answers import answers, before_meeting, machines, stopping
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.command import Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.meetings import bound, guests, holiday_moves, meetings, passed, private_dates
from assistant.mentoring.outreach import outreach, search, touches
from assistant.mentoring.policy import Policy
from assistant.mentoring.preparing import brief, mentor_agenda, prep
from assistant.mentoring.protege import (
    acts,
    approval,
    brakes,
    choosing,
    drafts,
    held,
    help,
    questions,
    records,
    reported,
    settings,
    shortwords,
    undo,
    welcome,
)
from assistant.mentoring.recaps import corrections, kept_private, recap, reminders
from assistant.mentoring.relationship import agreement, coffee

type_of = type
RECENT = 200  # notes that stay in the book; all of them are in the journal

VERBS: dict[Verb, Callable[[Case], Decision]] = {
    Verb.HELLO: welcome.hello,
    Verb.HELP: help.help_card,
    Verb.STATUS: status.status,
    Verb.SETTING: settings.change,
    Verb.GOALS: goals.goals,
    Verb.NEW_MENTOR: search.new_mentor,
    Verb.ABOUT: search.about,
    Verb.FIELDS: search.fields,
    Verb.REACH_OUT: outreach.reach_out,
    Verb.SEND: approval.send,
    Verb.YES: shortwords.yes,
    Verb.NO: shortwords.no,
    Verb.EDIT: drafts.edit,
    Verb.SKIP: drafts.skip,
    Verb.SENT: touches.sent,
    Verb.TOUCH: touches.touch,
    Verb.ANSWERED: reported.reported,
    Verb.SAID_NO: reported.said_no,
    Verb.SAID_LATER: reported.said_later,
    Verb.STOP: stopping.stop,
    Verb.COFFEE: coffee.coffee,
    Verb.CHOICE: choosing.choose,
    Verb.FIT: coffee.fit,
    Verb.PROPOSE: agreement.propose,
    Verb.AGREED: agreement.agreed,
    Verb.MEET: meetings.meet,
    Verb.CALENDAR: meetings.reported,
    Verb.PREP: prep.prep,
    Verb.NOTES: recap.notes_command,
    Verb.RECAP: corrections.correct,
    Verb.NO_SHOW: meetings.no_show,
    Verb.ACTIONS: corrections.told_of_actions,
    Verb.REMIND: reminders.remind,
    Verb.THANK: recap.thank,
    Verb.WRAP_UP: endings.wrap_up,
    Verb.WHY: records.why,
    Verb.RECORDS: records.records,
    Verb.UNDO: undo.undo,
    Verb.ANSWER: questions.open_question,
    Verb.THANKS_ONLY: help.thanks_noted,
}

EVENTS: dict[type[happened.Event], Callable[..., Decision]] = {
    happened.NotUnderstood: help.not_understood,
    happened.NotesForwarded: recap.notes_came,
    happened.AnswerReceived: answers.answered,
    happened.SpokeOfMeeting: before_meeting.spoke,
    happened.UnknownSenderWrote: senders.unknown_sender,
    happened.AutoReplied: machines.absent,
    happened.Bounced: machines.bounced,
    happened.InviteAnswered: meetings.invite_answered,
    happened.InviteReceived: meetings.invite_received,
    happened.CorrespondenceSeen: touches.correspondence,
    happened.SenderUnproven: senders.unproven,
    happened.ChallengeAnswered: senders.challenge_answered,
    happened.OnlyWeGotIt: senders.only_we_got_it,
    happened.StrangerWrote: senders.stranger,
    happened.MailSetAside: senders.set_aside,
    happened.MailIgnored: senders.ignored,
    happened.StoppedElsewhere: stopping.stopped_elsewhere,
    happened.FirstNoteElsewhere: elsewhere.first_note,
    happened.LetterSent: fate.sent,
    happened.LetterDeferred: fate.deferred,
    happened.LetterRefused: fate.refused,
    happened.LetterUnwritable: fate.unwritable,
    happened.LetterStale: approval.stale,
    happened.MeetingPassed: passed.meeting_passed,
    happened.LetterDoubted: fate.doubted,
    happened.LetterLost: fate.lost,
    happened.BookRestored: fate.restored,
    happened.GivenUp: senders.given_up,
    happened.AttemptDue: outreach.attempt_due,
    happened.ChallengeDue: senders.challenge_due,
    happened.ResumeDue: outreach.resume_due,
    happened.DraftExpiring: drafts.expiring,
    happened.DraftExpired: drafts.expired,
    happened.DigestDue: daily.digest_due,
    happened.HolidaysDue: holiday_moves.holidays_due,
    happened.WindDownDue: winding_down.wind_down_due,
    happened.PrepDue: prep.prep_due,
    happened.BriefDue: brief.brief_due,
    happened.AgendaDue: mentor_agenda.agenda_due,
    happened.AgendaOutdated: mentor_agenda.agenda_outdated,
    happened.NotesDue: recap.notes_due,
    happened.ReminderDue: reminders.reminder_due,
}


def decide(book: Book, event: happened.Event, policy: Policy) -> Decision:
    """What follows from `event`: the new book, letters to word, notes for the journal. Never fails on good values."""
    if event.key in book.handled:
        return Decision(book)
    handled = {**book.handled, event.key: event.at.date()}
    base = replace(book, handled=handled)
    if isinstance(event, happened.CommandsGiven):
        decision = _commands(base, event, policy)
    elif isinstance(event, happened.NotesForwarded) and event.commands:
        decision = _notes_and_more(base, event, policy)
    else:
        context = getattr(event, "context", None)
        case = Case(base, event.key, event.at, policy, context or happened.Context(), answers=context is not None)
        decision = EVENTS[type_of(event)](case, event)
        if isinstance(event, happened.NotUnderstood):
            decision = brakes.when_unsure(case, decision, names=event.names)
        elif isinstance(event, happened.MailSetAside) and event.context is not None:
            decision = brakes.when_unsure(
                case, decision, why=f"I hold it: I could not read your mail, since {event.why}."
            )
        decision = held.with_what_goes(case, held.with_what_was_dropped(case, decision))
    decision = bound.kept(Case(decision.book, event.key, event.at, policy), decision, book)
    decision = guests.with_copies(Case(decision.book, event.key, event.at, policy), decision, book)
    decision = private_dates.kept(Case(decision.book, event.key, event.at, policy), decision)
    recent = (*decision.book.recent, *decision.notes)[-RECENT:]
    return replace(decision, book=replace(decision.book, recent=recent))


def _notes_and_more(book: Book, event: happened.NotesForwarded, policy: Policy) -> Decision:
    """Notes, and how it fits: what the mail tells is known before the recap could ask it, which stands first."""
    given = happened.CommandsGiven(f"{event.key}#told", event.at, event.commands, event.context)
    told = _commands(book, given, policy)
    noted = recap.notes_came(Case(told.book, event.key, event.at, policy, event.context, answers=True), event)
    return replace(told.then(noted), drafts=(*noted.drafts, *told.drafts))


def _commands(book: Book, event: happened.CommandsGiven, policy: Policy) -> Decision:
    """Every command in turn, each on the book that the one before left."""
    decision = Decision(book)
    for number, (command, *beside) in enumerate(corrections.together(coffee.unambiguous(event.commands))):
        key = event.key if number == 0 else f"{event.key}#{number}"
        case = Case(decision.book, key, event.at, policy, event.context, command, answers=True, beside=tuple(beside))
        done = kept_private.told(case, acts.remember(case, _command(case)))
        if brakes.is_unsure(command):
            done = brakes.when_unsure(case, done)
        done = held.with_what_was_dropped(case, held.with_what_goes_no_more(case, done))
        decision = decision.then(held.with_what_goes(case, done))
    return decision


def _command(case: Case) -> Decision:
    case = _with_the_only_one(case)
    if case.command.candidates and case.command.verb not in ASKS_WHICH:
        return case.ask_whom(case.command.line)
    if brakes.is_brake(case):
        return brakes.brake(case)
    if case.command.op == "not_sent":
        return approval.not_sent(case)
    nobody = case.person is None and case.command.verb in ASKS_WHOM
    when = case.command.verb in ASKS_WHEN and not (case.command.at or case.command.day)
    if case.command.ask and not nobody and not when and case.command.verb not in ASKS_ITSELF:
        return case.nothing_done(case.command.ask)
    practice = VERBS.get(case.command.verb)
    return practice(case) if practice else help.not_yet(case)


def _with_the_only_one(case: Case) -> Case:
    """With one person in the book, a word that needs somebody and names nobody is about them."""
    command = case.command
    if command.verb not in NEEDS_SOMEBODY or case.person is not None or command.named or command.candidates:
        return case
    person = people.only(case.book)
    if person is None:
        return case
    ask = "" if command.ask in WHOM else command.ask
    return replace(case, command=replace(command, person=person.id, ask=ask))


NEEDS_SOMEBODY = frozenset(
    {Verb.FIT, Verb.PREP, Verb.TOUCH, Verb.SENT, Verb.COFFEE, Verb.PROPOSE, Verb.AGREED, Verb.THANK, Verb.SAID_NO}
    | {Verb.SAID_LATER, Verb.REACH_OUT, Verb.WRAP_UP}
)
WHOM = frozenset({"Whom do you mean?", "To whom?", "With whom?"})  # what the reading asks where nobody is named
ASKS_ITSELF = frozenset(
    {Verb.SEND, Verb.YES, Verb.NO, Verb.EDIT, Verb.STOP, Verb.ANSWERED, Verb.SAID_LATER, Verb.FIELDS, Verb.GOALS}
    | {Verb.RECAP}
)
# The name may fit several, and what waits for each of them must not leave meanwhile.
ASKS_WHICH = frozenset({Verb.STOP, Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER})
ASKS_WHEN = frozenset({Verb.SKIP, Verb.COFFEE})  # without a day their own question knows more: times that are free
ASKS_WHOM = frozenset({Verb.SENT, Verb.TOUCH, Verb.ABOUT, Verb.REACH_OUT, Verb.SAID_NO})
