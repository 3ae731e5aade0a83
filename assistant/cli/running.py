"""`assistant run`: the daemon, or one cycle of it."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import datetime

from assistant import bootstrap
from assistant.config import Config, load
from assistant.errors import ConfigError

log = logging.getLogger(__name__)


def run(config: Config, *, once: bool, now: datetime | None) -> int:
    """Gives the exit code: after one cycle 1 when something failed and will be tried again, else 0."""
    while True:
        with closing(bootstrap.build(config, now=now)) as assistant:
            if once:
                return 0 if assistant.run_once() else 1
            if not assistant.run_forever():
                return 0
        config = read_again(config)


def read_again(config: Config) -> Config:
    """The configuration as it is now in its file; the old one where the new one is wrong: a daemon goes on."""
    try:
        changed = load(config.path)
    except ConfigError as error:
        for line in str(error).splitlines():
            log.error("the configuration is as before: %s", line)  # noqa: TRY400 - one clear line each
        return config
    log.info("the configuration was read again")
    return changed
