"""What a line means where it was written: under a recap, in a person's thread."""

from reading.protege_mail import FRESH, THREAD, at, one

from assistant.mentoring.command import Verb

RECAP = at(thread="minerva", answering="recap")


def test_used_under_a_recap_is_the_line_for_the_thanks_with_its_commas() -> None:
    command = one("used: I asked two customers, the same day, and one named a price", RECAP)
    assert (command.verb, command.op) == (Verb.RECAP, "used")
    assert command.text == "I asked two customers, the same day, and one named a price"


def test_a_time_zone_in_a_persons_thread_is_that_persons() -> None:
    command = one("timezone: Europe/London", THREAD)
    assert (command.verb, command.person) == (Verb.FIELDS, "minerva")
    assert command.fields == (("timezone", "Europe/London"),)


def test_my_time_zone_is_mine_also_in_a_persons_thread() -> None:
    command = one("my timezone is Europe/London", THREAD)
    assert (command.verb, command.op, command.text) == (Verb.SETTING, "timezone", "Europe/London")


def test_a_time_zone_outside_any_thread_is_mine() -> None:
    assert one("timezone: Europe/London", FRESH).verb is Verb.SETTING
