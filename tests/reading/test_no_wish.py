"""Words that would leave, stop, end or remove something are nothing where they are denied, supposed, told or asked."""

from __future__ import annotations

import pytest
from reading.protege_mail import DRAFT, FRESH, THREAD

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands
from assistant.reading.commands.context import Reading

# What leaves the house, stops or ends something, takes somebody away, or starts a clock.
OUTWARD = {
    *(Verb.SEND, Verb.YES, Verb.STOP, Verb.WRAP_UP, Verb.RANK, Verb.UNDO, Verb.SENT, Verb.TOUCH, Verb.PROPOSE),
    *(Verb.REACH_OUT, Verb.ASSIGNED, Verb.MEET, Verb.NO_SHOW, Verb.INTRODUCE, Verb.RECORDS),
}
WISHES = (
    *("stop Minerva", "never write to Minerva", "wrap up with Minerva", "end it with Minerva", "stop everything"),
    *("drop Minerva from the list", "take Minerva off my list", "forget Minerva", "delete everything", "pause all"),
    *("send it", "approve it", "propose to Minerva, 6 months monthly", "renew with Minerva for 6 months"),
    *("cancel the next meeting with Minerva", "put Minerva first", "write to Minerva about pricing"),
)
AROUND = (
    "My sister says I should {wish}.",
    "If I {wish}, what happens?",
    "I would never {wish}.",
    "I will not {wish}.",
    "I nearly decided to {wish}.",
    "Maybe one day I {wish}.",
    "My coach told me to {wish}.",
    "I was tempted to {wish} but no.",
    "Should I {wish}?",
    "Imagine I {wish}!",
    "They say one should {wish}, I disagree.",
    'The book says "{wish}".',
    "I don't want to {wish}.",
    "Would it be rude to {wish}?",
    "I dreamt that I had to {wish}.",
    "Nobody asked you to {wish}.",
    "Not yet, I may {wish} next year.",
    "Ben wants to {wish}.",
    "It is too early to {wish}.",
    "Who said that I want to {wish}?",
    "Do not {wish}.",
    "You must not {wish} without asking me.",
    "My boss will {wish} soon.",
    "I promised my wife to {wish} some day.",
)


def _does(command: Command) -> bool:
    shows = command.op in {"show", "list", "export", "log", "when"}
    return command.verb in OUTWARD and not (command.ask or command.candidates or shows)


@pytest.mark.parametrize("moment", [FRESH, THREAD, DRAFT])
@pytest.mark.parametrize("around", AROUND)
def test_a_wish_that_is_none_does_nothing_outward(around: str, moment: Reading) -> None:
    for wish in WISHES:
        text = around.format(wish=wish)
        assert [one for one in commands("", text, moment) if _does(one)] == [], text
