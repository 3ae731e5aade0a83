"""From notes to a recap and to the mentor's version (L32, L33, L37, P98-P110)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import COFFEE, SERIES, Desk, ada, at, local, minerva
from mentoring.talks import NOTES, after_coffee, bring, fix

from assistant.mentoring.book import Asks
from assistant.mentoring.facts import NoteAction
from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.minutes import Action, ActionState, Recap, RecapState
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap

OPEN = replace(NOTES, actions=(NoteAction("send the deck"), NoteAction("call a customer", "me")))


def test_notes_become_a_recap_bound_to_the_meeting() -> None:
    desk = after_coffee()
    bring(desk)
    made = desk.book.recaps[0]
    assert (made.meeting, made.occurrence, made.day) == (COFFEE.uid, at("2026-11-11 10:00"), date(2026, 11, 11))
    assert desk.book.meetings[0].noted == (at("2026-11-11 10:00"),)
    assert desk.book.person("minerva").stage is Stage.COFFEE_DONE
    text = desk.answer.text
    assert text.startswith("RECAP of your meeting with Minerva on Wed 11 Nov")
    for said in (
        "1. price the outcome",
        "start with two customers",
        "1 send the memo: you, Fri 20 Nov",
        "who owns pricing?",
    ):
        assert said in text
    assert "Minerva offered to introduce Ada to Lee" in text
    assert "Only for you\n- I think my boss hates this" in text


def test_the_mentors_version_says_what_i_will_do_and_keeps_the_rest_here() -> None:
    desk = after_coffee()
    bring(desk)
    draft = desk.draft
    assert (draft.kind, draft.template) == (Kind.RECAP, "person/recap")
    assert draft.id in desk.answer.shows
    assert "thank you for our talk." in draft.text
    assert "I'll send the memo by Fri 20 Nov." in draft.text
    assert draft.text.endswith("Ada Byron")
    for kept in ("price the outcome", "start with two customers", "Lee", "boss", "who owns"):
        assert kept not in draft.text
    assert len(draft.text.split()) <= 120


def test_the_mentors_version_tells_first_what_comes_first() -> None:
    desk = after_coffee()
    later = NoteAction("I will call a customer", "me", date(2026, 11, 27))
    bring(desk, replace(NOTES, actions=(later, *NOTES.actions)))
    assert desk.draft.text.index("send the memo by Fri 20 Nov") < desk.draft.text.index("call a customer by Fri 27 Nov")


def test_a_thing_keeps_its_capital_in_the_list() -> None:
    desk = after_coffee()
    bring(desk, replace(NOTES, actions=(NoteAction("Zahlen vom Pilot by 20 Nov", "me", date(2026, 11, 20)),)))
    assert "1 Zahlen vom Pilot: you, Fri 20 Nov" in desk.answer.text


def test_an_owner_or_a_date_that_the_notes_do_not_give_is_asked_on_top_and_nothing_goes_out() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    text = desk.answer.text
    assert "I am not sure about 2 things:" in text
    assert text.index("? 1 who will “send the deck”, you or Minerva, and by when?") < text.index("Main points")
    assert "? 2 by when will you “call a customer”?" in text
    assert "1 send the deck: —, —" in text
    assert desk.book.pending() == ()
    assert [a.owner for a in desk.book.actions] == ["", "me"]
    assert [a.due for a in desk.book.actions] == [None, None]
    assert desk.book.question("person/minerva", Asks.RECAP)


def test_corrections_close_the_open_lines_and_then_the_draft_comes() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    fix(desk, number=1, fields=(("owner", "me"), ("due", "2026-12-05")), day=date(2026, 12, 5))
    assert desk.book.recaps[0].to_confirm == ("2: 2 by when will you “call a customer”?",)
    assert desk.book.pending() == ()
    fix(desk, text="customer", day=date(2026, 12, 8))
    assert desk.book.recaps[0].state is RecapState.FINAL
    assert desk.book.questions == ()
    assert "I'll send the deck by Sat 5 Dec." in desk.draft.text
    assert "I'll call a customer by Tue 8 Dec." in desk.draft.text


def test_an_owner_alone_still_leaves_the_date_open() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    fix(desk, number=1, fields=(("owner", "me"),))
    assert desk.book.recaps[0].to_confirm[-1] == "1: 1 by when will you “send the deck”?"
    fix(desk, number=1, fields=(("owner", "mentor"),))
    assert len(desk.book.recaps[0].to_confirm) == 1


def test_ok_takes_it_as_it_is_and_open_stays_open() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    desk.says(recap.take)
    assert desk.book.recaps[0].state is RecapState.FINAL
    assert desk.book.actions[0].owner == ""
    assert "send the deck" not in desk.draft.text
    assert "I'll call a customer." in desk.draft.text


def test_send_under_an_open_recap_first_asks_what_is_open() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    desk.says(recap.correct, op="send")
    assert "First what is to be confirmed." in desk.answer.text
    assert desk.book.pending() == ()


def test_a_correction_that_names_no_line_changes_nothing() -> None:
    desk = after_coffee()
    bring(desk, OPEN)
    before = desk.book.actions
    fix(desk, fields=(("owner", "me"),))
    fix(desk, number=9, fields=(("owner", "me"),))
    fix(desk, number=1, day=date(2026, 1, 1), fields=(("due", "2026-01-01"),))
    assert desk.book.actions == before


def test_a_corrected_recap_withdraws_the_old_draft() -> None:
    desk = after_coffee()
    bring(desk)
    old = desk.draft
    fix(desk, number=1, day=date(2026, 11, 25))
    assert desk.book.letter(old.id).state is LetterState.WITHDRAWN
    assert "Wed 25 Nov" in desk.draft.text


def test_a_shared_point_goes_along_and_no_other() -> None:
    desk = after_coffee()
    bring(desk)
    desk.says(recap.correct, op="share", number=2)
    assert "drop the free tier" in desk.draft.text
    assert "price the outcome" not in desk.draft.text


def test_the_use_of_the_advice_stands_in_the_thanks_turned_to_her() -> None:
    desk = after_coffee()
    bring(desk)
    desk.says(recap.correct, op="used", text="I used her question with two customers; one signed")
    assert "I used your question with two customers; one signed." in desk.draft.text


def test_the_next_meeting_is_one_tap_away() -> None:
    desk = after_coffee()
    bring(desk, replace(NOTES, next_start=at("2026-12-08 16:00")))
    assert "MEET 2026-12-08 16:00" in desk.taps
    desk.says(recap.correct, op="next", at=local("2026-12-09 16:00"))
    assert desk.book.recaps[0].next_meeting == "Wed 9 Dec 16:00"
    assert (desk.draft.method, desk.draft.template) == ("REQUEST", "invite/meeting")


def test_a_late_recap_says_so_itself() -> None:
    desk = after_coffee()
    desk.now = at("2026-11-20 09:00")
    bring(desk)
    assert "late, but not forgotten: thank you for Wed 11 Nov." in desk.draft.text


def test_numbers_never_come_again() -> None:
    known = Action(4, "old", "minerva", "me", state=ActionState.DONE)
    desk = Desk(ada(minerva(Stage.ACTIVE), actions=(known,), meetings=(SERIES,)), "2026-12-02 09:00")
    bring(desk)
    assert [a.number for a in desk.book.actions] == [4, 5, 6]


def test_the_same_open_action_keeps_its_number() -> None:
    known = Action(4, "I will send the memo.", "minerva", "me")
    desk = Desk(ada(minerva(Stage.ACTIVE), actions=(known,)), "2026-12-02 09:00")
    bring(desk, replace(NOTES, actions=NOTES.actions[:1]))
    assert [(a.number, a.due) for a in desk.book.actions] == [(4, date(2026, 11, 20))]


def test_nothing_is_drafted_to_someone_who_said_stop() -> None:
    desk = after_coffee(do_not_contact="stop")
    bring(desk)
    assert desk.book.recaps
    assert desk.book.pending() == ()


# --- thanks


def test_thanks_are_built_around_that_sentence_turned_to_her() -> None:
    desk = Desk()
    desk.says(recap.thank, text="she introduced me to Lee and I got the pilot")
    assert "thank you. You introduced me to Lee and I got the pilot." in desk.draft.text
    assert "+ you introduced me" in desk.answer.text


def test_thanks_without_a_reason_ask_for_one_and_private_words_stay() -> None:
    desk = Desk(
        ada(recaps=(Recap("r", "minerva", at("2026-11-01 09:00"), date(2026, 11, 1), private=("my boss hates this",)),))
    )
    desk.says(recap.thank, text=" ")
    assert "What did it change" in desk.answer.text or "what did it change" in desk.answer.text
    desk.says(recap.thank, text="although my boss hates this you helped")
    assert desk.book.pending() == ()
