"""Two more talks, noted in two more ways: dictated on the way home, and in a Word document with a table."""

from __future__ import annotations

from io import BytesIO

from docx import Document

from assistant.demo import people
from assistant.demo.people import Person
from assistant.demo.stage import Stage

DICTATED = """\
So we talked for most of the hour about the memo. She liked that it is one page, but the price came in the last line \
and she told me to put it first. I will move the price to the top and send her the new version by 11 December. She'll \
show it to two people she trusts. We decided to leave the discount out of the pilot. I also promised to ask three \
customers what they would miss by 18 December. What surprised me is how calmly she says no.

Off the record: she is thinking of leaving Marsh & Co in the summer."""

POINTS = ("Preis zuerst, dann Nutzen", "drei Varianten, nicht fünf: the middle one sells")
TASKS = (
    ("What", "Wer", "Bis"),
    ("One slide with the three tiers", "Ada", "18 Dec"),
    ("Zahlen vom Pilot schicken", "Ada", "21.12."),
    ("Intro to the head of sales", "Minerva", "8 Jan"),
    ("Room for the workshop", "", ""),
)


def more_talks(stage: Stage, ada: Person, minerva: Person) -> None:
    """The moved meeting, prepared and dictated; then a call that no calendar knew, as a document."""
    prepared(stage, ada, minerva)
    dictated(stage, ada, minerva)
    document(stage, ada, minerva)


def prepared(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("Ada prepares the moved meeting in three lines")
    stage.leave(
        (ada, "PREP for Minerva on Thu 3 Dec at 17:00"),
        (ada, "What waits, Mon 30 Nov"),
        until=stage.day(11, 30, 8, 30),
    )
    stage.write(
        ada,
        "Thursday",
        "goal today: decide where the memo names the price\nask: What would you leave out of it?\nidea: the discount",
    )
    stage.gets(ada, "PREP for Minerva", "The goal is set", "Question 2 is added")
    stage.says("The day before, Minerva may read what it will be about; only if Ada sends it")
    agenda, _ = stage.leave(
        (ada, "AGENDA for Minerva Marsh", "decide where the memo names the price", "one of the two customers"),
        (ada, "What waits, Wed 2 Dec", "DONE 1"),
        until=stage.day(12, 2, 8, 30),
    )
    stage.tap(ada, "Send", on=agenda)
    stage.gets(ada, "APPROVED")
    [read] = stage.leave(
        (minerva, "my goal for Thu 3 Dec", "What would you leave out of it?", "one of the two customers signed"),
        until=stage.day(12, 2, 10, 30),
    )
    stage.expect("board" not in people.text_of(read), "nothing private is in the agenda")
    stage.leave(
        (ada, "Today at 17:00: Minerva Marsh", "To open with, in your words", "What would you leave out of it?"),
        until=stage.day(12, 3, 8, 30),
    )


def dictated(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.says("The moved meeting was on Thursday; Ada dictates her notes in the train, in whole sentences")
    stage.leave((ada, "NOTES of Thu 3 Dec at 17:00"), until=stage.day(12, 3, 18, 40))
    stage.reply(ada, DICTATED)
    stage.gets(
        ada,
        "RECAP of your meeting with Minerva on Thu 3 Dec",
        "move the price to the top and send her the new version: you, Fri 11 Dec",
        "ask three customers what they would miss: you, Fri 18 Dec",
        "Minerva offered to show it to two people she trusts",
        "We decided to leave the discount out of the pilot",
        "Only for you",
        "Next meeting: Tue 5 Jan 16:00",
    )
    stage.says("One thing is for her goal, and one line says what she used")
    stage.reply(ada, "5 is for goal 1")
    stage.gets(ada, "5 is for goal 1, lead a pricing team")
    stage.reply(ada, "used: I put the price first the same night, as she told me, and the memo got shorter")
    shown = stage.gets(ada, "the same night, as you told me", "[Send]")
    letter = people.text_of(shown).split("FOR Minerva", 1)[1]
    stage.expect("summer" not in letter, "what she said off the record is not in the letter to her either")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED", "Fri 4 Dec at 09:00 their time")
    stage.leave((ada, "What waits, Fri 4 Dec"), until=stage.day(12, 4, 8, 30))
    [thanks] = stage.leave(
        (minerva, "Thank you for our talk", "I'll move the price to the top", "Tue 5 Jan"),
        until=stage.day(12, 4, 10, 5),
    )
    stage.expect("summer" not in people.text_of(thanks), "what is private stays private")


def document(stage: Stage, ada: Person, minerva: Person) -> None:
    stage.leave((ada, "What waits, Mon 7 Dec"), until=stage.day(12, 7, 8, 30))
    stage.leave((ada, "DONE 4"), until=stage.day(12, 9, 18))
    stage.says("A call that no calendar knew, noted in two languages, in a table, in Word")
    stage.send_document(
        ada, "Minerva, call of 9 Dec", "Notes of my call with Minerva attached.", "Minerva 9 Dec.docx", word()
    )
    stage.gets(
        ada,
        "RECAP",
        "I am not sure about 1 thing",
        "Room for the workshop",
        "Preis zuerst, dann Nutzen",
        "One slide with the three tiers: you, Fri 18 Dec",
        "Zahlen vom Pilot schicken: you, Mon 21 Dec",
        "Minerva offered: Intro to the head of sales",
        "- sie wirkt müde",
    )
    stage.reply(ada, "10 is mine, due 18 Dec")
    stage.gets(ada, "10 is yours, due Fri 18 Dec", "FOR Minerva, with thanks")
    stage.reply(ada, "used: her middle price, which two of three customers chose")
    stage.gets(ada, "your middle price, which two of three customers chose", "[Send]")
    stage.tap(ada, "Send")
    stage.gets(ada, "APPROVED", "Thu 10 Dec at 09:00 their time")
    stage.leave((ada, "What waits, Thu 10 Dec"), until=stage.day(12, 10, 8, 30))
    [thanks] = stage.leave((minerva, "your middle price", "Zahlen vom Pilot schicken"), until=stage.day(12, 10, 10, 5))
    stage.expect("müde" not in people.text_of(thanks), "what is private stays private, in any language")


def word() -> bytes:
    """Ada's notes as Word keeps them."""
    paper = Document()
    paper.add_heading("Minerva, 9 Dec (Telefon)", level=1)
    for point in POINTS:
        paper.add_paragraph(point, style="List Bullet")
    table = paper.add_table(rows=0, cols=3)
    for row in TASKS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.add_paragraph("privat: sie wirkt müde")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()
