"""The command line: what can be called, and with which options. What a command does stands in a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.logs import LogFormat, set_up

if TYPE_CHECKING:
    from assistant.config import Config

app = typer.Typer(
    name="assistant",
    help="An assistant with an e-mail address, through which a protégé drives a mentoring relationship.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

WITH_VALUE = ("--config", "--log-format")
ALONE = ("-v", "--verbose")


@dataclass(frozen=True, slots=True)
class Given:
    """The options that every command has."""

    config: Path | None
    verbose: bool

    def load(self) -> Config:
        from assistant import config

        return config.load(config.find(self.config))


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The options of every command may stand anywhere: this puts them first, where Typer wants them."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word in WITH_VALUE:
            first += [word, *([value] if (value := next(waiting, None)) is not None else [])]
        elif word in ALONE or word.startswith(tuple(f"{option}=" for option in WITH_VALUE)):
            first.append(word)
        else:
            rest.append(word)
    return first + rest


def _version(*, wanted: bool) -> None:
    if wanted:
        from assistant import __version__

        typer.echo(f"assistant {__version__}")
        raise typer.Exit


def _moment(text: str) -> datetime:
    """A date and a time; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no time such as 2026-03-03T09:00 or 2026-03-03T09:00+01:00") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@app.callback()
def common(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The configuration; else ./config.toml, else $XDG_CONFIG_HOME/assistant/config.toml.",
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more in the log.")] = False,
    log_format: Annotated[LogFormat, typer.Option(help="How the log is written, on stderr.")] = LogFormat.TEXT,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=lambda value: _version(wanted=value), help="Say which.")
    ] = False,
) -> None:
    del version
    set_up(log_format, verbose=verbose)
    context.obj = Given(config, verbose)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where every mail is left to look through.")] = Path(
        "demo-out"
    ),
    pause: Annotated[float, typer.Option(min=0, max=60, metavar="S", help="Seconds between two mails.")] = 0.0,
) -> None:
    """Play a whole story on this machine, with servers of its own: nothing leaves it."""
    from assistant.cli.playing import play

    raise typer.Exit(play(out, pause))


@app.command()
def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="One full cycle, then stop.")] = False,
    now: Annotated[
        datetime | None,
        typer.Option(parser=_moment, metavar="TIME", help="The assistant's clock, with --once; no zone is UTC."),
    ] = None,
) -> None:
    """Be the daemon: read the mailbox, do what is due, deliver what may leave."""
    if now is not None and not once:
        raise typer.BadParameter("--now needs --once: a daemon's clock cannot stand still")
    config = context.obj.load()
    from assistant.cli.running import run as start

    raise typer.Exit(start(config, once=once, now=now))


@app.command()
def check(context: typer.Context) -> None:
    """Look whether everything is as it must be, and say what to do where it is not."""
    from assistant.cli.check import check as look

    raise typer.Exit(look(context.obj.config))


@app.command()
def status(
    context: typer.Context,
    protege: Annotated[str | None, typer.Argument(metavar="[PROTEGE]", help="Only this one: id or address.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False,
) -> None:
    """Show people and their stage, what waits, and what is due next."""
    config = context.obj.load()
    from assistant.cli.status import status as show

    show(config, protege, as_json=as_json)


@app.command()
def book(
    context: typer.Context,
    protege: Annotated[str, typer.Argument(metavar="PROTEGE", help="Whose: id or address.")],
    log: Annotated[bool, typer.Option("--log", help="What was done, when, and by which rule.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False,
) -> None:
    """Show one book: everything that the assistant knows of one protégé."""
    config = context.obj.load()
    from assistant.cli.status import book as show

    show(config, protege, log=log, as_json=as_json)
