"""No private word of any notes reaches a letter to somebody else, in whatever form notes and mark are written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mentoring.people import COFFEE, Desk, ada, minerva

from assistant.mentoring.events import NotesForwarded
from assistant.mentoring.facts import Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap
from assistant.reading.dates import Moment
from assistant.reading.notes import notes
from assistant.reading.privacy import LONGEST, split_private

NOW = Moment(datetime(2026, 11, 11, 12, tzinfo=UTC), "Europe/Madrid")
SECRET = "zzsecretzz"

MARKED = [
    "private: {}",
    "Private - {}",
    "**Private:** {}",
    "- private: {}",
    "  - [ ] private: {}",
    "Prices went up. Private: {}",
    "prices (private: {}) and costs",
    "prices [private {}] and costs",
    "private colon {}",
    "(private) {}",
    "{} (off the record)",
    "{}, keep it private.",
    "{} - please don't share this",
    "she told me privately: {}",
    "not for Minerva's eyes: {}",
    "between us: {}",
    "vertraulich: {}",
    "privé: {}",
    "confidencial: {}",
    "nur für mich: {}",
    "entre nous: {}",
    "## Private\n{}\n- {}\n",
    "Private:\n{}\n\n{}\n",
    "PRIVATE NOTES\n- {}\n- {}",
    "<private>\n{}\n\n{}\n</private>",
    "[private]\n{}\n\n- {}\n[/private]",
    "BEGIN PRIVATE\n{}\n\n{}\nEND PRIVATE",
    "| What | Private |\n|--|--|\n| memo | {} |",
    "| Private | {} |",
    "- private: the first\n  and {}",
    "pri\u200bvate: {}",
    "> private: {}",
    "[00:01:12] Ada: private: {}",
    "Ada: off the record, {}",
]
WORDS = [
    "I will {}",
    "Minerva offered to {} by 4 December",
    "Decision: {}",
    "next meeting {} on 4 December",
    "ACTION: Ada to {} by 27 Nov",
    "- [ ] {}",
    "{}",
    "TODO {}",
    "Ada: {}",
    "who will {}?",
    "I used {} and it worked",
]
AROUND = [
    "We talked about prices.",
    "- I will write the memo by 27 November",
    "## Action items\n- Ada: write the memo by 27 November",
    "| What | Who | When |\n|--|--|--|\n| write the memo | Ada | 27 Nov |",
    "Minerva: I'll read it.\nAda: thank you, I'll send it tonight.",
    "Decision: go for B",
    "* ask Lee for numbers",
    "",
]


def public(found: Notes) -> str:
    actions = [f"{one.text} {one.asks} {one.other}" for one in found.actions]
    return "\n".join(
        [*found.points, *found.decisions, *actions, *found.offers, *found.questions, found.next_meeting, found.used]
    )


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")


@pytest.mark.parametrize("form", MARKED)
def test_a_mark_of_any_form_keeps_its_words_apart(form: str) -> None:
    found = read("We talked.\n\n" + form.replace("{}", f"I will {SECRET}") + "\n\n")
    assert SECRET not in public(found)
    assert SECRET in " ".join(found.private)


@given(
    before=st.lists(st.sampled_from(AROUND), max_size=3),
    form=st.sampled_from(MARKED),
    words=st.sampled_from(WORDS),
    after=st.lists(st.sampled_from(AROUND), max_size=3),
    gap=st.sampled_from(["\n", "\n\n", "\r\n"]),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_private_word_of_any_notes_reaches_a_letter_to_another_person(
    before: list[str], form: str, words: str, after: list[str], gap: str
) -> None:
    text = gap.join([*before, form.replace("{}", words.replace("{}", SECRET)), *after])
    found = read(text)
    assert SECRET not in public(found)
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE,)), "2026-11-11 12:00")
    context = desk.context(thread="person/minerva", person="minerva")
    desk.happens(recap.notes_came, NotesForwarded("k", desk.now, context, "minerva", found, text))
    desk.says(recap.take)
    for number in range(1, len(found.points) + 1):
        desk.says(recap.correct, op="share", number=number)
    for letter in desk.book.letters:
        assert letter.to_protege or SECRET not in f"{letter.subject}\n{letter.text}\n{letter.values}"


@pytest.mark.parametrize(
    "line", ["She knows the private sector well.", "Private equity is not for me", "We met in a private room."]
)
def test_a_thing_that_is_called_private_is_no_secret(line: str) -> None:
    assert split_private(line)[1] == ()


def test_what_follows_a_closed_mark_is_public_again() -> None:
    found = read(
        "prices (private: she leaves) and costs\n\n[private]\nx\n[/private]\nI will write the memo by 27 November."
    )
    assert "and costs" in public(found)
    assert found.actions[0].due == date(2026, 11, 27)


@given(st.text(max_size=500))
@settings(deadline=None)
def test_no_line_is_lost_between_public_and_private(text: str) -> None:
    whole, pieces = split_private(text)
    kept = set("".join((whole, *pieces)).split())
    assert {word for word in text.split() if word.isalnum() and word.isascii()} <= kept | set(
        " ".join((whole, *pieces)).split()
    )


def test_private_said_into_a_phone_runs_to_the_end_of_its_paragraph() -> None:
    said = "i will send the memo and private she is leaving in may\n\nshe likes the private sector"
    public, private = split_private(said)
    assert private == ("private she is leaving in may",)
    assert "send the memo" in public
    assert "leaving" not in public
    assert "she likes the private sector" in public


@pytest.mark.parametrize("sign", ["🔒", "🔏", "🔐", "🤫", "🤐", "🙊", "㊙", "🔒\ufe0f"])
@pytest.mark.parametrize(
    ("written", "open_words"),
    [
        ("{s} zzsecretzz", ""),
        ("{s}: zzsecretzz. And zzsecretzz again\nzzsecretzz", ""),
        ("- {s}zzsecretzz", ""),
        ("> **{s}** zzsecretzz", ""),
        ("1. {s} - zzsecretzz", ""),
        ("{s}\nzzsecretzz", ""),
        ("{s}\n\nzzsecretzz", ""),
        ("## {s} Only here\nzzsecretzz\n\n- zzsecretzz", ""),
        ("Prices go up. {s} zzsecretzz is leaving in May.", "Prices go up."),
        ("prices ({s} zzsecretzz) and costs", "and costs"),
        ("Ada: {s} zzsecretzz", ""),
    ],
)
def test_a_picture_of_silence_before_words_keeps_them_apart(sign: str, written: str, open_words: str) -> None:
    text = f"We talked of prices.\n\n{written.replace('{s}', sign)}"
    whole, pieces = split_private(text)
    assert SECRET not in whole
    assert SECRET in " ".join(pieces)
    assert "We talked of prices." in whole
    assert open_words in whole
    assert SECRET not in public(read(text))


@pytest.mark.parametrize("sign", ["🔒", "🤫", "🤐"])
@pytest.mark.parametrize(
    "written", ["zzsecretzz is leaving {s}", "zzsecretzz is leaving. {s}", "zzsecretzz leaves{s}."]
)
def test_a_picture_of_silence_behind_a_sentence_keeps_it_apart(sign: str, written: str) -> None:
    whole, pieces = split_private(f"Prices go up.\n\n{written.replace('{s}', sign)}\n\nI will write the memo.")
    assert SECRET not in whole
    assert SECRET in " ".join(pieces)
    assert "Prices go up." in whole
    assert "I will write the memo." in whole


@pytest.mark.parametrize("said", ["Please keep the next part private.", "The following is confidential."])
def test_a_sentence_that_points_ahead_means_the_next_paragraph(said: str) -> None:
    assert SECRET not in split_private(f"We talked.\n\n{said}\n\nHe {SECRET} leaves.")[0]


def test_a_shy_face_behind_a_sentence_is_no_secret() -> None:
    said = "I forgot her form again 🙊\nI will send it by 27 November 😀."
    assert split_private(said) == (said, ())


def test_what_lies_beyond_all_that_is_read_is_private_and_not_lost() -> None:
    head = "Private: the rent.\n\n" + "We spoke of prices.\n" * (LONGEST // 20)
    public_part, pieces = split_private(f"{head}{SECRET} one\n{SECRET} two\n")
    assert SECRET not in public_part
    assert pieces[-2:] == (f"{SECRET} one", f"{SECRET} two")
    assert public_part.count("prices") + " ".join(pieces).count("prices") == LONGEST // 20


@given(st.lists(st.sampled_from([*AROUND, "keep\n", "don't ", "off\n\n", "x ", "| a | b |", "## a b"]), max_size=6))
@settings(deadline=None)
def test_notes_without_a_mark_come_back_as_they_are(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assert split_private(text) == (text, ())


HANDS = Path(__file__).with_name("private_notes")


def passages(name: str) -> list[str]:
    lines = (HANDS / name).read_text("utf-8").splitlines()
    return [line.replace("¶", "\n") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("passage", passages("private.txt"))
def test_what_many_hands_mark_as_private_stays_private_to_the_last_word(passage: str) -> None:
    public, private = split_private(passage.replace("{", "").replace("}", ""))
    for secret in re.findall(r"\{(.*?)\}", passage, re.DOTALL):
        for word in re.findall(r"\w{4,}", secret):
            assert re.search(rf"(?<!\w){word}(?!\w)", public) is None
            assert word in " ".join(private)


@pytest.mark.parametrize("passage", passages("public.txt"))
def test_words_about_the_world_are_no_secret(passage: str) -> None:
    assert split_private(passage) == (passage, ())


# How a mark is typed, how it stands to its words, and where in notes of which form: {} are the words.
OPENING = [
    "private", "confidential", "off the record", "don't tell her", "dont pass this on", "keep this to yourself",
    "for my eyes only", "not for Minerva", "just between us", "nobody knows this", "please do not transmit this",
    "mum's the word", "leave this out of the recap", "vertraulich", "nicht weitersagen", "bleibt unter uns",
    "confidentiel", "à garder pour moi", "entre nous", "no se lo digas a nadie", "solo para mí", "resti tra noi",
    "non dirlo a nessuno", "fica entre nós", "só para mim", "onder ons", "niet doorvertellen", "mellan oss",
    "mellem os", "mellom oss", "meidän kesken", "między nami", "nie mów nikomu", "mezi námi", "neříkej to nikomu",
    "никому не говори", "aramızda kalsın", "保密", "内緒",
]  # fmt: skip
TYPED = [str, str.upper, str.capitalize, lambda mark: mark.replace("'", ""), lambda mark: mark.replace("'", "’")]
JOINED = ["{m}: {}", "{m} - {}", "{}, {m}.", "{}. {m}.", "{} ({m})", "({m}) {}", "({m}: {})", "**{m}**: {}", "{m}:\n{}"]
PLACED = [
    "{}", "- {}", "* {}\n  - more of it: zzsecretzz", "1. {}", "> {}", "We spoke of prices. {}",
    "## Notes\n{}\n\n## Actions",
    "- [ ] {}", "Ada: {}", "PS {}", "{}\nand zzsecretzz again", "\t{}",
]  # fmt: skip


@given(
    mark=st.sampled_from(OPENING),
    typed=st.sampled_from(TYPED),
    joined=st.sampled_from(JOINED),
    placed=st.sampled_from(PLACED),
    words=st.sampled_from(WORDS),
    before=st.sampled_from(AROUND),
    after=st.sampled_from(AROUND),
)
@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_mark_of_any_tongue_and_place_keeps_its_words_from_everybody_else(
    mark: str, typed: object, joined: str, placed: str, words: str, before: str, after: str
) -> None:
    said = joined.replace("{m}", typed(mark)).replace("{}", words.replace("{}", SECRET))  # type: ignore[operator]
    found = read(f"{before}\n\n{placed.replace('{}', said)}\n\n{after}")
    assert SECRET not in public(found)
    assert SECRET in " ".join(found.private)


@given(st.text(alphabet="ab :.,;()[]{}<>-*#|\n\t", max_size=200), st.sampled_from(OPENING), st.text(max_size=60))
@settings(deadline=None)
def test_every_word_of_any_notes_is_on_one_side_or_the_other(before: str, mark: str, after: str) -> None:
    text = f"{before}{mark} {after}"
    whole, pieces = split_private(text)
    kept = " ".join((whole, *pieces, mark))  # a heading that is only the mark says nothing itself
    assert all(word in kept for word in re.findall(r"[a-z]{3,}", text))
