from __future__ import annotations

import logging
import os
import select
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import SecretError
from assistant.transport import secrets
from assistant.transport.secrets import password

SECRET = "correct horse"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "imap-password"
    path.write_text(f"{SECRET}\n")
    path.chmod(0o600)
    return path


def command(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_file_is_read_without_its_line_end(file: Path) -> None:
    assert password(password_file=file)() == SECRET
    file.write_bytes(b" spaces count \r\n")
    assert password(password_file=file)() == " spaces count "


def test_a_file_is_read_again_at_each_sign_in(file: Path) -> None:
    ask = password(password_file=file)
    assert ask() == SECRET
    file.write_text("new")
    assert ask() == "new"


def test_a_file_that_others_may_read_is_warned_of_once_and_used(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.chmod(0o644)
    ask = password(password_file=file)
    assert (ask(), ask()) == (SECRET, SECRET)
    assert len(caplog.records) == 1
    assert "may be read by others" in caplog.text
    assert SECRET not in caplog.text


def test_a_private_file_is_not_warned_of(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    password(password_file=file)()
    assert not caplog.records


def test_a_command_gives_it_without_a_shell() -> None:
    assert password(password_command=(*command("import sys; print(sys.argv[1])"), "$HOME; echo x"))() == "$HOME; echo x"


def test_a_failing_command_is_named_without_what_it_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    code = f"import sys; print({SECRET!r}); print({SECRET!r}, file=sys.stderr); sys.exit(3)"
    with pytest.raises(SecretError, match="failed with status 3") as caught:
        password(password_command=command(code))()
    assert SECRET not in str(caught.value)
    assert SECRET not in caplog.text
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_command_that_does_not_end_is_ended_with_its_helpers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(secrets, "TIMEOUT", 1.0)
    told = tmp_path / "pid"
    with pytest.raises(SecretError, match="did not end"):
        password(password_command=("sh", "-c", f"sleep 60 & echo $! > '{told}'; wait"))()
    try:
        helper = os.pidfd_open(int(told.read_text()))
    except ProcessLookupError:
        return
    try:
        assert select.select([helper], [], [], 20)[0], "the helper is still running"
    finally:
        os.close(helper)


def test_a_missing_command_is_named() -> None:
    with pytest.raises(SecretError, match="password_command no-such-program: No such file"):
        password(password_command=("no-such-program", "show", SECRET))()


def test_the_environment_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAP_PASSWORD", "contraseña")
    assert password(password_env="IMAP_PASSWORD")() == "contraseña"
    monkeypatch.delenv("IMAP_PASSWORD")
    with pytest.raises(SecretError, match="IMAP_PASSWORD: the variable is not set"):
        password(password_env="IMAP_PASSWORD")()


def test_a_systemd_credential_gives_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(file.parent))
    assert password(credential="imap-password")() == SECRET
    with pytest.raises(SecretError, match="credential missing"):
        password(credential="missing")()
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(SecretError, match="CREDENTIALS_DIRECTORY is not set"):
        password(credential="imap-password")()


@pytest.mark.parametrize("name", ["../imap-password", "/etc/shadow", ".."])
def test_a_credential_cannot_lead_elsewhere(name: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(file.parent))
    with pytest.raises(SecretError):
        password(credential=name)()


def test_exactly_one_source_must_be_given(file: Path) -> None:
    with pytest.raises(SecretError, match="found none"):
        password()
    with pytest.raises(SecretError, match="found password_file and password_env"):
        password(password_file=file, password_env="X")


def test_a_missing_file_a_folder_and_an_unusable_name_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path, Path("a\0b")):
        with pytest.raises(SecretError, match="password_file"):
            password(password_file=path)()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"two\nlines\n", b"a\0b", b"\xff\xfe", b"x" * (secrets.MOST + 1), b"tab\there", b"bell\x7f"],
)
def test_what_is_no_password_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(SecretError) as caught:
        password(password_file=file)()
    assert content.decode(errors="replace").strip()[:20] not in str(caught.value) or not content.strip()


@given(st.binary(max_size=200))
def test_any_content_gives_a_clean_password_or_a_clear_error(content: bytes) -> None:
    try:
        secret = secrets._checked(content, "password_file x")
    except SecretError as error:
        said = str(error)
    else:
        said = ""
        assert secret
        line_ends = (b"", b"\n", b"\r\n", b"\r")
        assert secret.encode() in [content.removesuffix(end) for end in line_ends]
        assert "\n" not in secret
        assert "\r" not in secret
    assert not said or said.startswith("password_file x: ")


def test_another_users_file_that_may_not_be_read_is_named(file: Path) -> None:
    file.chmod(0)
    if os.geteuid() == 0:
        assert password(password_file=file)() == SECRET  # root reads everything
    else:
        with pytest.raises(SecretError, match="Permission denied"):
            password(password_file=file)()
