"""Signed mail is read; encrypted mail is named."""

from __future__ import annotations

import base64

import pytest
from asn1crypto import cms, core
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Mail
from assistant.reading.message import read as read_with
from assistant.reading.mime.sealed import signed_content, unarmoured
from assistant.reading.trust import Nobody
from tests.reading.test_message import NOW

HEAD = b"From: Ada <ada@example.org>\nTo: assistant@example.org\nSubject: x\nMIME-Version: 1.0\n"
INNER = b'Content-Type: text/plain; charset="utf-8"\n\nSEND\n\nThanks,\nAda\n'
CLEAR = f"""-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

SEND
- --{" "}
Ada
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCgAdFiEE
=abcd
-----END PGP SIGNATURE-----
"""
ARMOUR = "-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n=abcd\n-----END PGP MESSAGE-----\n"


def read(raw: bytes) -> Mail:
    return read_with(raw, NOW, trust=Nobody())


def signed(inner: bytes) -> bytes:
    data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [],
            "encap_content_info": {"content_type": "data", "content": inner},
            "signer_infos": [],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": data}).dump())


def smime(payload: bytes, kind: str) -> bytes:
    head = b"Content-Type: application/pkcs7-mime; smime-type=" + kind.encode() + b"; name=smime.p7m\n"
    return HEAD + head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(payload)


def test_text_inside_signed_data_is_read() -> None:
    mail = read(smime(signed(INNER), "signed-data"))
    assert (mail.new_text, mail.closed) == ("SEND\n\nThanks,\nAda", "")


def test_signed_data_of_indefinite_length_is_read() -> None:
    """RFC 5652 is BER, not DER: Apple Mail and Outlook write the text as pieces whose lengths stand nowhere."""
    octets = b"\x24\x80" + core.OctetString(INNER[:20]).dump() + core.OctetString(INNER[20:]).dump() + b"\0\0"
    encapsulated = b"\x30\x80" + core.ObjectIdentifier("1.2.840.113549.1.7.1").dump() + b"\xa0\x80" + octets + b"\0" * 4
    data = b"\x30\x80" + core.Integer(1).dump() + b"\x31\x00" + encapsulated + b"\x31\x00" + b"\0\0"
    outer = b"\x30\x80" + core.ObjectIdentifier("1.2.840.113549.1.7.2").dump() + b"\xa0\x80" + data + b"\0" * 4
    assert signed_content(outer) == INNER


def test_a_mail_signed_beside_its_text_is_read_and_the_signature_is_no_attachment() -> None:
    body = (
        b'Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"\n\n--b\n'
        + INNER
        + b"\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n"
        + b"--b--\n"
    )
    mail = read(HEAD + body)
    assert (mail.new_text, mail.attachments) == ("SEND\n\nThanks,\nAda", ())


def test_text_in_clear_armour_is_read() -> None:
    mail = read(HEAD + b"\n" + CLEAR.encode())
    assert (mail.new_text, mail.signature, mail.closed) == ("SEND", "-- \nAda", "")


@pytest.mark.parametrize(
    "raw",
    [
        smime(b"\x30\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x03\xa0\x80\0\0\0\0", "enveloped-data"),
        smime(b"nothing of the kind", "signed-data"),
        HEAD + b"\n" + ARMOUR.encode(),
        HEAD
        + b'Content-Type: multipart/encrypted; boundary=b; protocol="application/pgp-encrypted"\n\n--b\n'
        + b"Content-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n"
        + ARMOUR.encode()
        + b"\n--b--\n",
    ],
    ids=["S/MIME", "broken S/MIME", "PGP armour", "PGP/MIME"],
)
def test_encrypted_mail_is_named(raw: bytes) -> None:
    mail = read(raw)
    assert (mail.closed, mail.new_text) == ("encrypted", "")


def test_a_mail_packed_by_outlook_is_named_where_nothing_else_can_be_read() -> None:
    packed = b'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n'
    assert read(HEAD + packed).closed == "packed by Outlook (winmail.dat)"
    mixed = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSEND\n--b\n" + packed + b"--b--\n"
    assert (read(mixed).closed, read(mixed).new_text) == ("", "SEND")
    assert [one.name for one in read(mixed).attachments] == ["winmail.dat"]


def test_quoted_armour_stays_as_it_is() -> None:
    quoted = "".join(f"> {line}\n" for line in CLEAR.splitlines())
    assert unarmoured(quoted) == (quoted, False)


@given(st.binary(max_size=300))
def test_no_bytes_raise(payload: bytes) -> None:
    signed_content(payload)


@given(st.lists(st.sampled_from([*CLEAR.splitlines(), *ARMOUR.splitlines(), "text"])).map("\n".join))
def test_only_what_is_armour_goes(text: str) -> None:
    left, _ = unarmoured(text)
    assert len(left) <= len(text)
    if "-----BEGIN PGP" not in text:
        assert left == text
