"""Senders whom nobody can vouch for: a forger gets nothing, an odd provider costs one tap."""

from __future__ import annotations

from datetime import timedelta

from mentoring.people import MALLORY, POLICY, Desk, ada, minerva

from assistant.mentoring import events, senders
from assistant.mentoring.book import Asks, Challenge


def unproven(desk: Desk, mail: str, sender: str = "ada@example.org") -> None:
    desk.happens(senders.unproven, events.SenderUnproven(desk.key(), desk.now, sender, "hi", mail, "words"))


def answers(desk: Desk, challenge: Challenge, *, yes: bool, unclear: bool = False) -> None:
    said = events.ChallengeAnswered(desk.key(), desk.now, challenge.id, yes, desk.context(), unclear)
    desk.happens(senders.challenge_answered, said)


def asked(sender: str = "ada@example.org") -> tuple[Desk, Challenge]:
    desk = Desk()
    unproven(desk, "mail1", sender)
    return desk, desk.book.challenges[-1]


def test_a_mail_that_nothing_proves_is_held_and_only_the_configured_address_is_asked() -> None:
    desk, challenge = asked(MALLORY)
    assert desk.answer.to == "ada@example.org"
    assert desk.answer.one_time == challenge.id
    assert challenge.held == ("mail1",)
    assert desk.last.releases == ()


def test_it_is_asked_once_in_ten_minutes_and_then_about_all_that_came() -> None:
    desk, _ = asked()
    for name in ("mail2", "mail3"):
        unproven(desk, name)
        assert desk.last.drafts == ()
    assert len(desk.book.held) == 2
    desk.now += timedelta(minutes=POLICY.challenge_gap_minutes)
    desk.happens(senders.challenge_due, events.ChallengeDue("due", desk.now))
    assert desk.book.challenges[-1].held == ("mail2", "mail3")
    assert desk.book.held == ()


def test_yes_releases_once_and_adds_the_address_no_releases_nothing() -> None:
    desk, challenge = asked("ada@new.example.org")
    answers(desk, challenge, yes=True)
    assert desk.last.releases == ("mail1",)
    assert "ada@new.example.org" in desk.book.protege.addresses
    answers(desk, challenge, yes=True)
    assert desk.last.releases == ()
    desk, challenge = asked(MALLORY)
    answers(desk, challenge, yes=False)
    assert desk.last.releases == ()
    assert MALLORY not in desk.book.protege.addresses
    answers(desk, challenge, yes=True)
    assert desk.last.releases == ()


def test_neither_yes_nor_no_and_a_yes_too_late_are_asked_again_to_another_address() -> None:
    for unclear, later in ((True, timedelta()), (False, timedelta(hours=POLICY.challenge_hours, seconds=1))):
        desk, challenge = asked()
        desk.now += later
        answers(desk, challenge, yes=True, unclear=unclear)
        again = desk.book.challenges[-1]
        assert desk.last.releases == ()
        assert (again.id != challenge.id, again.held) == (True, ("mail1",))
        answers(desk, again, yes=True)
        assert desk.last.releases == ("mail1",)


def test_a_yes_in_the_last_moment_counts() -> None:
    desk, challenge = asked()
    desk.now += timedelta(hours=POLICY.challenge_hours)
    answers(desk, challenge, yes=True)
    assert desk.last.releases == ("mail1",)


def test_a_flood_is_held_up_to_a_limit_and_then_named() -> None:
    desk, _ = asked()
    for number in range(senders.HELD_MOST + 5):
        unproven(desk, f"flood{number}", MALLORY)
    assert len(desk.book.held) == senders.HELD_MOST
    assert len(desk.book.set_aside) == 5


def unknown(desk: Desk, sender: str = "jonas@example.org", *, stop: bool = False) -> None:
    came = events.UnknownSenderWrote(desk.key(), desk.now, "minerva", sender, "Jonas", "For Minerva: yes.", stop=stop)
    desk.happens(senders.unknown_sender, came)


def test_an_unknown_sender_on_her_thread_pauses_her_and_is_asked_about_once() -> None:
    desk = Desk(ada(minerva()))
    unknown(desk)
    assert desk.book.person("minerva").paused
    question = desk.book.question("person/minerva", Asks.WHO_WAS_IT)
    assert question is not None
    assert "jonas@example.org" in desk.answer.text
    unknown(desk, stop=True)
    assert desk.last.drafts == ()
    again = desk.book.question("person/minerva", Asks.WHO_WAS_IT)
    assert again is not None
    assert again.get("stop") == "yes"
    unknown(desk)
    last = desk.book.question("person/minerva", Asks.WHO_WAS_IT)
    assert last is not None
    assert last.get("stop") == "yes"


def test_strangers_are_counted_and_never_answered() -> None:
    desk = Desk()
    for _ in range(3):
        desk.happens(senders.stranger, events.StrangerWrote(desk.key(), desk.now))
        assert desk.last.drafts == ()
    assert desk.book.strangers == 3


def test_an_unreadable_mail_is_answered_to_its_protege_and_else_named_later() -> None:
    desk = Desk()
    desk.happens(senders.set_aside, events.MailSetAside("a", desk.now, "Photos", "it is too large", desk.context()))
    assert "Photos" in desk.answer.text
    desk.happens(senders.set_aside, events.MailSetAside("b", desk.now, "  ", "it is too large"))
    assert desk.last.drafts == ()
    assert desk.book.set_aside == ("a mail without a subject",)
