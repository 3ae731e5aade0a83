"""The composition root: from the configuration to a running assistant. The one place that knows all parts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import resources
from pathlib import Path
from zoneinfo import reset_tzpath

from assistant.clock import SetClock, SystemClock
from assistant.config import Config, Server
from assistant.daemon import Daemon
from assistant.engine.desk import Desk
from assistant.engine.engine import Engine
from assistant.engine.receive import Parts
from assistant.errors import ConfigError, TemplateError
from assistant.mentoring.tokens import Tokens
from assistant.ports import Clock, Mailbox
from assistant.reading.trust import Authserv, Dkim, Microsoft365, Nobody, Open, Trust
from assistant.storage.lock import load_or_make_key, lock, make_folder
from assistant.storage.spool import FileSpool
from assistant.storage.store import TinyDbStore
from assistant.transport.imap import ImapMailbox
from assistant.transport.maildir import MaildirMailbox
from assistant.transport.secrets import password
from assistant.transport.session import ImapSettings
from assistant.transport.smtp import SmtpSettings, SmtpSubmission
from assistant.transport.systemd import notify
from assistant.writing.twin import Twin
from assistant.writing.wording import Templates, Wordsmith

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Assistant:
    """All parts together, holding the lock of the state folder until `close`."""

    engine: Engine
    daemon: Daemon
    store: TinyDbStore
    clock: Clock
    mailbox: Mailbox
    _lock: AbstractContextManager[None]

    def run_once(self) -> bool:
        """One full cycle. False when something failed and will be tried again; errors of the world are raised."""
        return self.engine.cycle()

    def run_forever(self) -> bool:
        """Until stopped. True when the configuration is to be read again (SIGHUP)."""
        self.daemon.flags.listen()
        self.daemon.run()
        return self.daemon.flags.reload and not self.daemon.flags.stop

    def close(self) -> None:
        self.engine.submission.close()
        if isinstance(self.mailbox, ImapMailbox):
            self.mailbox.close()
        self._lock.__exit__(None, None, None)


def build(config: Config, *, now: datetime | None = None) -> Assistant:
    """Everything wired, nothing contacted yet. `now` sets the clock by hand (a rehearsal).

    Raises StateInUse, StorageError, ConfigError, SecretError.
    """
    reset_tzpath(to=())  # the same zone data for reading and for invites: tzdata's, on every machine
    state = config.assistant.state
    held = lock(state)
    held.__enter__()
    try:
        store = TinyDbStore(state, config.protege_values())
        clock: Clock = SystemClock() if now is None else SetClock(now)
        mailbox = open_mailbox(config)
        parts = Parts(
            store=store,
            spool=FileSpool(state),
            mailbox=mailbox,
            clock=clock,
            desk=desk(config, load_or_make_key(state)),
            trust=trust(config),
            policies={p.id: config.policy_for(p.id) for p in config.proteges},
        )
        engine = Engine(parts, SmtpSubmission(smtp_settings(config)))
    except BaseException:
        held.__exit__(None, None, None)
        raise
    daemon = Daemon(engine, mailbox, config.poll_seconds, notify)
    return Assistant(engine, daemon, store, clock, mailbox, held)


def open_store(config: Config) -> TinyDbStore:
    """The books for reading, beside a running daemon."""
    return TinyDbStore(config.assistant.state, config.protege_values())


def desk(config: Config, key: bytes) -> Desk:
    """The desk of this configuration: templates, zone data and tokens."""
    templates = loader(config.assistant.templates)
    return Desk(
        wordsmith=Wordsmith(templates, config.assistant.name, config.assistant.operator),
        twin=Twin(templates),
        zone_data=zone_data,
        tokens=Tokens(key, config.assistant.address, config.plus_addresses),
        assistant_name=config.assistant.name,
        operator=config.assistant.operator,
    )


# --- the edges


def open_mailbox(config: Config) -> ImapMailbox | MaildirMailbox:
    most = config.assistant.max_mail_mb * MEGABYTE
    if config.maildir is not None:
        make_folder(config.maildir.path.parent)
        return MaildirMailbox(
            config.maildir.path, max_mail_bytes=most, poll_seconds=min(2.0, config.maildir.poll_seconds)
        )
    if config.imap is None:
        raise ConfigError("neither [imap] nor [maildir] is configured")
    return ImapMailbox(imap_settings(config))


def imap_settings(config: Config) -> ImapSettings:
    assert config.imap is not None
    imap = config.imap
    return ImapSettings(
        host=imap.host,
        username=imap.username,
        password=secret(imap),
        port=imap.port,
        security=imap.security,
        folder=imap.folder,
        idle=imap.idle,
        poll_seconds=imap.poll_seconds,
        ca_file=imap.ca_file,
        max_mail_bytes=config.assistant.max_mail_mb * MEGABYTE,
    )


def smtp_settings(config: Config) -> SmtpSettings:
    smtp = config.smtp
    return SmtpSettings(
        host=smtp.host,
        port=smtp.port,
        security=smtp.security,
        username=smtp.username,
        password=secret(smtp) if smtp.password_sources else None,
        ca_file=smtp.ca_file,
    )


def secret(server: Server) -> Callable[[], str]:
    """The password of this server, asked for at each sign-in."""
    return password(
        password_file=server.password_file,
        password_command=server.password_command,
        password_env=server.password_env,
        credential=server.credential,
    )


def trust(config: Config) -> Trust:
    """How senders are proven; nothing configured proves nobody."""
    match config.trust.mode:
        case "open":
            return Open()
        case "microsoft365":
            return Microsoft365()
        case "dkim":
            return Dkim(_dns)
        case _:
            return Authserv(config.trust.authserv_id) if config.trust.authserv_id else Nobody()


def _dns(name: bytes | str, timeout: float = 5) -> bytes:
    """A TXT record's bytes for DKIM, b"" where there is none."""
    from dkim.dnsplug import get_txt  # noqa: PLC0415 - only the dkim mode asks the network

    found = get_txt(name if isinstance(name, bytes) else name.encode(), timeout=timeout)
    return bytes(found or b"")


# --- templates and zones


def loader(own: Path | None) -> Templates:
    """One loader for wheel, checkout and the owner's folder: an own version of a letter wins over the built-in one."""
    built_in = built_in_templates()

    @lru_cache(maxsize=512)
    def load(name: str) -> tuple[str, str] | None:
        for folder in (own, built_in):
            if folder is None or ".." in Path(name).parts:
                continue
            path = folder / name
            try:
                return path.read_text(encoding="utf-8"), str(path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, UnicodeDecodeError) as error:
                raise TemplateError(f"{path}: cannot be read: {error}") from error
        return None

    return load


def built_in_templates() -> Path:
    """The folder of the built-in letters: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "templates", package.parent / "templates"):
        if folder.is_dir():
            return folder
    raise TemplateError("the built-in templates are missing: install the package again")


@lru_cache(maxsize=64)
def zone_data(name: str) -> bytes:
    """The TZif file of a zone from `tzdata`, the same on every machine. Raises KeyError for an unknown name."""
    *folders, last = name.split("/")
    if not last or any(part in ("", ".", "..") or not part.isascii() for part in (*folders, last)):
        raise KeyError(name)
    try:
        return resources.files(".".join(("tzdata.zoneinfo", *folders))).joinpath(last).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError, IsADirectoryError) as error:
        raise KeyError(name) from error
