from collections.abc import Callable, Iterator

import pytest
from servers.smtp import TrickyServer

from assistant.transport.smtp import SmtpSettings, SmtpSubmission


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
