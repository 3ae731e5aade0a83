"""The second half of the story: from the talk to a year of meetings."""

from __future__ import annotations

from assistant.demo import people
from assistant.demo.people import Person
from assistant.demo.stage import Stage
from assistant.demo.third_act import more_talks

NOTES = """\
We talked about how she priced her first product.

- price by outcome, not by seat
- decided: no change for existing customers before March
- I will write a one-page pricing memo by 4 December
- I will send her the deck
- She will introduce me to Lee

private: she is not happy with her own board"""


def after_the_talk(stage: Stage, ada: Person, minerva: Person, lee: Person) -> None:
    """Notes and recap, the proposal, the series, Lee, the digest, a result, a moved date, the book, more talks."""
    notes(stage, ada, minerva)
    proposal(stage, ada, minerva)
    series(stage, ada, minerva)
    introduced(stage, ada, lee)
    everyday(stage, ada, minerva)
    in_the_book(stage, ada)
    more_talks(stage, ada, minerva)


def notes(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("They have talked; half an hour later Robin asks for notes, and Ada types them on her phone")
    stage.leave(
        (ada, "What waits, Wed 18 Nov", "Today at", "Goal today"),
        (ada, "NOTES of Wed 18 Nov", "FIT YES"),
        until=stage.day(11, 18, 12, 5),
    )
    stage.reply(ada, NOTES)
    stage.gets(ada, "RECAP", "I am not sure about 1 thing", "send her the deck", "Only for you")
    stage.reply(ada, "2 is mine, due 25 Nov")
    stage.gets(ada, "2 is due Wed 25 Nov", "FOR Minerva, with thanks")
    stage.reply(ada, "used: I asked two customers your question the same afternoon, and one named a price")
    shown = stage.gets(ada, "you the deck by Wed 25 Nov", "I asked two customers your question", "[Send]")
    letter = people.text_of(shown).split("FOR Minerva", 1)[1]
    stage.expect("her own board" not in letter, "the private line is not in the letter to Minerva")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    [thanks] = stage.leave((minerva, "Thank you for our talk"), until=stage.day(11, 18, 12, 40))
    stage.expect("board" not in people.text_of(thanks), "what is private stays private")


def proposal(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("It fits, and Ada is ready: only now the big question is asked")
    stage.reply(ada, "fit yes")
    stage.gets(ada, "it fits with Minerva", "Are you ready to commit?")
    stage.tap(ada, "Yes")
    stage.gets(ada, "PROPOSAL for Minerva", "Would you consider being my mentor?")
    stage.reply(ada, "propose Minerva 6 months monthly 45 min")
    stage.gets(ada, "PROPOSAL for Minerva", "for 6 months, monthly, 45 minutes")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    stage.silence(stage.day(11, 18, 18), because="the thanks went today; nobody gets two letters in one day")
    stage.leave((minerva, "Would you consider being my mentor?"), until=stage.day(11, 19, 10, 5))
    stage.silence(stage.day(11, 19, 11))
    stage.reply(minerva, "Hi Ada,\n\nyes, I'd be glad to. Six months is a good start.")
    stage.gets(ada, "SAYS YES", "agreed")
    stage.reply(ada, "Minerva agreed 6 months monthly 45 min")
    stage.gets(ada, "AGREED with Minerva", "until Wed 19 May 2027")


def series(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("Six meetings, one line")
    stage.reply(ada, "meet monthly first tue 16:00 45min")
    stage.gets(ada, "every first Tuesday of the month", "Tue 1 Dec")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    invite, own = stage.leave(
        (minerva, "every first Tuesday of the month", "Tue 1 Dec at 15:00 your time"),
        (ada, "YOUR COPY", "the series"),
        until=stage.day(11, 19, 12),
    )
    event = people.event_of(invite).partition("BEGIN:VEVENT")[2]
    stage.expect("RRULE:FREQ=MONTHLY" in event, "the series is one calendar event with a rule")
    stage.answer_invite(ada, own, "ACCEPTED")
    stage.answer_invite(minerva, invite, "ACCEPTED")
    stage.silence(because="an accepted series needs no mail")


def introduced(stage: Stage, ada: Person, lee: Person) -> None:
    stage.says("Minerva has named Lee; Ada writes to Lee too")
    stage.leave((ada, "What waits, Mon 23 Nov", "1 active"), until=stage.day(11, 23, 8, 30))
    stage.write(
        ada,
        "Lee",
        "new mentor Lee Park lee@example.org - your article on usage pricing showed me how to start small\n"
        "referred by: Minerva",
    )
    stage.gets(ada, "NOTED: Lee Park", "referred by: Minerva", "[Draft the first note]")
    stage.tap(ada, "Draft the first note")
    stage.gets(ada, "DRAFT for Lee", "Minerva suggested", "Your article on usage pricing")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    stage.leave((lee, "Hi Lee", "Minerva suggested"), until=stage.day(11, 23, 10))
    stage.silence(stage.day(11, 24, 7, 30))
    stage.reply(lee, "Hi Ada,\n\nsorry, I have to say no: I have no time for this in the coming year.")
    stage.gets(ada, "SAYS NO", "thank you for telling me so plainly")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    stage.leave((lee, "I wish you well"), until=stage.day(11, 24, 10))
    stage.write(ada, "Lee", "reach out to Lee")
    stage.gets(ada, "I did nothing", "Lee said no on")
    stage.expect(len(stage.received(lee)) == 2, "after a no: one thanks, and nothing more")


def everyday(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("The deck goes out on the day that was promised")
    stage.leave((ada, "send her the deck", "DONE 2"), until=stage.day(11, 25, 8, 30))
    stage.write(ada, "done 2", "done 2: result one of the two customers signed for a year")
    stage.gets(ada, "Done: 2", "I said I would send you the deck", "one of the two customers signed")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    stage.leave((minerva, "one of the two customers signed for a year"), until=stage.day(11, 25, 10, 30))
    stage.says("Tuesday does not suit any more: one meeting of the six moves")
    stage.leave((ada, "PREP for Minerva on Tue 1 Dec at 16:00"), until=stage.day(11, 26, 8, 30))
    stage.reply(ada, "move to thu 3 dec 17:00")
    stage.gets(ada, "Tue 1 Dec at 16:00", "Thu 3 Dec at 17:00", "nothing changes for anybody")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED")
    change, _ = stage.leave(
        (minerva, "Tue 1 Dec at 15:00", "Thu 3 Dec at 16:00"),
        (ada, "YOUR COPY", "Thu 3 Dec at 17:00"),
        until=stage.day(11, 26, 10, 30),
    )
    event = people.event_of(change).partition("BEGIN:VEVENT")[2]
    stage.expect("RECURRENCE-ID" in event and "RRULE" not in event, "one meeting moves, the series stands")
    stage.answer_invite(minerva, change, "ACCEPTED")
    stage.silence()


def in_the_book(stage: Stage, ada: Person) -> None:
    stage.says("What does Robin know?")
    stage.write(ada, "when next?", "when next?")
    stage.gets(ada, "NEXT: Thu 3 Dec at 17:00")
    stage.write(ada, "status", "status")
    stage.gets(ada, "pricing memo", "Minerva Marsh, your mentor")
    stage.write(ada, "goals", "goals")
    stage.gets(ada, "Goal 1: lead a pricing team")
    stage.reply(ada, "Goal 1: lead a pricing team because I love numbers that mean something")
    stage.gets(ada, "because I love numbers that mean something")
    stage.write(ada, "log", "log")
    stage.gets(ada, "Lee Park: no", "Minerva Marsh: monthly, 45 min")
