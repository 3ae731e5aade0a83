from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from servers.mailboxes import DovecotWorld, EmbeddedWorld, Given, MaildirWorld, World
from servers.smtp import TrickyServer

from assistant.transport.smtp import SmtpSettings, SmtpSubmission

KINDS = ["embedded", "maildir", pytest.param("dovecot", marks=pytest.mark.servers)]


@pytest.fixture(params=KINDS)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    if request.param == "embedded":
        return EmbeddedWorld(request.getfixturevalue("embedded_imap"))
    if request.param == "dovecot":
        return DovecotWorld(request.getfixturevalue("dovecot"))
    return MaildirWorld(tmp_path / "mail")


@pytest.fixture
def given(world: World) -> Iterator[Given]:
    given = Given(world)
    yield given
    given.close()


@pytest.fixture
def server() -> Iterator[TrickyServer]:
    """An SMTP server that does what is right until told otherwise."""
    with TrickyServer() as running:
        yield running


@pytest.fixture
def connect() -> Iterator[Callable[..., SmtpSubmission]]:
    """Makes submissions to a server, in the clear and impatient unless set otherwise, and closes them in the end."""
    made: list[SmtpSubmission] = []

    def make(server: object, **settings: object) -> SmtpSubmission:
        values = {"host": server.host, "port": server.port, "security": "none", "timeout": 5.0, "data_timeout": 5.0}
        made.append(SmtpSubmission(SmtpSettings(**(values | settings))))
        return made[-1]

    yield make
    for submission in made:
        submission.close()
