from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.parser import BytesParser
from email.utils import format_datetime
from pathlib import Path

import pytest

from assistant.cli.findings import Finding, Mark
from assistant.cli.probes import Postbox, authserv_id, look, make
from assistant.config import Config, load
from assistant.ports import Outcome, Receipt

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)

CONFIG = """\
[assistant]
address = "assistant@example.org"
[imap]
host = "imap.example.org"
password_env = "P"
{more}
[[protege]]
name = "Ada"
email = "ada@example.org"
"""
AUTHSERV = '[trust]\nmode = "authserv"\nauthserv_id = "mx.example.org"'
GENUINE = b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n"


def configured(folder: Path, more: str = AUTHSERV) -> Config:
    path = folder / "config.toml"
    path.write_text(CONFIG.format(more=more), encoding="utf-8")
    return load(path)


def stamp(raw: bytes) -> bytes:
    """What an honest server does: its own result, above all others; what pretends to be its own is removed."""
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = head.replace(b"\r\n ", b" ").split(b"\r\n")
    kept = [line for line in lines if not line.startswith(b"Authentication-Results: mx.example.org")]
    return GENUINE + b"\r\n".join(kept) + b"\r\n\r\n" + body


@dataclass
class Server:
    """Takes mail and shows it again. `does`: what it does to a mail on its way."""

    does: Callable[[bytes], bytes] = stamp
    plus: bool = True
    loses: bool = False
    refuses: str = ""
    clock: datetime = NOW
    held: list[bytes] = field(default_factory=list)

    def submit(self, sender: str, to: str, copies: Sequence[str], raw: bytes) -> Receipt:
        if self.refuses:
            return Receipt(Outcome.REFUSED, self.refuses)
        if not self.loses and ("+" not in to or self.plus):
            received = f"Received: by mx.example.org; {format_datetime(self.clock)}\r\n".encode()
            self.held.append(b"Delivered-To: assistant@example.org\r\n" + received + self.does(raw))
        return Receipt(Outcome.ACCEPTED)

    def copies(self, message_id: str) -> Sequence[bytes]:
        return [raw for raw in self.held if message_id.encode() in raw]

    def close(self) -> None: ...


def examined(config: Config, server: Server) -> dict[str, Finding]:
    passed = [0.0]

    def sleep(seconds: float) -> None:
        passed[0] += seconds

    postbox = Postbox(server, server, "assistant@example.org", patience=10, sleep=sleep, now=lambda: passed[0])
    return {finding.what: finding for finding in look(config, postbox, NOW)}


def test_an_honest_server_is_all_good(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server())
    assert {finding.mark for finding in found.values()} == {Mark.GOOD}
    assert found["authserv-id"].says == "mx.example.org"
    assert found["forged result"].says == "is removed by the server"
    assert found["plus-addresses"].says == "mail to assistant+check@example.org comes"


def test_another_name_than_the_configured_one_is_told(tmp_path: Path) -> None:
    found = examined(configured(tmp_path, AUTHSERV.replace("mx.", "mail.")), Server())
    assert found["authserv-id"].mark is Mark.BAD
    assert 'authserv_id = "mx.example.org"' in found["authserv-id"].do


def test_without_trust_the_name_to_configure_is_found(tmp_path: Path) -> None:
    found = examined(configured(tmp_path, ""), Server())
    assert found["authserv-id"].do == '[trust] mode = "authserv", authserv_id = "mx.example.org"'


def test_a_forged_result_on_top_is_a_danger(tmp_path: Path) -> None:
    below = Server(does=lambda raw: raw.replace(b"\r\n\r\n", b"\r\n" + GENUINE + b"\r\n", 1))
    found = examined(configured(tmp_path), below)
    assert found["forged result"].mark is Mark.BAD
    assert "anybody can pretend" in found["forged result"].says


def test_a_forged_result_below_the_real_one_does_no_harm(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(does=lambda raw: GENUINE + raw))
    assert found["forged result"].mark is Mark.GOOD
    assert "below" in found["forged result"].says


def test_a_server_that_writes_no_results_leaves_it_open(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(does=lambda raw: raw))
    assert found["authserv-id"].mark is Mark.OPEN
    assert found["forged result"].mark is Mark.OPEN


def test_microsoft_writes_results_without_a_name(tmp_path: Path) -> None:
    def nameless(raw: bytes) -> bytes:
        return (
            b"Authentication-Results: spf=pass smtp.mailfrom=example.org; dmarc=pass header.from=example.org\r\n" + raw
        )

    assert (
        examined(configured(tmp_path, '[trust]\nmode = "microsoft365"'), Server(does=nameless))["authserv-id"].mark
        is Mark.GOOD
    )
    assert "microsoft365" in examined(configured(tmp_path), Server(does=nameless))["authserv-id"].do


def test_plus_addresses_that_do_not_work_are_to_be_switched_off(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(plus=False))["plus-addresses"]
    assert (found.mark, found.do) == (Mark.BAD, "plus_addresses = false")
    without = (
        configured(tmp_path, AUTHSERV)
        .path.read_text(encoding="utf-8")
        .replace("[trust]", "plus_addresses = false\n[trust]")
    )
    (tmp_path / "config.toml").write_text(without, encoding="utf-8")
    assert examined(load(tmp_path / "config.toml"), Server(plus=False))["plus-addresses"].mark is Mark.GOOD


def test_mail_that_never_comes_back_is_said_after_the_patience(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(loses=True))
    assert found["mail to ourselves"].mark is Mark.BAD
    assert "authserv-id" not in found


def test_a_server_that_refuses_is_quoted(tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(refuses="550 not you"))
    assert "550 not you" in found["mail to ourselves"].says


@pytest.mark.parametrize(("off", "mark"), [(2, Mark.GOOD), (-2, Mark.GOOD), (20, Mark.BAD), (-20, Mark.BAD)])
def test_a_clock_that_is_off_is_seen_by_the_servers(off: int, mark: Mark, tmp_path: Path) -> None:
    found = examined(configured(tmp_path), Server(clock=NOW + timedelta(minutes=off)))["server's clock"]
    assert found.mark is mark
    assert ("behind" in found.says) == (off == 20)


def test_a_copy_in_sent_is_not_taken_for_the_one_that_arrived(tmp_path: Path) -> None:
    config, server = configured(tmp_path), Server()
    probe = make(config, "assistant@example.org", NOW)
    server.submit("", probe.to, (), probe.raw)
    server.held.insert(0, probe.raw)
    came = Postbox(server, server, "assistant@example.org", patience=0).fetch(probe)
    assert came is not None
    assert came["Delivered-To"] == "assistant@example.org"


def test_a_probe_is_machine_mail_and_forges_only_where_it_should(tmp_path: Path) -> None:
    config = configured(tmp_path)
    plain = BytesParser().parsebytes(make(config, "assistant@example.org", NOW).raw)
    assert plain["Auto-Submitted"] == "auto-generated"
    assert "Authentication-Results" not in plain
    forged = BytesParser().parsebytes(make(config, "assistant@example.org", NOW, forged=True).raw)
    assert authserv_id(forged["Authentication-Results"]) == "mx.example.org"


@pytest.mark.parametrize(
    ("result", "name"),
    [
        ("mx.example.org; spf=none", "mx.example.org"),
        ("mx.example.org 1;\r\n dkim=pass header.d=example.org", "mx.example.org"),
        ("mx.google.com;\r\n       dkim=pass header.i=@example.org header.s=x header.b=ab/cd;", "mx.google.com"),
        ("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=none", ""),
        ("", ""),
        (";;;", ""),
        ("(((", "((("),
    ],
)
def test_the_name_in_a_result_is_read(result: str, name: str) -> None:
    assert authserv_id(result) == name
