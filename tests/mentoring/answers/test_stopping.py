"""STOP in all its sizes, and the way back (L23, L43)."""

from __future__ import annotations

from letters.story import Story, begun, written

from assistant.mentoring.letters import LetterState


def told(story: Story) -> str:
    assert story.told is not None
    return story.told.text


def to_people(story: Story, *states: LetterState) -> int:
    return sum(x.state in states and not x.to_protege for x in story.book.letters)


def test_stop_under_a_draft_stops_everything_to_her_and_asks_how_much() -> None:
    story = begun()
    story.ada("STOP")
    assert to_people(story, LetterState.PENDING, LetterState.APPROVED) == 0
    assert story.book.person("minerva").paused
    assert "for good?" in told(story)
    story.ada("GO ON")
    assert not story.book.person("minerva").paused


def test_stop_with_a_name_is_for_good_and_undo_takes_it_back() -> None:
    story = begun()
    story.ada("stop Minerva", fresh=True)
    assert story.book.person("minerva").do_not_contact
    story.ada("UNDO")
    assert not story.book.person("minerva").do_not_contact
    assert to_people(story, LetterState.PENDING) == 0


def test_a_bare_stop_elsewhere_holds_everything_until_it_is_answered() -> None:
    story = begun()
    story.ada("stop", fresh=True)
    assert story.book.paused
    story.ada("RESUME")
    assert not story.book.paused


def test_send_while_everything_is_paused_sends_nothing_and_says_how_to_go_on() -> None:
    story = begun()
    draft = story.told
    story.ada("pause all", fresh=True)
    assert draft is not None
    story.seen.append(draft)
    story.ada("SEND")
    assert to_people(story, LetterState.APPROVED) == 0
    assert "RESUME" in told(story)


def test_her_stop_is_final_and_nobody_can_lift_it() -> None:
    story = written()
    story.person("minerva", "Please don't write to me again.")
    story.ada("RESUME")
    assert story.book.person("minerva").do_not_contact == "stop"
    assert to_people(story, LetterState.PENDING, LetterState.APPROVED) == 0


def test_after_a_no_only_her_own_word_opens_the_door_again() -> None:
    story = written()
    story.person("minerva", "No thanks, I don't do this.")
    story.ada("SKIP")
    story.ada("reach out to Minerva", fresh=True)
    assert "Minerva said no on Tue 3 Nov 2026" in told(story)
    story.person("minerva", "I changed my mind: yes, gladly. Thursday 12 November at 3pm?")
    assert not story.book.person("minerva").do_not_contact
    assert "COFFEE" in told(story)
