"""Thread addresses, Message-IDs and codes: found again by us, guessed by nobody, and no proof of a sender."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.tokens import DIGITS, LETTERS, TOKEN_LETTERS, Purpose, Thread, Tokens, derived_id

TOKENS = Tokens(b"k" * 32, "assistant@example.org")
MINERVA = Thread("ada", "person/minerva", Purpose.OWNER)
THREADS = (
    Thread("ada", "general", Purpose.OWNER),
    MINERVA,
    replace(MINERVA, purpose=Purpose.PERSON),
    replace(MINERVA, book="ben"),
    Thread("ada", "c1", Purpose.CHALLENGE),
)
PART = st.text(st.characters(exclude_characters="\x1f", exclude_categories=("Cs",)), max_size=12)


def test_every_thread_has_an_address_of_its_own_and_is_found_by_it_alone() -> None:
    addresses = [TOKENS.thread_address(thread) for thread in THREADS]
    assert len(set(addresses)) == len(THREADS)
    assert [TOKENS.find([address], THREADS) for address in addresses] == list(THREADS)


@given(book=PART, name=PART, purpose=st.sampled_from(Purpose))
def test_whatever_a_thread_is_called_its_address_is_plain_and_leads_back(
    book: str, name: str, purpose: Purpose
) -> None:
    thread = Thread(book, name, purpose)
    address = TOKENS.thread_address(thread)
    assert address.isascii()
    assert TOKENS.find([address.upper()], [thread]) == thread
    assert TOKENS.find([address], [replace(thread, book=book + "x")]) is None
    assert TOKENS.is_ours(address)


def test_a_token_made_with_another_key_leads_nowhere() -> None:
    forged = Tokens(b"x" * 32, TOKENS.address).thread_address(MINERVA)
    assert TOKENS.token_in(forged)
    assert TOKENS.find([forged], THREADS) is None


@given(st.text(max_size=60))
def test_no_address_is_ours_but_our_own_and_its_plus_addresses(text: str) -> None:
    ours = TOKENS.is_ours(text)
    assert ours == (text.lower() == TOKENS.address or (TOKENS.token_in(text) != "") or _plus(text))
    if TOKENS.token_in(text):
        assert ours


def _plus(text: str) -> bool:
    head, _, tail = text.lower().partition("@")
    return tail == "example.org" and head.startswith("assistant+")


def test_addresses_that_only_look_like_ours_are_not() -> None:
    token = TOKENS.thread_address(MINERVA).partition("+")[2].partition("@")[0]
    assert TOKENS.token_in(f"assistant+{token}@example.org") == token
    for other in (
        f"assistant+{token}@example.org.mallory.example.org",
        f"myassistant+{token}@example.org",
        f"assistant+{token}x@example.org",
        f"assistant+{token[:-1]}@example.org",
        f"assistant+{token}",
        "assistant@example.net",
    ):
        assert TOKENS.token_in(other) == "", other
    assert not TOKENS.is_ours("assistants@example.org")


def test_without_plus_addresses_only_a_challenge_comes_back_by_its_code() -> None:
    plain = replace(TOKENS, plus=False)
    challenge = THREADS[-1]
    code = plain.challenge_code(challenge)
    assert plain.thread_address(MINERVA) == "assistant@example.org"
    assert plain.code_in(f"Re: was this you? {code.upper()} yes", THREADS) == challenge
    assert plain.code_in(f"Re: {plain.challenge_code(MINERVA)}", THREADS) is None
    assert plain.code_in(f"x{code}", THREADS) is None
    assert TOKENS.code_in(code, THREADS) is None


@given(PART, PART, PART)
def test_a_code_can_be_typed_and_changes_with_the_text(book: str, letter: str, digest: str) -> None:
    code = TOKENS.code(book, letter, digest)
    assert [c in alphabet for c, alphabet in zip(code, (LETTERS, DIGITS, LETTERS, DIGITS), strict=True)] == [True] * 4
    assert code == TOKENS.code(book, letter, digest)


def test_one_draft_changed_is_another_code_nearly_always() -> None:
    codes = {TOKENS.code("ada", "letter", str(text)) for text in range(100)}
    assert len(codes) > 95


def test_parts_never_run_into_each_other() -> None:
    assert derived_id("ab", "c") != derived_id("a", "bc")
    assert TOKENS.message_id("ab", "c") != TOKENS.message_id("a", "bc")
    assert TOKENS.message_id("ada", "x").endswith("@example.org>")


def test_what_is_kept_of_an_address_cannot_be_read_and_knows_it_in_any_case() -> None:
    kept = TOKENS.keyed_hash("minerva@example.org")
    assert kept == TOKENS.keyed_hash("Minerva@Example.org")
    assert kept != replace(TOKENS, key=b"x" * 32).keyed_hash("minerva@example.org")
    assert "minerva" not in kept
    assert len(kept) > TOKEN_LETTERS
