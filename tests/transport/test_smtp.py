from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from servers.smtp import ADA, ASSISTANT, BEN, CUT, HANG, LETTER, MINERVA, Act, Step, TrickyServer, hand_in

from assistant.ports import Outcome, Receipt
from assistant.transport.smtp import SmtpSubmission

Connect = Callable[..., SmtpSubmission]
BIG = b"Subject: big\r\n\r\n" + (b"x" * 998 + b"\r\n") * 16_000


# What becomes of a letter


def test_a_letter_is_accepted_and_arrives_as_it_is(server: TrickyServer, connect: Connect) -> None:
    assert hand_in(connect(server), BEN) == Receipt(Outcome.ACCEPTED, "250 2.0.0 OK")
    (mail,) = server.mails
    assert (mail.sender, mail.recipients, mail.raw) == (ASSISTANT, (ADA, BEN), LETTER)


@given(st.lists(st.binary(max_size=1200).map(lambda part: part.replace(b"\r", b"").replace(b"\n", b".")), min_size=1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_byte_of_a_letter_arrives(server: TrickyServer, connect: Connect, parts: list[bytes]) -> None:
    raw = b"".join(part + b"\r\n" for part in parts)
    submission = connect(server)
    assert submission.submit(ASSISTANT, ADA, (), raw).outcome is Outcome.ACCEPTED
    submission.close()
    assert server.mails[-1].raw == raw


def test_dots_long_lines_and_a_missing_last_line_end_harm_nothing(server: TrickyServer, connect: Connect) -> None:
    raw = b".\r\n..\r\n.a\r\n" + b"y" * 5000 + b"\r\n.\r\n\r\n...end"
    connect(server).submit(ASSISTANT, ADA, (), raw)
    assert server.mails[0].raw == raw + b"\r\n"


def test_the_null_sender_is_possible(server: TrickyServer, connect: Connect) -> None:
    assert connect(server).submit("", ADA, (), LETTER).outcome is Outcome.ACCEPTED
    assert server.mails[0].sender == ""


@pytest.mark.parametrize(
    ("step", "reply", "outcome"),
    [
        ("MAIL", "451 4.3.0 not now", Outcome.DEFERRED),
        ("MAIL", "552 5.3.4 too big", Outcome.REFUSED),
        ("RCPT", "450 4.2.0 greylisted", Outcome.DEFERRED),
        ("RCPT", "550 5.1.1 no such user", Outcome.REFUSED),
        ("DATA", "451 4.3.0 not now", Outcome.DEFERRED),
        ("DATA", "554 5.5.1 no valid recipients", Outcome.REFUSED),
        ("DOT", "451 4.3.0 queue full", Outcome.DEFERRED),
        ("DOT", "554 5.7.1 looks like spam", Outcome.REFUSED),
    ],
)
def test_a_no_is_for_later_or_for_good(
    server: TrickyServer, connect: Connect, step: Step, reply: str, outcome: Outcome
) -> None:
    server.once(step, reply)
    submission = connect(server)
    assert hand_in(submission) == Receipt(outcome, reply)
    assert server.mails == []
    assert hand_in(submission).outcome is Outcome.ACCEPTED, "the connection is of use for the next letter"
    assert server.visits == 1


def test_a_refused_person_ends_the_transaction_before_anybody_gets_a_copy(
    server: TrickyServer, connect: Connect
) -> None:
    server.refuses(ADA, "550 5.1.1 no such user")
    assert hand_in(connect(server), BEN).outcome is Outcome.REFUSED
    assert [line.split()[0] for line in server.said] == ["EHLO", "MAIL", "RCPT", "RSET"]


def test_refused_copies_are_only_noted(server: TrickyServer, connect: Connect) -> None:
    server.refuses(BEN, "550 5.1.1 no such user")
    server.refuses(MINERVA, "450 4.2.0 later")
    receipt = hand_in(connect(server), BEN, MINERVA, ASSISTANT)
    assert receipt == Receipt(Outcome.ACCEPTED, "250 2.0.0 OK", (BEN, MINERVA))
    assert server.mails[0].recipients == (ADA, ASSISTANT)


@pytest.mark.parametrize("step", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("act", [CUT, HANG, "421 4.3.2 closing", "999 what", "grumble"])
def test_what_fails_before_354_is_for_later(server: TrickyServer, connect: Connect, step: Step, act: str | Act) -> None:
    server.always(step, act)
    receipt = hand_in(connect(server, timeout=0.2))
    assert receipt.outcome is Outcome.DEFERRED
    assert receipt.detail
    assert server.mails == []
    server.goes_on()


@pytest.mark.parametrize(("step", "act"), [("INSIDE", CUT), ("INSIDE", HANG), ("DOT", CUT), ("DOT", HANG)])
def test_no_answer_after_354_is_doubt(server: TrickyServer, connect: Connect, step: Step, act: Act) -> None:
    server.once(step, act)
    submission = connect(server, data_timeout=0.2)
    receipt = hand_in(submission, BEN)
    assert receipt.outcome is Outcome.DOUBT
    assert receipt.detail.startswith("no answer to the data: ")
    assert len(server.mails) == (step == "DOT"), "it may have been taken, or not: nobody here knows"
    assert hand_in(submission).outcome is Outcome.ACCEPTED, "the next letter goes over a new connection"
    assert server.visits == 2
    server.goes_on()


@pytest.mark.parametrize("reply", ["grumble", "354 go on", "199 well"])
def test_an_answer_to_the_data_that_means_nothing_is_doubt(server: TrickyServer, connect: Connect, reply: str) -> None:
    server.once("DOT", reply)
    assert hand_in(connect(server)).outcome is Outcome.DOUBT


@pytest.mark.parametrize("step", ["INSIDE", "DOT"])
def test_421_to_the_data_is_a_no_for_now(server: TrickyServer, connect: Connect, step: Step) -> None:
    server.once(step, "421 4.3.2 shutting down")
    submission = connect(server)
    assert hand_in(submission) == Receipt(Outcome.DEFERRED, "421 4.3.2 shutting down")
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    assert len(server.mails) == 1


def test_a_letter_in_doubt_never_arrives_later_from_our_own_buffers(server: TrickyServer, connect: Connect) -> None:
    server.once("INSIDE", HANG)
    submission = connect(server, data_timeout=0.5)
    assert submission.submit(ASSISTANT, ADA, (), BIG).outcome is Outcome.DOUBT
    server.goes_on()
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    submission.close()
    server.empties()
    assert [mail.raw for mail in server.mails] == [LETTER]


@pytest.mark.parametrize("step", ["CONNECT", "EHLO"])
def test_a_server_that_takes_no_mail_at_all_has_not_refused_this_letter(
    server: TrickyServer, connect: Connect, step: Step
) -> None:
    server.always(step, "554 5.3.2 no service here")
    receipt = hand_in(connect(server))
    assert (receipt.outcome, receipt.detail) == (Outcome.DEFERRED, "554 5.3.2 no service here")


def test_no_server_at_all_is_for_later(connect: Connect) -> None:
    with TrickyServer() as gone:
        pass
    assert hand_in(connect(gone)).outcome is Outcome.DEFERRED


def test_a_servers_words_are_cut_and_made_harmless(server: TrickyServer, connect: Connect) -> None:
    server.once("MAIL", "550 bad\x1b[31m\tword\r\x07" + "x" * 1000)
    detail = hand_in(connect(server)).detail
    assert detail.startswith("550 bad [31m word xxx")
    assert len(detail) == 200


# The kept connection


def test_the_connection_is_kept_between_letters(server: TrickyServer, connect: Connect) -> None:
    submission = connect(server)
    for _ in range(3):
        assert hand_in(submission).outcome is Outcome.ACCEPTED
    assert (len(server.mails), server.visits) == (3, 1)
    submission.close()
    assert server.said[-1] == "QUIT"


@pytest.mark.parametrize("word", ["", "421 4.4.2 idle for too long"])
def test_a_connection_dropped_while_idle_is_made_again(server: TrickyServer, connect: Connect, word: str) -> None:
    submission = connect(server)
    hand_in(submission)
    server.drops_idle(word)
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    assert (len(server.mails), server.visits) == (2, 2)


@pytest.mark.parametrize("step", ["RSET", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("act", [CUT, "421 4.7.0 enough letters on this connection"])
def test_a_kept_connection_that_fails_before_the_data_is_made_again(
    server: TrickyServer, connect: Connect, step: Step, act: str | Act
) -> None:
    submission = connect(server)
    hand_in(submission)
    server.once(step, act)
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    assert (len(server.mails), server.visits) == (2, 2)


def test_a_new_connection_is_tried_once_only(server: TrickyServer, connect: Connect) -> None:
    submission = connect(server)
    hand_in(submission)
    server.once("MAIL", CUT, CUT, CUT)
    assert hand_in(submission).outcome is Outcome.DEFERRED
    assert server.visits == 2


def test_a_letter_whose_data_went_out_is_never_sent_twice(server: TrickyServer, connect: Connect) -> None:
    submission = connect(server)
    hand_in(submission)
    server.once("DOT", CUT)
    assert hand_in(submission).outcome is Outcome.DOUBT
    assert (len(server.mails), server.visits) == (2, 1)


def test_a_kept_connection_that_hangs_is_made_again(server: TrickyServer, connect: Connect) -> None:
    submission = connect(server, timeout=0.3)
    hand_in(submission)
    server.once("RSET", HANG)
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    assert server.visits == 2
    server.goes_on()


def test_it_can_be_closed_twice_and_unused(server: TrickyServer, connect: Connect) -> None:
    unused, used = connect(server), connect(server)
    hand_in(used)
    server.always("QUIT", CUT)
    for submission in (unused, unused, used, used):
        submission.close()


# Addresses and letters that cannot go


@pytest.mark.parametrize("bad", ["ada@example.org\r\nDATA", "ada", "ada@example.org> SIZE=9", "a\x00da@example.org"])
def test_what_could_be_a_second_command_is_our_bug_and_nothing_is_sent(
    server: TrickyServer, connect: Connect, bad: str
) -> None:
    for sender, to, copies in ((bad, ADA, ()), (ASSISTANT, bad, ()), (ASSISTANT, ADA, (BEN, bad)), ("", "", ())):
        with pytest.raises(ValueError, match="not one plain address"):
            connect(server).submit(sender, to, copies, LETTER)
    with pytest.raises(ValueError, match="CRLF"):
        connect(server).submit(ASSISTANT, ADA, (), b"one\ntwo\n")
    assert server.visits == 0


def test_an_address_outside_ascii_is_refused_by_a_server_that_cannot_take_it(connect: Connect) -> None:
    with TrickyServer(lacks=["SMTPUTF8"]) as server:
        submission = connect(server)
        receipt = submission.submit(ASSISTANT, "adä@example.org", (), LETTER)
        assert receipt.outcome is Outcome.REFUSED
        assert "adä@example.org" in receipt.detail
        assert "SMTPUTF8" in receipt.detail
        assert submission.submit(ASSISTANT, ADA, ("bén@example.org",), LETTER).copies_refused == ("bén@example.org",)
        assert server.mails[0].recipients == (ADA,)
        assert submission.submit(ASSISTANT, "ada@bücher.example.org", (), LETTER).outcome is Outcome.ACCEPTED
        assert server.mails[1].recipients == ("ada@xn--bcher-kva.example.org",)


def test_an_address_outside_ascii_goes_where_it_can(server: TrickyServer, connect: Connect) -> None:
    assert connect(server).submit(ASSISTANT, "adä@example.org", (), LETTER).outcome is Outcome.ACCEPTED
    assert server.mails[0].recipients == ("adä@example.org",)
    assert any(line.startswith("MAIL") and "SMTPUTF8" in line for line in server.said)


def test_a_letter_of_8_bits_is_announced_or_refused(server: TrickyServer, connect: Connect) -> None:
    raw = "Subject: x\r\n\r\nprotégé\r\n".encode()
    assert connect(server).submit(ASSISTANT, ADA, (), raw).outcome is Outcome.ACCEPTED
    assert any("BODY=8BITMIME" in line for line in server.said)
    with TrickyServer(lacks=["8BITMIME"]) as old:
        receipt = connect(old).submit(ASSISTANT, ADA, (), raw)
        assert (receipt.outcome, old.mails) == (Outcome.REFUSED, [])
        assert "8BITMIME" in receipt.detail


def test_a_letter_too_big_is_refused_before_it_is_sent(server: TrickyServer, connect: Connect) -> None:
    raw = b"x\r\n" * (12 * 2**20)
    assert connect(server).submit(ASSISTANT, ADA, (), raw).detail.startswith("552")
    assert not any(line.startswith("DATA") for line in server.said)
