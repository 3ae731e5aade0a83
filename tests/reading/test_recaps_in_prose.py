"""Under a recap, in people's own words: it is right, or a line is somebody else's, or due another day."""

from __future__ import annotations

from datetime import date

import pytest
from reading.protege_mail import at

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

RECAP = at(thread="minerva", answering="recap")

TAKEN = [
    "Recap is correct, I accept it as is.\nRegards,\nThabo Nkosi\nFASSA\nActuary",
    "all correct, keep it as it is",
    "That's all correct, thank you. I accept it.",
    "The recap is accurate. Please keep it as it stands.",
    "I confirm the summary. No corrections from me.",
    "Everything is right, nothing to add",
    "it's complete and correct, I agree with it",
    "We accept the minutes in full.",
    "Very good recap. I am happy with it.",
    "No objections. Accepted as is.",
    "Your summary is correct. Take it like this.",
    "yes, the notes are fine as they are, thanks",
    "all fine that, leave it as it is",
    "All correct from my side.",
    "yes that is how it was",
    "👍 all right",
]


@pytest.mark.parametrize("text", TAKEN)
def test_a_recap_is_taken_as_it_is(text: str) -> None:
    assert [one.verb for one in commands("Re: Minerva · mentoring", text, RECAP)] == [Verb.YES]


NOT_TAKEN = [
    "all correct, or is it?",
    "The recap is correct except for number 2",
    "I accept it once number 1 is hers",
    "correct, but who was meant to call?",
    "I would accept it if the date were right",
    "Everything is right, though number 1 seems odd",
    "accept it? I am not sure",
    "my boss says all correct, keep it",
    "is that right",
    "no good",
    "that was not right",
    "leave 2 as it is",
    "take it out",
    "Lee would agree with all of it",
]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_a_doubt_takes_nothing(text: str) -> None:
    found = commands("Re: Minerva · mentoring", text, RECAP)
    assert not [one for one in found if one.verb in {Verb.YES, Verb.SEND} and not one.ask], found


OWNERS = [
    ("Number 1 was hers, not mine. The rest is right.", 1, "mentor"),
    ("Number 3 is mine and not Minerva's.", 3, "me"),
    ("The first one was hers, not mine", 1, "mentor"),
    ("A small correction: action 2 is mine", 2, "me"),
    ("only one change: number 2 belongs to me, everything else is correct", 2, "me"),
    ("point 1 is Minerva's, not mine. All the rest is fine.", 1, "mentor"),
    ("The second action is hers, kindly amend", 2, "mentor"),
    ("number two is mine, thanks", 2, "me"),
    ("Task 3 falls to me. The other points are right.", 3, "me"),
    ("2 was his and not mine, please fix", 2, "mentor"),
    ("just a tiny fix: 1 is mine, the rest stays as it is", 1, "me"),
]


@pytest.mark.parametrize(("text", "number", "owner"), OWNERS)
def test_an_action_changes_hands(text: str, number: int, owner: str) -> None:
    (found,) = commands("Re: Minerva · mentoring", text, RECAP)
    assert (found.verb, found.op, found.number, dict(found.fields)["owner"]) == (Verb.RECAP, "fix", number, owner)


DUES = [
    ("A small correction: action 3 falls due on 16 July.", 3, date(2027, 7, 16)),
    ("Point 2 is due on 30 April, kindly correct.", 2, date(2027, 4, 30)),
    ("Number 1 is due by 5 December, the rest is right", 1, date(2026, 12, 5)),
    ("one correction: the deadline of number 2 is 3 June", 2, date(2027, 6, 3)),
    ("item 3 should be due on 9 April. Thanks!", 3, date(2027, 4, 9)),
    ("the third one is due on 1 March, not before", 3, date(2027, 3, 1)),
    ("Action 2 falls to me, and it is due on 20 March. All the rest is right.", 2, date(2027, 3, 20)),
    ("correction – 1 is due 12 Jan", 1, date(2027, 1, 12)),
]


@pytest.mark.parametrize(("text", "number", "due"), DUES)
def test_an_action_is_due_another_day(text: str, number: int, due: date) -> None:
    (found,) = commands("Re: Minerva · mentoring", text, RECAP)
    assert (found.verb, found.number, found.day) == (Verb.RECAP, number, due)
