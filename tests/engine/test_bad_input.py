"""Bad input through the real loop: each ends in a clear answer or log line, is kept, and the next mail is handled."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from engine.house import ADA, OURS, House, parsed
from servers.dovecot import PASSWORD, Dovecot

from assistant import bootstrap
from assistant.__main__ import main
from assistant.config import load

HEAD = (
    f"From: Ada Byron <{ADA}>\r\nTo: {OURS}\r\nSubject: odd\r\nMessage-ID: <odd@example.org>\r\n"
    "Date: Tue, 03 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\r\n"
BOMB = (
    "BEGIN:VCALENDAR\r\nPRODID:-//x//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:bomb@example.org\r\n"
    "DTSTAMP:20261103T090000Z\r\nDTSTART:20261104T090000Z\r\nDTEND:20261104T093000Z\r\nSUMMARY:Bomb\r\n"
    "ORGANIZER:mailto:minerva@example.org\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def calendar(more: str) -> bytes:
    text = "Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
    return (HEAD + text + BOMB.format(more=more)).encode()


def parts(many: int) -> bytes:
    body = "".join(f"--b\r\n{PLAIN}\r\nhelp {number}\r\n" for number in range(many))
    return (HEAD + f'Content-Type: multipart/mixed; boundary="b"\r\n\r\n{body}--b--\r\n').encode()


def nested(deep: int) -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(deep))
    return (HEAD + head + PLAIN + "\r\nhelp\r\n").encode()


ATTENDEES = "".join(f"ATTENDEE;CN=A{n}:mailto:a{n}@example.org\r\n" for n in range(100_000))
ODD = {
    "a mail of 30 MB": HEAD.encode()
    + PLAIN.encode()
    + b"\r\nhelp\r\n"
    + b"x" * 70 * 10
    + b"\r\n"
    + b"0123456789\r\n" * 2_600_000,
    "no From": HEAD.encode().replace(f"From: Ada Byron <{ADA}>\r\n".encode(), b"") + b"\r\nhelp\r\n",
    "two From": b"From: mallory@example.org\r\n" + HEAD.encode() + b"\r\nhelp\r\n",
    "an empty mail": b"",
    "only NULs": b"\0" * 5000,
    "NULs in it": HEAD.replace("odd\r\n", "o\0dd\r\n").encode() + PLAIN.encode() + b"\r\nhe\0lp\0\r\n",
    "10,000 parts": parts(10_000),
    "nested 2,000 deep": nested(2000),
    "a charset that is none": (HEAD + "Content-Type: text/plain; charset=klingon\r\n\r\n").encode()
    + b"help \xff\xfe\r\n",
    "a charset that it is not": (HEAD + PLAIN + "\r\n").encode() + b"status \xff\xfe\x80\r\n",
    "broken base64": (HEAD + PLAIN + "Content-Transfer-Encoding: base64\r\n\r\n%%%=a=\r\n").encode(),
    "a calendar of seconds": calendar("RRULE:FREQ=SECONDLY\r\n"),
    "a calendar of 100,000 guests": calendar(ATTENDEES),
    "a calendar of no sense": calendar("RRULE:FREQ=NEVER;COUNT=-1;UNTIL=x\r\n"),
    "a header of 2 MB": (HEAD + "X-Long: " + "y" * 2_000_000 + "\r\n" + PLAIN + "\r\nhelp\r\n").encode(),
    "10,000 references": (
        HEAD + "References: " + " ".join(f"<{n}@x>" for n in range(10_000)) + "\r\n\r\nhelp\r\n"
    ).encode(),
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        house.says("hi")
        house.cycle()
        house.cycle(1)  # our own copy comes home
        yield house


def kept(state: Path) -> int:
    """How many mails lie in the archive of the spool, or aside."""
    return len([path for path in (state / "spool").rglob("*.eml*") if path.parent.name != "new"])


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_an_odd_mail_is_kept_and_the_next_one_is_handled(
    house: House, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "assistant")
    before = kept(house.folder / "state")
    house.put(raw)
    next_one = house.says("status")
    sent = house.cycle(1)
    assert house.fine
    assert next_one in [mail["In-Reply-To"] for mail in sent]
    home = len(sent)  # our own copies come home
    house.cycle(1)
    assert kept(house.folder / "state") == before + 2 + home
    assert not list((house.folder / "state/spool/new").iterdir())
    answers = [mail for mail in sent if mail["In-Reply-To"] == "<odd@example.org>"]
    asked = [mail for mail in sent if mail["Subject"] == "Was this you?"]
    assert len(answers + asked) == 1 or "from nobody the books know" in caplog.text


@pytest.mark.servers
def test_all_of_them_in_one_imap_inbox(tmp_path: Path, dovecot: Dovecot) -> None:
    with House(tmp_path) as house:
        config = (tmp_path / "config.toml").read_text()
        imap = (
            f'[imap]\nhost = "127.0.0.1"\nport = {dovecot.imaps_port}\nca_file = "{dovecot.ca_file}"\n'
            'password_file = "password"\n'
        )
        (tmp_path / "password").write_text(PASSWORD)
        (tmp_path / "password").chmod(0o600)
        config = config.replace('[maildir]\npath = "mail"\n', imap)
        (tmp_path / "config.toml").write_text(
            config.replace('security = "none"\n', 'security = "none"\nusername = ""\n')
        )
        mails = [raw for raw in ODD.values() if raw]
        for raw in mails:
            dovecot.append(raw)
        last = EmailMessage()
        last["From"], last["To"], last["Subject"], last["Message-ID"] = ADA, OURS, "last", "<last@example.org>"
        last.set_content("status")
        dovecot.append(last.as_bytes())
        arguments = ["--config", str(tmp_path / "config.toml"), "run", "--once", "--now", "2026-11-03T10:00"]
        assert main(arguments) == 0
        assert kept(tmp_path / "state") == len(mails) + 1
        answers = [mail.raw for mail in house.to(ADA)]
        assert any(b"In-Reply-To: <last@example.org>" in raw for raw in answers)
        assert len(set(answers)) == len(answers)


# --- what the operator gives


def test_a_letter_of_their_own_that_lacks_a_value_is_named_and_nothing_is_lost(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    own = house.folder / "templates/protege"
    own.mkdir(parents=True)
    (own / "status.txt").write_text("Subject: x\n\n{{ no_such_value }}\n")
    house.close()
    asked, helped = house.says("status"), house.says("help")
    for _ in range(3):
        sent = house.cycle(1)
        assert not house.fine
        assert asked not in [mail["In-Reply-To"] for mail in sent]
    assert helped in [parsed(mail.raw)["In-Reply-To"] for mail in house.sent]
    assert "status.txt" in caplog.text
    assert len(list((house.folder / "state/spool/aside").iterdir())) == 1
    assert house.book.set_aside
    house.cycle(1)
    assert house.fine


def test_a_wrong_key_of_the_configuration_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with House(tmp_path) as house:
        file = tmp_path / "config.toml"
        file.write_text(file.read_text().replace("operator =", "operater ="))
        assert main(["--config", str(file), "run", "--once"]) == 1
        said = capsys.readouterr().err
        assert "operater" in said
        assert "operator" in said
        assert "line 4" in said or ":4" in said
        assert "Traceback" not in said
        file.write_text(file.read_text().replace("operater =", "operator ="))
        bootstrap.build(load(file)).close()
        assert house.sent == []
