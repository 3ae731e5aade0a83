from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ConfigError
from assistant.transport.tls import is_loopback, verifying_context


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])
def test_this_machine_is_known_by_its_name(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "::", "10.0.0.1", "localhost.", "localhost.example.org", "127.0.0.1.nip"]
)
def test_nothing_else_is_taken_for_this_machine(host: str) -> None:
    assert not is_loopback(host)


@given(st.text())
def test_any_name_can_be_asked(host: str) -> None:
    assert is_loopback(host) in (True, False)


def test_certificates_and_names_are_verified() -> None:
    context = verifying_context(None)
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_file_without_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.pem").write_text("nothing\n")
    with pytest.raises(ConfigError, match=r"own\.pem: holds no certificate"):
        verifying_context(tmp_path / "own.pem")
