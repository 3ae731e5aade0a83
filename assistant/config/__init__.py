"""The configuration: `config.toml`, read once, checked whole, and never changed.

`load` gives a `Config` or raises ConfigError, which says every problem of the file on a line of its own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.config.kinds import is_loopback
from assistant.config.reading import Reading
from assistant.config.schema import (
    AssistantSection,
    ImapSection,
    MaildirSection,
    ProtegeSection,
    Server,
    SmtpSection,
    TrustSection,
)
from assistant.errors import ConfigError
from assistant.mentoring.book import Protege
from assistant.mentoring.policy import Policy

__all__ = [
    "AssistantSection",
    "Config",
    "ImapSection",
    "MaildirSection",
    "ProtegeSection",
    "Server",
    "SmtpSection",
    "TrustSection",
    "find",
    "is_loopback",
    "load",
]


@dataclass(frozen=True, slots=True)
class Config:
    """A whole and right configuration. Exactly one of `imap` and `maildir` is there. Paths are whole."""

    path: Path
    assistant: AssistantSection
    imap: ImapSection | None
    maildir: MaildirSection | None
    smtp: SmtpSection
    trust: TrustSection
    proteges: tuple[ProtegeSection, ...]
    policy: Policy
    policies: Mapping[str, Policy]

    @property
    def plus_addresses(self) -> bool:
        """Whether mail to `assistant+anything@` comes to the assistant."""
        return any(box is not None and box.plus_addresses for box in (self.imap, self.maildir))

    @property
    def poll_seconds(self) -> int:
        """How often the mailbox is looked at, where nothing announces new mail."""
        return next(box.poll_seconds for box in (self.imap, self.maildir) if box is not None)

    def protege_values(self) -> tuple[Protege, ...]:
        """The protégés as the core knows them, in the file's order."""
        return tuple(
            Protege(
                id=p.id,
                name=p.name,
                email=p.email,
                also=p.also,
                zone=p.timezone,
                country=p.country,
                opens=p.hours[0],
                closes=p.hours[1],
                digest_at=p.digest,
                send_as_owner=p.send_as == "owner",
            )
            for p in self.proteges
        )

    def policy_for(self, id: str) -> Policy:
        """The numbers for one protégé: the defaults, [policy], [protege.policy]. KeyError for an unknown id."""
        return self.policies[id]


def load(path: Path) -> Config:
    """Reads and checks `path`. ConfigError has one line a problem: file, line, key, what is allowed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start})") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    reading = Reading(text, path.absolute().parent, str(path))
    found = reading.sections()
    common, own = reading.policies()
    reading.finish()
    if found.assistant is None or found.smtp is None or found.trust is None:  # a section without its problem
        raise AssertionError("a section that is wrong was not reported")
    return Config(
        path=path.absolute(),
        assistant=found.assistant,
        imap=found.imap,
        maildir=found.maildir,
        smtp=found.smtp,
        trust=found.trust,
        proteges=tuple(p for _, p in found.proteges),
        policy=common,
        policies={p.id: own[place] for place, p in found.proteges},
    )


def find(given: Path | None = None) -> Path:
    """The file to read: the given one, else ./config.toml, else $XDG_CONFIG_HOME/assistant/config.toml."""
    if given is not None:
        return given
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    places = (Path("config.toml"), home / "assistant" / "config.toml")
    for place in places:
        if place.is_file():
            return place
    raise ConfigError(
        f"no configuration found: neither {places[0]} here nor {places[1]}; "
        "copy config.example.toml, or name a file with --config"
    )
