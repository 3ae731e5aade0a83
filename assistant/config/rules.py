"""What must hold between the sections of a configuration that are each right by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.config.kinds import is_loopback
from assistant.config.problems import Problem
from assistant.config.schema import (
    PASSWORD_SOURCES,
    AssistantSection,
    ImapSection,
    MaildirSection,
    ProtegeSection,
    Server,
    SmtpSection,
    TrustSection,
)


@dataclass(frozen=True, slots=True)
class Sections:
    """What could be read; None is missing, or wrong and reported already. Protégés with their place in the file."""

    assistant: AssistantSection | None
    imap: ImapSection | None
    maildir: MaildirSection | None
    smtp: SmtpSection | None
    trust: TrustSection | None
    proteges: tuple[tuple[int, ProtegeSection], ...]

    @property
    def plus_addresses(self) -> bool:
        return any(box is not None and box.plus_addresses for box in (self.imap, self.maildir))


def broken_rules(sections: Sections) -> Iterator[Problem]:
    """Every rule that does not hold."""
    for name, server in (("imap", sections.imap), ("smtp", sections.smtp)):
        if server is not None:
            yield from _server(name, server, signs_as_itself=sections.assistant is not None)
    if sections.trust is not None:
        yield from _trust(sections, sections.trust)
    yield from _ids(sections)
    yield from _addresses(sections)


def _server(name: str, server: Server, *, signs_as_itself: bool) -> Iterator[Problem]:
    sources = server.password_sources
    here = is_loopback(server.host)
    if server.security == "none" and not here:
        yield Problem((name, "security"), f'may be "none" on this machine only, and {server.host} is another one')
    if server.oauth:
        yield Problem((name, "oauth"), "is not built in yet: use an app password (password_file)")
    elif len(sources) > 1:
        yield Problem((name, sources[1]), f"is one source of the password too many: {sources[0]} is there already")
    elif not sources and (name == "imap" or not here or server.username):
        yield Problem((name,), f"needs a password: one of {', '.join(PASSWORD_SOURCES[:-1])}")
    if sources and not server.username and not here and signs_as_itself:
        yield Problem((name, "username"), "is missing: the name that goes with the password")
    if server.ca_file is not None and not server.ca_file.is_file():
        yield Problem((name, "ca_file"), f"names no file: {server.ca_file}")


def _trust(sections: Sections, trust: TrustSection) -> Iterator[Problem]:
    given = trust.model_fields_set
    if trust.mode == "authserv" and given and not trust.authserv_id:
        yield Problem(
            ("trust", "authserv_id"), 'is missing: the name in our own server\'s results, such as "mx.example.org"'
        )
    if trust.mode != "authserv" and trust.authserv_id:
        yield Problem(("trust", "authserv_id"), f'means nothing with mode = "{trust.mode}": remove one of them')
    servers = [s for s in (sections.imap, sections.smtp) if s is not None]
    elsewhere = next((s.host for s in servers if not is_loopback(s.host)), None)
    if trust.mode == "open" and elsewhere:
        yield Problem(
            ("trust", "mode"),
            f'may be "open" only where all servers are on this machine, and {elsewhere} is not: '
            'use "authserv", "microsoft365" or "dkim"',
        )


def _ids(sections: Sections) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, protege in sections.proteges:
        if protege.id in seen:
            yield Problem(
                ("protege", place, "id"),
                f'"{protege.id}" is also that of protege {seen[protege.id] + 1}: give each an id of its own',
            )
        seen.setdefault(protege.id, place)


def _addresses(sections: Sections) -> Iterator[Problem]:
    own = sections.assistant.address if sections.assistant else None
    seen: dict[str, int] = {}
    for place, protege in sections.proteges:
        for key, address in [("email", protege.email), *(("also", a) for a in protege.also)]:
            path = ("protege", place, key)
            if own and own in {address, _plain(address) if sections.plus_addresses else address}:
                yield Problem(path, f"{address} is the assistant's own address: a protégé needs another one")
            elif address in seen:
                yield Problem(path, f"{address} is there already, at protege {seen[address] + 1}: once is enough")
            seen.setdefault(address, place)


def _plain(address: str) -> str:
    """An address without its +detail."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
