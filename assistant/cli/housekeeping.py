"""What the doctor looks at on this machine: state folder, clock, zones, templates, trust. Nothing is changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage
from zoneinfo import ZoneInfo

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from assistant.bootstrap import built_in_templates
from assistant.cli.findings import Finding, bad, good, unclear
from assistant.config import Config
from assistant.errors import AssistantError
from assistant.storage.lock import lock
from assistant.writing.wording import environment

LEAST_FREE = 100_000_000  # bytes
BORN = datetime(2026, 1, 1, tzinfo=UTC)  # a clock before this is one that was never set
LETTERS = ("person", "protege", "invite")  # folders of templates that begin with a subject


def state_folder(config: Config) -> Iterator[Finding]:
    """Whether it is there, ours alone, and has room; whether a daemon is at work in it."""
    folder = config.assistant.state
    what = "state folder"
    if not folder.exists():
        above = next(p for p in folder.parents if p.exists())
        if os.access(above, os.W_OK | os.X_OK):
            yield good(what, f"{folder}: will be made at the first run")
        else:
            yield bad(what, f"{folder} is not there, and {above} cannot be written", "make it, or give us the right to")
        return
    if not folder.is_dir():
        yield bad(what, f"{folder} is no folder", "move it away, or change assistant.state")
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield bad(what, f"{folder} cannot be read and written", f"chown -R {os.geteuid()} {folder}")
        return
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o077:
        yield bad(what, f"{folder} is open to others ({mode:04o})", f"chmod 700 {folder}")
    else:
        yield good(what, f"{folder}, writable, ours alone")
    free = disk_usage(folder).free
    if free < LEAST_FREE:
        yield bad("disk", f"{free // 1_000_000} MB are free", "make room")
    if (folder / "run.lock").exists():
        try:
            with lock(folder):
                pass
        except AssistantError as error:
            yield good("daemon", str(error))


def clock_and_zones(config: Config, now: datetime) -> Iterator[Finding]:
    """Whether the clock was ever set, and what time it is for each protégé: people see at once what is wrong."""
    if now < BORN:
        yield bad("clock", f"it says {now:%Y-%m-%d %H:%M} UTC", "set the clock (systemd-timesyncd, chrony)")
    else:
        yield good("clock", f"{now:%Y-%m-%d %H:%M} UTC")
    for protege in config.proteges:
        local = now.astimezone(ZoneInfo(protege.timezone))
        yield good(f"zone of {protege.id}", f"{protege.timezone}: {local:%a %H:%M}")


def templates(config: Config) -> Iterator[Finding]:
    """Whether the owner's own letters can be read, each with file and line of its first fault."""
    folder = config.assistant.templates
    files = sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".html"}) if folder.is_dir() else []
    built_in = built_in_templates()
    faults = 0
    for path in files:
        name = path.relative_to(folder)
        if fault := _fault(path, name):
            faults += 1
            yield bad("templates", fault, "mend it, or remove the file: the built-in letter is used then")
        elif not (built_in / name).exists():
            yield unclear("templates", f"{name}: there is no such letter", "names are those of the built-in letters")
    if not faults:
        yield good("templates", f"{len(files)} of your own in {folder}" if files else "the built-in ones")


def trust(config: Config) -> Iterator[Finding]:
    """What [trust] says, where no probe is needed to see it."""
    if config.trust.mode == "open":
        yield unclear("trust", "open: every sender is believed", "for tests on this machine only")
    elif config.trust.mode == "authserv" and not config.trust.authserv_id:
        yield bad("trust", "nobody's mail is proven: every mail is asked back", "add [trust] with what is found below")
    else:
        yield good("trust", f"{config.trust.mode} {config.trust.authserv_id}".strip())


def _fault(path: Path, name: Path) -> str:
    try:
        source = path.read_text(encoding="utf-8")
        environment(lambda _: None, autoescape=path.suffix == ".html").compile(source, filename=str(path))
    except TemplateSyntaxError as error:
        return f"{name}, line {error.lineno}: {error.message}"
    except JinjaError as error:
        return f"{name}: {error}"
    except (OSError, UnicodeDecodeError) as error:
        return f"{name}: cannot be read ({type(error).__name__})"
    if name.parts[0] in LETTERS and path.suffix == ".txt" and not source.startswith("Subject:"):
        return f"{name}, line 1: does not begin with “Subject:”"
    return ""
