"""Free loopback ports for servers that must be told theirs, and that keep it over a restart."""

from __future__ import annotations

import random
import socket

# Below the range from which the system takes the near ends of connections (32768 and up on Linux): none of these can
# take the port while its server is down for a restart. Each process draws at random, so two runs rarely meet.
LOWEST, HIGHEST = 20_000, 32_000
HOST = "127.0.0.1"


def free_ports(how_many: int) -> list[int]:
    """As many different ports, all free now."""
    drawn = random.SystemRandom().sample(range(LOWEST, HIGHEST), HIGHEST - LOWEST)
    free = (port for port in drawn if is_free(port))
    return [next(free) for _ in range(how_many)]


def is_free(port: int) -> bool:
    """Whether a server could listen there."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True
