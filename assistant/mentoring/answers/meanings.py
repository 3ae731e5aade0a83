"""What each meaning of an answer leads to (`policy.md`, what comes · then): a method for each.

A yes becomes times to tap, a later is parked, a no is final, a stop is for good; what is not certain is asked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.meetings import calling_off, invites, own_calendar
from assistant.mentoring.offered_times import kept_terms, meets, named_terms, named_times, told_zone, wished_rhythm
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.people import last_to, next_prospect, referred
from assistant.mentoring.person import BEFORE_COFFEE, Person, Stage
from assistant.mentoring.slots import both_clocks, in_zone, slot_command, slot_words
from assistant.mentoring.standing import HARDSHIP, coming, missed
from assistant.mentoring.unanswered import LEFT, QUESTION, TIME, YES, offers
from assistant.mentoring.words.phrases import question_of

UNCLEAR = "an answer that I am not sure of"
WHAT_TAPS = (
    Tap("Yes", "ANSWERED YES"),
    Tap("Later", "ANSWERED LATER"),
    Tap("No", "ANSWERED NO"),
    Tap("A question", "ANSWERED QUESTION"),
    Tap("Stop", "ANSWERED STOP"),
)


class Answered:
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
        proposed: bool,
    ) -> None:
        self.case = case
        self.person = person
        self.book = case.book
        self.answer = answer
        self.text = text
        self.withdrawn = withdrawn
        self.message_id = message_id
        self.references = (*references, message_id) if message_id else ()
        self.proposed = proposed

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
        rhythm = wished_rhythm(self.answer, self.person, proposed=self.proposed)
        named = named_times(self.answer, self.person, self.case.at, proposed=self.proposed)
        if not (named or rhythm or self.proposed):  # a plain yes beside times of theirs that wait for a choice
            named = list(offers(self.book, self.person, self.case.at))
            stands = coming(self.book, self.person, self.case.at)
            if not named and stands is not None and not self.case.answers and not question_of(self.text):
                return self.tell("protege/said_thanks", "yes", when=stands.actual)
        self._learn_zone(named)
        own = [in_zone(slot, self.case.zone) for slot in named]
        slots = [slot_words(slot) for slot in own]
        shown = [both_clocks(slot, mine) for slot, mine in zip(named, own, strict=True)]
        another = bool(slots) and meets(self.book, self.person, self.case.at)
        awaits = TIME if another else YES
        if own:
            self.keep(replace(self.person, slots=tuple(slots), offered=tuple(own)))
        self.keep(replace(self.person, awaits=awaits))
        if self.person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING):
            self.keep(replace(self.person, stage=Stage.CONTACTED))
        taps = tuple(
            Tap(words, f"COFFEE WITH {self.person.name} {slot_command(slot)}")
            for words, slot in zip(slots, own, strict=True)
            if not slot.whole_day
        )
        terms = named_terms(self.answer) if self.proposed else ""
        if self.proposed:
            taps = (Tap("Agreed", f"{self.person.name} AGREED{terms}"),)
        elif rhythm:
            taps = (Tap("The series", f"MEET {self.person.name}{rhythm}"),)
        elsewhere = any(slot.zone != self.case.zone and not slot.whole_day for slot in named)
        if another:
            # A time that somebody names who has an invite already is another time for that meeting.
            moves = tuple(
                Tap(tap.label, tap.says.replace(f"COFFEE WITH {self.person.name}", "MOVE TO")) for tap in taps
            )
            return self.tell(
                "protege/another_time", "another time", taps=moves, slots=shown, exact=bool(moves), elsewhere=elsewhere
            )
        return self.tell(
            "protege/said_yes",
            "yes",
            taps=taps,
            slots=shown,
            first=self.person.first_name,
            told=self.case.answers,
            rhythm=taps[0].says if rhythm or terms else "",
            terms=kept_terms(self.answer) if self.proposed else None,
            guessed=self.answer.guessed,
            question=question_of(self.text),
            elsewhere=elsewhere,
            proposed=self.proposed,
            exact=any(not slot.whole_day for slot in own),
        )

    def _learn_zone(self, named: list[Slot]) -> None:
        """Where their clock is, if they say so: from then on letters to them say it."""
        zone = told_zone(named, self.case.zone)
        if zone and not self.person.zone:
            self.keep(replace(self.person, zone=zone))

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

    def no(self, named: Person | None = None) -> Decision:
        """A no is final: one thanks may be drafted, then nothing unless they write (promise 2).

        named: whom they sent the protégé to instead; the thanks is for that."""
        book, count = withdraw(self.book, self.person.id)
        self.book, self.withdrawn = book, self.withdrawn + count
        if self.person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN):
            # A mentor who ends an active relationship did not say no (`product.md`, promise 2).
            self.keep(replace(self.person, stage=Stage.CLOSED))
            return calling_off.ended_by_them(self.case.on(self.book), self.person, self.values())
        self.keep(
            replace(
                self.person,
                stage=Stage.DECLINED,
                do_not_contact="declined",
                do_not_contact_since=self.case.today,
            )
        )
        thanks = [self._thanks_for(named)] if self.answer.referral else self._one_thanks()
        note = self.case.note("answer", f"{self.person.name}: no", self.person.id)
        return self.case.on(self.book).answer(
            "protege/said_no",
            person=self.person.id,
            drafts=thanks,
            values=self.values(
                next=next_prospect(self.book, self.person.id),
                referred=named.name if named else "",
                address=named.email if named else "",
            ),
            taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP")) if thanks else (),
            notes=(note,),
        )

    def _one_thanks(self) -> list[Draft]:
        """The one thanks after a no; none where it has left, though they say no once more."""
        thanked = any(
            x.template == "person/thanks_no" and x.person == self.person.id and x.state in LEFT
            for x in self.book.letters
        )
        return [] if thanked else [self._thanks("person/thanks_no")]

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
        """A stop is for good, in every book: nothing more, not even thanks, and no meeting takes place."""
        book, count = withdraw(self.book, self.person.id)
        self.book = calling_off.unseen_gone(book, self.person)
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
        case, rows = own_calendar.asked(self.case.on(self.book), self.person)
        self.book = case.book
        clear = [Tap("Clear my calendar", "YES")] if own_calendar.has_ours(rows) else []
        after = next_prospect(self.book, self.person.id)
        told = self.tell("protege/said_stop", "stop", taps=tuple(clear), next=after, rows=rows)
        return replace(told, stopped=tuple(sorted(self.person.addresses)))

    def referral(self) -> Decision:
        """Thanks drafted; the new person becomes a prospect with the referrer in the first line."""
        new = self._named()
        if self.answer.declined and self.person.stage not in (Stage.ACTIVE, Stage.WINDING_DOWN):
            return self.no(new)
        note = self.case.note("answer", f"{self.person.name}: a referral", self.person.id)
        return self.case.on(self.book).answer(
            "protege/said_referral",
            person=self.person.id,
            drafts=(self._thanks_for(new),),
            values=self.values(
                referred=new.name if new else "", address=new.email if new else "", known=new is not None
            ),
            taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP")),
            notes=(note,),
        )

    def _named(self) -> Person | None:
        """The person they name, in the book from now on; None where it is nobody new, as in "write to me, Ada"."""
        other = self.answer.referral
        if other is None or other.email in self.book.protege.addresses:
            return None
        new = referred(self.book, other, self.person)
        if self.book.find_person(new.id) is None:
            self.book = self.book.with_person(new)
        return new

    def _thanks_for(self, named: Person | None) -> Draft:
        return self._thanks("person/thanks_referral", referred=named.first_name if named else "")

    def question(self) -> Decision:
        """Their question is shown; the answer is the protégé's own words, threaded to the question."""
        self.keep(replace(self.person, awaits=self.person.awaits or QUESTION))
        return self.tell("protege/asked", "a question", taps=(Tap("Write the answer", "EDIT"),))

    def hardship(self) -> Decision:
        """Everything waits, nothing is asked, nothing is drafted: two lines of the protégé's own are best."""
        talk = coming(self.book, self.person, self.case.at)
        self.book, count = withdraw(self.book, self.person.id)
        self.withdrawn += count
        for meeting in self.book.meetings:
            if meeting.person == self.person.id:
                self.book = invites.withdraw_for(self.book, meeting.uid)
        if talk is not None and not talk.meeting.rrule:
            off = missed(talk.meeting, self.person.email, talk.original, self.case.at)
            self.book = self.book.with_meeting(off)
        self.keep(replace(self.person, paused=HARDSHIP, awaits="", slots=(), offered=()))
        return self.tell("protege/hard_news", "hard news", when=talk.actual if talk else None)

    def thanks(self) -> Decision:
        return self.tell("protege/said_thanks", "thanks")

    def unclear(self) -> Decision:
        """ "Is this a YES, LATER or NO?", or a stop? Until the protégé says, the ladder rests."""
        thread, id = thread_of(self.person.id), self.person.id
        data = (("text", self.text[:4000]), ("message_id", self.message_id))
        question = Question(self.case.id("what"), Asks.WHAT_ANSWER, self.case.at, thread, id, data)
        self.book = self.book.with_question(question)
        self.keep(replace(self.person, paused=self.person.paused or UNCLEAR))
        stop = self.answer.meaning is Meaning.STOP and self.person.stage in BEFORE_COFFEE
        ends = self.person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN)  # there a no is the end of the meetings
        taps = (*WHAT_TAPS, *((Tap("Ended", "ANSWERED NO"),) if ends else ()))
        return self.tell("protege/what_answer", "not sure what it means", taps=taps, stop=stop, ends=ends)
