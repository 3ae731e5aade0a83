"""How many typical mails of 20 kB are read in a second on one core (`mail.md`, last section). It judges nothing.

Run it with `python tests/bench/reading_speed.py` from the root of the checkout.
"""

from __future__ import annotations

import base64
import sys
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.reading.message import read
from assistant.reading.trust import Authserv

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
SENTENCE = "we met on Tuesday and spoke about pricing, and I have a few questions left for next week. "


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
    attribution = "On Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:"
    quoted = "".join(f"> {SENTENCE}\n" for _ in range(30))
    mail.set_content(f"SEND\n\nThanks,\nAda\n\n{attribution}\n\n{quoted}")
    page = "".join(f"<p>{SENTENCE}</p>" for _ in range(40))
    quote = f'<div class="gmail_quote"><div class="gmail_attr">{attribution}</div><blockquote>{page}</blockquote></div>'
    mail.add_alternative(f'<div dir="ltr">SEND<br><br>Thanks,<br>Ada</div>{quote}', subtype="html")
    mail.add_attachment(base64.b64encode(bytes(range(256)) * 20), maintype="image", subtype="png", filename="logo.png")
    return mail.as_bytes()


def main() -> None:
    mails = [typical(number) for number in range(400)]
    trust = Authserv("mx.example.org")
    began = time.perf_counter()
    for raw in mails:
        read(raw, NOW, trust=trust)
    took = time.perf_counter() - began
    size = sum(map(len, mails)) / len(mails)
    sys.stdout.write(f"{len(mails) / took:.0f} mails of {size / 1000:.0f} kB a second\n")


if __name__ == "__main__":
    main()
