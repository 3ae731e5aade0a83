"""Who sent this? Whether the one address in From is proven, by what our own server says or by a signature we verify.

The rules are those of `mail.md`, "Who sent this?", 1 and 2. Whatever is odd is "not proven": a forger gets nothing,
and an odd provider costs one tap ("was this you?").

- `Authserv`: only the topmost Authentication-Results counts, and only with the pinned authserv-id (RFC 8601 §5: our
  server puts its own on top and removes forged ones). dmarc=pass for exactly From's domain, or an aligned dkim=pass.
- `Microsoft365`: Exchange Online writes no authserv-id, so nothing can be pinned. It stamps every mail at its boundary,
  on top; a topmost field that does have an id is then not its own and proves nothing. The same verdicts count;
  compauth alone does not (it passes on SPF or reputation), and compauth=fail vetoes. X-MS-Exchange-Organization-*
  is removed from mail that comes in, so `AuthAs: Internal` would be proof of a colleague's sign-in, but connectors of
  printers and old servers get it too: it is not used.
- `Dkim`: for servers that stamp nothing. The signature covers every From, To, Cc, Subject, Date and Message-ID of the
  mail, has no `l=`, is not SHA-1, and its domain is aligned. Content-Type need not be: large senders do not sign it.

Relaxed alignment (RFC 7489 §3.1) wants a public suffix list. Without one: d= is From's domain, or a parent of it with
at least two labels that does not look like a registry's ("co.uk", "com.au", "github.io").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import authres
import dkim

from assistant.mentoring.facts import Address
from assistant.reading.mime.headers import Headers

MOST_RESULTS = 8000  # characters of one Authentication-Results
MOST_SIGNATURES = 5

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]"
_PLAIN = re.compile(rf"{_ATOM}+(?:\.{_ATOM}+)*@(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')
_REGISTRY_LABELS = frozenset({
    "ac", "asn", "co", "com", "edu", "gen", "go", "gob", "gouv", "gov", "gv", "id", "idv", "ltd", "me", "mil", "ne",
    "net", "nhs", "nom", "or", "org", "plc", "sch", "web",
})  # fmt: skip
_PLATFORMS = frozenset({
    "github.io", "gitlab.io", "herokuapp.com", "blogspot.com", "azurewebsites.net", "onmicrosoft.com",
    "appspot.com", "netlify.app", "vercel.app", "pages.dev", "workers.dev", "web.app", "firebaseapp.com",
    "cloudfront.net", "amazonaws.com", "duckdns.org", "dyndns.org", "no-ip.org", "uk.com", "us.com", "eu.com",
    "de.com", "eu.org", "myshopify.com", "wordpress.com", "wixsite.com", "fly.dev", "onrender.com",
})  # fmt: skip

Results = list[tuple[str, str, dict[str, str]]]  # method, result, properties ("header.from" -> value)


class Trust(Protocol):
    """A way to prove a sender. `sender` is the mail's one plain From address (`only_sender`)."""

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool: ...


def authenticated(trust: Trust, headers: Headers, raw: bytes) -> bool:
    """Whether From is exactly one plain address, and `trust` proves it. Never raises."""
    sender = only_sender(headers)
    return sender is not None and trust.proves(headers, raw, sender.email)


def only_sender(headers: Headers) -> Address | None:
    """The one plain address of the one From, strictly: no second address in any disguise, nothing broken around it."""
    values = headers.all("from")
    if len(values) != 1 or not headers.sound or len(values[0]) > 1000:
        return None
    bare = _without_comments(_QUOTED.sub(" ", values[0]))
    if bare is None or any(ord(char) < 32 or ord(char) == 127 for char in bare):
        return None
    name, angle, rest = bare.partition("<")
    spot, closed, after = rest.partition(">") if angle else (bare, ">", "")
    spot = spot.strip()
    if not closed or after.strip() or not _PLAIN.fullmatch(spot) or "=?" in spot:
        return None
    if angle and (re.search(r"[,;:<>]", name) or ("@" in name and name.strip().lower() != spot.lower())):
        return None
    return Address(spot.lower())


def _without_comments(value: str) -> str | None:
    """The value without (comments), or None where they are not balanced."""
    out, depth, escaped = list[str](), 0, False
    for char in value:
        if escaped:
            escaped = False
        elif depth and char == "\\":
            escaped = True
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return None
        elif not depth:
            out.append(char)
    return None if depth else "".join(out)


@dataclass(frozen=True, slots=True)
class Authserv:
    """Our server stamps mail under this authserv-id."""

    authserv_id: str

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool:
        del raw
        value = headers.get("authentication-results")
        if len(value) > MOST_RESULTS or not self.authserv_id or self.authserv_id.lower() not in value.lower():
            return False
        try:
            parsed = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {value}")
            if str(parsed.authserv_id).lower() != self.authserv_id.lower():
                return False
            results = [
                (str(r.method), str(r.result), {f"{p.type}.{p.name}".lower(): str(p.value) for p in r.properties})
                for r in parsed.results
            ]
        except Exception:  # noqa: BLE001 - a stranger's bytes in a library: whatever it raises is "no result"
            return False
        return _passes(results, sender)


@dataclass(frozen=True, slots=True)
class Microsoft365:
    """Exchange Online stamps mail, without an authserv-id."""

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool:
        del raw
        results = _results_without_id(headers.get("authentication-results"))
        if results is None or any(method == "compauth" and result != "pass" for method, result, _ in results):
            return False
        return _passes(results, sender)


def _results_without_id(value: str) -> Results | None:
    """`spf=pass (…) smtp.mailfrom=a.example; dkim=pass … header.d=a.example;dmarc=pass action=none header.from=…`.

    None where it begins with an authserv-id or is not of this form.
    """
    bare = _without_comments(value) if value and len(value) <= MOST_RESULTS and '"' not in value else None
    if bare is None:
        return None
    results: Results = []
    for place, segment in enumerate(bare.split(";")):
        pairs = [word.partition("=") for word in segment.split()]
        if not pairs or (place and len(pairs) == 1 and not pairs[0][1]):
            continue  # the receiving domain stands alone in some of them
        if not all(equals and name for name, equals, _ in pairs):
            return None
        (method, _, result), *properties = pairs
        results.append((method.lower(), result.lower(), {name.lower(): text for name, _, text in properties}))
    return results or None


def _passes(results: Results, sender: str) -> bool:
    """dmarc=pass for From's domain, or an aligned dkim=pass while no dmarc says fail. SPF never counts."""
    domain = sender.rpartition("@")[2]
    dmarc = [(result.lower(), values) for method, result, values in results if method.lower() == "dmarc"]
    if len(dmarc) > 1 or any(result == "fail" for result, _ in dmarc):
        return False
    if any(result == "pass" and _domain(values.get("header.from", "")) == domain for result, values in dmarc):
        return True
    signers = [values for method, result, values in results if (method.lower(), result.lower()) == ("dkim", "pass")]
    return any(_is_aligned(_signer(values), domain) for values in signers)


def _signer(values: dict[str, str]) -> str:
    """header.d; a server that names only header.i gives a domain that d= is equal to or a parent of."""
    return _domain(values.get("header.d") or values.get("header.i", ""))


def _domain(value: str) -> str:
    return value.strip().strip("<>").rpartition("@")[2].rstrip(".").lower()


def _is_aligned(signer: str, domain: str) -> bool:
    if not signer or "." not in signer:
        return False
    return signer == domain or (domain.endswith("." + signer) and not _is_registry(signer))


def _is_registry(domain: str) -> bool:
    labels = domain.split(".")
    return domain in _PLATFORMS or (len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _REGISTRY_LABELS)


@dataclass(frozen=True, slots=True)
class Dkim:
    """We verify signatures ourselves. `dns(name, timeout=…)` gives a TXT record's bytes, b"" where there is none."""

    dns: Callable[..., bytes]

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool:
        domain = sender.rpartition("@")[2]
        for place, value in enumerate(headers.all("dkim-signature")[:MOST_SIGNATURES]):
            tags = _tags(value)
            if not _is_aligned(tags.get("d", "").lower(), domain) or not _covers(tags, headers):
                continue
            verified = self._verified(raw, place)  # what the library read, not what we read, is what was verified
            if verified.get("d", "").lower() == tags["d"].lower() and _covers(verified, headers):
                return True
        return False

    def _verified(self, raw: bytes, place: int) -> dict[str, str]:
        try:
            verifier = dkim.DKIM(raw)
            good = verifier.verify(idx=place, dnsfunc=self.dns)
            fields = {name.decode(): "".join(text.decode().split()) for name, text in verifier.signature_fields.items()}
        except Exception:  # noqa: BLE001 - a stranger's bytes in a library: whatever it raises is "not proven"
            return {}
        return fields if good else {}


def _tags(value: str) -> dict[str, str]:
    tags: dict[str, str] = {}
    for part in value.split(";"):
        name, _, text = part.partition("=")
        if name.strip() in tags:
            return {}
        tags[name.strip()] = "".join(text.split())
    return tags


def _covers(tags: dict[str, str], headers: Headers) -> bool:
    """All that we act on is signed, each copy of it: a replay with other recipients or a second Subject fails."""
    signed = tags.get("h", "").lower().split(":")
    if "l" in tags or tags.get("a", "").lower() not in {"rsa-sha256", "ed25519-sha256"}:
        return False
    return "from" in signed and all(_all_signed(name, signed, headers) for name in _SIGNED)


_SIGNED = ("from", "to", "cc", "subject", "date", "message-id")


def _all_signed(name: str, signed: Iterable[str], headers: Headers) -> bool:
    return sum(1 for one in signed if one == name) >= len(headers.all(name))


@dataclass(frozen=True, slots=True)
class Open:
    """Everybody is who they say. Only for servers on loopback: the configuration refuses it elsewhere."""

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool:
        del headers, raw, sender
        return True


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nothing is configured: nobody is proven."""

    def proves(self, headers: Headers, raw: bytes, sender: str) -> bool:
        del headers, raw, sender
        return False
