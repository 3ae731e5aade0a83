"""What a server said, as one safe line for the log and the receipt."""

from __future__ import annotations

import base64

import aiosmtplib

MOST = 200  # characters


def clean(text: str) -> str:
    """One line: no control characters, not longer than MOST."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:MOST]


def said(reply: aiosmtplib.SMTPResponse) -> str:
    """`550 5.1.1 no such user`."""
    return clean(f"{reply.code} {reply.message}")


def why(error: BaseException) -> str:
    """What an error of the library or the network comes down to."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return clean(f"{error.code} {error.message}")
    return clean(str(error) or type(error).__name__)


def without_secrets(error: aiosmtplib.SMTPResponseException, username: str, password: str) -> str:
    """The reply to a sign-in; only its code, where our own words come back (`500 "c2Vj…" not recognised`)."""
    plain = f"\0{username}\0{password}"
    secrets = (password, *(base64.b64encode(text.encode()).decode() for text in (password, plain)))
    told = any(secret and secret.lower() in error.message.lower() for secret in secrets)
    return str(error.code) if told else why(error)
