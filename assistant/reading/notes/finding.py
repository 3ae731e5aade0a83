"""Whether a line, a sentence or a clause is a task: the readers of one form each, the surest asked first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.reading.dates import Moment
from assistant.reading.notes import tasks, unnamed
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.promises import prose
from assistant.reading.notes.task import Task
from assistant.reading.notes.when import has_date

_TOPIC = re.compile(r"^(?P<topic>[^:.!?→=>]{2,48}?)\??(?::|\s(?:=>|→|->))\s+(?P<rest>\S.*)$")
# "His advice: meet customers next week."
_VIEW = re.compile(
    r"\b(?:advice|tips?|lessons?|ideas?|says?|said|thinks?|suggests?|suggestion|recommends?|warns?|views?"
    r"|opinion|rules?)\b",
    re.IGNORECASE,
)
_OF_NOW = re.compile(r"\b(?:today|yesterday)['’]s\b", re.IGNORECASE)  # "I report today's meeting"
DEEPEST = 2  # topics before a task: "Prices -> outcome: Ada to ask"


@dataclass(frozen=True, slots=True)
class Finder:
    """many: minutes of many, where only marks and the names of the two count. marks: the writer marks actions.

    spoken: a talk written down. assigned: the writer's own name stands before lines, so that names before lines say
    whose they are."""

    names: Cast
    moment: Moment
    spoken: bool
    many: bool
    marks: bool
    assigned: bool = False

    def task(self, text: str, speaker: str, *, arrow: bool = False) -> Task | None:
        """The task that a sentence or clause is, or None. speaker: whose words, or "". arrow: its bullet."""
        dated = self.dated(text)
        found = tasks.marked(text, self.names, many=self.many) or prose(text, self.names, speaker=speaker, dated=dated)
        if found is None:
            found = self._of_speaker(text, speaker) if speaker else self.by_name(text, item=False)
        if found is None and not (self.many or self.spoken):
            found = self._behind_topic(text, dated=dated)
        if found is None:
            found = self._unnamed(text, arrow=arrow, dated=dated)
        return found if found and self.counts(found) else None

    def by_name(self, text: str, *, item: bool) -> Task | None:
        """The task of a line with its owner beside it; None for none."""
        if self.spoken or (self.many and not self._names_one(text)):
            return None
        found = tasks.by_name(text, self.names, item=item, dated=self.assigned or self.dated(text))
        return found if found and self.counts(found) else None

    def aside(self, text: str) -> Task | None:
        """The promise that words in brackets are; None for none."""
        found = None if self.many else prose(text, self.names, speaker="")
        return found if found and self.counts(found) else None

    def counts(self, found: Task) -> bool:
        """Marks win over guesses; among many people only marks and names of the two count."""
        if found.marked:
            return True
        if self.many:
            return self.names.names(found.text, found.owner)
        return found.said or not self.marks

    def dated(self, text: str) -> bool:
        """Whether words name a day; among many nobody asks."""
        return not self.many and has_date(_OF_NOW.sub(" ", text), self.moment)

    def _names_one(self, text: str) -> bool:
        return self.names.names(text, "me") or self.names.names(text, "mentor")

    def _of_speaker(self, text: str, speaker: str) -> Task | None:
        said = unnamed.dropped_subject(text) if speaker in {"me", "mentor"} else None
        return replace(said, owner=speaker) if said else None

    def _unnamed(self, text: str, *, arrow: bool, dated: bool) -> Task | None:
        """What names nobody, or "I" in a present tense that a day or an arrow makes a promise."""
        said = None if self.many else unnamed.present(text, self.names)
        if said and (arrow or dated):
            return said
        if self.spoken:
            return None
        found = unnamed.dropped_subject(text) or unnamed.bare(text, dated=dated)
        if found is None and arrow and not self.many:
            found = tasks.listed(text, self.names)
            found = found if found.owner and tasks.is_taskish(found.text, dated=dated) else None
        return found

    def _behind_topic(self, text: str, *, dated: bool) -> Task | None:
        """ "Prices: Ada to ask", "24 Nov: I send it": words behind a topic; behind a name they may be somebody's."""
        match = _TOPIC.match(text)
        for _ in range(DEEPEST):
            if match is None:
                return None
            is_name = match["topic"].istitle() and not re.search(r"\d", match["topic"])
            if is_name and re.match(r"i\b|i'", match["rest"], re.IGNORECASE):
                return None
            if found := prose(match["rest"], self.names, speaker="", dated=dated):
                return replace(found, text=text, words=text)
            if (
                dated
                and not _VIEW.search(match["topic"])
                and self.dated(match["rest"])
                and unnamed.bare(match["rest"], dated=True)
            ):
                return Task(text, words=text)
            match = _TOPIC.match(match["rest"])
        return None


def inherited(found: Sequence[Task | None]) -> list[Task | None]:
    """Clauses without a subject are whose the promise before them is: "I'll print it, send it, and file it"."""
    out: list[Task | None] = []
    owner = ""
    for one in found:
        own = replace(one, owner=owner, said=True) if one and owner and not (one.said or one.other) else one
        owner = own.owner if own and own.said else owner
        out.append(own)
    return out
