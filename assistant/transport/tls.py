"""Who may be spoken to in the clear, and whose certificates are believed."""

from __future__ import annotations

import ssl
from ipaddress import ip_address
from pathlib import Path

from assistant.errors import ConfigError


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine, by its name alone (no name server is asked)."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def verifying_context(ca_file: Path | None) -> ssl.SSLContext:
    """Verifies certificate and host name, against `ca_file` alone where one is given. Raises ConfigError."""
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # an SSLError is one, too
        reason = "holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        raise ConfigError(f"ca_file {ca_file}: {reason}") from error
