"""Every tap of every letter in the stories, sent back in its thread: the reader understands its words."""

from __future__ import annotations

from letters.stories import STORIES
from letters.story import Story

from assistant.mentoring import events as happened
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import Letter
from assistant.mentoring.routing import Role, Route
from assistant.writing import links


def dead(story: Story, letter: Letter) -> list[str]:
    """The taps of this mail that are no words of ours when they come back."""
    found = []
    person = letter.thread.removeprefix("person/") if letter.thread.startswith("person/") else ""
    for link in links.parted(letter.text)[1]:
        if "assistant" not in link.url.partition("?")[0] or letter.one_time:
            continue  # a mail to the person from the protégé's own mailbox; an answer to "was this you?"
        words = links.says(link)
        if words.isdigit():
            continue  # the number means something only while its question is open; the stories answer them
        route = Route(Role.COMMAND, "ada", letter.thread, person, letter.id)
        event = story._arrived("ada@example.org", words, f"Re: {letter.subject}", route)
        read = isinstance(event, happened.CommandsGiven) and all(c.verb is not Verb.UNKNOWN for c in event.commands)
        if not read and not isinstance(event, happened.NotesForwarded):
            found.append(f"{letter.template} [{link.label}] {words!r}")
    return found


def test_every_tap_of_every_letter_is_understood_when_it_comes_back() -> None:
    tried = [(story, letter) for tell in STORIES for story in tell() for letter in story.seen if letter.to_protege]
    assert len(tried) > 100
    assert not {tap for story, letter in tried for tap in dead(story, letter)}
