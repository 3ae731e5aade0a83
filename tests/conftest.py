"""What all tests share: the servers, each a fixture that starts and ends its own."""

pytest_plugins = ("servers.fixtures",)
