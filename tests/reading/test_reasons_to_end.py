"""Why an agreement ends, in the protégé's own words, in one mail or in the answer to "which reason is true?"."""

import pytest
from reading.protege_mail import at

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

ASKED = at(thread="minerva", answering="wrap_up")


@pytest.mark.parametrize(
    ("text", "tone", "because"),
    [
        ("the first", "completed", ""),
        ("number 2", "priorities", ""),
        ("completed", "completed", ""),
        ("we reached the goal", "completed", ""),
        ("I got the job!", "completed", "I got the job"),
        ("because I am changing fields", "priorities", "I am changing fields"),
        ("I have no time", "priorities", ""),
        ("It isn't working", "not_working", ""),
        ("she has no time any more", "their_time", ""),
        ("Minerva is leaving the company", "their_time", ""),
        ("no reason", "no_reason", ""),
    ],
)
def test_a_reason_in_words_is_the_tone_of_the_letter(text: str, tone: str, because: str) -> None:
    (found,) = commands("Re: Minerva · mentoring", text, ASKED)
    assert (found.verb, found.person, found.text, found.because) == (Verb.WRAP_UP, "minerva", tone, because)
    (found,) = commands("", f"wrap up Minerva, {text}", at())
    assert (found.verb, found.person, found.text, found.because) == (Verb.WRAP_UP, "minerva", tone, because)
    (found,) = commands("", f"wrap up with Minerva\n{text}", at())
    assert (found.verb, found.text) == (Verb.WRAP_UP, tone)


@pytest.mark.parametrize("text", ["why?", "later", "not yet", "what happens then?"])
def test_what_gives_no_reason_drafts_no_ending(text: str) -> None:
    assert all(not (one.verb is Verb.WRAP_UP and one.text) for one in commands("Re: x", text, ASKED))
