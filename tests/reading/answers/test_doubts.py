"""What speaks against acting on an answer: another meaning beside it, a jest, a name, a notice, a lone cue."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.answers.doubts import is_only_polite
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")

ASKED = [
    # a yes in jest, or one that only opens
    "Great. Another one of these.",
    "Sure, and I'll bring the unicorn.",
    "Yes, and pigs might fly.",
    "Sure. When hell freezes over.",
    "OK whatever.",
    "My dog says yes, my calendar says no.",
    "I could say yes, I could say no.",
    "My pleasure entirely.",
    # a yes that holds only from a day on
    "Let me get the book out first (10 December), then let's meet.",
    # the form is asked for before an answer is given
    "Would this be voice-only, or could we do it in writing? I need to know that before I can give you an answer.",
    # a no with a name, or with an hour
    "I retired last spring; Peter Lang has my chair now and has more patience.",
    "I don't do this for just anyone, you know. Tuesday 5pm, bring questions.",
    # notices of a mailbox in a person's words
    "Gone to the show. I'm back at the house Tuesday, January 27, and won't be looking at this machine before then.",
    # a question of somebody who passes it on
    "Before I pass this on to Ms Ferrante, could you tell me what it concerns?",
    # an invitation as a mail program prints it
    "Coffee\nWhen: Wednesday 14 October 2026 10:00-10:30\nWhere: Café Luz\nOrganizer: Minerva Marsh",
    "Possibly.",
    "Let me sleep on it.",
]


@pytest.mark.parametrize("text", ASKED)
def test_what_may_mean_something_else_is_asked(text: str) -> None:
    assert not answer(text, NOW).certain


CLEAR = {
    Meaning.YES: [
        "Thursday doesn't work any more, sorry. Could we do Friday 13 Nov at 11:00?",
        "Unfortunately I can't make Tuesday after all. How about Wednesday 14 October at 10?",
        "Sorry, the 12th is out. I could do the 13th at 3pm.",
        "I don't see why not. Give me a ring Thursday.",
        "bet, hmu whenever",
        "Affirmative. Standing by Thursday 1400.",
        "Only twenty minutes, mind, but with pleasure. Call me.",
        "Yes, as long as it's by phone.",
    ],
    Meaning.NO: [
        "I am very sorry, but it would be difficult for me to accept your request.",
        "I turned down three of these this year and it would be unfair to say yes to yours. So: no, with real regret.",
        "I have considered your request with care and must answer it in the negative.",
        "Appreciate the kind words but I ain't your man. You take care now.",
        "I don't think I have anything useful to add for you. So I will leave it. All the best!",
        "Yes I have read your mail, and no, I am not able to help with this.",
        "He sends his regrets and his best wishes for your career.",
        "Ha, me as a mentor? Thanks for the laugh, but absolutely not.",
    ],
    Meaning.NOT_NOW: [
        "Under the cosh at work, so I'll have to give it a miss for the moment. Don't take it to heart.",
        "In the moment I have really no free minute. Pity!",
        "I have no capacity for the moment. Feel free to try again when the dust has settled here.",
        "I've bitten off more than I can chew this autumn. Sorry.",
    ],
    Meaning.REFERRAL: [
        "I left the field in 2019. The person to talk to these days is Mariana Lopes.",
        "I can't do it myself, I'm afraid. My former student Kenji Mori might, though; he is better informed.",
        "Not me love, but Senga McAllister on ward 7 is brilliant with beginners. Ask her, she'll not bite!",
        "My daughter Elif Kaya would be perfect for you. elif@example.org",
    ],
    Meaning.THANKS: [
        "np, glad it helped lol",
        "No worries at all, and please stop apologising. I got the document.",
    ],
    Meaning.QUESTION: [
        "How did you come across my work?",
        "wait is this a bot or did you actually write this",
        "Ada, remind me please, what did you end up telling your boss about the offer?",
        "Did my publisher put you up to this?",
        "pls send agenda and ur cv first",
    ],
    Meaning.STOP: [
        "No thank you, and I'd just as soon you didn't follow up on it either.",
        "How on earth did you get this address?? Delete it at once.",
        "Please be advised that Mr. Kerr does not wish to be approached in this matter again.",
        "I'd prefer we had no further contact.",
        "Please forget you ever had this address.",
        "You have no permission to use my data.",
        "Do not expect any answer from me, ever, and spare me the reminders.",
        "I'd be obliged if this were the last I heard of it.",
        "No. And I mean no to all future mails, too.",
        "pls dont msg me anymore",
    ],
}


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in CLEAR.items() for text in texts])
def test_what_is_said_round_about_is_understood(meaning: Meaning, text: str) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.certain) == (meaning, True)


def test_a_day_that_does_not_fit_refuses_the_day_only() -> None:
    got = answer("Thursday doesn't work any more, sorry. Could we do Friday 13 Nov at 11:00?", NOW)
    assert [slot.start.isoformat() for slot in got.slots] == ["2026-11-13T11:00:00"]


def test_an_hour_that_is_about_something_else_makes_no_refusal_a_yes() -> None:
    assert answer("I'm not interested, sorry. Is your talk on Friday 13 Nov at 11:00?", NOW).meaning is not Meaning.YES


def test_right_after_that_names_the_day_before_it() -> None:
    got = answer("My defence is on 22 November so nothing before that, but right after it, sure!", NOW)
    assert (got.meaning, got.certain, got.until) == (Meaning.LATER, True, date(2026, 11, 22))


def test_what_somebody_does_no_more_is_no_stop() -> None:
    got = answer("Dr Hall no longer deals with such enquiries. Kindly direct them to Dr Amara Obi.", NOW)
    assert (got.meaning, got.referral and got.referral.name) == (Meaning.REFERRAL, "Amara Obi")


def test_a_signature_is_nobody_to_turn_to() -> None:
    got = answer("I have considered your request and must answer it in the negative.\n\nH. Penhaligon Esquire", NOW)
    assert (got.meaning, got.certain) == (Meaning.NO, True)


@pytest.mark.parametrize("text", ["no worries at all " * 200 + "?", "my pleasure " * 300 + "§x"])
def test_politeness_without_end_is_read_at_once(text: str) -> None:
    assert not is_only_polite(text)
    assert answer(text, NOW).text
