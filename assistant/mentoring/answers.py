"""What a person's answer sets in motion (`policy.md`, what comes · then). Any human answer ends the ladder.

The answer comes by mail to us, forwarded by the protégé, or as the protégé's word ("Minerva said no"). What is not
certain is put to the protégé: nothing is decided on a guess, except that everything waits.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.people import last_to, next_prospect, referred
from assistant.mentoring.person import Person, Remark, Stage
from assistant.mentoring.slots import in_zone, slot_command, slot_words

UNCLEAR = "an answer that I am not sure of"
WHAT_TAPS = (
    Tap("Yes", "ANSWERED YES"),
    Tap("Later", "ANSWERED LATER"),
    Tap("No", "ANSWERED NO"),
    Tap("A question", "ANSWERED QUESTION"),
    Tap("Stop", "ANSWERED STOP"),
)


def answered(case: Case, event: happened.AnswerReceived) -> Decision:
    """A person wrote, to us or (forwarded) to the protégé. The words are always shown in full."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    if event.message_id:
        # Kept for the protégé's answer: it belongs into their thread, under their last mail.
        ids = tuple(dict.fromkeys((*event.references[-9:], event.message_id)))
        person = replace(person, their_mail=ids, their_subject=event.subject or person.their_subject)
    elif event.subject:
        person = replace(person, their_subject=event.subject)
    return take(case, person, event.answer, event.text, message_id=event.message_id, references=event.references)


def take(
    case: Case,
    person: Person,
    answer: Answer,
    text: str,
    *,
    message_id: str = "",
    references: tuple[str, ...] = (),
) -> Decision:
    """Ends the ladder, withdraws what the answer overtakes, and goes by what it means."""
    book, withdrawn = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    ladder = replace(person.ladder, ended="answered", last=person.ladder.last or case.at)
    paused = "" if person.paused == UNCLEAR else person.paused
    person = replace(person, ladder=ladder, answered_at=case.at, paused=paused)
    if person.do_not_contact == "declined" and answer.meaning not in (Meaning.NO, Meaning.STOP):
        # "Nothing unless they write" (promise 2): they wrote.
        person = replace(person, do_not_contact="", do_not_contact_since=None, stage=Stage.CONTACTED)
    if not (answer.meaning is Meaning.STOP and answer.certain) and text:
        person = replace(person, remarks=(*person.remarks, Remark(case.at, f"answered: {text[:2000]}", private=True)))
    book = book.with_person(person)
    question = book.question(thread_of(person.id), Asks.WHAT_ANSWER)
    if question is not None:
        book = book.without_question(question.id)
    here = _Answered(case.on(book), person, answer, text, withdrawn, message_id, references)
    if answer.meaning is Meaning.STOP and answer.certain:
        return here.stop()
    if not answer.certain:
        return here.unclear()
    meant = {
        Meaning.YES: here.yes,
        Meaning.LATER: here.later,
        Meaning.NOT_NOW: here.later,
        Meaning.NO: here.no,
        Meaning.REFERRAL: here.referral,
        Meaning.QUESTION: here.question,
        Meaning.THANKS: here.thanks,
    }
    return meant.get(answer.meaning, here.unclear)()


class _Answered:
    """One answer at the table: a method for each meaning."""

    def __init__(
        self,
        case: Case,
        person: Person,
        answer: Answer,
        text: str,
        withdrawn: int,
        message_id: str,
        references: tuple[str, ...],
    ) -> None:
        self.case = case
        self.person = person
        self.book = case.book
        self.answer = answer
        self.text = text
        self.withdrawn = withdrawn
        self.message_id = message_id
        self.references = (*references, message_id) if message_id else ()

    def values(self, **more: object) -> dict[str, object]:
        return {"name": self.person.name, "text": self.text, "withdrawn": self.withdrawn, **more}

    def tell(self, letter: str, said: str, *, taps: tuple[Tap, ...] = (), **values: object) -> Decision:
        note = self.case.note("answer", f"{self.person.name}: {said}", self.person.id)
        return self.case.on(self.book).answer(
            letter, person=self.person.id, values=self.values(**values), taps=taps, notes=(note,)
        )

    def keep(self, person: Person) -> None:
        self.person = person
        self.book = self.book.with_person(person)

    def yes(self) -> Decision:
        """Schedule; the times they proposed become one-tap choices."""
        own = [in_zone(slot, self.case.zone) for slot in self.answer.slots[:4]]
        slots = [slot_words(slot) for slot in own]
        self.keep(replace(self.person, slots=tuple(slots)))
        if self.person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING):
            self.keep(replace(self.person, stage=Stage.CONTACTED))
        name = self.person.first_name
        taps = tuple(
            Tap(words, f"COFFEE WITH {self.person.name} {slot_command(slot)}")
            for words, slot in zip(slots, own, strict=True)
            if not slot.whole_day
        )
        if self.person.stage is Stage.PROPOSED:
            taps = (Tap("Agreed", f"{self.person.name} AGREED"),)
        elsewhere = any(slot.zone != self.case.zone and not slot.whole_day for slot in self.answer.slots)
        if slots and self._meets():
            # A time that somebody names who has an invite already is another time for that meeting.
            moves = tuple(
                Tap(tap.label, tap.says.replace(f"COFFEE WITH {self.person.name}", "MOVE TO")) for tap in taps
            )
            return self.tell("protege/another_time", "another time", taps=moves, slots=slots, elsewhere=elsewhere)
        return self.tell("protege/said_yes", "yes", taps=taps, slots=slots, first=name, elsewhere=elsewhere)

    def _meets(self) -> bool:
        """Whether a meeting with them is to come that they know of."""
        return any(
            m.person == self.person.id and m.state == "invited" and m.next(self.case.at) for m in self.book.meetings
        )

    def later(self) -> Decision:
        """Parked until that day and five business days more; without a day, asked."""
        until = self.answer.until
        if until is None:
            question = Question(
                self.case.id("later"), Asks.UNTIL_WHEN, self.case.at, thread_of(self.person.id), self.person.id
            )
            self.book = self.book.with_question(question)
            self._park(self.case.calendar(self.person).add(self.case.today, 20))
            return self.tell(
                "protege/said_later_when",
                "later",
                taps=(Tap("In a month", "LATER in 1 month"), Tap("In three months", "LATER in 3 months")),
            )
        day = self.case.calendar(self.person).add(until, self.case.policy.later_days)
        self._park(day)
        return self.tell("protege/said_later", f"later, until {said_day(until)}", until=until, day=day)

    def _park(self, day: date) -> None:
        self.keep(replace(self.person, ladder=replace(self.person.ladder, ended="later", waits_until=day)))

    def no(self) -> Decision:
        """A no is final: one thanks may be drafted, then nothing unless they write (promise 2)."""
        book, count = withdraw(self.book, self.person.id)
        self.book, self.withdrawn = book, self.withdrawn + count
        if self.person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN):
            # A mentor who ends an active relationship did not say no (`product.md`, promise 2).
            self.keep(replace(self.person, stage=Stage.CLOSED))
            return self.tell("protege/ended_by_them", "ended the meetings")
        self.keep(
            replace(
                self.person,
                stage=Stage.DECLINED,
                do_not_contact="declined",
                do_not_contact_since=self.case.today,
            )
        )
        draft = self._thanks("person/thanks_no")
        note = self.case.note("answer", f"{self.person.name}: no", self.person.id)
        return self.case.on(self.book).answer(
            "protege/said_no",
            person=self.person.id,
            drafts=(draft,),
            values=self.values(next=next_prospect(self.book, self.person.id)),
            taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP")),
            notes=(note,),
        )

    def _thanks(self, template: str, **values: object) -> Draft:
        last = last_to(self.book, self.person)
        return self.case.write(
            template,
            Kind.THANKS,
            self.person,
            values={
                "greeting": self.person.greeting or f"Hi {self.person.first_name}",
                "subject_before": last.subject if last else "",
                "connection": self.person.why,
                **values,
            },
            why=Why("one thanks after an answer", "their answer"),
            answers=self.message_id or (last.message_id if last else ""),
            references=self.references or ((*last.references, last.message_id) if last else ()),
        )

    def stop(self) -> Decision:
        """A stop is for good, in every book: nothing more, not even thanks."""
        book, count = withdraw(self.book, self.person.id)
        self.book = book
        self.withdrawn += count
        self.keep(
            replace(
                self.person,
                stage=Stage.DECLINED,
                do_not_contact="stop",
                do_not_contact_since=self.case.today,
                slots=(),
            )
        )
        told = self.tell("protege/said_stop", "stop", next=next_prospect(self.book, self.person.id))
        return replace(told, stopped=tuple(sorted(self.person.addresses)))

    def referral(self) -> Decision:
        """Thanks drafted; the new person becomes a prospect with the referrer in the first line."""
        other = self.answer.referral
        if other is not None and other.email in self.book.protege.addresses:
            other = None  # "write to me again, Ada": nobody new
        new: Person | None = None
        if other is not None:
            new = referred(self.book, other, self.person)
            if self.book.find_person(new.id) is None:
                self.book = self.book.with_person(new)
        draft = self._thanks("person/thanks_referral", referred=other.name.split()[0] if other and other.name else "")
        note = self.case.note("answer", f"{self.person.name}: a referral", self.person.id)
        return self.case.on(self.book).answer(
            "protege/said_referral",
            person=self.person.id,
            drafts=(draft,),
            values=self.values(
                referred=new.name if new else "", address=new.email if new else "", known=other is not None
            ),
            taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP")),
            notes=(note,),
        )

    def question(self) -> Decision:
        """Their question is shown; the answer is the protégé's own words, threaded to the question."""
        return self.tell("protege/asked", "a question", taps=(Tap("Write the answer", "EDIT"),))

    def thanks(self) -> Decision:
        return self.tell("protege/said_thanks", "thanks")

    def unclear(self) -> Decision:
        """ "Is this a YES, LATER or NO?" Until the protégé says, the ladder rests."""
        question = Question(
            self.case.id("what"),
            Asks.WHAT_ANSWER,
            self.case.at,
            thread_of(self.person.id),
            self.person.id,
            (("text", self.text[:4000]), ("message_id", self.message_id)),
        )
        self.book = self.book.with_question(question)
        self.keep(replace(self.person, paused=self.person.paused or UNCLEAR))
        return self.tell("protege/what_answer", "not sure what it means", taps=WHAT_TAPS)


def resume_due(case: Case, event: happened.ResumeDue) -> Decision:
    """The day has come, theirs or the end of a rest: the protégé is asked, nobody is written to."""
    person = case.book.person(event.person)
    rested = person.ladder.ended == "rested"
    ladder = replace(person.ladder, waits_until=None, ended=person.ladder.ended if rested else "answered")
    book = case.book.with_person(replace(person, ladder=ladder))
    return case.on(book).answer(
        "protege/rest_over" if rested else "protege/resume",
        person=person.id,
        kind=Kind.NOTICE,
        values={"name": person.name, "answered": person.answered_at, "months": case.policy.rest_months},
        taps=(Tap("Write to them", "EDIT"), Tap("Let it rest", "REST")),
    )
