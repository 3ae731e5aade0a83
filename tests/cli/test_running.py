from __future__ import annotations

import logging
from pathlib import Path

import pytest

from assistant.cli.running import read_again
from assistant.config import load

CONFIG = """\
[assistant]
address = "assistant@example.org"
name = "Robin"
[imap]
host = "127.0.0.1"
security = "none"
password_env = "P"
[[protege]]
name = "Ada"
email = "ada@example.org"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path / "config.toml"


def test_a_changed_configuration_is_taken(path: Path) -> None:
    config = load(path)
    path.write_text(CONFIG.replace("Robin", "Rowan"), encoding="utf-8")
    assert read_again(config).assistant.name == "Rowan"


def test_a_wrong_one_changes_nothing_and_is_told_line_by_line(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = load(path)
    path.write_text(CONFIG.replace("host", "hots"), encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert read_again(config) is config
    assert "line 5: imap.hots is not a key" in caplog.text
