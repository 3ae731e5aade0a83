"""Times proposed in other languages than English, and in two at once.

All is said on Tuesday 3 November 2026, at 10:00 in Madrid.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.tuesday import NOW, time_said

from assistant.reading.dates import slots
from assistant.reading.dates.in_english import in_english


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gern! Donnerstag, 5. November, um 16 Uhr.", "11-05 16:00"),
        ("Donnerstag ab 14 Uhr oder Freitag um 9:30 Uhr passt mir gut.", "11-05 14:00-18:00; 11-06 09:30"),
        ("Montag, 9.11., 10 Uhr oder Dienstag, 10.11., 15 Uhr", "11-09 10:00; 11-10 15:00"),
        ("Mittwoch bin ich in Bonn. Donnerstag um 11 Uhr geht es.", "11-05 11:00"),
        ("Sehr gerne. Freitag 6. November, 16 Uhr? Please confirm.", "11-06 16:00"),
        ("Jeudi 5 novembre à 14h30 me convient, ou vendredi à 10h.", "11-05 14:30; 11-06 10:00"),
        ("Avec plaisir, le lundi 9 novembre vers 17h. Le mardi est complet.", "11-09 17:00"),
        ("Bien sûr ! Mercredi matin ou jeudi après-midi.", "11-04 09:00-12:00; 11-05 13:00-18:00"),
        ("Le matin du 5 novembre. Vendredi à 10h aussi.", "11-05 09:00-12:00; 11-06 10:00"),
        ("Am 5. Nov. 15 Uhr gern", "11-05 15:00"),
        ("Claro, el jueves 5 de noviembre a las 17:00 o el viernes a las 10.", "11-05 17:00; 11-06 10:00"),
        ("Encantado, el lunes por la tarde me va bien.", "11-09 13:00-18:00"),
        ("Volentieri! Giovedì 5 novembre alle 15 oppure venerdì alle 11.", "11-05 15:00; 11-06 11:00"),
        ("Com prazer! Quinta-feira, 5 de novembro, às 18h.", "11-05 18:00"),
        ("Graag! Donderdag 5 november om 13:00 uur of vrijdag om 9 uur.", "11-05 13:00; 11-06 09:00"),
        ("Gärna! Torsdag 5 november kl. 15 eller fredag kl. 9.", "11-05 15:00; 11-06 09:00"),
        ("Gerne, torsdag den 5. november kl. 14 passer mig fint.", "11-05 14:00"),
        ("Jeg kan fredag 6. november klokken 10 eller mandag klokken 12.", "11-06 10:00; 11-09 12:00"),
        ("Chętnie, czwartek 5 listopada o 16:00.", "11-05 16:00"),
        ("Rád, ve čtvrtek 5. listopadu v 15:00.", "11-05 15:00"),
        ("Je suis libre jeudi à 10h, pas vendredi.", "11-05 10:00"),
        ("Am Donnerstag habe ich Sprechstunde, aber Freitag um 15 Uhr passt.", "11-06 15:00"),
        ("El lunes a las 12 puedo, el martes no.", "11-09 12:00"),
        ("Martedì 10 alle 16:30 va bene, mercoledì sono a Milano.", "11-10 16:30"),
        ("Posso na quarta às 14h.", "11-04 14:00"),
        ("Torstai 5.11. klo 15.30 sopii.", "11-05 15:30"),
        ("Fredag kl 9 passar bra, torsdag är fullt.", "11-06 09:00"),
        ("Můžu ve čtvrtek ve 13:00.", "11-05 13:00"),
        ("Pazartesi saat 16:00 uygun.", "11-09 16:00"),
        ("Могу в пятницу в 11:00.", "11-06 11:00"),
        ("Con gusto! Monday 9 November, 18:30. El martes no puedo.", "11-09 18:30"),
    ],
)
def test_a_time_is_read_in_its_own_language(words: str, expected: str) -> None:
    assert "; ".join(time_said(slot) for slot in slots(words, NOW)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Placido Domingo sings on Thursday at 8pm",
        "Juli and Mai are free on Friday",
        "Happy to talk, see you Friday at 10",
        "I saw it in Mars magazine",
    ],
)
def test_english_stays_as_it_is(words: str) -> None:
    assert in_english(words) == words


@given(st.text(max_size=300))
def test_any_text_is_translated_without_an_error(words: str) -> None:
    assert len(in_english(words)) <= 12 * len(words) + 40
