"""A draft on its way: shown, changed, approved, put off, dropped, expired (L14–L17, L43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from letters.story import POLICY, Story, begun, written

from assistant.mentoring.due import due
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.person import Stage


def told(story: Story) -> str:
    assert story.told is not None
    return story.told.text


def waiting(story: Story) -> list[Letter]:
    return list(story.book.pending())


def test_the_three_answers_bring_the_first_draft_and_say_what_was_turned() -> None:
    story = begun()
    assert "+ your ProductConf talk on pricing" in told(story)
    assert "- her ProductConf talk on pricing" in told(story)
    assert waiting(story)[0].text.startswith("Hi Minerva,\n\nyour ProductConf talk")


def test_a_bare_title_is_no_sentence_and_is_asked_for_again() -> None:
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("1. lead a pricing team\n2. Minerva McGee, minerva@example.org\n3. her talk")
    assert waiting(story) == []
    assert "As a whole sentence" in told(story)


def test_what_the_protege_heard_is_kept_but_never_put_into_a_letter_as_a_fragment() -> None:
    story = begun()
    story.ada("new mentor Lee Ito lee@example.org — heard his talk on interviews", fresh=True)
    story.ada("reach out to Lee", fresh=True)
    assert "still needs 1 thing" in told(story)
    story.ada("why: your talk on interviews gave us our script")
    assert waiting(story)[-1].text.startswith("Hi Lee,\n\nyour talk on interviews gave us our script.")


def test_every_change_shows_its_lines_and_offers_send() -> None:
    story = begun()
    story.ada("shorter")
    assert "Was: Wed 11 Nov or Fri 13 Nov" in told(story)
    assert "Now: Any time that suits you" in told(story)
    assert "[Send]" in told(story)


def test_a_change_that_no_rule_can_make_changes_nothing() -> None:
    story = begun()
    story.ada("shorter")
    kept = waiting(story)
    story.ada("shorter")
    assert waiting(story) == kept
    assert "I can't make it any shorter" in told(story)


def test_no_flattery_leaves_the_compliment_out() -> None:
    story = begun()
    story.ada("no flattery")
    assert "ProductConf" not in waiting(story)[0].text
    assert "evidence" not in told(story)


def test_a_mention_stands_once_and_before_the_last_paragraph() -> None:
    story = begun()
    story.ada("mention that I am from Porto")
    text = waiting(story)[0].text
    assert text.count("Ada Byron") == 1
    assert text.count("A program posts this") == 1
    assert "I am from Porto.\n\nWed 11 Nov" in text


def test_a_text_sent_back_keeps_its_subject_and_loses_our_indent() -> None:
    story = begun()
    story.ada("EDIT\n  Subject: Your talk\n\n  Hi Minerva,\n\n  one line.\n\n  Ada Byron")
    letter = waiting(story)[0]
    assert letter.subject == "Your talk"
    assert letter.text.startswith("Hi Minerva,\n\none line.\n\nAda Byron")


def test_what_can_not_be_sent_has_no_send_to_tap() -> None:
    story = begun()
    story.ada("EDIT\nHi Minerva,\n\nwould you be my mentor?\n\nAda Byron")
    assert "[Send]" not in told(story)
    story.ada("SEND ANYWAY")
    assert waiting(story)[0].state is LetterState.PENDING


def test_a_soft_hit_takes_send_anyway_only() -> None:
    story = begun()
    story.ada("EDIT\nHi Minerva,\n\nyour talk helped us. Could we talk?\n\nAda Byron")
    assert "[Send anyway]" in told(story)
    story.ada("SEND")
    assert waiting(story)
    story.ada("SEND ANYWAY")
    assert not waiting(story)


def test_send_outside_the_drafts_thread_asks_with_the_draft_in_full() -> None:
    story = begun()
    story.ada("SEND", fresh=True)
    assert waiting(story)
    assert "do you mean this one" in told(story)
    story.ada("SEND")
    assert not waiting(story)


def test_later_brings_a_fresh_first_note_on_that_day() -> None:
    story = begun()
    story.ada("LATER 20 Nov")
    assert not waiting(story)
    story.days(12)
    assert not waiting(story)
    story.days(5)
    assert [x.rung for x in waiting(story)] == [0]


def test_later_can_be_said_again_and_moves_the_day() -> None:
    story = begun()
    story.ada("LATER 20 Nov")
    story.ada("LATER 27 Nov")
    assert "before Fri 27 Nov" in told(story)


def test_later_keeps_thanks_as_they_are() -> None:
    story = written()
    story.person("minerva", "No thanks, I don't do this.")
    thanks = waiting(story)[0]
    story.ada("LATER 20 Nov")
    kept = waiting(story)[0]
    assert (kept.id, kept.digest) == (thanks.id, thanks.digest)
    assert kept.expires is not None
    assert thanks.expires is not None
    assert kept.expires > thanks.expires


def test_the_digest_reminds_of_a_draft_once() -> None:
    story = begun()
    story.days(8)
    digests = [x for x in story.seen if x.kind is Kind.DIGEST and "Drafts that wait" in x.text]
    assert [x.subject for x in digests if "Mon" not in x.subject] == ["What waits, Fri 6 Nov"]


def test_an_expired_attempt_lets_the_ladder_go_on_later() -> None:
    story = written()
    story.days(8)
    assert story.draft.rung == 1
    story.days(9)
    assert story.book.letter(story.draft.id).state is LetterState.EXPIRED
    assert story.book.person("minerva").ladder.rung == 1
    waits = story.book.person("minerva").ladder.waits_until
    assert waits is not None
    assert waits > story.now.date()


def test_two_first_notes_are_enough_and_the_third_waits_for_its_turn() -> None:
    story = begun()
    shown = {"Minerva": story.told}
    for name in ("Lee", "Kofi"):
        story.ada(f"new mentor {name} {name.lower()}@example.org — his article on hiring changed our plan", fresh=True)
        shown[name] = story.ada(f"reach out to {name}", fresh=True)
    for mail in shown.values():
        assert mail is not None
        story.seen.append(mail)  # each draft's own mail is answered
        story.ada("SEND")
    approved = [x.person for x in story.book.letters if x.state is LetterState.APPROVED and not x.to_protege]
    assert approved == ["minerva", "lee"]
    assert "at a time is plenty" in told(story)


def test_a_second_note_leaves_five_working_days_after_the_last_touch_at_the_earliest() -> None:
    story = written()
    story.days(8)
    person = story.book.person("minerva")
    recent = replace(person.ladder, last=story.now - timedelta(days=1))
    story.book = story.book.with_person(replace(person, ladder=recent))
    story.ada("SEND")
    assert "it goes to Minerva on Tue 17 Nov" in told(story)


def test_after_a_rest_the_next_idea_comes_and_never_the_same_note() -> None:
    story = written()
    story.ada("key: yes\nresult: churn fell by a third")
    story.days(8)
    story.ada("REST")
    assert story.book.person("minerva").stage is Stage.RESTING
    story.ada("reach out to Minerva", fresh=True)
    assert story.draft.rung == 1
    assert story.draft.template == "person/smaller"


def test_someone_who_answered_gets_no_attempt_again() -> None:
    story = written()
    story.person("minerva", "Not before 1 March, please write again then.")
    story.ada("reach out to Minerva", fresh=True)
    assert not waiting(story)
    assert "has answered" in told(story)


def test_an_answer_to_her_question_stands_under_her_mail() -> None:
    story = written()
    story.person("minerva", "What do you mean by pricing team?")
    hers = story.book.person("minerva").their_mail[-1]
    story.ada("EDIT\nA small one.")
    assert (story.draft.in_reply_to, story.draft.kind) == (hers, Kind.ANSWER)
    assert story.draft.subject == "Re: your note"
    assert "mentoring" not in story.draft.subject


def test_the_ladder_ends_with_one_mail_and_asks_again_after_six_months() -> None:
    story = written()
    story.days(8)
    story.ada("SEND")
    story.leave()
    story.days(15)
    assert story.book.person("minerva").ladder.ended == "rested"
    story.days(190)
    assert [x.template for x in story.seen].count("protege/ladder_ended") == 1
    assert [x.template for x in story.seen].count("protege/rest_over") == 1


def test_a_quiet_book_brings_nothing_twice() -> None:
    story = written()
    story.days(1)
    assert due(story.book, story.now, POLICY) == ()
