from __future__ import annotations

import pytest
from servers.fixtures import REQUIRED, not_installed


def test_a_missing_server_skips_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install"):
        not_installed("Dovecot is not installed: apt-get install dovecot-imapd dovecot-lmtpd")


def test_a_missing_server_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="apt-get install"):
        not_installed("Dovecot is not installed: apt-get install dovecot-imapd dovecot-lmtpd")
