"""What may stand beside an order to send: that it was read, that it is liked, that nothing changes (L15, rule 2)."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands
from assistant.reading.commands.meant.having_read import changes_nothing, tells_reading

REPORTS = (
    "I've read it twice",
    "Read it at the desk between two trains",
    "My husband and I read it over breakfast",
    "I went through it line by line last night",
    "I have read the whole draft slowly and carefully",
    "We had a proper look at it this morning",
    "Checked it again on my phone",
    "I gave it a careful read in the garden",
)
PRAISE = (
    "it is lovely",
    "I wouldn't change a word",
    "I'd leave it exactly as it stands",
    "I have nothing to add",
    "nothing needs changing",
    "no objections from either of us",
    "I like it",
    "it says what I wish to say",
)
ORDERS = ("please send it", "go ahead and send", "you may send it", "off it goes", "approved", "send it off please")
# Words that no class holds; each may say anything of the draft, of somebody, or of a day.
UNKNOWN = (
    *("tomorrow", "Friday", "zebra", "paragraph", "unless", "postpone", "mother-of-pearl", "shorter", "Lee", "typo"),
    *("reconsider", "later", "invoice", "almost", "hardly", "copy"),
)


def _sends(text: str) -> bool:
    return [found.verb for found in commands("", text, DRAFT) if not found.ask] == [Verb.SEND]


@given(st.permutations(range(3)), st.sampled_from(REPORTS), st.sampled_from(PRAISE), st.sampled_from(ORDERS))
def test_a_report_praise_and_an_order_approve_in_any_order(
    order: list[int], report: str, praise: str, bids: str
) -> None:
    said = [(report, praise, bids)[index] for index in order]
    assert _sends(". ".join(clause[0].upper() + clause[1:] for clause in said) + ".")


@given(
    *(st.sampled_from(part) for part in (REPORTS, PRAISE, ORDERS, UNKNOWN)),
    st.integers(0, 30),
)
@example(REPORTS[0], PRAISE[0], ORDERS[0], "tomorrow", 30)
def test_one_unknown_word_more_approves_nothing(report: str, praise: str, order: str, word: str, at: int) -> None:
    words = f"{report}. {praise}. {order}".split()
    words.insert(min(at, len(words)), word)
    assert Verb.SEND not in [found.verb for found in commands("", " ".join(words), DRAFT)]


@pytest.mark.parametrize(
    "text",
    [
        "Read it twice, wouldn’t change a word. Go ahead and send it x",
        "I have read it twice and have nothing to add. You may send it.",
        "Read it at the desk between two trains. Approved, go ahead and send.",
        "OK read it. Twice. Wouldn't touch it. Off it goes!",
        "my husband read it too and he likes it. send",
        "I have read it now and I like it, send it please",
        "Ooh I love this one. Send it!",
        "Yes, you may send it. It says what I wish to say.",
    ],
)
def test_who_read_it_and_likes_it_may_let_it_go(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize(
    "text",
    [
        "please read it once more, then send",
        "read it to me before you send it",
        "I read it would go tomorrow. Send it",
        "I read it in the morning, then you can send it",
        "I'll read it on the train. Send it after that.",
        "My boss should read it too. Then send.",
        "Have my sister read it. Go ahead and send it.",
        "I have not read it yet. Send it.",
        "My sister read it and she hates it. Send it",
        "she likes it. send",
        "I read it to the end of page one. Send.",
        "Read it twice, hated it. Send",
        "Twice. Send it",
        "Checked it with my boss: no. Send",
    ],
)
def test_what_is_to_be_read_or_was_read_otherwise_approves_nothing(text: str) -> None:
    assert Verb.SEND not in [found.verb for found in commands("", text, DRAFT)]


def test_a_fragment_counts_only_behind_what_it_tells_of() -> None:
    assert tells_reading("over lunch", "read") == "read"
    assert not tells_reading("over lunch", "")
    assert tells_reading("he likes it", "company") == "liked"
    assert not tells_reading("he likes it", "read")


@pytest.mark.parametrize("text", ["I would still not change a thing", "nothing more to add", "keep it as it is"])
def test_nothing_is_to_change(text: str) -> None:
    assert changes_nothing(text)


@pytest.mark.parametrize("text", ["I would change one word", "nothing but a comma", "keep it until Monday"])
def test_something_is_to_change(text: str) -> None:
    assert not changes_nothing(text)


@pytest.mark.parametrize("text", ["send it tomorrow at 8", "send it Monday at 8", "Send this on Friday at 10"])
def test_an_hour_to_send_at_is_asked_about(text: str) -> None:
    found = one(text, DRAFT)
    assert (found.verb, found.op) == (Verb.SKIP, "later")
    assert "SEND" in found.ask
    assert found.day is None


def test_a_day_to_send_on_waits_until_then() -> None:
    found = one("send it on Friday", DRAFT)
    assert found.op == "later"
    assert found.day
    assert not found.ask
