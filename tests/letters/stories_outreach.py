"""Stories of reaching out: the hello, the first drafts and what people do with them, silence, answers, stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from letters.story import Story, begun, written

from assistant.mentoring import events as happened
from assistant.mentoring.letters import LetterState


def the_hello() -> Iterator[Story]:
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("1. lead a pricing team\n2. Minerva McGee, minerva@example.org\n3. her talk")
    story.ada("3. her talk on pricing made us drop our free tier")
    yield story
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("1. lead a pricing team because I love numbers\n2. nobody yet\n3. -")
    story.ada("hi", fresh=True)
    yield story


def the_first_draft() -> Iterator[Story]:
    story = begun()
    story.ada("shorter")
    story.ada("warmer")
    story.ada("EDIT\nHi Minerva,\n\nwould you mentor me?\n\nAda Byron")
    story.ada("SEND")
    story.ada("no")
    story.ada("why?")
    story.ada("SKIP")
    story.ada("UNDO")
    story.ada("LATER 20 Nov")
    yield story
    story = begun()
    story.ada("shorter")
    story.seen.append(story.seen[2])  # the mail that showed the first draft is answered
    story.ada("SEND")
    story.ada("SEND", fresh=True)
    story.ada("LATER")
    yield story
    story = begun()
    story.days(5)
    story.ada("SEND", fresh=True)
    story.days(8)
    story.ada("2")
    yield story
    story = begun()
    story.days(9)
    story.ada("3")
    yield story
    story = begun()
    story.ada("LATER")
    story.ada("SKIP")
    story.ada("shorter")
    yield story
    story = begun()
    story.days(4)
    story.ada("quiet until 15 Nov", fresh=True)
    story.ada("SEND " + story.draft.code, fresh=True)
    yield story


def what_leaves() -> Iterator[Story]:
    story = begun()
    story.ada("SEND")
    story.ada("SEND")
    story.ada("UNDO")
    story.ada("SEND")
    story.leave()
    story.ada("UNDO")
    yield story


def several_people() -> Iterator[Story]:
    story = begun()
    story.ada("new mentor Lee Ito lee@example.org — heard his talk", fresh=True)
    story.ada("REACH OUT TO Lee Ito")
    story.ada("why: your article on interviews gave us our script")
    story.ada("SEND", fresh=True)
    story.ada("reach out to Mallory", fresh=True)
    story.ada("called somebody", fresh=True)
    story.ada("did it", fresh=True)
    story.ada("status", fresh=True)
    story.ada("goals", fresh=True)
    story.ada("log", fresh=True)
    story.ada("show Minerva", fresh=True)
    story.ada("help", fresh=True)
    story.ada("quiet until 9 Nov", fresh=True)
    story.ada("the weather is nice today", fresh=True)
    story.ada("stop", fresh=True)
    story.ada("RESUME")
    story.ada("pause all", fresh=True)
    yield story


def silence() -> Iterator[Story]:
    story = written()
    story.ada("key: yes\npost: Gran Via 1, Madrid\nresult: churn fell by a third")
    story.days(8)
    story.ada("SEND")
    story.leave()
    story.days(40)
    story.ada("DID IT")
    story.days(250)
    yield story
    story = written()
    story.ada("key: yes\nsame site: yes")
    story.days(8)
    story.ada("SEND")
    story.leave()
    story.days(70)
    yield story
    story = written()
    story.days(8)
    story.ada("REST")
    yield story


def her_answers() -> Iterator[Story]:
    for text in (
        "Hi Ada, yes, gladly. Thursday 12 November at 3pm?",
        "Not before 1 March, please write again then.",
        "I am travelling a lot. Maybe some day.",
        "No thanks, I don't do this.",
        "Please don't write to me again.",
        "You had better ask Lee Ito <lee@example.org>, he knows more.",
        "What do you mean by pricing team?",
        "Thank you!",
        "Hm, well, you see.",
    ):
        story = written()
        story.person("minerva", text)
        yield story
    story = written()
    story.person("minerva", "Not before 1 December, please write again then.")
    story.days(45)
    yield story
    story = written()
    story.person("minerva", "What do you mean by pricing team?")
    story.ada("EDIT\nIt is a small team.\n\nFour people.")
    yield story


def stops() -> Iterator[Story]:
    story = begun()
    story.ada("STOP")
    story.ada("GO ON")
    story.ada("stop Minerva", fresh=True)
    yield story
    story = written()
    story.happens(happened.StoppedElsewhere("elsewhere", story.now, "minerva"))
    yield story


def brakes_and_ways_back() -> Iterator[Story]:
    story = begun()
    story.ada("SEND. The second paragraph worries me.")
    story.ada("reach out to Minerva", fresh=True)
    story.ada("UNDO")
    yield story
    story = written()
    story.days(8)
    story.ada("SKIP")
    first = next(x for x in story.book.letters if x.rung == 1)
    newer = replace(first, id="newer", state=LetterState.PENDING, created=story.now, shown=True)
    story.book = story.book.with_letter(newer)
    story.ada("UNDO")
    yield story


OUTREACH = (
    the_hello, the_first_draft, what_leaves, several_people, silence, her_answers, stops, brakes_and_ways_back,
)  # fmt: skip
