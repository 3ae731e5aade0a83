"""Some 2,000 answers in many hands (`answers/*.txt`): what is acted on is right, and every stop is found."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from assistant.mentoring.facts import Machine, Meaning
from assistant.reading import message
from assistant.reading.answer import answer
from assistant.reading.dates import Moment
from assistant.reading.trust import Authserv

FOLDER = Path(__file__).parent / "answers"
SENT = datetime(2026, 10, 7, 9, tzinfo=UTC)
NOW = Moment(SENT, "Europe/Berlin")
LEAST = 0.92  # of a table is acted on


def _lines(name: str) -> list[str]:
    return [line for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]


def _read(text: str) -> tuple[str, bool]:
    """What the daemon makes of a whole mail: "away" for a notice of absence, else the answer's meaning."""
    mail = EmailMessage()
    mail["From"] = "Minerva <minerva@example.org>"
    mail["To"] = "Robin <assistant@example.org>"
    mail["Subject"] = "Re: a question"
    mail["Date"] = format_datetime(SENT)
    mail["Message-ID"] = "<row@example.org>"
    mail.set_content(text)
    got = message.read(mail.as_bytes(), SENT, trust=Authserv("mx.example.org"))
    if got.machine is Machine.ABSENCE:
        return "away", True
    found = answer(got.new_text.strip() or got.text.strip(), NOW)
    return found.meaning.value, found.certain and (got.certain or found.meaning is Meaning.STOP)


@pytest.mark.parametrize("name", ["yes", "no", "not_now", "referral", "question", "thanks", "away", "stop", "later"])
def test_what_is_acted_on_is_right_and_most_is_acted_on(name: str) -> None:
    texts = [line.rpartition("\t")[2].replace(" / ", "\n") for line in _lines(name)]
    read = {text: _read(text) for text in texts}
    assert {text: got for text, (got, certain) in read.items() if certain and got != name} == {}
    assert sum(certain for _, certain in read.values()) >= LEAST * len(texts)


@pytest.mark.parametrize("text", _lines("stop"))
def test_every_stop_is_found_whoever_says_it(text: str) -> None:
    assert _read(text)[0] == "stop"


@pytest.mark.parametrize("text", _lines("possible_stop"))
def test_a_stop_in_words_that_nobody_foresaw_is_at_least_a_possible_one(text: str) -> None:
    assert _read(text)[0] == "stop"


@pytest.mark.parametrize("line", _lines("no_stop"))
def test_what_shares_the_words_of_a_stop_is_read_as_what_it_is(line: str) -> None:
    name, _, text = line.partition("\t")
    got, certain = _read(text)
    assert got == name or not certain


@pytest.mark.parametrize("line", [line for line in _lines("later") if _read(line.partition("\t")[2])[1]])
def test_a_later_of_many_hands_has_its_day(line: str) -> None:
    """The day to wait for lies within a month of the first day that is meant; a bare year is met exactly."""
    when, _, text = line.partition("\t")
    until = answer(text, NOW).until
    assert until is not None
    if len(when) == 4:
        assert until.year == int(when)
    else:
        assert abs((until - date.fromisoformat(f"{when}-01"[:10])).days) <= 31
