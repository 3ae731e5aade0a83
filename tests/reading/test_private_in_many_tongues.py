"""Marks of privacy in other words and languages: they keep what they mean, and no more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import notes

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/Madrid")


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")


def public(found: Notes) -> str:
    tasks = [f"{one.text} {one.asks} {one.other}" for one in found.actions]
    said = [*found.points, *found.decisions, *tasks, *found.offers, *found.questions, found.next_meeting, found.used]
    return " ".join(said).casefold()


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("kindly let this go no further: Minerva is being sued", "sued"),
        ("What follows isn't meant for anybody but me.\nshe drinks", "drinks"),
        ("do not circulate beyond the two of us -> chair resigns", "resigns"),
        ("[hush] salary is 90k [/hush]", "90k"),
        ("Skal ikke videre: Minerva er gravid", "gravid"),
        ("Får inte spridas: bolaget säljs", "säljs"),
        ("Mellan skål och vägg: hon slutar", "slutar"),
        ("Ikke for andre enn meg: han er syk", "syk"),
        ("Blir mellom oss: hun flytter", "flytter"),
        ("Niet doorvertellen: de fusie gaat door", "fusie"),
        ("Proszę nikomu nie mówić: firma upada", "upada"),
        ("Jää meidän väliseksi: yhtiö myydään", "myydään"),
        ("Kimseye söyleme: şirket satılıyor", "satılıyor"),
        ("ここだけの話：彼女は辞める", "辞める"),
        ("不要告诉别人：公司要卖了", "卖了"),
        ("不要告訴別人：公司要賣了", "賣了"),
        ("لا تخبر أحدا: الشركة ستباع", "ستباع"),
        ("किसी को मत बताना: कंपनी बिक रही है", "बिक"),
        ("यह बात हमारे बीच रहे: वह जा रही है", "जा रही"),
        ("Jangan bilang siapa-siapa: dia pindah", "pindah"),
        ("Đừng kể cho ai: chị ấy nghỉ việc", "nghỉ"),
        ("อย่าบอกใคร: เธอจะลาออก", "ลาออก"),
        ("Nehovor nikomu: firma končí", "končí"),
        ("Ne povej nikomur: podjetje propada", "propada"),
        ("Nemoj reći nikome: tvrtka propada", "propada"),
        ("Ära räägi kellelegi: firma suletakse", "suletakse"),
        ("Entre nosaltres: plega al maig", "plega"),
        ("Nestāsti nevienam: viņa aiziet", "aiziet"),
        ("Tik man: ji išeina", "išeina"),
        ("Okkar á milli: hún hættir", "hættir"),
        ("بین خودمان: شرکت فروخته می‌شود", "فروخته"),
        ("I will tell zed ? b? b?b, keep it private.", "zed"),
    ],
)
def test_a_mark_in_any_tongue_keeps_its_words_with_their_writer(text: str, secret: str) -> None:
    found = read(f"We talked about prices.\n\n{text}\n")
    assert secret.casefold() not in public(found)
    assert secret in " ".join(found.private)
    assert "prices" in public(found)


@pytest.mark.parametrize(
    ("text", "secret", "goes_on"),
    [
        (
            "decided: stay\nprivate: she leaves\nme: call Lee\nnext: 2 December, 10:00, bakery",
            "she leaves",
            "2 december",
        ),
        ("Topics: prices\nprivate: she leaves\ndecided: we stay in May", "she leaves", "stay in may"),
        ("private: she leaves\nagain: 2 Dec 11am", "she leaves", "2 dec"),
        ("This stays between us: he wept. Coffee again on the 2nd, ten o'clock.", "he wept", "coffee again"),
        ("Off the record\nshe leaves\n\nWhat we settled\nstay in May", "she leaves", "stay in may"),
        (
            "note to self, call with Minerva\n- I will call Lee by Friday\n- private: she leaves",
            "she leaves",
            "call lee",
        ),
        ("now this next bit is private she leaves end of private bit\nI will call Lee.", "she leaves", "call lee"),
        ("- prices\nprivate: she leaves\n- next: 2 December, 12h30, lunch", "she leaves", "2 december"),
    ],
)
def test_a_private_line_ends_where_another_label_begins(text: str, secret: str, goes_on: str) -> None:
    found = read(text)
    assert secret not in public(found)
    assert goes_on in public(found)


def test_a_label_below_a_private_line_alone_stays_private() -> None:
    assert "resign" not in public(read("private: the first line\nDecision: resign in May"))


def test_a_talk_in_which_one_does_not_know_yet_is_no_secret() -> None:
    found = read("Minerva: do we pay him?\nAda: don't know yet\nMinerva: ok, I'll send you the contact.\nAda: thanks!")
    assert found.private == ()
