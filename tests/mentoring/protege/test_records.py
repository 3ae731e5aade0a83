"""Why, log and show: the protégé's own, in full; nothing is told that did not happen (L41, L42)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentoring.people import TEMPLATES, Desk, ada, lee, minerva

from assistant.mentoring.book import Note
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import Kind, LetterState, Why
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Remark, Stage
from assistant.mentoring.protege import records
from assistant.mentoring.words.reasons import _ANSWERS, _UNASKED, ANSWERED, NEWS, reason


def drafted() -> Desk:
    desk = Desk(ada(minerva(Stage.PROSPECT), lee()))
    desk.says(outreach.reach_out, Verb.REACH_OUT, person="minerva")
    return desk


def test_why_under_a_draft_explains_the_draft_and_names_what_it_was_made_of() -> None:
    desk = drafted()
    desk.says(records.why, Verb.WHY, letter=desk.answer.id)
    assert "the first note of at most three" in desk.answer.text
    assert "your talk on pricing" in desk.answer.text


def test_why_with_a_code_explains_that_draft_whatever_mail_it_answers() -> None:
    desk = drafted()
    other = replace(desk.answer, id="other", why=Why("another rule", ""), shows=())
    desk.book = desk.book.with_letter(other)
    desk.says(records.why, Verb.WHY, letter="other", code=desk.draft.code.lower())
    assert "the first note of at most three" in desk.answer.text


def test_why_before_any_mail_says_that_there_is_none() -> None:
    desk = Desk()
    desk.says(records.why, Verb.WHY)
    assert "nothing yet" in desk.answer.text


def test_the_log_is_of_one_person_or_of_all_and_ends_with_the_newest() -> None:
    desk = Desk(ada(minerva(), lee()))
    notes = [Note(desk.now, "rule", "k", f"line {n}.", "lee" if n % 2 else "minerva") for n in range(40)]
    desk.book = replace(desk.book, recent=tuple(notes))
    desk.says(records.records, Verb.RECORDS, op="log")
    assert "line 39." in desk.answer.text
    assert "line 9." not in desk.answer.text
    desk.says(records.records, Verb.RECORDS, op="log", person="lee")
    assert "line 1." not in desk.answer.text.replace("line 11.", "") or "line 38." not in desk.answer.text
    assert "line 38." not in desk.answer.text


def test_show_tells_what_is_private_too_and_what_left() -> None:
    private = Remark(Desk().now, "she is leaving Acme", private=True)
    desk = Desk(ada(minerva(remarks=(private,))))
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    draft = desk.draft
    desk.says(records.records, Verb.RECORDS, op="show")
    assert "she is leaving Acme" in desk.answer.text
    assert draft.subject not in desk.answer.text
    desk.book = desk.book.with_letter(replace(draft, state=LetterState.SENT, sent_at=desk.now))
    desk.says(records.records, Verb.RECORDS, op="show")
    assert draft.subject in desk.answer.text


def test_forgetting_by_mail_says_that_nothing_was_removed() -> None:
    desk = drafted()
    before = desk.book
    desk.says(records.records, Verb.RECORDS, op="forget", person="minerva")
    assert "nothing was removed" in desk.answer.text
    assert desk.book.people == before.people


KINDS = sorted(path.stem for path in (TEMPLATES / "protege").glob("*.txt"))


@pytest.mark.parametrize("kind", [Kind.OWN, Kind.NOTICE])
@pytest.mark.parametrize("template", KINDS)
def test_why_says_a_reason_in_words_for_every_kind_of_mail(template: str, kind: Kind) -> None:
    desk = drafted()
    generic = Why(ANSWERED, "") if kind is Kind.OWN else Why(NEWS, "")
    desk.book = desk.book.with_letter(
        replace(desk.answer, id="asked", template=f"protege/{template}", kind=kind, why=generic, shows=())
    )
    desk.says(records.why, Verb.WHY, letter="asked")
    rule, trigger = (desk.last.drafts[-1].values[name] for name in ("rule", "trigger"))
    assert rule not in ("", ANSWERED, NEWS)
    assert trigger
    assert not any(mark in f"{rule}{trigger}" for mark in ("protege/", "person/", "invite/", "_", ".txt"))


def test_reasons_are_kept_of_mails_that_exist_and_of_no_others() -> None:
    assert {*_ANSWERS, *_UNASKED} == set(KINDS)
    assert not set(_ANSWERS) & set(_UNASKED)


def test_a_letter_that_says_itself_why_is_believed() -> None:
    desk = drafted()
    own = replace(desk.answer, id="asked", why=Why("a rule of its own", "a day"), shows=())
    assert reason(own) == ("a rule of its own", "a day")
