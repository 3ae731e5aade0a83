"""The sections of `config.toml`: every key, its kind, its default, and (as its description) what is allowed."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.config.kinds import (
    Address,
    Addresses,
    Country,
    File,
    Folder,
    Host,
    Hours,
    Id,
    Line,
    Name,
    Time,
    Words,
    Zone,
)

Text = Annotated[Line, Field(description="a text in quotes, on one line")]
Truth = Annotated[bool, Field(description="true or false")]
APath = Annotated[File, Field(description="a path in quotes, from the folder of this file")]

PASSWORD_SOURCES = ("password_file", "password_command", "password_env", "credential", "oauth")


class _Section(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class AssistantSection(_Section):
    """[assistant]: who it is and where its things are. Paths are whole."""

    address: Address = Field(description='a plain e-mail address such as "assistant@example.org"')
    name: Name = Field("Robin", description="a name in quotes, on one line", validate_default=True)
    state: Folder = Field(
        "state", description="a folder in quotes, from the folder of this file", validate_default=True
    )
    templates: Folder = Field(
        "templates", description="a folder in quotes, from the folder of this file", validate_default=True
    )
    operator: Text = ""
    max_mail_mb: int = Field(25, ge=1, le=1000, description="a whole number of megabytes from 1 to 1000")


class Server(_Section):
    """What [imap] and [smtp] have in common. At most one source of the password; none where nobody signs in."""

    host: Host = Field(description='the name or address of a server, such as "mail.example.org"')
    port: int = Field(ge=1, le=65535, description="a whole number from 1 to 65535")
    security: Literal["tls", "starttls", "none"] = Field(
        description='"tls", "starttls", or (on this machine only) "none"'
    )
    username: Text = ""
    password_file: APath = None
    password_command: Words = Field((), description='a command and its words, such as ["pass", "show", "assistant"]')
    password_env: Text = ""
    credential: Text = ""
    oauth: Literal["google", "microsoft", ""] = Field("", description='"google" or "microsoft"')
    ca_file: APath = None

    @property
    def password_sources(self) -> tuple[str, ...]:
        return tuple(s for s in PASSWORD_SOURCES if getattr(self, s))


class ImapSection(Server):
    """[imap]: the mailbox that is read."""

    folder: Name = Field("INBOX", description='the name of a mail folder, such as "INBOX"')
    idle: Truth = True
    poll_seconds: int = Field(60, ge=1, le=600, description="a whole number of seconds from 1 to 600")
    plus_addresses: Truth = True


class SmtpSection(Server):
    """[smtp]: the server that takes our letters."""


class MaildirSection(_Section):
    """[maildir]: instead of [imap], a folder into which another program delivers."""

    path: Folder = Field(description="the folder that holds new, cur and tmp, in quotes")
    poll_seconds: int = Field(60, ge=1, le=600, description="a whole number of seconds from 1 to 600")
    plus_addresses: Truth = True


class TrustSection(_Section):
    """[trust]: who may say that a sender is proven. Without it (an empty `authserv_id`) nobody is."""

    mode: Literal["authserv", "microsoft365", "dkim", "open"] = Field(
        "authserv", description='"authserv", "microsoft365", "dkim", or (for servers on this machine only) "open"'
    )
    authserv_id: Text = ""


class ProtegeSection(_Section):
    """One [[protege]]. `opens`, `closes` and `digest` are local to `timezone`."""

    id: Id = Field(description='1 to 41 of a–z, 0–9, _ and -, not first a sign, such as "ada"')
    name: Name = Field(description='a name in quotes, such as "Ada Byron"')
    email: Address = Field(description='a plain e-mail address such as "ada@example.org"')
    also: Addresses = Field((), description='a list of plain e-mail addresses such as ["ada@work.example.org"]')
    timezone: Zone = Field("UTC", description='a zone of the IANA list such as "Europe/Madrid"')
    country: Country = Field("", description='a country, or a country and a part of it, such as "ES" or "ES-MD"')
    hours: Hours = Field((time(9), time(18)), description='a span of the day such as "09:00-18:00"')
    digest: Time = Field(time(8), description='a time such as "08:00"')
    send_as: Literal["assistant", "owner"] = Field("assistant", description='"assistant" or "owner"')
