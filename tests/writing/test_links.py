from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.letters import Tap
from assistant.writing.links import LONGEST, Link, OwnMail, lines, mailto, parted, taps

THREAD = "assistant+k7q2abc@example.org"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)


def opened(url: str) -> dict[str, str]:
    """What a mail client makes of a link, by RFC 6068: no + for a space."""
    parts = urlsplit(url)
    assert parts.scheme == "mailto"
    fields = dict(parse_qsl(parts.query.replace("+", "%2B"), strict_parsing=True)) if parts.query else {}
    return {"to": unquote(parts.path), **fields}


@given(TEXT, st.lists(TEXT, min_size=1))
def test_what_is_written_into_a_link_comes_out_of_it(subject: str, body: list[str]) -> None:
    found = opened(mailto(THREAD, subject, "\n".join(body), "ben@example.org"))
    assert found["to"] == THREAD
    assert found["bcc"] == "ben@example.org"
    assert found.get("subject", "") == " ".join(subject.split())
    assert found["body"] == "\r\n".join(body)


@given(TEXT)
def test_a_link_is_plain_ascii_without_spaces_or_unescaped_signs(body: str) -> None:
    url = mailto(THREAD, "Re: a & b", body)
    assert url.isascii()
    assert not set(url) & set(' "<>+\r\n')
    assert url.count("?") == 1
    assert url.count("&") == 1


def test_the_usual_characters_are_encoded_as_clients_want_them() -> None:
    url = mailto(THREAD, "Minerva · mentoring", "SEND K7Q2\nyes & no + why?")
    assert url == (
        "mailto:assistant%2Bk7q2abc@example.org?subject=Minerva%20%C2%B7%20mentoring"
        "&body=SEND%20K7Q2%0D%0Ayes%20%26%20no%20%2B%20why%3F"
    )


@pytest.mark.parametrize(
    "address", ["", "ada", "ada@", "@example.org", "a@b,c@d.org", "a b@example.org", "ä@example.org"]
)
def test_what_is_no_plain_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="plain address"):
        mailto(address, "x", "y")


def test_a_tap_opens_a_reply_to_the_thread_with_the_word_and_the_code() -> None:
    (link,) = taps([Tap("Send", "SEND")], THREAD, "Minerva · mentoring", "K7Q2")
    assert link.label == "Send"
    assert opened(link.url) == {"to": THREAD, "subject": "Re: Minerva · mentoring", "body": "SEND K7Q2"}


def test_a_subject_that_is_a_reply_already_stays_one() -> None:
    (link,) = taps([Tap("Yes", "YES")], THREAD, "Re: Minerva · mentoring")
    assert opened(link.url)["subject"] == "Re: Minerva · mentoring"
    assert opened(link.url)["body"] == "YES"


def test_sending_it_oneself_opens_the_letter_to_the_person_with_our_address_as_bcc() -> None:
    own = OwnMail("minerva@example.org", "Your step to pricing", "Hi Minerva,\n\nwhy?\n\nAda")
    (link,) = taps([Tap("Send it myself", "", own=True)], THREAD, "Minerva · mentoring", "K7Q2", own)
    assert opened(link.url) == {
        "to": "minerva@example.org",
        "bcc": THREAD,
        "subject": "Your step to pricing",
        "body": "Hi Minerva,\r\n\r\nwhy?\r\n\r\nAda",
    }


def test_a_letter_too_long_for_a_link_leaves_the_body_to_be_pasted() -> None:
    own = OwnMail("minerva@example.org", "Your step", "é" * LONGEST)
    (link,) = taps([Tap("Send it myself", "", own=True)], THREAD, "x", own=own)
    assert opened(link.url) == {"to": "minerva@example.org", "bcc": THREAD, "subject": "Your step"}
    assert link.label == "Send it myself: copy the text above"


def test_a_link_to_the_person_without_a_letter_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="needs the letter"):
        taps([Tap("Send it myself", "", own=True)], THREAD, "x")


def test_the_text_has_one_line_a_link_and_the_first_stands_apart() -> None:
    shown = lines(
        [Link("Send", "mailto:a@example.org"), Link("Later", "mailto:b@example.org"), Link("Skip", "mailto:c@d.e")]
    )
    assert shown == "[Send]  mailto:a@example.org\n\n[Later]  mailto:b@example.org\n[Skip]  mailto:c@d.e"
    assert lines([]) == ""
    assert lines([Link("Yes", "mailto:a@example.org")]) == "[Yes]  mailto:a@example.org"


def test_the_links_of_a_text_are_found_again() -> None:
    links = (Link("Send", "mailto:a@example.org"), Link("Later", "mailto:b@example.org"))
    assert parted(f"Two words.\n\n{lines(links)}") == ("Two words.", links)
    assert parted("Two words.") == ("Two words.", ())
