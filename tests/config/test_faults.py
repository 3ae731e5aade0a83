from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.config import load
from assistant.errors import ConfigError

Fault = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'host = "imap',
            'hots = "imap',
            "line 4: imap.hots is not a key that the assistant knows (did you mean host?)",
        ),
        (
            'host = "imap.example.org"',
            'host = "imap example"',
            "line 4: imap.host must be the name or address of a server",
        ),
        (
            'password_file = "imap-password"',
            "port = 70000",
            "line 5: imap.port must be a whole number from 1 to 65535, not 70000",
        ),
        (
            'password_file = "imap-password"',
            "",
            "line 3: [imap] needs a password: one of password_file, password_command",
        ),
        (
            'password_file = "imap-password"',
            'password = "hunter2"',
            "line 5: imap.password is not a key that the assistant knows (a password never",
        ),
        (
            'password_file = "imap-password"',
            'password_file = "a"\npassword_env = "b"',
            "line 6: imap.password_env is one source of the password too many",
        ),
        (
            'password_file = "imap-password"',
            'oauth = "google"',
            "line 5: imap.oauth is not built in yet: use an app password",
        ),
        (
            'password_file = "imap-password"',
            'password_file = "a"\nsecurity = "none"',
            'line 6: imap.security may be "none" on this machine only',
        ),
        (
            'password_file = "imap-password"',
            'password_file = "a"\nidle = "yes"',
            'line 6: imap.idle must be true or false, not "yes"',
        ),
        (
            'password_file = "imap-password"',
            'password_file = "a"\nca_file = "none.pem"',
            "line 6: imap.ca_file names no file",
        ),
        (
            'mode = "authserv"',
            'mode = "open"',
            'line 7: trust.mode may be "open" only where all servers are on this machine',
        ),
        ('authserv_id = "mx.example.org"', "", "line 6: trust.authserv_id is missing"),
        ('mode = "authserv"', 'mode = "dkim"', 'line 8: trust.authserv_id means nothing with mode = "dkim"'),
        ("[trust]", "[thrust]", "line 6: [thrust] is not a section that the assistant knows (did you mean trust?)"),
        ('name = "Ada Byron"', "", "line 9: protege 1: name is missing"),
        ('name = "Ada Byron"', 'name = "Ada\\nBcc: mallory@example.org"', "line 10: protege 1: name must be a name"),
        ('name = "Ada Byron"', 'name = "愛"', "line 9: protege 1: id is missing"),
        ('name = "Ada Byron"', 'name = "Ada"\nid = "../ada"', "line 11: protege 1: id must be 1 to 41 of"),
        ("ada@example.org", "Ada <ada@example.org>", "line 11: protege 1: email must be a plain e-mail address"),
        (
            "ada@example.org",
            "assistant@example.org",
            "line 11: protege 1: email assistant@example.org is the assistant's own address",
        ),
        (
            "ada@example.org",
            "assistant+ada@example.org",
            "line 11: protege 1: email assistant+ada@example.org is the assistant's own",
        ),
        ("[[protege]]", "[protege]", "line 9: [[protege]] must be written [[protege]]"),
        (
            "[assistant]",
            "[assistant]\nmax_mail_mb = true",
            "line 2: assistant.max_mail_mb must be a whole number of megabytes",
        ),
    ],
)
def test_a_fault_names_its_line_its_key_and_what_is_allowed(
    old: str, new: str, said: str, faults: Fault, whole: str
) -> None:
    assert old in whole
    found = faults(whole.replace(old, new))
    assert [line for line in found if line.startswith(said)], found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('timezone = "Europe/Madird"', "(did you mean Europe/Madrid?)"),
        ('timezone = "../../etc/passwd"', "must be a zone of the IANA list"),
        ('timezone = "Europe"', "must be a zone of the IANA list"),
        ('country = "ES-XX"', "(parts of ES: AN, AR,"),
        ('country = "Spain"', "must be a country"),
        ('hours = "18:00-09:00"', "(it closes before it opens)"),
        ('hours = "9 to 5"', 'such as "09:00-18:00", not "9 to 5"'),
        ('hours = "9:00-25:00"', 'such as "09:00-18:00"'),
        ('also = "ada@work.example.org"', "must be a list of plain e-mail addresses"),
        ('also = ["ada@work", 3]', "must be a list of plain e-mail addresses"),
        ('also = ["ada@example.org"]', "is there already, at protege 1"),
        ('send_as = "ada"', 'must be "assistant" or "owner", not "ada"'),
        ("policy.hold_minutes = -1", "policy.hold_minutes must be a whole number from 0 to 1440, not -1"),
        ("policy.hold_minute = 1", "policy.hold_minute is not a number of the policy (did you mean hold_minutes?)"),
        ("policy.window_opens = 18", "policy.window_opens must be before window_closes (17)"),
        ("policy.ladder_days = [0, 5]", "policy.ladder_days must be 7 whole numbers that start with 0 and rise"),
        ("policy.ladder_days = [0, 5, 5, 17, 25, 33, 40]", "policy.ladder_days must be 7 whole numbers"),
        ("policy = 3", "policy must be a table of numbers, not 3"),
    ],
)
def test_a_proteges_fault_is_said_on_line_12(line: str, said: str, faults: Fault, whole: str) -> None:
    found = faults(f"{whole}{line}\n")
    assert len(found) == 1
    assert found[0].startswith("line 12: protege 1: ")
    assert said in found[0]


def test_all_problems_come_at_once_in_the_files_order(faults: Fault, whole: str) -> None:
    text = whole.replace('"authserv"', '"opn"').replace("ada@", "ada@@").replace("host", "hots")
    assert [line.split(":")[0] for line in faults(text)] == ["line 3", "line 4", "line 7", "line 11"]


def test_a_password_that_stands_in_the_file_is_never_repeated(faults: Fault, whole: str) -> None:
    assert "hunter2" not in "".join(faults(whole.replace('password_file = "imap-password"', 'password = "hunter2"')))


def test_two_proteges_are_two(faults: Fault, whole: str) -> None:
    found = faults(f'{whole}[[protege]]\nname = "Ada-Byron"\nemail = "ADA@example.org"\n')
    assert found == [
        'line 12: protege 2: id "ada-byron" is also that of protege 1: give each an id of its own',
        "line 14: protege 2: email ada@example.org is there already, at protege 1: once is enough",
    ]


def test_an_empty_file_says_what_is_missing(faults: Fault) -> None:
    found = " ".join(faults(""))
    for part in ("[assistant] is missing", "[imap] is missing", "[[protege]] is missing"):
        assert part in found


def test_what_is_no_toml_is_said_with_its_line(faults: Fault) -> None:
    assert faults('[assistant]\naddress = "x\n')[0].startswith("line 2: is not TOML: ")
    assert "is not TOML" in faults("[assistant")[0]


def test_a_file_that_is_missing_or_no_text_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load(tmp_path / "config.toml")
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        load(tmp_path / "config.toml")
