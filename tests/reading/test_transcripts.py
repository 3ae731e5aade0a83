"""A recording written down is known by its speakers, and a list of topics is none."""

from __future__ import annotations

import pytest

from assistant.reading.transcripts import dictated, in_turns


@pytest.mark.parametrize(
    "names", [("Ada", "Minerva"), ("ada", "minerva"), ("Ada Byron", "Vincent van Gogh"), ("Speaker 1", "Speaker 2")]
)
def test_speakers_that_return_are_a_recording(names: tuple[str, str]) -> None:
    one, two = names
    assert dictated(f"{one}: how did it go\n{two}: better than feared\n{one}: good to hear\n{two}: thanks to you")


def test_topics_before_a_colon_are_no_speakers() -> None:
    assert not dictated(
        "Thesis timeline: hand in by September\nJob search: four postings read\nJob search: send the posting\n"
        "Thesis timeline: a plan a week"
    )


def test_a_speaker_on_a_line_of_their_own_stands_before_what_they_say() -> None:
    said = in_turns("Ada Byron  0:03\nit went well\n\nMinerva Marsh  0:07\nglad to hear it\n")
    assert "Ada Byron: it went well" in said
    assert "Minerva Marsh: glad to hear it" in said


def test_a_speaker_whom_the_program_does_not_know_has_a_number() -> None:
    said = in_turns("Speaker 1  0:03\nit went well\n\nSpeaker 2  0:07\nglad to hear it\n")
    assert "Speaker 2: glad to hear it" in said
    assert dictated(said + "\nSpeaker 1: thank you so much")
