"""Whether a line is English: a letter in English quotes any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.words.tongue import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Zahlen vom Pilot schicken",
        "Ich rufe die zwei Kunden bis 24. November an",
        "envoyer le mémo à Lee pour vendredi",
        "escribir el memo para el viernes",
        "inviare il testo a Lee per venerdì",
        "enviar o texto para ela até sexta",
        "skicka texten till henne",
        "memo schrijven voor vrijdag",
        "написать план",
        "企画書を送る",
    ],
)
def test_a_line_in_another_language_is_known(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "send her the memo",
        "one slide with the three tiers",
        "call Lee",
        "ask Lee about El Corte Inglés",
        "book a table at Le Petit Café",
        "price sheet",
        "die-cut samples for the box",
        "write to Señora Núñez",
        "read Das Kapital",
        "",
        "2 + 2",
    ],
)
def test_english_and_names_stay_english(text: str) -> None:
    assert not is_foreign(text)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_foreign(text) in (True, False)
