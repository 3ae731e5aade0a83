"""A certificate for servers on loopback, made for each run."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Certificate:
    """Self-signed, for localhost and 127.0.0.1 unless named otherwise."""

    cert: Path
    key: Path

    def server_side(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.cert, self.key)
        return context


def why_not() -> str | None:
    """Why no certificate can be made here; None when it can."""
    return None if shutil.which("openssl") else "the command openssl is not installed"


def make_certificate(folder: Path, name: str = "localhost", also: str = "DNS:localhost,IP:127.0.0.1") -> Certificate:
    """Writes certificate and key for `name` (and the alternative names `also`) into `folder`."""
    made = Certificate(folder / f"{name}.cert.pem", folder / f"{name}.key.pem")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName={also}"),
            *("-keyout", str(made.key), "-out", str(made.cert)),
        ],
        check=True,
        capture_output=True,
    )
    return made
