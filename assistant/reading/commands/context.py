"""What reading a command needs to know of the moment: people, thread, the mail that is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from assistant.reading.dates import Moment, day_first

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the book: id, name as written there, addresses in lower case."""

    id: str
    name: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The moment of reading.

    now: aware, the moment of writing. zone: the protégé's IANA zone. country: "ES" or "ES-MD", "" unknown.
    protege: their name, for telling it from other text. thread: the id of the person whose thread this is.
    answering: the kind of letter that is answered ("draft", "reattempt", "recap", "digest", "prep", "welcome",
    "goals", "fit", "notes_prompt", "question", "" for none). question: the kind of the open question.
    codes: of drafts that wait. actions, goals: the numbers that are open. new: nobody has been welcomed yet.
    meets: ids of those with whom a meeting is still to come. about: ids of those whom the subject or a line above names
    ("" for somebody just added): a field's line is about them. offers: ids of those whose times wait for a choice.
    terms: what bare terms are here: "propose" under a proposal, "agreed" under what tells of an agreement, else "".
    times: the mail that is answered shows a draft that offers times, so a number is one of them.
    lines: what the recap that is answered says, line by line.
    memo: what was made of a text at this very moment, for a line is read by many; a `replace`d reading begins anew.
    """

    now: datetime
    zone: str = "UTC"
    country: str = ""
    protege: str = ""
    people: tuple[Known, ...] = ()
    thread: str | None = None
    answering: str = ""
    question: str = ""
    codes: tuple[str, ...] = ()
    actions: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    new: bool = False
    meets: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    times: bool = False
    terms: str = ""
    lines: tuple[str, ...] = ()
    memo: dict[tuple[str, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, what: str, text: str, make: Callable[[], _Made]) -> _Made:
        """What `make` makes of a text, made once for each text of a mail. `what`: names the maker."""
        key = (what, text)
        if key not in self.memo:
            self.memo[key] = make()
        made: _Made = self.memo[key]
        return made

    @property
    def moment(self) -> Moment:
        return Moment(self.now, self.zone, day_first(self.country))

    @property
    def prepares(self) -> bool:
        """Whether `ask:` and `idea:` are lines for a meeting: under its brief, or when one is still to come (L31)."""
        whom = self.thread or (self.about[0] if len(self.about) == 1 else None)
        return self.answering == "prep" or (whom in self.meets if whom else bool(self.meets) and not self.about)

    @property
    def under_draft(self) -> bool:
        return self.answering in {"draft", "reattempt", "invite_draft"}
