"""With whom a talk was, by the head of its notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.talked_with import talked_with


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Meeting with Kofi 3 June 2025\nKofi will send the deck", "Kofi"),
        ("notes\n1:1 with Kofi Mensah, Tuesday", "Kofi Mensah"),
        ("Kofi 1:1\n- budget", "Kofi"),
        ("Call with Dr. Osei - 3 June\n", "Dr Osei"),
        ("met Kofi for lunch\nhe has ideas", "Kofi"),
        ("met Kofi. We went through the whole rota and agreed to try it at weekends, which he liked a lot", "Kofi"),
        ("Met Dr. Osei. He would try it", "Dr Osei"),
        ("Coffee w/ Kofi (Tue)\n", "Kofi"),
        ("Notes of the meeting with Lee\n", "Lee"),
        ("We talked about pricing\nI will call Lee by fri", ""),
        ("Meeting Monday\n- pricing", ""),
        ("Meeting notes\n- pricing", ""),
        ("Weekly call\nLee will send it", ""),
        ("meeting with the board\n", ""),
        ("a long evening: I will have a meeting with Kofi next week and then write the memo for them all\n", ""),
    ],
)
def test_the_head_of_notes_names_who_it_was(text: str, name: str) -> None:
    assert talked_with(text) == name


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert len(talked_with(text).splitlines()) <= 1
