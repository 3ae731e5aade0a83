"""How fast mail is read on one core (`reading.md`, `mail.md`, last section). It judges nothing.

`python tests/bench/reading_speed.py [--hostile] [--huge]`, from the root of a checkout. Bodies of replies (goal 2,000
a second) and whole mails of 20 kB (500 a second), with the standard library's own parser beside; then bodies that were
made to be slow: --hostile of 100 kB (goal 0.2 s for each reader), --huge of 1 MB (1 s).
"""

from __future__ import annotations

import base64
import email
import email.policy
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench import hostile

from assistant.reading.message import read
from assistant.reading.reply import split
from assistant.reading.trust import Authserv

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
SENTENCE = "we met on Tuesday and spoke about pricing, and I have a few questions left for next week. "
ATTRIBUTION = "On Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:"
QUOTED = "".join(f"> {SENTENCE}\n" for _ in range(30))
TRUST = Authserv("mx.example.org")


def bodies() -> list[str]:
    """Replies as five clients write them: 1 to 3 kB, most of it a quotation."""
    block = "From: Robin <assistant@example.org>\nSent: 3 March 2026 08:00\nTo: Ada Byron\nSubject: Minerva\n\n"
    heads = (
        f"\n\n{ATTRIBUTION}\n\n",
        f"\n\n-----Original Message-----\n{block}",
        "\n\nVon meinem iPhone gesendet\n\nAm 03.03.2026 um 08:00 schrieb Robin <assistant@example.org>:\n\n",
        "\n\n-- \nAda Byron\nLogic\n\nLe mar. 3 mars 2026 à 08:00, Robin\n<assistant@example.org> a écrit :\n\n",
        f"\n\nThanks,\nAda\n\n________________________________\n{block}",
    )
    return [f"SEND\n\n{SENTENCE * n}{head}{QUOTED}" for n in range(4) for head in heads]


def typical(number: int) -> bytes:
    """A reply from a large web mail: plain text and HTML, the quote below, a small attachment: about 20 kB."""
    mail = EmailMessage()
    mail["Authentication-Results"] = (
        "mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"
    )
    mail["From"] = "Ada Byron <ada@example.org>"
    mail["To"] = "Robin <assistant@example.org>"
    mail["Subject"] = f"Re: Minerva · mentoring {number}"
    mail["Date"] = format_datetime(NOW)
    mail["Message-ID"] = f"<{number}@mail.example.org>"
    mail["In-Reply-To"] = "<draft@example.org>"
    mail.set_content(f"SEND\n\nThanks,\nAda\n\n{ATTRIBUTION}\n\n{QUOTED}")
    page = "".join(f"<p>{SENTENCE}</p>" for _ in range(56))
    quote = f'<div class="gmail_quote"><div class="gmail_attr">{ATTRIBUTION}</div><blockquote>{page}</blockquote></div>'
    mail.add_alternative(f'<div dir="ltr">SEND<br><br>Thanks,<br>Ada</div>{quote}', subtype="html")
    mail.add_attachment(base64.b64encode(bytes(range(256)) * 20), maintype="image", subtype="png", filename="logo.png")
    return mail.as_bytes()


def standard(raw: bytes, policy: email.policy.Policy) -> str:
    """What the standard library alone makes of a mail: its structure, its subject, and its text."""
    mail = email.message_from_bytes(raw, policy=policy)
    plain = next(part for part in mail.walk() if part.get_content_type() == "text/plain")
    payload = plain.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return f"{mail['Subject']} {payload.decode(plain.get_content_charset('utf-8'))}"


def _all_standard(mails: list[bytes], policy: email.policy.Policy) -> None:
    for raw in mails:
        standard(raw, policy)


def rate(work: Callable[[], object], many: int) -> float:
    """How many a second, in the best of three rounds: the machine has other work."""
    return many / min(hostile.seconds(work) for _ in range(3))


def typical_mail() -> None:
    texts = bodies() * 20
    bodies_a_second = rate(lambda: [split(text) for text in texts], len(texts))
    size = sum(map(len, texts)) / len(texts) / 1000
    _say(f"reply bodies of {size:.1f} kB:      {bodies_a_second:7.0f} a second   (goal 2000)")
    mails = [typical(number) for number in range(200)]
    size = sum(map(len, mails)) / len(mails) / 1000
    ours = rate(lambda: [read(raw, NOW, trust=TRUST) for raw in mails], len(mails))
    _say(f"whole mails of {size:.0f} kB:       {ours:7.0f} a second   (goal 500)")
    for name, policy in (("compat32", email.policy.compat32), ("default", email.policy.default)):
        theirs = rate(partial(_all_standard, mails, policy), len(mails))
        _say(f"  the same by `email`, policy {name}: {theirs:.0f} a second (structure and text alone)")


def hostile_mail(size: int, goal: float) -> None:
    """The slowest reader of each family, and every one over the goal."""
    _say(f"\nhostile bodies of {size // 1000} kB (goal {goal} s each)")
    for family, body in hostile.families(size).items():
        took = {name: hostile.seconds(partial(reader, body)) for name, reader in hostile.READERS.items()}
        slow = [f"{name} {spent:.2f}" for name, spent in sorted(took.items(), key=lambda one: -one[1]) if spent > goal]
        name = max(took, key=lambda one: took[one])
        _say(f"{family:<28}{took[name]:7.3f} s  {name:<10}{'  OVER: ' + ', '.join(slow) if slow else ''}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    began = time.perf_counter()
    typical_mail()
    if "--hostile" in sys.argv:
        hostile_mail(100_000, 0.2)
    if "--huge" in sys.argv:
        hostile_mail(1_000_000, 1.0)
    _say(f"\n{time.perf_counter() - began:.0f} s in all")
