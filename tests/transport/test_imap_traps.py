"""The IMAP traps of mail.md, each by a server that sets it."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from typing import Any

import pytest
from servers.mailboxes import imap_settings
from servers.scripted_imap import Answer, ScriptedImap

from assistant.errors import MailboxLost
from assistant.ports import Watermark
from assistant.transport import fetching, waiting
from assistant.transport.imap import ImapMailbox

RAW = b"Subject: hi\r\n\r\nHi\r\n"
THREE = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n{tag} OK done\r\n"
SELECTED: dict[str, Answer] = {"EXAMINE": THREE, "SELECT": THREE}
OK = "{tag} OK done\r\n"


def mailbox(server: ScriptedImap, **more: Any) -> ImapMailbox:
    return ImapMailbox(imap_settings(server.host, server.port, **({"security": "none"} | more)))


def never() -> bool:
    return False


def in_turn(*answers: Answer) -> Answer:
    """Each once, the last for ever."""
    left = deque(answers)

    def answer(line: str) -> str | bytes | None:
        following = left.popleft() if len(left) > 1 else left[0]
        return following(line) if callable(following) else following

    return answer


def fetched(line: str, *, refuse: int = 0, mute: int = 0) -> bytes | str:
    """Answers FETCH for the UIDs asked; `refuse`: NO when this UID is among them; `mute`: no answer for this one."""
    words = line.split(" ")
    uids = [int(uid) for uid in words[3].split(",")]
    if refuse in uids and "RFC822.SIZE" not in line:
        return "{tag} NO cannot read it\r\n"
    answer = b""
    for uid in uids:
        if uid == mute and "RFC822.SIZE" not in line:
            answer += b"* %d FETCH (UID %d FLAGS (\\Seen))\r\n" % (uid, uid)
        elif "RFC822.SIZE" in line:
            answer += b"* %d FETCH (UID %d RFC822.SIZE %d)\r\n" % (uid, uid, len(RAW))
        else:
            answer += b"* %d FETCH (uid %d body[] {%d}\r\n%s)\r\n" % (uid, uid, len(RAW), RAW)
    return answer + b"{tag} OK done\r\n"


def test_a_mail_that_the_server_never_gives_does_not_hide_the_others(caplog: pytest.LogCaptureFixture) -> None:
    script = SELECTED | {"UID SEARCH": "* SEARCH 1 2 3\r\n" + OK, "UID FETCH": lambda line: fetched(line, refuse=2)}
    with ScriptedImap(script) as server:
        box = mailbox(server)
        for _ in range(fetching.TRIES - 1):
            with pytest.raises(MailboxLost, match="UID 2"):
                list(box.unread(Watermark()))
        with caplog.at_level(logging.WARNING):
            (batch,) = box.unread(Watermark())
        box.close()
    assert [(mail.uid, mail.truncated, mail.raw) for mail in batch.mails] == [
        (1, False, RAW),
        (2, True, b""),
        (3, False, RAW),
    ]
    assert "UID 2" in caplog.text


def test_an_unsolicited_fetch_of_flags_is_not_taken_for_a_mail() -> None:
    search = in_turn("* SEARCH 1 2 3\r\n" + OK, "* SEARCH\r\n" + OK)  # asked again, it has gone
    with ScriptedImap(SELECTED | {"UID SEARCH": search, "UID FETCH": lambda line: fetched(line, mute=2)}) as server:
        box = mailbox(server)
        (batch,) = box.unread(Watermark())
        box.close()
    assert [mail.uid for mail in batch.mails] == [1, 3]
    assert batch.mark == Watermark(7, 3)


def test_a_mail_that_is_there_but_was_not_given_is_not_passed_over() -> None:
    search = in_turn("* SEARCH 1 2 3\r\n" + OK, "* SEARCH 2\r\n" + OK)
    with ScriptedImap(SELECTED | {"UID SEARCH": search, "UID FETCH": lambda line: fetched(line, mute=2)}) as server:
        box = mailbox(server)
        with pytest.raises(MailboxLost, match="UID 2"):
            list(box.unread(Watermark()))


def test_the_last_mail_again_is_nothing_new() -> None:
    with ScriptedImap(SELECTED | {"UID SEARCH": "* SEARCH 3\r\n" + OK}) as server:
        box = mailbox(server)
        assert list(box.unread(Watermark(7, 3))) == []
        assert "UID SEARCH UID 4:*" in server.said[server.verbs().index("UID SEARCH")]
        box.close()


def test_a_huge_mailbox_is_searched_in_windows_from_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One answer with every UID may pass imaplib's limit; mails that move down are found twice, not missed."""
    monkeypatch.setattr(fetching, "WINDOW", 2)
    search = in_turn("* SEARCH 3\r\n" + OK, "* SEARCH 1 2 3\r\n" + OK)
    with ScriptedImap(SELECTED | {"UID SEARCH": search, "UID FETCH": fetched}) as server:
        box = mailbox(server)
        (batch,) = box.unread(Watermark())
        box.close()
        assert [line.partition(" ")[2] for line in server.said if "SEARCH" in line] == [
            "UID SEARCH 2:3 UID 1:*",
            "UID SEARCH 1:1 UID 1:*",
        ]
    assert [mail.uid for mail in batch.mails] == [1, 2, 3]


@pytest.fixture(autouse=True)
def short_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST", 0.05)
    monkeypatch.setattr(waiting, "ROUND", 0.1)


def test_exists_glued_to_idling_is_heard_at_the_end_of_the_round() -> None:
    with ScriptedImap({"IDLE": "+ idling\r\n* 4 EXISTS\r\n"}) as server:
        box = mailbox(server)
        began = time.monotonic()
        box.wait(30, never)
        assert time.monotonic() - began < 10
        box.close()


def test_half_a_line_during_idle_waits_for_its_other_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST", 20)

    def idling(_: str) -> str:
        threading.Timer(0.2, lambda: server.say(b"* 1 FETCH (FLAGS ())")).start()
        return "+ idling\r\n"

    with ScriptedImap({"IDLE": idling, "DONE": "\r\n* 4 EXISTS\r\n{tag} OK done\r\n"}) as server:
        box = mailbox(server)
        began = time.monotonic()
        box.wait(30, never)
        assert time.monotonic() - began < 10
        box.close()


def test_a_server_that_goes_away_in_idle_is_noticed() -> None:
    with ScriptedImap({"IDLE": "+ idling\r\n* BYE\r\n", "DONE": None}) as server:
        box = mailbox(server)
        began = time.monotonic()
        with pytest.raises(MailboxLost):
            box.wait(30, never)
        assert time.monotonic() - began < 10


def test_still_here_does_not_end_the_waiting() -> None:
    idling = in_turn("+ idling\r\n* OK Still here\r\n* 2 EXPUNGE\r\n", "+ idling\r\n* 9 EXISTS\r\n")
    with ScriptedImap({"IDLE": idling}) as server:
        box = mailbox(server)
        box.wait(30, never)
        assert server.verbs().count("IDLE") >= 2
        box.close()


def test_where_idle_is_missing_the_waiting_polls() -> None:
    with ScriptedImap({"CAPABILITY": "* CAPABILITY IMAP4rev1\r\n" + OK}) as server:
        box = mailbox(server, poll_seconds=0.01)
        began = time.monotonic()
        box.wait(30, never)
        assert time.monotonic() - began < 10
        assert "IDLE" not in server.verbs()
        box.close()


def test_without_move_a_mail_is_copied_and_flagged_and_nothing_is_ever_expunged() -> None:
    script = SELECTED | {
        "UID SEARCH": "* SEARCH 1\r\n" + OK,
        "UID FETCH": fetched,
        "LIST": '* LIST () "/" INBOX\r\n* LIST () "/" Processed\r\n' + OK,
    }
    with ScriptedImap(script) as server:
        box = mailbox(server)
        (batch,) = box.unread(Watermark())
        box.file([mail.uid for mail in batch.mails])
        box.close()
        assert "UID COPY" in server.verbs()
        assert not any("EXPUNGE" in line or "CLOSE" in line for line in server.said)


@pytest.mark.parametrize("verb", ["UID STORE", "UID COPY", "LIST", "CREATE", "SELECT"])
def test_a_failure_to_file_is_logged_and_breaks_nothing(verb: str, caplog: pytest.LogCaptureFixture) -> None:
    script = SELECTED | {"UID SEARCH": "* SEARCH 1\r\n" + OK, "UID FETCH": fetched, verb: "{tag} NO over quota\r\n"}
    with ScriptedImap(script) as server:
        box = mailbox(server)
        (batch,) = box.unread(Watermark())
        box.file([1])
        assert "over quota" in caplog.text
        assert [each.mark for each in box.unread(Watermark())] == [batch.mark]
        assert server.verbs().count("LOGIN") == 1
        box.close()


def test_a_mailbox_that_may_only_be_read_is_read_and_nothing_is_filed(caplog: pytest.LogCaptureFixture) -> None:
    read_only = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [READ-ONLY] no\r\n{tag} OK [READ-ONLY] done\r\n"
    script = SELECTED | {"UID SEARCH": "* SEARCH 1\r\n" + OK, "UID FETCH": fetched, "SELECT": read_only}
    with ScriptedImap(script) as server:
        box = mailbox(server)
        (batch,) = box.unread(Watermark())
        box.file([1])
        assert "stay in INBOX" in caplog.text
        assert len(batch.mails) == 1
        box.close()


def test_a_connection_lost_while_filing_is_a_lost_mailbox() -> None:
    script = SELECTED | {"UID SEARCH": "* SEARCH 1\r\n" + OK, "UID FETCH": fetched, "UID STORE": None}
    with ScriptedImap(script) as server:
        box = mailbox(server)
        list(box.unread(Watermark()))
        with pytest.raises(MailboxLost):
            box.file([1])


def test_a_uidvalidity_that_changes_between_batches_ends_the_reading() -> None:
    other = THREE.replace("UIDVALIDITY 7", "UIDVALIDITY 8")
    many = "* SEARCH " + " ".join(map(str, range(1, 102))) + "\r\n" + OK
    script = SELECTED | {"EXAMINE": in_turn(THREE, other), "UID SEARCH": in_turn(many, OK), "UID FETCH": fetched}
    with ScriptedImap(script) as server:
        box = mailbox(server)
        reading = box.unread(Watermark())
        assert next(reading).mark == Watermark(7, 100)
        box._session.drop()
        with pytest.raises(MailboxLost, match="changed during the reading"):
            next(reading)


@pytest.mark.parametrize(
    ("host", "keeps"),
    [
        ("imap.gmail.com", False),
        ("outlook.office365.com", False),
        ("gmail.com.example.org", True),
        ("imap.example.org", True),
    ],
)
def test_copies_are_kept_where_the_provider_does_not_do_so(host: str, keeps: bool) -> None:
    class Client:
        def has_capability(self, name: str) -> bool:
            assert name == "X-GM-EXT-1"
            return False

    assert ImapMailbox(imap_settings(host, 993))._keeps(Client()) is keeps  # type: ignore[arg-type]


def test_a_gmail_server_under_another_name_is_known_by_its_capability() -> None:
    with ScriptedImap({"CAPABILITY": "* CAPABILITY IMAP4rev1 X-GM-EXT-1\r\n" + OK}) as server:
        box = mailbox(server)
        box.keep_sent(RAW)
        assert "APPEND" not in server.verbs()
        box.close()


def test_a_failing_append_is_logged_only(caplog: pytest.LogCaptureFixture) -> None:
    with ScriptedImap(
        {"APPEND": "{tag} NO over quota\r\n", "LIST": '* LIST (\\sent) "/" Postausgang\r\n' + OK}
    ) as server:
        box = mailbox(server)
        box.keep_sent(RAW)
        assert any("Postausgang" in line for line in server.said)
        assert "over quota" in caplog.text
        box.close()


def test_a_search_that_fails_is_no_proof_of_absence() -> None:
    script = SELECTED | {"UID SEARCH": "{tag} NO not indexed\r\n"}
    with ScriptedImap(script) as server, pytest.raises(MailboxLost):
        mailbox(server).copies("<k7q2@example.org>")
