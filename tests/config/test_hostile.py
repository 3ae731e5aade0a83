"""Whatever stands in the file: a configuration, or ConfigError in clear lines, and nothing else."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.config import Config, load
from assistant.errors import ConfigError

SECTIONS = ["assistant", "imap", "maildir", "smtp", "trust", "policy"]
KEYS = [
    *("address", "name", "state", "templates", "operator", "max_mail_mb", "host", "port", "security", "username"),
    *("password_file", "password_command", "oauth", "ca_file", "folder", "idle", "path", "mode", "authserv_id", "id"),
    *("email", "also", "timezone", "country", "hours", "digest", "send_as", "policy", "hold_minutes", "ladder_days"),
    r'"\u001b[2J\n"',
]
WORDS = [
    "ada@example.org",
    "127.0.0.1",
    "tls",
    "open",
    "09:00-18:00",
    "8",
    "ES-MD",
    "Europe/Madrid",
    "\x00",
    "a\nb",
    "é" * 70,
]
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)).map(
    json.dumps
)
NUMBERS = st.integers(-10, 70_000).map(str) | st.sampled_from(
    ["true", "1.5", "nan", "1979-05-27", "07:32:00", "{}", "[]"]
)
VALUES = TEXTS | NUMBERS | st.lists(TEXTS | NUMBERS, max_size=8).map(lambda found: f"[{', '.join(found)}]")
TABLE = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8).map(
    lambda found: "\n".join(f"{key} = {value}" for key, value in found.items())
)
FILES = st.tuples(st.dictionaries(st.sampled_from(SECTIONS), TABLE), st.lists(TABLE, max_size=3), st.booleans()).map(
    lambda parts: "\n".join(
        [f"[{name}]\n{table}" for name, table in parts[0].items()]
        + [f"[[protege]]\n{table}" for table in parts[1]]
        + (["[protege.policy]\nhold_minutes = 3"] if parts[1] and parts[2] else [])
    )
)


def read(text: str) -> Config | str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            return load(path)
        except ConfigError as error:
            return str(error)


def is_clear(said: Config | str) -> bool:
    """Lines that begin with the file and hold nothing that a terminal would obey."""
    lines = said.split("\n") if isinstance(said, str) else []
    return all("config.toml" in line and line.isprintable() for line in lines)


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    assert is_clear(read(text))


@given(FILES)
def test_any_values_for_the_keys_that_we_know(text: str) -> None:
    assert is_clear(read(text))
