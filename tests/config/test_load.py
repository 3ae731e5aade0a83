from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import time
from pathlib import Path

import pytest

from assistant.config import Config, find, load
from assistant.config.numbers import range_of
from assistant.errors import ConfigError
from assistant.mentoring.policy import Policy

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"

LOOPBACK = """\
[assistant]
address = "assistant@example.org"
[imap]
host = "127.0.0.1"
port = 10143
security = "none"
password_env = "SECRET"
[smtp]
port = 10025
[trust]
mode = "open"
[[protege]]
id = "ada"
name = "Ada Byron"
email = "ada@example.org"
"""

Load = Callable[[str], Config]


# --- what is right


def test_what_is_not_said_has_a_default(loaded: Load, tmp_path: Path, whole: str) -> None:
    config = loaded(whole)
    assert config.assistant.name == "Robin"
    assert config.assistant.state == tmp_path / "state"
    assert config.imap is not None
    assert (config.imap.port, config.imap.security) == (993, "tls")
    assert config.imap.username == "assistant@example.org"
    assert config.imap.password_file == tmp_path / "imap-password"
    assert config.policy_for("ada-byron") == Policy()
    assert config.plus_addresses
    assert config.poll_seconds == 60


def test_smtp_takes_from_imap_what_it_does_not_say_but_the_port(loaded: Load, tmp_path: Path, whole: str) -> None:
    smtp = loaded(whole).smtp
    assert (smtp.host, smtp.port, smtp.security) == ("imap.example.org", 465, "tls")
    assert smtp.username == "assistant@example.org"
    assert smtp.password_file == tmp_path / "imap-password"


def test_smtp_with_a_password_of_its_own_takes_none_from_imap(loaded: Load, whole: str) -> None:
    smtp = loaded(
        whole.replace("[trust]", '[smtp]\nhost = "s.example.org"\nport = 587\npassword_env = "P"\n[trust]')
    ).smtp
    assert smtp.password_sources == ("password_env",)
    assert smtp.security == "starttls", "587 says it"


def test_servers_on_this_machine_may_be_plain_and_open(loaded: Load) -> None:
    config = loaded(LOOPBACK)
    assert (config.smtp.host, config.smtp.port, config.smtp.security) == ("127.0.0.1", 10025, "none")
    assert config.trust.mode == "open"


def test_a_maildir_stands_instead_of_imap_and_its_smtp_needs_no_sign_in(loaded: Load, tmp_path: Path) -> None:
    text = re.sub(
        r"(?s)\[imap\].*?\[smtp\]\n",
        '[maildir]\npath = "Maildir"\n[smtp]\nhost = "localhost"\nsecurity = "none"\n',
        LOOPBACK,
    )
    config = loaded(text)
    assert config.imap is None
    assert config.maildir is not None
    assert config.maildir.path == tmp_path / "Maildir"
    assert (config.smtp.username, config.smtp.password_sources) == ("", ())


def test_no_trust_is_no_fault_and_proves_nobody(loaded: Load, whole: str) -> None:
    trust = loaded(re.sub(r"(?s)\[trust\].*?(?=\[\[)", "", whole)).trust
    assert (trust.mode, trust.authserv_id) == ("authserv", "")


def test_a_protege_becomes_the_cores_value(loaded: Load, whole: str) -> None:
    more = 'also = ["Ada@Work.example.org"]\ntimezone = "Europe/Madrid"\ncountry = "ES-MD"\nhours = "8-17:30"\n'
    ada = loaded(f'{whole}{more}digest = 07:15:00\nsend_as = "owner"\n').protege_values()[0]
    assert ada.id == "ada-byron"
    assert ada.addresses == {"ada@example.org", "ada@work.example.org"}
    assert (ada.zone, ada.country) == ("Europe/Madrid", "ES-MD")
    assert (ada.opens, ada.closes, ada.digest_at) == (time(8), time(17, 30), time(7, 15))
    assert ada.send_as_owner


@pytest.mark.parametrize(
    ("name", "id"), [("Zoë Ørsted", "zoe-orsted"), ("  Łukasz  Groß ", "lukasz-gross"), ("O’Neil, Ada", "oneil-ada")]
)
def test_an_id_is_made_of_the_name(name: str, id: str, loaded: Load, whole: str) -> None:
    assert loaded(whole.replace("Ada Byron", name)).proteges[0].id == id


def test_one_proteges_number_wins_over_that_of_all(loaded: Load, whole: str) -> None:
    ben = '[[protege]]\nname = "Ben"\nemail = "ben@example.org"\n'
    config = loaded(
        "[policy]\nhold_minutes = 5\nladder_days = [0, 6, 12, 18, 26, 34, 41]\n"
        f"{whole}[protege.policy]\nhold_minutes = 0\n{ben}"
    )
    assert config.policy_for("ada-byron").hold_minutes == 0
    assert config.policy_for("ben").hold_minutes == 5
    assert config.policy_for("ada-byron").ladder_days == (0, 6, 12, 18, 26, 34, 41)


# --- finding it


def test_the_given_file_wins_then_the_folders_then_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    with pytest.raises(ConfigError, match="no configuration found"):
        find()
    users = tmp_path / "home" / "assistant" / "config.toml"
    users.parent.mkdir(parents=True)
    users.touch()
    assert find() == users
    Path("config.toml").touch()
    assert find() == Path("config.toml")
    assert find(Path("other.toml")) == Path("other.toml")


# --- the example


def test_the_example_is_right_but_for_what_is_its_readers() -> None:
    config = load(EXAMPLE)
    assert config.protege_values()[0].id == "ada"
    assert config.policy == Policy()


def test_the_example_names_every_number_with_its_default() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    for field in fields(Policy):
        default = list(field.default) if isinstance(field.default, tuple) else field.default
        assert re.search(rf"^# {field.name} = {re.escape(str(default))}(?!\S)", text, re.MULTILINE), field.name


def test_the_example_is_right_with_every_key_in_it(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    head, policy = text.split("[policy]\n")
    (tmp_path / "config.toml").write_text(
        f"{head}[policy]\n{re.sub(r'(?m)^# (?=[a-z_]+ = )', '', policy)}", encoding="utf-8"
    )
    assert load(tmp_path / "config.toml").policy == Policy()


@pytest.mark.parametrize("field", fields(Policy), ids=lambda field: field.name)
def test_every_default_is_within_what_is_allowed(field: object) -> None:
    least, most = range_of(field.name)  # type: ignore[attr-defined]
    default = field.default  # type: ignore[attr-defined]
    for number in default if isinstance(default, tuple) else (default,):
        assert least <= number <= most
