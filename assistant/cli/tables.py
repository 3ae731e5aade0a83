"""The same data as `report`, for people: Rich tables, times in the protégé's zone."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from assistant.cli.logs import clean
from assistant.cli.report import Json
from assistant.mentoring.book import Book, Note

OPEN_ACTIONS = ("open", "doing")
WIDE = 140  # columns where no terminal says how many it has


def show(what: RenderableType) -> None:
    """Prints for people."""
    Console(highlight=False, width=None if sys.stdout.isatty() else WIDE).print(what)


def status(report: Json, zones: dict[str, str]) -> RenderableType:
    """All protégés, then the mailbox. `zones`: by the protégé's id."""
    parts: list[RenderableType] = []
    for protege in report["proteges"]:
        parts += [of_protege(protege, ZoneInfo(zones.get(protege["id"], "UTC"))), Text()]
    box = report["mailbox"]
    contact = box["last_contact"] or "never"
    counts = f"queue {box['queue']}, set aside {box['aside']}, in doubt {box['in_doubt']}"
    return Group(*parts, Text(f"Mailbox: last contact {contact}, {counts}"))


def of_protege(protege: Json, zone: ZoneInfo) -> RenderableType:
    """One protégé; a part with nothing in it is left out."""
    paused = f" · paused: {protege['paused']}" if protege["paused"] else ""
    people = (
        (
            p["name"],
            p["email"],
            _stage(p),
            _when(p["next"]["at"], zone) if p["next"] else "",
            p["next"]["what"] if p["next"] else "",
        )
        for p in protege["people"]
    )
    drafts = (
        (d["code"], d["person"], d["kind"], d["state"], _when(d["expires"], zone), d["subject"])
        for d in protege["drafts"]
    )
    meetings = (
        (
            _when(m["next"] or m["start"], zone),
            m["with"],
            m["state"],
            ", ".join(f"{a} {s}" for a, s in m["answers"].items()),
        )
        for m in protege["meetings"]
    )
    actions = (
        (str(a["number"]), a["text"], a["owner"] or "—", a["due"] or "—", a["state"])
        for a in protege["actions"]
        if a["state"] in OPEN_ACTIONS
    )
    made: list[Table] = [
        _table("People", ("name", "address", "stage", "next", "what"), people),
        _table("Drafts", ("code", "to", "kind", "state", "expires", "subject"), drafts),
        _table("Meetings", ("when", "with", "state", "answers"), meetings),
        _table("Actions", ("#", "what", "whose", "due", "state"), actions),
    ]
    tables = [table for table in made if table.row_count]
    title = Text(clean(f"{protege['name']} <{protege['email']}> ({protege['id']}){paused}"), style="bold")
    return Group(title, *(tables or (Text("Nobody and nothing yet: the protégé writes “hi” to start."),)))


def of_book(book: Book, protege: Json) -> RenderableType:
    """One book, readable: what `status` shows, and what stands only in the book."""
    zone = ZoneInfo(book.protege.zone)
    goals = ((str(g.number), g.text, g.why) for g in book.goals)
    learnt = ((name, value) for name, value in book.learnt)
    cards = ((p.name, name, value) for p in book.people for name, value in _card(p))
    recaps = ((r.day.isoformat(), _name(book, r.person), " · ".join((*r.points, *r.decisions))) for r in book.recaps)
    reminders = ((str(r.number), r.day.isoformat(), r.text) for r in book.reminders if not r.done)
    made = [
        _table("Goals", ("#", "goal", "why"), goals),
        _table("Told us", ("what", "words"), learnt),
        _table("Cards", ("person", "what", "words"), cards),
        _table("Recaps", ("day", "with", "points and decisions"), recaps),
        _table("Reminders", ("#", "day", "what"), reminders),
    ]
    return Group(of_protege(protege, zone), *(table for table in made if table.row_count))


def log(notes: Iterable[Note], zone: str) -> RenderableType:
    """The journal: when, by which rule, set off by what, in words."""
    at = ZoneInfo(zone)
    return _table(
        "Log", ("when", "rule", "cause", "what"), ((_shown(n.at, at), n.rule, n.cause, n.text) for n in notes)
    )


def _card(person: object) -> Iterable[tuple[str, str]]:
    """The texts of a person's card that are filled in."""
    shown = (
        "why",
        "hope",
        "commitment",
        "becoming",
        "ask",
        "employer",
        "relation",
        "referred_by",
        "greeting",
        "boundaries",
    )
    for name in shown:
        if value := getattr(person, name):
            yield name.replace("_", " "), value
    for remark in getattr(person, "remarks", ()):
        yield "private" if remark.private else "evidence" if remark.evidence else "remark", remark.text


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))  # Text: a name in brackets is no markup
    return table


def _stage(person: Json) -> str:
    aside = person["do_not_contact"] or person["paused"]
    return f"{person['stage']} ({aside})" if aside else str(person["stage"])


def _name(book: Book, id: str) -> str:
    person = book.find_person(id)
    return person.name if person else id


def _when(at: str | None, zone: ZoneInfo) -> str:
    return _shown(datetime.fromisoformat(at), zone) if at else ""


def _shown(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%a %d %b %Y %H:%M")
