"""Under a draft, in free words: an approval counts only where nothing else is said ("Which reading wins", 2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

APPROVALS = [
    "Great, that can go out.",
    "Reads well, you may send it",
    "I've read it twice and I'm happy with it. Please send.",
    "love it!! send send send",
    "This is exactly what I wanted to say. Send it please.",
    "no changes from me, go ahead",
    "You have my approval.",
    "approved, thanks a lot Robin",
    "post it",
    "fine by me - ship it 🚀",
    "Very good. Kindly send it to her.",
    "It's perfect as it is. Send!",
    "go for it",
    "Yes please send it",
    "All fine from my end, you can send it out",
    "wow, nicely put. send",
    "Checked it, no objections, please go ahead and send",
    "OK to send",
    "green light",
    "let it go out",
    "K7Q2 send please",
    "Happy with this one, fire away!",
    "I am okay with this. Please do send.",
    "sure send it over",
    "the text is good to go",
    "Yes, release it",
    "I went through it once more. All good. You may send it now.",
    "looks great!! off it goes",
    "yep send",
    "Very nice, thanks Robin. Go ahead please.",
    "That's what I had in mind. Send it.",
    "it can go",
    "Please dispatch it.",
    "Sounds like me. Send it off!",
    "No further changes. Please proceed and send.",
    "ok for me, you can go ahead",
    "approve",
    "I agree with the text. Kindly post it.",
    "Nothing to change. Please send it to her.",
    "I have read it now and I like it, send it please",
    "this is great, you can let it go",
    "that's fine with me. go",
    "okay, send off",
    "Yes! That is me. Send it, please and thank you",
    "sounds good, do send it",
    "All right, please post it as it stands.",
    "thx robin, send",
    "lgtm ship it",
]
NO_APPROVALS = [
    "Looks fine to me, please send it off today",
    "send it once you fixed the typo in line 2",
    "do you think I should send it?",
    "I'd send it if I were braver",
    "Lee says I should send it",
    "looks good but Minerva spells her name with a y",
    "Not happy with it.",
    "por favor envíalo",
    "Ja, bitte senden",
    "sent it to my wife to have a look",
    "send me the old version again",
    "it's okay-ish",
    "My boss said send it",
    "I won't send it",
    "please send it to me first so I can read it in full",
    "send it when you think it is right",
    "Great start, but not ready to send",
    "I like it. Could you send it with my CV?",
    'Almost perfect. Send it with "kind regards" instead.',
    "envoie-le",
    "Would you send it if you were me?",
    "send it to Lee as well",
    "did you send it?",
    "I'm happy with it apart from the last line",
    "super, raus damit",
    "Send it? I am not sure about the second paragraph.",
    "My wife read it and says it can go",
    "It can go if the date is right",
    "It can't go like this",
    "please proofread it before you send it",
    "send it back to me",
    "Do not let it go yet",
    "I thought I had already approved it",
    "Who gets it when I say SEND?",
    "I like the first version more",
    "one thing: she is a professor, not a doctor. then send",
    "fine, but wait until she is back",
    "she might be on holiday, should it still go?",
    "I don't mind if you send it",
    "You may send it as soon as I have checked the date",
    "Send it. Actually no.",
    "I think you should not send it",
    "please send to all",
    "It's fine, I'll send it myself",
    "mach mal",
    "she wrote that I should send it",
    "the draft can be sent when the attachment is in",
]
CHANGES = [
    ("could you shorten it a bit?", Verb.EDIT, "shorter"),
    ("Too long for my taste", Verb.EDIT, "shorter"),
    ("a little more warmth please", Verb.EDIT, "warmer"),
    ("sounds like a robot wrote it, can it be friendlier", Verb.EDIT, "warmer"),
    ("please mention that I am moving to Berlin in May", Verb.EDIT, "mention"),
    ("less buttering up please", Verb.EDIT, "no_flattery"),
    ("skip this one, I'm not in the mood", Verb.SKIP, "skip"),
    ("I'd rather not write this one, drop it", Verb.SKIP, "skip"),
    ("not this week, next Tuesday please", Verb.SKIP, "later"),
    ("Can it wait until 4 December?", Verb.SKIP, "later"),
    ("Let's do this on Monday", Verb.SKIP, "later"),
    ("hold it back till next wednesday", Verb.SKIP, "later"),
    ("I wrote to her from my own account already", Verb.SENT, ""),
    ("can you cut it in half", Verb.EDIT, "shorter"),
    ("make it briefer please", Verb.EDIT, "shorter"),
    ("Could it sound a bit more personal?", Verb.EDIT, "warmer"),
    ("it's too formal", Verb.EDIT, "warmer"),
    ("please add that I read her book last year", Verb.EDIT, "mention"),
    ("Let's leave this until Monday", Verb.SKIP, "later"),
    ("Please hold this until after 1 December", Verb.SKIP, "later"),
    ("better next Thursday", Verb.SKIP, "later"),
    ("ask me again on Tuesday", Verb.SKIP, "later"),
    ("I already sent her something similar yesterday from my phone", Verb.SENT, ""),
    ("please make the text a little shorter and send it", Verb.EDIT, "shorter"),
    ("it reads somewhat cold", Verb.EDIT, "warmer"),
    ("without the compliments please", Verb.EDIT, "no_flattery"),
    ("leave this one out, skip", Verb.SKIP, "skip"),
    ("I'd like to wait with this until next Monday", Verb.SKIP, "later"),
    ("this can wait until friday", Verb.SKIP, "later"),
    ("Could we send this after 7 December", Verb.SKIP, "later"),
    ("I have written to her myself, this morning", Verb.SENT, ""),
    ("go ahead and make it shorter", Verb.EDIT, "shorter"),
    ("drop this note please", Verb.SKIP, "skip"),
    ("no I'll pass on this one, skip", Verb.SKIP, "skip"),
    ("Wait until Wednesday with this one", Verb.SKIP, "later"),
    ("Please move it to 10 December", Verb.SKIP, "later"),
    ("I mailed her myself this morning", Verb.SENT, ""),
]
# Said beside an approval, each of these makes it none.
BESIDE = (
    "but shorter", "if she is back", "unless you see a typo", "What do you think?", "Lee should get it too.", "Or not.",
    "Change the first line.", "I am not sure.", "On Friday.", "She is on holiday.", "Why did you write 20 minutes?",
)  # fmt: skip


@pytest.mark.parametrize("text", APPROVALS)
def test_an_approval_is_read_in_whatever_words(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize("text", APPROVALS)
def test_an_approval_that_is_quoted_or_below_a_signature_is_none(text: str) -> None:
    for mail in (f"> {text}", f'My wife wrote: "{text}"', f"Hello there\n-- \nAda\n{text}"):
        assert not {found.verb for found in commands("", mail, DRAFT)} & {Verb.SEND, Verb.YES}


@pytest.mark.parametrize("text", NO_APPROVALS)
def test_what_doubts_denies_or_asks_approves_nothing(text: str) -> None:
    assert not {found.verb for found in commands("", text, DRAFT)} & {Verb.SEND, Verb.YES}


@given(st.sampled_from(APPROVALS), st.sampled_from(BESIDE), st.booleans())
def test_one_word_more_and_nothing_is_approved(approval: str, beside: str, first: bool) -> None:
    text = f"{beside} {approval}" if first else f"{approval.rstrip('!. ')}. {beside}"
    assert not {found.verb for found in commands("", text, DRAFT)} & {Verb.SEND, Verb.YES}


@given(
    st.lists(st.sampled_from([w for text in (*APPROVALS, *NO_APPROVALS, *BESIDE) for w in text.split()]), max_size=9)
)
def test_shuffled_words_with_a_brake_among_them_approve_nothing(words: list[str]) -> None:
    text = " ".join([*words, "but not yet"])
    assert not {found.verb for found in commands("", text, DRAFT)} & {Verb.SEND, Verb.YES}


@pytest.mark.parametrize("text", APPROVALS)
def test_where_no_draft_is_answered_such_words_approve_nothing_new(text: str) -> None:
    assert {found.verb for found in commands("", text, FRESH)} <= {Verb.SEND, Verb.YES, Verb.UNKNOWN, Verb.THANKS_ONLY}


@pytest.mark.parametrize(("text", "verb", "op"), CHANGES)
def test_what_else_is_said_to_a_draft_is_read(text: str, verb: Verb, op: str) -> None:
    found = one(text, DRAFT)
    assert (found.verb, found.op, found.ask) == (verb, op, "")


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("it was wonderful, she fits", "yes"),
        ("I'm on the fence", "maybe"),
        ("Honestly no, we had nothing to say to each other", "no"),
        ("we did click, yes", "yes"),
        ("I don't think he's right for me", "no"),
        ("yes definitely a good match", "yes"),
        ("It fits!", "yes"),
        ("She is exactly the right person for me", "yes"),
        ("not really a match", "no"),
        ("Not sure yet, would like to see her once more", "maybe"),
        ("we got on like a house on fire", "yes"),
        ("Yes, I think we match well", "yes"),
        ("no, the chemistry was missing", "no"),
        ("can't tell yet", "maybe"),
        ("A clear yes from me, it fits.", "yes"),
        ("Sadly it does not fit", "no"),
    ],
)
def test_the_fit_is_read_in_free_words_where_it_is_asked(text: str, op: str) -> None:
    found = one(text, at(thread="minerva", answering="fit_asked"))
    assert (found.verb, found.op) == (Verb.FIT, op)
