from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import assistant
from assistant.__main__ import main
from assistant.cli.app import hoisted


def here() -> dict[str, str]:
    """The environment of another process that runs this very program."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["run", "--once", "--config", "c"], ["--config", "c", "run", "--once"]),
        (["status", "--config=c", "-v", "ada"], ["--config=c", "-v", "status", "ada"]),
        (["status", "--log-format", "json"], ["--log-format", "json", "status"]),
        (["book", "--", "--config", "c"], ["book", "--", "--config", "c"]),
        (["run", "--config"], ["--config", "run"]),
        ([], []),
    ],
)
def test_the_options_of_every_command_may_stand_anywhere(given: list[str], wanted: list[str]) -> None:
    assert hoisted(given) == wanted


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["fly"], 2, "No such command 'fly'"),
        (["run", "--fast"], 2, "No such option: --fast"),
        (["run", "--once", "--now", "noon"], 2, "'noon' is no time such as 2026-03-03T09:00"),
        (["run", "--now", "2026-03-03T09:00"], 2, "--now needs --once"),
        (["status", "--log-format", "xml"], 2, "'xml' is not one of"),
        (["status"], 1, "no configuration found"),
        (["status", "--config", "none.toml"], 1, "none.toml: cannot be read: No such file or directory"),
    ],
)
def test_an_error_is_one_clear_line(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("assistant: ")
    assert said in err


def test_each_problem_of_a_configuration_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("config.toml").write_text("[assistant]\nadress = 1\n", encoding="utf-8")
    assert main(["status"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert (
        "config.toml, line 2: assistant.adress is not a key that the assistant knows (did you mean address?)"
        in lines[1]
    )
    assert len(lines) > 2


@pytest.mark.parametrize("command", [[], ["run"], ["status"], ["book"], ["check"], ["demo"]])
def test_every_command_explains_itself(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Usage: assistant" in capsys.readouterr().out


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"assistant {assistant.__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from assistant.__main__ import main; main(['--help']); "
        "heavy = {'pydantic', 'icalendar', 'holidays', 'imapclient', 'jinja2', 'tinydb', 'aiosmtplib', 'dkim'}; "
        "sys.exit(', '.join(heavy & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=here())
    assert done.returncode == 0, done.stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    code = "import sys; from assistant.__main__ import main; sys.exit(main(['--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=here()
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


def test_a_fault_of_the_program_is_one_line_without_its_words() -> None:
    code = (
        "import sys; from assistant.__main__ import main; from assistant.cli.app import app\n"
        "@app.command()\ndef crash() -> None:\n    raise ValueError('words of a mail')\n"
        "sys.exit(main(['crash']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=here())
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "please report it: ValueError at <string>:4" in done.stderr
    assert "words of a mail" not in done.stderr
