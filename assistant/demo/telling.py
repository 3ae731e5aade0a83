"""Telling the story: each mail on the terminal as it goes by and as a file, and captions between them."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from assistant.demo import people
from assistant.demo.people import Person
from assistant.demo.postbox import ASSISTANT, Passed
from assistant.errors import AssistantError

MARK = ".made-by-the-assistant-demo"
ROBIN = Person("Robin", ASSISTANT, "UTC")
COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
_OURS = re.compile(r"\d{3}-[a-z0-9-]*\.eml|index\.html")


@dataclass(frozen=True, slots=True)
class Caption:
    """A line between two mails; a check is a promise of the story that held."""

    text: str
    is_check: bool = False


Entry = Passed | Caption


@dataclass(slots=True)
class Teller:
    """Tells to a terminal and into a folder. `pause`: seconds between two mails."""

    out: Path
    pause: float
    cast: Sequence[Person]
    console: Console
    entries: list[Entry] = field(default_factory=list)

    def open(self) -> None:
        """Makes the folder ready. AssistantError where it holds anything that no demo made."""
        made_by_us = (self.out / MARK).is_file()
        try:
            if self.out.is_dir() and not made_by_us and any(self.out.iterdir()):
                raise AssistantError(f"{self.out} holds other files: name another folder with --out")
            self.out.mkdir(parents=True, exist_ok=True)
            (self.out / MARK).touch()
            for old in self.out.iterdir():
                if _OURS.fullmatch(old.name):
                    old.unlink()
        except OSError as error:
            raise AssistantError(f"{self.out} cannot be written: {error.strerror or error}") from error

    def caption(self, text: str) -> None:
        self.entries.append(Caption(text))
        self.console.print()
        self.console.rule(f"[bold]{escape(text)}[/bold]", style="dim")

    def check(self, text: str) -> None:
        said = text[:1].upper() + text[1:]
        self.entries.append(Caption(said, is_check=True))
        self.console.print(f"  [green]✓[/green] [dim]{escape(said)}[/dim]")

    def mail(self, passed: Passed) -> None:
        self.entries.append(passed)
        (self.out / self.file_name(passed)).write_bytes(passed.raw)
        self.console.print(self._panel(passed))
        if self.pause:
            time.sleep(self.pause)

    def file_name(self, passed: Passed) -> str:
        """ "007-robin-to-ada.eml" """
        return f"{passed.number:03}-{_slug(self.who(passed))}-to-{_slug(self.whom(passed)[0])}.eml"

    def who(self, passed: Passed) -> str:
        """Who wrote it, as its From says: in Ada's name, also where the assistant posts it."""
        name = str(passed.mail["From"]).partition("<")[0].strip(' "')
        return name.split()[0] if name else passed.sender

    def whom(self, passed: Passed) -> list[str]:
        """First names of the envelope's recipients, the main one first."""
        known = {p.email: p.first_name for p in self.cast}
        return [known.get(address, ROBIN.first_name) for address in passed.to]

    def _panel(self, passed: Passed) -> Panel:
        first, *copies = self.whom(passed)
        local = self.cast[0].local(passed.at)
        text, quoted = people.parted(people.shortened(people.text_of(passed.mail)))
        body = Text(text)
        body.highlight_regex(r"(?m)^\[[^\]\n]+\](?:  \[[^\]\n]+\])*$", "bold")
        if quoted:
            body.append("\n\n(the mail that is answered, quoted)", style="dim")
        for name in people.attachments(passed.mail):
            body.append(f"\n\n+ {name}", style="dim")
        colour = self.colour(passed)
        title = f"[bold]{escape(self.who(passed))}[/bold] → [bold]{escape(first)}[/bold]"
        title += f" [dim](copy: {escape(', '.join(copies))})[/dim]" if copies else ""
        head = Text(f"{passed.mail['Subject']}\n\n", style="bold")
        return Panel(
            head + body,
            title=title,
            title_align="left",
            subtitle=f"[dim]{local:%a} {local.day} {local:%b %Y} {local:%H:%M}[/dim]",
            subtitle_align="right",
            border_style=colour,
            padding=(1, 2),
            width=min(self.console.width, 100),
        )

    def colour(self, passed: Passed) -> str:
        names = [ROBIN.first_name, *(p.first_name for p in self.cast)]
        who = self.who(passed)
        return COLOURS[names.index(who) % len(COLOURS)] if who in names else "white"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "nobody"
