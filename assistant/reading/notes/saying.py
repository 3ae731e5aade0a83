"""A sentence into its place by its own words: a task, a decision, the next meeting, a question, else a point."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.dates import recurrence
from assistant.reading.notes import kinds
from assistant.reading.notes.again import names_next
from assistant.reading.notes.asked import answered, deed_asked
from assistant.reading.notes.decisions import is_decision, is_labelled, is_plan, is_seal
from assistant.reading.notes.finding import inherited
from assistant.reading.notes.headings import INLINE, inline_kind
from assistant.reading.notes.modality import LEAD
from assistant.reading.notes.placing import Placer
from assistant.reading.notes.sentences import clauses, sentences
from assistant.reading.notes.subjects import role_of
from assistant.reading.notes.task import Task
from assistant.reading.notes.when import has_date, is_deadline

_ADVICE = re.compile(r"\b(?:tips?|advice|recommends?|suggests?|always|never|should|lessons?|rules?)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|yep|yeah|ok|okay|right|sure)\b", re.IGNORECASE)
_LEAD = re.compile(rf"^{LEAD}", re.IGNORECASE)

MOST_DUE = 60  # sentences of a line that may say when the one before them is due
LONG_BEFORE = 60  # characters before words for the next meeting that say something of their own


@dataclass(slots=True)
class Sayer(Placer):
    """asked_next: the sentence before asked when to meet."""

    asked_next: bool = False
    deed: str = ""  # what the sentence before asked who does
    decided: int = 0  # how many lines there were when a decision came last

    def free(self, text: str) -> None:
        for sentence in sentences(text):
            self.sentence(sentence, "")

    def with_deadlines(self, said: list[str]) -> list[str]:
        """Sentences, each with the one behind it that says when it is due: "I make the table. Deadline 11 Dec."."""
        out: list[str] = said[:1]
        for one in said[1:MOST_DUE]:
            whole = f"{out[-1].rstrip(' .')}, {one}" if is_deadline(one, self.moment) else ""
            if whole and not self._is_task(out[-1]) and self._is_task(whole) and not self._is_task(one):
                out[-1] = whole
            else:
                out.append(one)
        return [*out, *said[MOST_DUE:]]

    def _is_task(self, text: str) -> bool:
        return self.finder.task(text, "") is not None

    def _says_its_place(self, text: str, speaker: str) -> bool:
        """Whether a sentence says of itself what it is: "Question: …", "decided then: …", "Deadline: …"."""
        if (inline := INLINE.match(text[:400])) and inline_kind(inline["head"]) != "points":
            self.under(inline_kind(inline["head"]), inline["rest"].strip())
            return True
        if is_labelled(text):
            self._decided(text)
            return True
        if not speaker and (self.labelled(text) or (":" in text[:60] and self.labelled(_LEAD.sub("", text, count=1)))):
            return True  # "ok so my jobs: …"
        return is_deadline(text, self.moment) and self.sheet.due_too(text)

    def _takes_on(self, text: str, speaker: str) -> bool:
        """Whether a sentence says who does what the one before it asked: "Who writes it?" – "I do, till Friday."."""
        asked, self.deed = self.deed, deed_asked(text)
        who, rest = answered(text) if asked else ("", "")
        role = role_of(who, self.names, speaker) if who else ""
        if role and self.sheet.questions and not self.spoken:
            self.sheet.questions.pop()
        if role:
            self.add(Task(f"{asked}, {rest}" if rest else asked, role, said=True, words=rest or asked))
        return bool(role)

    def sentence(self, text: str, speaker: str, *, arrow: bool = False) -> None:
        if self._takes_on(text, speaker) or self._says_its_place(text, speaker):
            return
        if is_seal(text) and (self.sheet.points or self.sheet.decisions):
            if self.sheet.points and self.decided != self.sheet.count():
                self.sheet.decisions.append(self.sheet.points.pop())
            return
        asked, self.asked_next = self.asked_next, text.endswith("?") and names_next(text)
        if asked and not speaker and not self.asked_next and has_date(text, self.moment):
            self.sheet.meet(text, self.moment)
            return
        parts = clauses(text)
        if self.is_next(text) and (len(parts) == 1 or not any(self.finder.task(part, speaker) for part in parts)):
            self._next(text)
            return
        found = self._tasks(text, parts, speaker, arrow=arrow)
        if any(found):
            self._sorted(parts, found)
        elif text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)
        elif is_decision(text) or is_plan(text):
            self._decided(text)
        elif not kinds.is_cheer(text):
            self.sheet.points.append(text)
        self.names_a_day(text)

    def _tasks(self, text: str, parts: list[str], speaker: str, *, arrow: bool) -> list[Task | None]:
        """The tasks that the clauses of a sentence are; a guess gives way to advice and to what was decided."""
        said = [parts[0], *(part.removeprefix("to ") for part in parts[1:])]
        found = [None if self.is_next(part) else self.finder.task(part, speaker, arrow=arrow) for part in said]
        sure = [one if one and (one.said or one.marked) else None for one in found]
        if found[:1] == [None] and _ADVICE.search(text):  # "her tips: rest, ask for help"
            found = sure
        found = inherited(found)
        if is_decision(text) and not any(sure):
            return [None for _ in parts]  # "Offer goes out 1 Dec - decided"
        return found

    def _decided(self, text: str) -> None:
        """A decision, with the question that it answers: "so we drop it, yes?" – "yes, decided, plastic only"."""
        for asked in (self.sheet.decisions, self.sheet.points):
            if _YES.match(text) and asked and asked[-1].endswith("?"):
                text = f"{asked.pop()} – {text}"
        self.sheet.decisions.append(text)
        self.decided = self.sheet.count()

    def _next(self, text: str) -> None:
        if is_decision(text) and recurrence(text):
            self.sheet.decisions.append(text)
        self.sheet.meet(text, self.moment)
        if text.find(self.sheet.next_meeting) > LONG_BEFORE and text not in self.sheet.decisions:
            self.sheet.points.append(text)
        if text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)

    def _sorted(self, parts: list[str], found: list[Task | None]) -> None:
        """The clauses of a sentence that holds a task: each where it belongs."""
        for part, task in zip(parts, found, strict=True):
            if len(parts) > 1 and is_deadline(part, self.moment) and self.sheet.due_too(part):
                continue  # "…, I'll do that by Friday"
            if task:
                self.add(task)
            elif self.is_next(part):
                self.sheet.meet(part, self.moment)
            else:
                (self.sheet.decisions if is_decision(part) else self.sheet.points).append(part)
