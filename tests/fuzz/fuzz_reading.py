"""Coverage-guided fuzzing of everything that reads mail: no exception, no hang. It runs until it is told to stop.

`pip install atheris`, then `python tests/fuzz/fuzz_reading.py -max_total_time=600 [FOLDER OF MAILS]` from the root of
the checkout. Crashes are written beside it as `crash-…`, inputs that take over a second as `timeout-…`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["assistant"]):
    from assistant.reading import answer, forward, invite, notes, reply
    from assistant.reading.dates import Moment
    from assistant.reading.message import read
    from assistant.reading.mime import html
    from assistant.reading.trust import Authserv

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
THEN = Moment(NOW, "Europe/Madrid", day_first=True)


def once(data: bytes) -> None:
    mail = read(data, NOW, trust=Authserv("mx.example.org"))
    text = data.decode("utf-8", "replace")
    reply.split(text)
    page = html.to_text(text)
    reply.split(page, html=True)
    forward.parse("Fwd: notes", text, "")
    answer.answer(mail.new_text or text, THEN)
    notes.notes(text, THEN, protege="Ada Byron", mentor="Minerva McGonagall")
    invite.invites(text)


def main() -> None:
    atheris.Setup([*sys.argv, "-timeout=1", "-max_len=20000"], once)
    once(b"From: Ada <ada@example.org>\n\nSend the memo by Friday.\n")  # the tables are read once, and take their time
    atheris.Fuzz()


if __name__ == "__main__":
    main()
