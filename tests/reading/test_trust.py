"""Who sent this? A forged From is proven in no mode."""

from __future__ import annotations

import dkim
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.mime.headers import Headers, cut
from assistant.reading.trust import Authserv, Dkim, Microsoft365, Nobody, Open, authenticated

SERVER = Authserv("mx.example.org")
PASS = b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n"
ADA = b"From: Ada Byron <ada@example.org>\r\n"


def proven(trust: object, block: bytes) -> bool:
    raw = block + b"\r\nSEND\r\n"
    return authenticated(trust, Headers(cut(raw)[0]), raw)  # type: ignore[arg-type]


def results(text: str) -> bytes:
    return f"Authentication-Results: {text}\r\n".encode()


@pytest.mark.parametrize(
    "verdict",
    [
        "mx.example.org; dmarc=pass header.from=example.org",
        "MX.example.org 1; spf=pass smtp.mailfrom=x.example; dmarc=pass (p=none) header.from=Example.ORG",
        "mx.example.org; dkim=pass header.d=example.org header.s=a",
        "mx.example.org; dkim=pass header.i=@example.org",
        "mx.example.org;\r\n dkim=fail header.d=list.example;\r\n dkim=pass header.d=example.org",
    ],
)
def test_our_own_servers_word_proves_the_sender(verdict: str) -> None:
    assert proven(SERVER, results(verdict) + ADA)


@pytest.mark.parametrize(
    "verdict",
    [
        "mx.example.org; spf=pass smtp.mailfrom=ada@example.org",
        "mx.example.org; none",
        "mx.mallory.example; dmarc=pass header.from=example.org",
        "mx.mallory.example (mx.example.org); dmarc=pass header.from=example.org",
        "(mx.example.org) mx.mallory.example; dmarc=pass header.from=example.org",
        "mx.example.org.mallory.example; dmarc=pass header.from=example.org",
        "mx.example.org; dmarc=fail (dmarc=pass header.from=example.org) header.from=example.org",
        "mx.example.org; dmarc=pass header.from=mallory.example",
        "mx.example.org; dmarc=pass header.from=example.org.mallory.example",
        "mx.example.org; dmarc=pass",
        "mx.example.org; dmarc=fail header.from=example.org; dkim=pass header.d=example.org",
        "mx.example.org; dkim=pass header.d=org",
        "mx.example.org; dkim=pass header.d=mallory.example header.i=@example.org",
        'mx.example.org; dkim=pass reason="header.d=example.org" header.d=mallory.example',
        "mx.example.org; dmarc=pass header.from=example.org; dmarc=fail header.from=example.org",
        "mx.example.org; dmarc=bestguesspass header.from=example.org",
        "mx.example.org",
        "mx.example.org; dmarc=pass ((((( header.from=example.org",
        "(" * 9000,
    ],
)
def test_anything_less_proves_nothing(verdict: str) -> None:
    assert not proven(SERVER, results(verdict) + ADA)


def test_a_second_result_header_below_is_not_heard() -> None:
    assert not proven(SERVER, results("mx.example.org; dmarc=fail header.from=example.org") + PASS + ADA)
    assert not proven(SERVER, results("other.example; none") + PASS + ADA)


@pytest.mark.parametrize(
    "sender",
    [
        b"From: ada@example.org <mallory@mallory.example>\r\n",
        b"From: Ada <ada@example.org>, Mallory <mallory@mallory.example>\r\n",
        b"From: Ada <ada@example.org>\r\nFrom: Mallory <mallory@mallory.example>\r\n",
        b"From: Ada <ada@example.org>\r\nfROM : mallory@mallory.example\r\n",
        b"From: Ada <ada@example.org>\r\nFROM: Ada <ada@example.org>\r\n",
        b"From: =?utf-8?q?Ada_=3Cada=40example.org=3E?=\r\n",
        b"From: Ada <=?utf-8?q?ada?=@example.org>\r\n",
        b"From: Ada <ada@example.org> <mallory@mallory.example>\r\n",
        b"From: Group: Ada <ada@example.org>;\r\n",
        b"From: Ada <ada@example.org\0>\r\n",
        b"From: Ada <ada@example.org>\r\nX-Odd: a\rFrom: mallory@mallory.example\r\n",
        b"From: Ada <ada@example.org>\r\nno field at all\r\n",
        b"From: Ada (<ada@example.org>\r\n",
        b"From:\r\n",
        b"Sender: ada@example.org\r\n",
        b"From: <>\r\n",
    ],
)
def test_a_from_that_is_not_exactly_one_plain_address_is_never_proven(sender: bytes) -> None:
    for trust in (SERVER, Open(), Microsoft365()):
        assert not proven(trust, PASS + sender)


@pytest.mark.parametrize(
    "sender",
    [
        b"From: ada@example.org\r\n",
        b'From: "ada@example.org" <ada@example.org>\r\n',
        b"From: ada@example.org <ada@example.org>\r\n",
        b"From: Ada (the, real <one>) <Ada@Example.org>\r\n",
        b"From: =?utf-8?q?Ad=C3=A9?=\r\n <ada@example.org>\r\n",
    ],
)
def test_names_comments_and_folding_do_no_harm(sender: bytes) -> None:
    assert proven(SERVER, PASS + sender)


def test_a_name_that_shows_another_address_proves_only_the_address() -> None:
    block = results("mx.example.org; dmarc=pass header.from=mallory.example")
    assert proven(SERVER, block + b'From: "ada@example.org" <mallory@mallory.example>\r\n')
    assert not proven(SERVER, PASS + b'From: "ada@example.org" <mallory@mallory.example>\r\n')


def test_a_parent_domain_may_sign_but_a_registry_may_not() -> None:
    work = b"From: ada@work.example.org\r\n"
    british = b"From: ada@example.co.uk\r\n"
    assert proven(SERVER, results("mx.example.org; dkim=pass header.d=example.org") + work)
    assert not proven(SERVER, results("mx.example.org; dkim=pass header.d=co.uk") + british)
    assert not proven(SERVER, results("mx.example.org; dkim=pass header.d=notexample.org") + ADA)
    assert not proven(SERVER, results("mx.example.org; dkim=pass header.d=work.example.org") + ADA)


MICROSOFT = (
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=pass (signature was verified) "
    "header.d=example.org;dmarc=pass action=none header.from=example.org;compauth=pass reason=100"
)


def test_microsoft_365_is_heard_in_its_own_form() -> None:
    assert proven(Microsoft365(), results(MICROSOFT) + ADA)
    assert not proven(Microsoft365(), PASS + ADA)
    assert not proven(
        Microsoft365(),
        results(
            MICROSOFT.replace("header.from=example.org", "header.from=x.example").replace(
                "header.d=example.org", "header.d=x.example"
            )
        )
        + ADA,
    )
    assert not proven(Microsoft365(), results(MICROSOFT.replace("compauth=pass", "compauth=fail")) + ADA)
    assert not proven(Microsoft365(), results("spf=pass smtp.mailfrom=example.org;compauth=pass reason=702") + ADA)
    assert not proven(Microsoft365(), ADA)


def test_nobody_is_proven_where_nothing_is_configured() -> None:
    assert not proven(Nobody(), PASS + ADA)
    assert proven(Open(), ADA)


# A key made for this test and used nowhere else.
PRIVATE = b"""-----BEGIN RSA PRIVATE KEY-----
MIICWwIBAAKBgQCySnG9pbeRjq1jT1dzkzOsVk+i7ULRY87+sv+1glJTlYqUf6gt
noGedELeMbBQGx9VrfjYpqaqkbb7VWLc5+zAMb78R+vJtBeqk/jX5OyozJCUBTup
IqGs+G/UZ/mvXCe2tkq36RFA74aJxbgn1yCXsh38kPuVy6BMrLNmZGtGlwIDAQAB
AoGAP0fW+QYBkqM+fVoi4v2jQI7d8ykdJy6ywIoN4oGf8NTJ/A0XRyHURcZkGXMv
bi9CPunhwhvcWfwgIzLaRSf4SmNup4t5SkN8xaR618yUnGXcEDeOHvuBmYouFWjZ
udcTnhzDPnCutOgav/KNio93WuEmNsRIoXSg55zoUa70x2ECQQDZrnKK4SxYDNKC
rQqqhLcikoYch9Q6XWkh1LD1ZSp8c7ZWr62qVstP2rBAyT6exK7jHcsiGJwIb2DB
/DDDONbRAkEA0azns89DwTzq9hiW/PfzqW/iQ+QE36HEga4r7C3OxGpUCI8QUibK
pMVIbglNEsl6ELPs83/DdU/YL5xy0UZw5wJAb+2VE/gINxYQwAR98YPgLrSspMrq
wz/4qN6WRvfHysosvZIDeAy86ciGzCkuO7DiRAGzy0pgIK40UEp+QENfoQJAJM1T
ceUMQGuf1ggk4EvpEbFYpo/sJxBuvFBE11SG+USscUAjHjg+00LpXp71Tznb2fiq
u2aOeRXFnT25jW/uuwJAdCpWaZUiLiKl/ucatp2rF+mV97zM4Lf12aNbWs145apt
u1jht5+FFWaKm+lUPOKdEPfI8iY5kobX3bzxqMoCkA==
-----END RSA PRIVATE KEY-----
"""
PUBLIC = (
    b"MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCySnG9pbeRjq1jT1dzkzOsVk+i7ULRY87+sv+1"
    b"glJTlYqUf6gtnoGedELeMbBQGx9VrfjYpqaqkbb7VWLc5+zAMb78R+vJtBeqk/jX5OyozJCUBTup"
    b"IqGs+G/UZ/mvXCe2tkq36RFA74aJxbgn1yCXsh38kPuVy6BMrLNmZGtGlwIDAQAB"
)


def dns(name: bytes | str, timeout: float = 5) -> bytes:
    name = name.decode() if isinstance(name, bytes) else name
    return b"v=DKIM1; p=" + PUBLIC if name.rstrip(".").endswith("example.org") else b""


MAIL = ADA + b"To: assistant@example.org\r\nSubject: hi\r\nDate: Tue, 3 Mar 2026 09:00:00 +0000\r\n\r\nSEND\r\n"


def signed(mail: bytes = MAIL, domain: bytes = b"example.org", **more: object) -> bytes:
    return bytes(dkim.sign(mail, b"key", domain, PRIVATE, **more)) + mail


def verified(raw: bytes) -> bool:
    return authenticated(Dkim(dns), Headers(cut(raw)[0]), raw)


def test_a_signature_of_the_senders_domain_proves() -> None:
    assert verified(signed())


def test_a_signature_that_leaves_room_does_not() -> None:
    assert not verified(signed(length=True))
    assert not verified(signed(include_headers=[b"from", b"date"]))
    assert not verified(signed(MAIL.replace(b"ada@example.org", b"ada@mallory.example")))
    assert not verified(signed().replace(b"SEND", b"SKIP"))
    assert not verified(b"Subject: SEND\r\n" + signed())
    assert not verified(b"Cc: lee@example.org\r\n" + signed())
    assert not verified(MAIL)


@given(st.text(max_size=200), st.text(max_size=80))
def test_no_header_whatever_raises(verdict: str, sender: str) -> None:
    block = f"Authentication-Results: {verdict}\r\nFrom: {sender}\r\n".encode("utf-8", "replace")
    for trust in (SERVER, Microsoft365(), Dkim(dns)):
        proven(trust, block)
