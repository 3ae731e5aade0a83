"""Mail that is signed or encrypted: what is signed is opened (nobody checks the signature), what is encrypted is named.

S/MIME (RFC 8551), PGP/MIME (RFC 3156) and text in PGP armour (RFC 9580 §6 and §7).
"""

from __future__ import annotations

import re

from asn1crypto import cms

ENCRYPTED = "encrypted"
TNEF = "packed by Outlook (winmail.dat)"

_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_HEADER = re.compile(r"[A-Z][A-Za-z-]{1,20}: ")
_MARKS = {
    "-----BEGIN PGP SIGNED MESSAGE-----": "head",
    "-----BEGIN PGP SIGNATURE-----": "signature",
    "-----END PGP SIGNATURE-----": "",
    "-----BEGIN PGP MESSAGE-----": "message",
    "-----END PGP MESSAGE-----": "",
}


def is_smime(kind: str) -> bool:
    """Whether a part of this content type is signed data that hides its text, or encrypted."""
    return kind in _SMIME


def signed_content(payload: bytes) -> bytes | None:
    """The mail inside S/MIME signed data (RFC 5652 §5), or None where there is none: it is encrypted, or broken."""
    try:
        envelope = cms.ContentInfo.load(payload)
        if envelope["content_type"].native != "signed_data":
            return None
        inner = envelope["content"]["encap_content_info"]["content"].native
    except Exception:  # noqa: BLE001 - the library raises whatever its fields make of hostile bytes
        return None
    return inner if isinstance(inner, bytes) else None


def why_closed(kind: str, filename: str) -> str:
    """ENCRYPTED or TNEF for a part whose text cannot be read, else ""."""
    if kind == "multipart/encrypted" or is_smime(kind):
        return ENCRYPTED
    return TNEF if kind in _TNEF or filename.lower() == "winmail.dat" else ""


def unarmoured(text: str) -> tuple[str, bool]:
    """Text without its PGP armour, and whether something encrypted was in it. Quoted armour stays as it is."""
    if "-----BEGIN PGP " not in text:
        return text, False
    out: list[str] = []
    state, encrypted = "", False
    for line in text.split("\n"):
        mark = line.rstrip()
        if mark in _MARKS:
            state = _MARKS[mark]
            encrypted = encrypted or state == "message"
            continue
        if state == "head" and not _HEADER.match(line):
            state = "signed"
            if not mark:
                continue
        if state in {"", "signed"}:
            out.append(line.removeprefix("- ") if state else line)
    return "\n".join(out), encrypted
