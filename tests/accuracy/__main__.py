"""How well the assistant reads: `python -m tests.accuracy [FOLDER]` measures it on a folder of corpora.

The folder is laid out like `corpus/` (`reply/ calendar/ text/ commands/`); what is absent is left out.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from accuracy import table
from accuracy.subject import BadCorpus, Subject
from accuracy.verdict import Measure, measures

# The module of each subject: loaded when it is measured, so that one can be worked on while others are.
MODULES = {
    "reply": "replies",
    "forward": "forwards",
    "bounce": "bounces",
    "autoreply": "autoreplies",
    "calendar": "calendars",
    "itip": "itip",
    "probes": "itip_probes",
    "due": "dates",
    "prose": "dates",
    "thirdparty": "dates",
    "zones": "dates",
    "recurrence": "dates",
    "answers": "answers",
    "notes": "notes",
    "minutes": "notes",
    "commands": "commands",
}
DEFAULT = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


def main(arguments: Sequence[str]) -> int:
    """0: measured; 2: nothing to measure, or a corpus that cannot be read."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir():
        return _refused(f"there is no folder {options.folder}")
    try:
        chosen = [subject(name) for name in options.only or MODULES]
        judged = [one.judged(case) for one in chosen for case in one.cases(options.folder)]
    except (BadCorpus, OSError, UnicodeDecodeError) as error:
        return _refused(str(error))
    if not judged:
        asked = ", ".join(one.name for one in chosen)
        return _refused(f"{options.folder} holds nothing to measure for: {asked}")
    found = measures(judged)
    if options.write:
        return _written(options.write, found)
    if options.failures:
        _print(*table.failures(judged))
    elif options.json:
        _print(table.as_json(found))
    elif options.markdown:
        _print(*table.markdown(found))
    else:
        _print(*table.lines(found, judged))
    return 0


def subject(name: str) -> Subject[Any]:
    """A subject by its name."""
    module = importlib.import_module(f"accuracy.{MODULES[name]}")
    found: tuple[Subject[Any], ...] = getattr(module, "SUBJECTS", None) or (module.SUBJECT,)
    return next(one for one in found if one.name == name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, help="a folder of corpora (%(default)s)")
    parser.add_argument("--only", action="append", choices=list(MODULES), help="this subject alone")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--failures", action="store_true", help="list every row that failed")
    shape.add_argument("--json", action="store_true", help="print the figures as JSON")
    shape.add_argument("--markdown", action="store_true", help="print the table as Markdown, with the peers")
    shape.add_argument("--write", type=Path, metavar="PAGE", help="put that table into a page such as docs/accuracy.md")
    return parser


def _written(page: Path, found: list[Measure]) -> int:
    try:
        page.write_text(table.rewritten(page.read_text("utf-8"), found), "utf-8")
    except (OSError, ValueError) as error:
        return _refused(f"{page}: {error}")
    return 0


def _refused(why: str) -> int:
    sys.stderr.write(f"accuracy: {why}\n")
    return 2


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
