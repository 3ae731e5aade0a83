"""`assistant check`: the doctor. Everything is looked at, also after something was found wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from assistant import bootstrap
from assistant import config as configuration
from assistant.cli import housekeeping, probes
from assistant.cli.findings import Finding, Mark, bad, good, table, unclear
from assistant.cli.tables import show
from assistant.config import Config
from assistant.errors import AssistantError, ConfigError
from assistant.transport.imap import ImapMailbox
from assistant.transport.maildir import MaildirMailbox
from assistant.transport.smtp import SmtpSubmission

TIMEOUT = 30.0  # seconds: a doctor's patience with a server


def check(given: Path | None) -> int:
    """Prints the table and gives the exit code: 1 when something is wrong."""
    findings = tuple(examine(given))
    show(table(findings))
    return 1 if any(finding.mark is Mark.BAD for finding in findings) else 0


def examine(given: Path | None, patience: float = probes.PATIENCE) -> Iterator[Finding]:
    """All findings. `patience`: seconds to wait for a mail to ourselves."""
    try:
        config = configuration.load(configuration.find(given))
    except ConfigError as error:
        yield from (bad("config", line, "mend it, then check again") for line in str(error).splitlines())
        return
    now = datetime.now(UTC)
    yield good("config", f"{config.path}, {len(config.proteges)} protégé(s)")
    yield from housekeeping.state_folder(config)
    yield from housekeeping.clock_and_zones(config, now)
    yield from housekeeping.templates(config)
    yield from housekeeping.trust(config)
    yield from _mail(config, now, patience)


def _mail(config: Config, now: datetime, patience: float) -> Iterator[Finding]:
    """Both servers; probes only where the mailbox can be read."""
    try:
        mailbox = bootstrap.open_mailbox(config)
        submission = SmtpSubmission(replace(bootstrap.smtp_settings(config), timeout=TIMEOUT))
    except AssistantError as error:
        yield bad("servers", str(error), "mend config.toml")
        return
    try:
        yield from _reading(config, mailbox)
        postbox = probes.Postbox(mailbox, submission, config.assistant.address, patience=patience)
        yield from probes.look(config, postbox, now)
    except AssistantError as error:
        yield bad("servers", str(error), "see host, port, security, username and password of this server")
    finally:
        submission.close()
        if isinstance(mailbox, ImapMailbox):
            mailbox.close()


def _reading(config: Config, mailbox: ImapMailbox | MaildirMailbox) -> Iterator[Finding]:
    """Sign-in, IDLE and folders. Raises MailboxLost or SignInRefused."""
    if isinstance(mailbox, MaildirMailbox) or config.imap is None:
        next(iter(mailbox.copies("<none@check.invalid>")), None)
        yield good("mailbox", f"the Maildir {config.maildir.path if config.maildir else ''} can be read")
        return
    able = mailbox.capabilities()
    yield good("mailbox", f"signed in to {config.imap.host} as {config.imap.username}")
    if "IDLE" in able:
        yield good("IDLE", "the server announces new mail")
    else:
        yield unclear("IDLE", "not there", f"nothing: we look every {config.imap.poll_seconds} s")
    roles = mailbox.folders()
    yield good("folders", ", ".join(f"{role}: {name or 'made when needed'}" for role, name in roles.items()))
