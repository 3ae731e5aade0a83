"""Words whose kind is known into their place: behind a label, in brackets, below a heading, as a task."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.reading.dates import Moment
from assistant.reading.notes import tasks
from assistant.reading.notes.again import names_next, only_until
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING
from assistant.reading.notes.finding import Finder
from assistant.reading.notes.headings import INLINE, inline_kind, labelled, owner_words, section
from assistant.reading.notes.meets import meets
from assistant.reading.notes.promises import prose
from assistant.reading.notes.sheet import Sheet
from assistant.reading.notes.task import Task
from assistant.reading.notes.turned import by_mentor
from assistant.reading.notes.when import day_of, has_date, only_a_day, says_only_when

_NEXT_OF = re.compile(
    r"next (?!steps?|actions?|tasks?|deadline|milestone|exam|goal|target|week|month|year|quarter|version"
    r"|draft|job|role)"
    r"[\w'-]+(?: [\w'-]+)?\s?[:=]\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"follow[- ]?ups?|next", re.IGNORECASE)
_RESULT = re.compile(r"outcome|result|conclusion", re.IGNORECASE)
# "Agreed: Ada to ask Lee" is to be done; "Resolved: Ada leads the paper" is how it will be.
_MEANT = re.compile(
    r"\b(?:to|will|shall|must|'ll|going|needs?|has|have|should|takes? on|promise[sd]?|offer(?:s|ed)?)\b", re.IGNORECASE
)
LEAST_RESULT = 3  # words of an outcome that is a decision
_ENTRY = re.compile(r",\s+(?:and |then )?(?=(?P<verb>[a-z]+)\s\w)", re.IGNORECASE)
_IF = re.compile(r"(?:if|unless|in case)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\((?P<said>[^()]{6,160})\)")


@dataclass(slots=True)
class Placer:
    """many: minutes of many, where only marks and the names of the two count. marks: the writer marks actions."""

    names: Cast
    moment: Moment
    spoken: bool
    many: bool
    marks: bool
    sheet: Sheet = field(default_factory=Sheet)
    before: str = ""  # the words read last, for "the day before"
    finder: Finder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = Finder(self.names, self.moment, spoken=self.spoken, many=self.many, marks=self.marks)

    def labelled(self, text: str) -> bool:
        """ "My tasks: a; b", "Agreed: …", "next → Tue 10 Feb": what stands behind a heading's words in one line."""
        kind, head, rest = self._label(text)
        if kind not in {"actions", "decisions", "questions", "next"} or (
            kind == "actions" and self._is_mark(text, head)
        ):
            return False
        if kind == "next" and (not has_date(rest, self.moment) or self._is_today(head, rest)):
            return False
        if kind == "actions":
            owner = owner_words(head)
            role = self.names.role(owner)
            other = "" if role else owner
            for part in (one for some in re.split(r"\s*;\s*|(?<=[)\]]),\s+", rest) for one in self._entries(some)):
                if part and not tasks.is_none(part):
                    self.add(tasks.listed(part, self.names, owner=role, other=other))
        else:
            self.under(kind, rest)
        return True

    def _is_today(self, head: str, rest: str) -> bool:
        """Whether a label tells of this meeting: "Date of meeting: 22/10/2026", on that day."""
        return "next" not in head.lower() and day_of(rest, self.moment) == self.moment.today

    def _entries(self, words: str) -> list[str]:
        """The tasks of a list in one line: "chapter 2 by Sunday, book the lab"."""
        out, start = [], 0
        for match in _ENTRY.finditer(words):
            before = words[start : match.start()]
            begins = before.split(maxsplit=1) or [""]
            if match["verb"].lower() in DOING and (begins[0].lower() in DOING or has_date(before, self.moment)):
                out.append(before)
                start = match.end()
        return [*out, words[start:]]

    def _label(self, text: str) -> tuple[str, str, str]:
        """The kind that the words before a colon say, these words, and what stands behind them; "" for no kind."""
        kind, head, rest = labelled(text)
        if not kind and text.startswith(("D: ", "d: ")) and not self.names.role("D"):
            return "decisions", "D", text[2:].strip()
        if kind == "actions" and _FOLLOWS.fullmatch(head) and says_only_when(rest, self.moment):
            return "next", head, rest  # "Follow-up: 3 June, 10:00"
        if not kind and (match := _NEXT_OF.match(text)) and only_a_day(match["rest"], self.moment):
            return "next", "Next", match["rest"]  # "Next waffles: Thursday 4 February"
        when, colon, what = text.rpartition(": ")
        if colon and section(what) == "next" and only_a_day(when, self.moment) and has_date(when, self.moment):
            return "next", what, when  # "11 February, 9 PM: next session"
        if kind == "decisions" and _RESULT.match(head) and len(rest.split()) < LEAST_RESULT:
            return "", "", text  # "Outcome: connected"
        return kind, head, rest

    def _is_mark(self, text: str, head: str) -> bool:
        """Whether a label is a mark that names the owner behind it, as "ACTION: Ada to …" does."""
        return self.many or (not owner_words(head) and tasks.marked(text, self.names, many=self.many) is not None)

    def inline(self, text: str) -> bool:
        """ "Decision: …", "Next: 3 Dec": what stands behind such a word; False where the line begins with none."""
        inline = INLINE.match(text[: tasks.LONGEST])
        if not inline:
            return False
        kind = inline_kind(inline["head"])
        rest = text[inline.start("rest") :].strip()
        if kind == "next" and len(inline["head"].split()) == 1 and not has_date(rest, self.moment):
            return False  # "next: tidy the deck"
        self.under(kind, rest)
        return True

    def meets_too(self, text: str) -> None:
        """The next meeting, where words that are filed elsewhere name it, too."""
        if not self.many and names_next(text) and not only_until(text) and has_date(text, self.moment):
            self.sheet.meet(text, self.moment)

    def under(self, kind: str, text: str) -> None:
        """Words whose kind a heading or label says: "decisions", "questions", "offers", "next", or any other."""
        if kind == "decisions":
            found = prose(text, self.names, speaker="")
            if found and self.finder.counts(found) and (self.finder.dated(text) or _MEANT.search(text)):
                self.add(found)
            elif not tasks.is_none(text):
                self.sheet.decisions.append(text)
                self.meets_too(text)
        elif kind == "questions":
            self.sheet.questions.append(text)
        elif kind == "offers":
            self.add(Task(text, "mentor" if self.names.writer == "me" else "me", marked=True, said=True, words=text))
        elif kind == "next":
            self.sheet.meet(text, self.moment)
        else:
            self.free(text)

    def free(self, text: str) -> None:
        """Words of no known kind."""
        self.sheet.points.append(text)

    def is_next(self, text: str) -> bool:
        """Whether words say when one meets again."""
        if self.many or _IF.match(text):
            return False
        if not names_next(text):
            return meets(text, self.names, self.moment)
        if only_until(text):
            return False  # "write the next one by Wednesday"
        return has_date(text, self.moment) or (text.endswith("?") and not self.sheet.next_meeting)

    def is_appointed(self, text: str) -> bool:
        """Whether a line of its own is no more than a day ahead with its time, and a place: "@ 8 Jan 19:00"."""
        if self.many or self.spoken or self.sheet.next_meeting or not self.sheet.holds_any():
            return False  # before all else it is the day of the talk: "Minerva, Thursday 18:05"
        return meets(text, self.names, self.moment, alone=True)

    def add(self, found: Task) -> None:
        """A task, in the protégé's words."""
        if self.names.writer == "mentor" and found.owner in {"me", "both"}:
            found = by_mentor(found, self.names.mentor or "them")
        self.sheet.add(found, self.before)
        self.names_a_day(found.words)

    def names_a_day(self, text: str) -> None:
        """Keeps words that name a day, for "the day before" in the next ones."""
        if not self.many and has_date(text, self.moment):
            self.before = text

    def inner_owner(self, text: str) -> str:
        """Whose a listed task is by the promise in its brackets: "key for the chapel (Minerva asks the priest)"."""
        said = (self.finder.aside(match["said"]) for match in _ASIDE.finditer(text[: tasks.LONGEST]))
        owners = {found.owner for found in said if found}
        return owners.pop() if len(owners) == 1 else ""

    def aside(self, text: str) -> str:
        """The text without the tasks in brackets, which are filed: "too many channels (Ada to cut them)"."""
        for match in _ASIDE.finditer(text[: tasks.LONGEST]):
            if found := self.finder.aside(match["said"]):
                self.add(found)
                text = text.replace(match[0], " ", 1)
        return text.strip()
