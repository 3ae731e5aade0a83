"""The oracle of `kill9.py`: it knows what people wrote, and counts what lies in everybody's mailbox."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from email.message import EmailMessage

from servers.whole import ADA, BEN, LEE, MINERVA, Whole, parsed, said

NAMES = {MINERVA: "Minerva M", LEE: "Lee L"}
TAG = re.compile(r"\b(tip|word) (\d{5})\b")
BOUNCED = re.compile(r"NOT DELIVERED to (.+?): \S+ (?:does not exist|takes no mail)\.")
BOUNCE = """\
From: MAILER-DAEMON@example.org
To: assistant@example.org
Subject: Undelivered
Message-ID: <{number}.{to}>
Date: {date}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; {to}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such person
--b
Content-Type: message/rfc822

From: assistant@example.org
To: {to}
Subject: Thank you
Message-ID: {id}

Thank you.
--b--
"""


@dataclass
class Ledger:
    """What lies in people's mailboxes, and what must."""

    whole: Whole
    seen: set[str] = field(default_factory=set)
    ids: Counter[tuple[str, str]] = field(default_factory=Counter)  # (who, Message-ID)
    answers: dict[str, list[EmailMessage]] = field(default_factory=lambda: defaultdict(list))
    tags: Counter[tuple[str, str]] = field(default_factory=Counter)  # (who, "tip 00017"), one for each mail with it
    letters: dict[tuple[str, str], EmailMessage] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)  # Message-IDs of protégés' mails: one answer each
    wanted: set[tuple[str, str]] = field(default_factory=set)  # what must lie in whose mailbox, once

    def look(self) -> None:
        for who in (ADA, BEN, MINERVA, LEE):
            for path in self.whole.files(who):
                if f"{who}/{path.name}" not in self.seen:
                    self.seen.add(f"{who}/{path.name}")
                    self._note(who, parsed(path))

    def _note(self, who: str, mail: EmailMessage) -> None:
        self.ids[who, str(mail["Message-ID"])] += 1
        if mail["In-Reply-To"]:
            self.answers[str(mail["In-Reply-To"])].append(mail)
        if found := BOUNCED.search(said(mail)):
            self.tags[who, f"bounce of {found[1]}"] += 1
        letter = who in (MINERVA, LEE) or bool(mail["Cc"])
        for kind, number in set(TAG.findall(said(mail))):
            if letter == (kind == "tip"):  # drafts and answers quote the tip, too: they are counted as answers
                self.tags[who, f"{kind} {number}"] += 1
                self.letters[who, f"{kind} {number}"] = mail

    def twice(self) -> list[str]:
        found = [f"{n} x {id} at {who}" for (who, id), n in self.ids.items() if n > 1]
        found += [f"{len(self.answers[id])} answers to {id}" for id in self.asked if len(self.answers[id]) > 1]
        return found + [f"{n} x {tag} at {who}" for (who, tag), n in self.tags.items() if n > 1]

    def lost(self) -> list[str]:
        found = [f"no answer to {id}" for id in self.asked if not self.answers[id]]
        return found + [f"no {tag} at {who}" for who, tag in self.wanted if not self.tags[who, tag]]
