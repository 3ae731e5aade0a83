"""Header fields as they leave: each once."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from assistant.writing.headers import WIRE


@pytest.mark.parametrize("name", ["Subject", "To", "Content-Type", "X-Anything"])
def test_a_second_field_of_the_same_name_is_refused(name: str) -> None:
    message = EmailMessage(policy=WIRE)
    message[name] = "text/plain"
    with pytest.raises(ValueError, match=name):
        message[name] = "text/html"
    assert message.get_all(name) == ["text/plain"]
