"""The agenda for the mentor, from its draft to Minerva's reading: approved, once a meeting, never late (P91, P107)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import body, sends, series

from assistant.mentoring.letters import Kind, Letter, LetterState


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Minerva is Ada's mentor; they meet on Tue 1 Dec at 16:00 and every first Tuesday from then on."""
    with House(tmp_path) as house:
        series(house)
        yield house


def until(house: House, when: str, *, step: float = 60) -> None:
    """Time goes by until then (UTC: an hour less than in Madrid)."""
    end = datetime.fromisoformat(when).replace(tzinfo=UTC)
    while house.at < end:
        house.cycle(min(step, (end - house.at).total_seconds() / 60))


def agendas(house: House) -> list[Letter]:
    return [x for x in house.book.letters if x.kind is Kind.AGENDA]


def read(house: House) -> list[str]:
    """The agendas that Minerva got."""
    return [
        body(mail) for mail in map(parsed, (m.raw for m in house.to(MINERVA))) if mail["Subject"].startswith("For ")
    ]


def shown(house: House) -> list[str]:
    """The mails that showed Ada an agenda for the first time."""
    found = [body(parsed(mail.raw)) for mail in house.to(ADA)]
    return [text for text in found if text.startswith("AGENDA for")]


def wants(house: House, goal: str = "decide on one price") -> None:
    says(house, f"goal today: {goal}", fresh=True)


def test_it_is_shown_a_business_day_before_and_leaves_on_send_with_the_goal_first(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 06:50")
    assert shown(house) == []
    until(house, "2026-11-30 07:10")
    assert len(shown(house)) == 1
    assert read(house) == []
    says(house, f"SEND {agendas(house)[0].code}", fresh=True)
    until(house, "2026-11-30 12:00")
    [text] = read(house)
    assert text.splitlines()[2] == "my goal for Tue 1 Dec at 16:00 (Madrid time): decide on one price."


def test_without_a_send_it_ends_with_the_meeting_and_nobody_is_asked_why(house: House) -> None:
    wants(house)
    until(house, "2026-12-02 12:00")
    assert [x.state for x in agendas(house)] == [LetterState.EXPIRED]
    assert read(house) == []
    assert not any("EXPIRED" in body(parsed(mail.raw)) for mail in house.to(ADA))


def test_where_there_is_nothing_to_say_there_is_no_agenda(house: House) -> None:
    until(house, "2026-12-02 12:00")
    assert agendas(house) == []


def test_a_goal_that_comes_on_the_last_day_brings_the_agenda_at_once(house: House) -> None:
    until(house, "2026-11-30 09:00")
    wants(house)
    assert [x.state for x in agendas(house)] == [LetterState.PENDING]
    house.cycle(60)
    assert len(agendas(house)) == 1


def test_another_question_words_it_anew_and_the_old_text_can_no_longer_go(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    told = says(house, "ask: What would you drop first?", fresh=True).replace("\r\n", "\n")
    assert "1. What would you drop first?\n\n  No need to answer" in told
    assert [x.state for x in agendas(house)] == [LetterState.WITHDRAWN, LetterState.PENDING]
    house.sends()
    until(house, "2026-11-30 15:00")
    assert ["What would you drop first?" in text for text in read(house)] == [True]


def test_skip_drops_it_for_good(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    says(house, f"SKIP {agendas(house)[0].code}", fresh=True)
    wants(house, "two prices")
    until(house, "2026-12-01 14:00")
    assert [x.state for x in agendas(house)] == [LetterState.SKIPPED]


def test_later_is_no_choice_for_an_agenda(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    assert "before your meeting with Minerva or not at all" in says(
        house, f"LATER {agendas(house)[0].code} fri", fresh=True
    )
    assert [x.state for x in agendas(house)] == [LetterState.PENDING]


def test_it_follows_a_meeting_that_moves_and_goes_once(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    says(house, f"SEND {agendas(house)[0].code}", fresh=True)
    says(house, "move the meeting of 1 December with Minerva to 10 December 16:00", fresh=True)
    assert [x.state for x in agendas(house)] == [LetterState.WITHDRAWN]
    sends(house)
    until(house, "2026-12-08 12:00")
    assert read(house) == []
    until(house, "2026-12-09 09:00")
    [waiting] = [x for x in agendas(house) if x.state is LetterState.PENDING]
    assert "Thu 10 Dec at 16:00" in waiting.text
    says(house, f"SEND {waiting.code}", fresh=True)
    until(house, "2026-12-10 14:00")
    assert len(read(house)) == 1


def test_a_move_that_is_skipped_brings_it_back(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    says(house, "move the meeting of 1 December with Minerva to 10 December 16:00", fresh=True)
    house.cycle(60)
    assert [x.state for x in agendas(house)] == [LetterState.WITHDRAWN]
    house.says("SKIP", answers=ADA)
    house.cycle(1)
    assert [x.state for x in agendas(house)] == [LetterState.WITHDRAWN, LetterState.PENDING]


def test_after_it_left_no_second_one_comes_for_that_meeting(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 09:00")
    says(house, f"SEND {agendas(house)[0].code}", fresh=True)
    until(house, "2026-11-30 14:00")
    assert len(read(house)) == 1
    says(house, "ask: What else?", fresh=True)
    says(house, "move the meeting of 1 December with Minerva to 10 December 16:00", fresh=True)
    sends(house)
    until(house, "2026-12-10 14:00")
    assert len(agendas(house)) == 1


def test_a_send_that_comes_when_it_could_only_leave_after_the_meeting_is_refused(house: House) -> None:
    wants(house)
    until(house, "2026-12-01 14:55")
    assert "has begun" in says(house, f"SEND {agendas(house)[0].code}", fresh=True)
    assert [x.state for x in agendas(house)] == [LetterState.PENDING]


def test_one_that_was_held_up_until_the_meeting_began_never_leaves_and_that_is_said(house: House) -> None:
    wants(house)
    until(house, "2026-12-01 14:30")
    says(house, f"SEND {agendas(house)[0].code}", fresh=True)
    house.at = datetime(2026, 12, 1, 15, 5, tzinfo=UTC)  # the machine slept
    house.cycle()
    assert "has not seen the agenda" in body(house.last[ADA])
    assert (read(house), [x.state for x in agendas(house)]) == ([], [LetterState.WITHDRAWN])


def test_the_brief_of_the_day_stands_in_that_days_digest(house: House) -> None:
    wants(house)
    until(house, "2026-12-01 08:00")
    text = next(
        body(parsed(m.raw)) for m in reversed(house.to(ADA)) if "What waits, Tue 1 Dec" in str(parsed(m.raw)["Subject"])
    )
    assert text.startswith("Today at 16:00: Minerva M")
    assert "“My goal today: decide on one price.”" in text


def test_where_the_digest_was_missed_the_brief_comes_two_hours_before(house: House) -> None:
    wants(house)
    until(house, "2026-11-30 20:00")
    house.at = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)  # the machine was off in the morning
    house.cycle()
    assert not any(body(parsed(m.raw)).startswith("BRIEF") for m in house.to(ADA))
    until(house, "2026-12-01 14:00")
    briefs = [t for m in house.to(ADA) if (t := body(parsed(m.raw))).startswith("BRIEF for Minerva M, today at 16:00")]
    assert len(briefs) == 1
