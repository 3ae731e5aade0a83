"""Slang, particles and courtesies of many Englishes around a command change nothing of it."""

from __future__ import annotations

import pytest
from reading.protege_mail import DRAFT, FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

YES = [
    "sweet as, send",
    "all good from me lah, send",
    "Chur, that's mint. Send.",
    "yep thats the one, send er off",
    "bellissimo, exactly like this. you can send!",
    "Aye that's grand, just how I'd put it. Send it on please",
    "The draft is in order. Kindly go ahead and send the same.",
    "I have read it twice and would not change a word. Please go ahead and send it.",
    "I am in full agreement with the text. You may send it.",
    "too easy, send it eh",
    "okay lor, send it",
    "I wouldn't change a thing. Send it po",
    "Perfetto! Send.",
    "That's how I'd say it, off it goes",
    "no dramas, send",
    "Confirmed. Send.",
    "Magnificent. Dispatch at once.",
    "please do the needful and send",
    "ok noted bro, pls proceed to send",
]


@pytest.mark.parametrize("text", YES)
def test_a_yes_in_any_english_approves(text: str) -> None:
    found = one(text, DRAFT)
    assert (found.verb, found.ask) == (Verb.SEND, "")


NO_YES = [
    "sweet as, but send it tomorrow",
    "that's mint. Should I send?",
    "send lah? not sure",
    "I would not send a word of it",
    "would you change a word before we send",
    "mint. I'll send it myself eh",
    "in agreement with Lee, send him one too",
    "exactly like this? send?",
    "grand, send it on to Lee",
    "not how I'd put it. send",
    "thats the one I would not send",
]


@pytest.mark.parametrize("text", NO_YES)
def test_what_only_sounds_like_it_approves_nothing(text: str) -> None:
    assert not [one for one in commands("", text, DRAFT) if one.verb in {Verb.SEND, Verb.YES} and one.op != "anyway"]


WISHES = [
    ("show goals po", Verb.GOALS, "show"),
    ("status lah", Verb.STATUS, ""),
    ("gonna need to move 2 to tuesday", Verb.ACTIONS, "move"),
    ("gonna have to push 1 to 12 March, sorry", Verb.ACTIONS, "move"),
    ("gotta cancel my next one with Minerva, flu", Verb.MEET, "cancel"),
    ("Would you be so kind as to remind me which commands I may use?", Verb.HELP, ""),
    ("Does undo still work after a letter has gone out?", Verb.HELP, ""),
    ("Lee was a no-show po, I waited 30 minutes in the call :(", Verb.NO_SHOW, "no_show"),
    ("sorry i am sick, i can not make it to the meeting with Lee", Verb.NO_SHOW, "cant_make_it"),
    ("Could the digest come at 6:45 instead?", Verb.SETTING, "digest"),
    ("I moved, my timezone is Europe/Paris now", Verb.SETTING, "timezone"),
    ("Just got off the phone with Lee. Good call.", Verb.TOUCH, "call"),
    ("just finished a call with Lee, went well", Verb.TOUCH, "call"),
    ("We grabbed lunch with Minerva yesterday", Verb.TOUCH, "in_person"),
    ("Lee is my head of division", Verb.RELATION, "boss"),
    ("had a cuppa with Lee this morning at the family hub, dead useful", Verb.TOUCH, "in_person"),
    ("nothing new from me, how many things are pending?", Verb.STATUS, ""),
    ("what is open for me eh", Verb.STATUS, ""),
    ("drop 3 na, budget gone", Verb.ACTIONS, "drop"),
    ("keen to do the reflection questions tonight, can you send em", Verb.REFLECT, ""),
    ("How is it progressing between me and Lee? Kindly assess the relationship.", Verb.HEALTH, ""),
    ("You should know that Lee is my division chief; I report directly to him.", Verb.RELATION, "boss"),
    ("put in a word of thanks to Lee: his tip about the grant got me the funding", Verb.THANK, ""),
    ("Lee and I would like to meet monthly, on the second Wednesday at 17:00, for 60 minutes", Verb.MEET, "series"),
]


@pytest.mark.parametrize(("text", "verb", "op"), WISHES)
def test_a_wish_is_read(text: str, verb: Verb, op: str) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.op, found.ask) == (verb, op, "")


def test_an_agreement_takes_the_terms_of_the_sentence_behind() -> None:
    found = one("Good news, Minerva agreed! 12 months, monthly, 45 minutes each.\n\nNgā mihi,\nHemi Parata\nBVSc")
    assert (found.verb, found.months, found.minutes, found.rrule) == (Verb.AGREED, 12, 45, "FREQ=MONTHLY")


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("Lee answered with a question, he wants to know how long I play professionally", "question"),
        ("Lee replied to my note. He has a question: which trial do I mean?", "question"),
        ("Minerva came back with a question: is it for the spring term", "question"),
        ("Minerva replied asking how often we would meet", "question"),
        ("Minerva has one question: what do I hope for", "question"),
        ("Lee's answer came: happy to, any day after the fair. So that's a yes.", "yes"),
        ("Minerva's reply is in: gladly, in the new year", "yes"),
    ],
)
def test_an_answer_is_reported(text: str, op: str) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.op, found.ask) == (Verb.ANSWERED, op, "")


REMINDERS = [
    ("Remind me in 2 weeks to never write to Lee on a Friday", "never write to Lee on a Friday"),
    ("remind me in 2 weeks to cancel the gym and stop the papers", "cancel the gym and stop the papers"),
    ("Give me a reminder on 3 May to call the printer", "call the printer"),
    ("remind me tomorrow to drop Lee's book at Minerva's", "drop Lee's book at Minerva's"),
    ("set a reminder on 8 April to ask about the move to Friday", "ask about the move to Friday"),
    ("remind me in 3 weeks to send Minerva the chart", "send Minerva the chart"),
    ("remind me on 2 March that Lee said stop", "Lee said stop"),
    ("remind me in 2 weeks to pause all my subscriptions", "pause all my subscriptions"),
    ("please remind me on 1 Feb to delete everything from the shared drive", "delete everything from the shared drive"),
    ("remind me in 2 weeks to propose a toast for Minerva", "propose a toast for Minerva"),
]


@pytest.mark.parametrize(("text", "what"), REMINDERS)
def test_a_reminder_is_one_command_whatever_its_text(text: str, what: str) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.op, found.text, found.ask) == (Verb.REMIND, "remind", what, "")


def test_being_away_holds_everything_by_itself() -> None:
    found = one("I will be away from 9 June to 20 June, please hold everything those days.")
    assert (found.verb, found.op) == (Verb.SETTING, "away")


def test_a_stop_beside_an_absence_is_a_stop() -> None:
    found = commands("", "away 1-14 Aug\npause all", FRESH)
    assert {(one.verb, one.op) for one in found} == {(Verb.SETTING, "away"), (Verb.STOP, "all")}


@pytest.mark.parametrize("text", ["I should thank Lee some day, he did so much", "one day I will write to Minerva"])
def test_some_day_is_no_wish(text: str) -> None:
    assert all(one.verb is Verb.UNKNOWN for one in commands("", text, FRESH))


@pytest.mark.parametrize("text", ["Gracias! I will look at it tonight", "Grazie, I'll read it properly tomorrow"])
def test_thanks_before_reading_are_thanks(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.THANKS_ONLY
