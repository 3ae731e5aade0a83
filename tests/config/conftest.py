"""Configurations as texts, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.config import Config, load
from assistant.errors import ConfigError

WHOLE = """\
[assistant]
address = "assistant@example.org"
[imap]
host = "imap.example.org"
password_file = "imap-password"
[trust]
mode = "authserv"
authserv_id = "mx.example.org"
[[protege]]
name = "Ada Byron"
email = "ada@example.org"
"""

Load = Callable[[str], Config]
Fault = Callable[[str], list[str]]


@pytest.fixture
def whole() -> str:
    """A configuration with nothing but what must be in it."""
    return WHOLE


@pytest.fixture
def loaded(tmp_path: Path) -> Load:
    def go(text: str) -> Config:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return go


@pytest.fixture
def faults(loaded: Load) -> Fault:
    """The lines of the error, without the file's name before them."""

    def go(text: str) -> list[str]:
        with pytest.raises(ConfigError) as caught:
            loaded(text)
        return [re.sub(r"^.*?config\.toml[:,] ", "", line) for line in str(caught.value).splitlines()]

    return go
