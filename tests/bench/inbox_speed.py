"""How many mails of a full inbox are handled in a second: fetched, read, decided, answered, committed and filed.

`python tests/bench/inbox_speed.py [MAILS] [--profile]` needs Dovecot. A fifth each of commands, answers of people,
absences and bounces, strangers, and lists, 20 kB each, for fifty protégés. Sending is not counted. It judges nothing.
"""

from __future__ import annotations

import base64
import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from servers.dovecot import PASSWORD, Dovecot

from assistant import bootstrap
from assistant.config import load
from assistant.engine.receive import fetch, handle
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.person import Ladder, Person, Stage
from assistant.mentoring.tokens import Purpose, Thread

ROOT = Path(__file__).resolve().parents[2]
PROTEGES = 50
NOW = datetime.now(UTC).replace(microsecond=0)
SENTENCE = "we met on Tuesday and spoke about pricing, and I have a few questions left for next week. "
STAMP = "mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"
CONFIG = """
[assistant]
address = "assistant@example.org"
state = "state"
[imap]
host = "127.0.0.1"
port = {imap}
ca_file = "{ca}"
password_file = "password"
[smtp]
host = "127.0.0.1"
port = 1
security = "none"
username = ""
[trust]
authserv_id = "mx.example.org"
"""
PROTEGE = """
[[protege]]
id = "p{0}"
name = "Pat Number{0}"
email = "p{0}@example.org"
timezone = "Europe/Madrid"
"""


def mail(number: int, sender: str, text: str, **headers: str) -> bytes:
    """A mail as a large web mail writes it: plain text and HTML, a long quotation below, a picture: about 20 kB."""
    made = EmailMessage()
    made["Authentication-Results"] = STAMP
    made["From"] = sender
    made["To"] = headers.pop("to", "assistant@example.org")
    made["Subject"] = headers.pop("subject", f"hello {number}")
    made["Date"] = format_datetime(NOW)
    made["Message-ID"] = f"<{number}@mail.example.org>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    attribution = "On Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:"
    quoted = "".join(f"> {SENTENCE}\n" for _ in range(30))
    made.set_content(f"{text}\n\nThanks,\nPat\n\n{attribution}\n\n{quoted}")
    page = "".join(f"<p>{SENTENCE}</p>" for _ in range(40))
    quote = f'<div class="gmail_quote"><div class="gmail_attr">{attribution}</div><blockquote>{page}</blockquote></div>'
    made.add_alternative(f'<div dir="ltr">{text}<br><br>Thanks,<br>Pat</div>{quote}', subtype="html")
    made.add_attachment(base64.b64encode(bytes(range(256)) * 20), maintype="image", subtype="png", filename="logo.png")
    return made.as_bytes()


def bounce(number: int, message_id: str, to: str) -> bytes:
    """A delivery status notification (RFC 3464) that gives the letter back."""
    report = (
        f"Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\n"
        "Status: 4.2.2\r\nDiagnostic-Code: smtp; 452 4.2.2 mailbox full\r\n"
    )
    back = f"From: assistant@example.org\r\nTo: {to}\r\nSubject: hello\r\nMessage-ID: {message_id}\r\n\r\n"
    part = "\r\n--b\r\nContent-Type: "
    lines = (
        f"From: MAILER-DAEMON@example.org\r\nTo: assistant@example.org\r\nSubject: Undelivered {number}\r\n"
        f"Message-ID: <{number}@mail.example.org>\r\nDate: {format_datetime(NOW)}\r\nAuto-Submitted: auto-replied\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
        f"{part}text/plain\r\n\r\nIt could not be delivered.\r\n{part}message/delivery-status\r\n\r\n{report}"
        f"{part}message/rfc822\r\n\r\n{back}{(SENTENCE + chr(13) + chr(10)) * 200}\r\n--b--\r\n"
    )
    return lines.encode()


@dataclass(frozen=True)
class Known:
    """A letter that a protégé's mentor has got, and the thread addresses that the two answer to."""

    letter: Letter
    own: str
    theirs: str


def mixed(number: int, known: dict[int, Known]) -> bytes:
    """The kinds in turn, the protégés in turn."""
    who = number // 5 % PROTEGES
    letter = known[who].letter
    match number % 5:
        case 0:
            said = ("status", f"note about Mentor{who}: likes tea {number}", f"thank Mentor{who} for her tip {number}")
            return mail(number, f"Pat <p{who}@example.org>", said[number // 5 % 3], to=known[who].own)
        case 1:
            text = "Sure, I have time on Thursday at 3pm or on Friday at 10:00."
            return mail(number, f"m{who}@example.org", text, to=known[who].theirs, In_Reply_To=letter.message_id)
        case 2 if number % 2:
            return bounce(number, letter.message_id, letter.to)
        case 2:
            auto = {"Auto_Submitted": "auto-replied", "In_Reply_To": letter.message_id}
            text = "I am out of the office until 7 December and answer after that."
            return mail(number, f"m{who}@example.org", text, subject="Out of office: hello", **auto)
        case 3:
            return mail(number, f"someone{number}@example.org", "I would like to sell you something.")
        case _:
            news = {"List_Id": "<news.example.org>", "Precedence": "list"}
            return mail(number, "list@example.org", "This week's news.", **news)


def books(folder: Path) -> dict[int, Known]:
    """Each protégé with two people and one letter that left."""
    config = load(folder / "config.toml")
    store = bootstrap.open_store(config)
    tokens = bootstrap.desk(config, bootstrap.load_or_make_key(config.assistant.state)).tokens
    known: dict[int, Known] = {}
    for who in range(PROTEGES):
        book = store.load(f"p{who}")
        ladder = Ladder(rung=0, started=NOW, last=NOW)
        name, email = f"Mentor{who} Wise", f"m{who}@example.org"
        mentor = Person(f"m{who}", name, email, stage=Stage.CONTACTED, ladder=ladder)
        letter = Letter(
            id=f"first{who}",
            kind=Kind.ATTEMPT,
            template="person/first",
            thread=f"person/m{who}",
            to=mentor.email,
            subject="hello",
            text=SENTENCE * 5,
            digest="x",
            created=NOW - timedelta(days=2),
            state=LetterState.SENT,
            person=mentor.id,
            sent_at=NOW - timedelta(days=2),
            message_id=tokens.message_id(f"p{who}", f"first{who}"),
            rung=0,
        )
        book = book.with_person(mentor).with_person(Person(f"n{who}", f"Nobody{who} Else", f"n{who}@example.org"))
        store.save(replace(book.with_letter(letter), welcomed=NOW - timedelta(days=9)))
        own, theirs = (Thread(f"p{who}", letter.thread, purpose) for purpose in (Purpose.OWNER, Purpose.PERSON))
        known[who] = Known(letter, tokens.thread_address(own), tokens.thread_address(theirs))
    return known


def inbox(many: int, *, profile: bool) -> None:
    with Dovecot() as dovecot, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "password").write_text(PASSWORD)
        (folder / "password").chmod(0o600)
        text = CONFIG.format(imap=dovecot.imaps_port, ca=dovecot.ca_file)
        (folder / "config.toml").write_text(text + "".join(PROTEGE.format(n) for n in range(PROTEGES)))
        known = books(folder)
        mails = [mixed(number, known) for number in range(many)]
        with dovecot.client() as client:
            for raw in mails:
                client.append("INBOX", "", "", raw)
        assistant = bootstrap.build(load(folder / "config.toml"))
        parts = assistant.engine.parts
        watch = cProfile.Profile()
        if profile:
            watch.enable()
        began, busy = time.perf_counter(), time.process_time()
        fetch(parts)
        fetched = time.perf_counter()
        fine = handle(parts)
        handled, busy = time.perf_counter(), time.process_time() - busy
        watch.disable()
        waiting = list(parts.spool.waiting())
        letters_now = [x for id in parts.store.books() for x in parts.store.load(id).letters]
        queued = sum(x.state is LetterState.APPROVED for x in letters_now)
        assistant.close()
    size = sum(map(len, mails)) / len(mails) / 1000
    speeds = [many / seconds for seconds in (fetched - began, handled - fetched, handled - began)]
    sys.stdout.write(
        f"{many} mails of {size:.0f} kB: fetched {speeds[0]:.0f}/s, handled {speeds[1]:.0f}/s, both {speeds[2]:.0f}/s, "
        f"{busy / many * 1000:.1f} ms of CPU each; {queued} answers queued, {len(waiting)} mails left, "
        f"{'all fine' if fine else 'not all fine'}\n"
    )
    if profile:
        pstats.Stats(watch).sort_stats("cumulative").print_stats(70)
        pstats.Stats(watch).sort_stats("tottime").print_stats(45)


def starting() -> None:
    """The quickest of five starts of `assistant --help`."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "assistant", "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - began)
    sys.stdout.write(f"assistant --help: {min(times):.2f} s at best, {max(times):.2f} s at worst\n")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    starting()
    inbox(numbers[0] if numbers else 1000, profile="--profile" in sys.argv)
