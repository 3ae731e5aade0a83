"""Where a password comes from. It is read at each sign-in, so that it can be changed while the assistant runs.

Errors name the source, never what it gave: no exception is chained that might hold the secret.
"""

from __future__ import annotations

import logging
import os
import signal
import stat
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from assistant.errors import SecretError

TIMEOUT = 30.0  # seconds that a password command may take
MOST = 64 * 1024  # bytes: a file of passwords is not a password, but a long token is

log = logging.getLogger(__name__)


def password(
    *,
    password_file: Path | None = None,
    password_command: Sequence[str] = (),
    password_env: str = "",
    credential: str = "",
) -> Callable[[], str]:
    """A function that gives the password from the one source that is set. It raises SecretError.

    `password_command` is run without a shell; `credential` names a systemd credential (systemd.exec(5)).
    SecretError here: none is set, or more than one.
    """
    sources: dict[str, Callable[[], str]] = {}
    if password_file is not None:
        file = password_file
        warned: list[Path] = []
        sources["password_file"] = lambda: _from_file(file, warned)
    if password_command:
        command = tuple(password_command)
        sources["password_command"] = lambda: _from_command(command)
    if password_env:
        sources["password_env"] = lambda: _from_environment(password_env)
    if credential:
        sources["credential"] = lambda: _from_credential(credential)
    if len(sources) != 1:
        found = " and ".join(sources) or "none"
        raise SecretError(
            f"exactly one of password_file, password_command, password_env, credential must be set, found {found}"
        )
    return next(iter(sources.values()))


def _from_file(path: Path, warned: list[Path]) -> str:
    """`warned` remembers that the permissions were already complained about: once a run is enough."""
    source = f"password_file {path}"
    secret = _read(path, source)
    with suppress(OSError):  # it was just read; if it has gone since, there is nothing to warn of
        if stat.S_IMODE(path.stat().st_mode) & 0o077 and not warned:
            warned.append(path)
            log.warning("password_file %s may be read by others: chmod 600 it", path)
    return _checked(secret, source)


def _from_credential(name: str) -> str:
    source = f"credential {name}"
    if "/" in name or name in (".", ".."):
        raise SecretError(f"{source}: a credential's name holds no '/'")
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise SecretError(f"{source}: CREDENTIALS_DIRECTORY is not set (LoadCredential= in the systemd unit sets it)")
    return _checked(_read(Path(folder) / name, source), source)


def _from_environment(name: str) -> str:
    source = f"password_env {name}"
    value = os.environ.get(name)
    if value is None:
        raise SecretError(f"{source}: the variable is not set")
    return _checked(os.fsencode(value), source)


def _from_command(command: Sequence[str]) -> str:
    source = f"password_command {command[0]}"  # its arguments may tell something
    try:
        process = subprocess.Popen(  # noqa: S603 # the operator's own command, given as a list, without a shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what it complains about may hold the secret
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise SecretError(f"{source}: {_reason(error)}") from None
    with process:
        try:
            secret, _ = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # with its helpers: they may hold the pipe open
            raise SecretError(f"{source}: did not end in {TIMEOUT:g} seconds") from None
    if process.returncode != 0:
        raise SecretError(f"{source}: failed with status {process.returncode}")
    return _checked(secret, source)


def _read(path: Path, source: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST + 1)
    except (OSError, ValueError) as error:
        raise SecretError(f"{source}: {_reason(error)}") from None


def _checked(secret: bytes, source: str) -> str:
    """Without one trailing line end. Control characters cannot be part of a command line to a server (RFC 9051 §9)."""
    if len(secret) > MOST:
        raise SecretError(f"{source}: is too long for a password")
    try:
        text = secret.decode()
    except UnicodeDecodeError:
        raise SecretError(f"{source}: is not UTF-8") from None
    text = text.removesuffix("\n").removesuffix("\r")
    if not text:
        raise SecretError(f"{source}: is empty")
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise SecretError(f"{source}: holds more than one line, or a control character")
    return text


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or "cannot be used"
