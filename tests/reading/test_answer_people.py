"""Answers as very different people type them: terse, formal, hurried, in other languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.dates import Moment
from assistant.reading.languages import by_language
from assistant.reading.spelling import spelt

NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")

SAID = {
    Meaning.YES: [
        "yeah go on. ring me wed evening after 7",
        "I shall be available on Monday between 3 pm to 5 pm. Kindly confirm.",
        "no objections from me, friday 4 would do",
        "im in",
        "tuesday works",
        "Not a problem at all, call me tomorrow.",
        "I don't see why not. Give me a ring Thursday.",
        "I can't stop smiling, of course I'll do it. Thursday 4pm?",
        "Don't stop sending me your questions, I enjoy them! Yes, Friday 9 works.",
        "Avec plaisir. Mardi prochain vers 14h ?",
        "Claro que sí, el jueves me viene bien.",
        "Det vill jag gärna! Passar tisdag?",
        "Met plezier! Donderdag om 11 uur?",
    ],
    Meaning.LATER: [
        "Up to my eyeballs till mid November, pls come back then",
        "My daughter starts school next week. Write me again in three weeks.",
        "Im Moment leider nicht, melden Sie sich bitte im März wieder.",
        "Pas avant la rentrée, recontactez-moi en septembre.",
    ],
    Meaning.NOT_NOW: [
        "juggling three projects, can't add anything at the minute",
        "I'm stretched very thin these days, sorry Ada.",
        "Momentan schaffe ich das leider nicht.",
        "Je suis débordée en ce moment, désolée.",
    ],
    Meaning.NO: [
        "thx but no thx",
        "nah sorry not my thing",
        "Hard pass, sorry.",
        "Would love to say yes but the honest answer is no.",
        "I regret that I am unable to accept your kind invitation.",
        "I must respectfully decline, as I retired last spring and prefer to keep my time to myself.",
        "Leider nein, dafür fehlt mir die Zeit. Alles Gute!",
        "Tack men nej tack.",
        "Gracias, pero no puedo ayudarte con esto.",
    ],
    Meaning.QUESTION: [
        "what's this about?",
        "Hi, sorry, remind me - where did we meet?",
        "send me your CV first then I will see",
        "Before I say yes: how long would it take and is it by phone?",
        "Worum geht es denn genau?",
    ],
    Meaning.THANKS: ["ok noted with thanks", "Perfect, thank you.", "🙏", "Merci beaucoup !"],
}


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in SAID.items() for text in texts])
def test_people_are_understood_however_they_type(meaning: Meaning, text: str) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.certain) == (meaning, True)


STOPS = [
    "Take my name off whatever this is.",
    "I'd appreciate it if you didn't write again.",
    "Kindly do not disturb me further.",
    "You keep writing to me although I said no. Stop this now.",
    "pls dont send me mails anymore",
    "Enough now Ada. Third mail. No more please.",
    "This is spam, I'm blocking you.",
    "Hör auf mir zu schreiben",
    "Ne m'écrivez plus, merci.",
    "No me escribas más.",
    "Por favor, não me envie mais mensagens.",
    "Per favore non scrivermi più",
    "Schrijf me niet meer.",
    "Sluta skriva till mig.",
    "Lad mig være i fred.",
    "Ikke kontakt meg igjen.",
    "Älkää kirjoittako minulle enää.",
    "Proszę do mnie nie pisać.",
    "Prosím, už mi nepište.",
    "Ne írjon többet!",
    "Не пишите мне больше.",
    "Припиніть мені писати.",
    "Bana yazmayın artık.",
    "Μη μου ξαναγράψετε.",
    "今後は連絡しないでください。",
    "연락하지 마세요.",
    "请不要再联系我",
    "لا تراسلني مرة أخرى",
    "אל תכתבו לי יותר",
    "Đừng liên lạc với tôi nữa",
]


@pytest.mark.parametrize("text", STOPS)
def test_a_stop_is_found_in_any_language(text: str) -> None:
    assert answer(text, NOW).meaning is Meaning.STOP


@given(
    st.sampled_from([phrase for told in by_language("answer").values() for phrase in told["stop"] if "*" not in phrase])
)
def test_every_stop_of_the_languages_is_one_wherever_it_stands(phrase: str) -> None:
    assert answer(f"Hi Ada. {phrase}. Minerva", NOW).meaning is Meaning.STOP


@pytest.mark.parametrize(
    "text",
    [
        "Please don't hesitate to contact me again.",
        "I can't write any more today, Tuesday 3 pm is fine.",
        "You don't need to write again until March.",
        "Thursday is my last stop in Berlin, let's meet at 4 pm.",
        "I haven't mailed anyone any more since May, sorry. Monday 9:00 works.",
    ],
)
def test_what_only_sounds_like_a_stop_is_none(text: str) -> None:
    got = answer(text, NOW)
    assert got.meaning is not Meaning.STOP or not got.certain


@pytest.mark.parametrize(
    "text",
    [
        "Let me check with my boss.",
        "Maybe, it depends.",
        "I'd love to, but",
        "The next three weeks are hopeless. Week of the 9th maybe",
        "Would you mind asking me again in spring? February or so.",
    ],
)
def test_what_may_mean_two_things_is_asked(text: str) -> None:
    assert not answer(text, NOW).certain


def test_a_later_in_another_language_has_its_day() -> None:
    assert answer("Bitte melden Sie sich im März wieder.", NOW).until == date(2027, 3, 1)
    assert not answer("Bitte melden Sie sich wieder.", NOW).certain


def test_somebody_else_to_ask_is_named() -> None:
    found = answer("I have put Ravi sir in cc, he will take it forward.", NOW)
    assert (found.meaning, found.referral.name if found.referral else "") == (Meaning.REFERRAL, "Ravi")
    found = answer("Bitte wenden Sie sich an meine Kollegin Frau Vogt, vogt@example.org.", NOW)
    assert (found.meaning, found.referral.email if found.referral else "") == (Meaning.REFERRAL, "vogt@example.org")


@given(st.text(max_size=200))
def test_spelling_out_twice_changes_nothing_more(text: str) -> None:
    assert spelt(spelt(text)) == spelt(text)


def test_spelling_leaves_addresses_alone() -> None:
    assert spelt("write to u@example.org pls") == "write to u@example.org please"


@pytest.mark.parametrize("unit", ["can't ", "ask me again in ", "a@", "no, ", "what ", "- ", "Xx ", '"'])
def test_the_same_long_text_gives_the_same_answer(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    assert answer(text, NOW) == answer(text, NOW)
