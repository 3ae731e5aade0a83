"""`assistant` and `python -m assistant`: whatever goes wrong ends in one clear line, never in a traceback."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from typer.exceptions import Abort, TyperException

from assistant.cli.app import app, hoisted
from assistant.errors import AssistantError

INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command (those of the shell by default) and gives its exit code: 2 for wrong usage, 1 for a failure."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = app(args=hoisted(given), prog_name="assistant", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        return _say(error.format_message(), error.exit_code)
    except AssistantError as error:
        return _say(str(error), 1)
    except (KeyboardInterrupt, Abort):
        return INTERRUPTED
    except BrokenPipeError:  # `assistant status | head`: nobody reads any more; nor may Python's own last flush fail
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:  # a bug of ours: named in one line, in full with -v
        logging.getLogger("assistant").critical("this is a fault of the program, please report it", exc_info=True)
        return 1
    return code if isinstance(code, int) else 0


def _say(message: str, code: int) -> int:
    for line in message.splitlines():
        print(f"assistant: {line}", file=sys.stderr)  # noqa: T201 - the one place where an error is told
    return code


if __name__ == "__main__":
    sys.exit(main())
