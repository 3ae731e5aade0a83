"""A sentence into its place by its own words: a task, a decision, the next meeting, a question, else a point."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.dates import recurrence
from assistant.reading.notes import kinds
from assistant.reading.notes.again import names_next
from assistant.reading.notes.decisions import is_decision, is_labelled, is_plan, is_seal
from assistant.reading.notes.finding import inherited
from assistant.reading.notes.headings import INLINE, inline_kind
from assistant.reading.notes.modality import LEAD
from assistant.reading.notes.placing import Placer
from assistant.reading.notes.sentences import clauses, sentences
from assistant.reading.notes.task import Task
from assistant.reading.notes.when import has_date, is_deadline

_ADVICE = re.compile(r"\b(?:tips?|advice|recommends?|suggests?|always|never|should|lessons?|rules?)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|yep|yeah|ok|okay|right|sure)\b", re.IGNORECASE)
_LEAD = re.compile(rf"^{LEAD}", re.IGNORECASE)


@dataclass(slots=True)
class Sayer(Placer):
    """asked_next: the sentence before asked when to meet."""

    asked_next: bool = False

    def free(self, text: str) -> None:
        for sentence in sentences(text):
            self.sentence(sentence, "")

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

    def sentence(self, text: str, speaker: str, *, arrow: bool = False) -> None:
        if self._says_its_place(text, speaker):
            return
        if is_seal(text) and self.sheet.points:
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
        found = [None if self.is_next(part) else self.finder.task(part, speaker, arrow=arrow) for part in parts]
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

    def _next(self, text: str) -> None:
        if is_decision(text) and recurrence(text):
            self.sheet.decisions.append(text)
        self.sheet.meet(text, self.moment)
        if text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)

    def _sorted(self, parts: list[str], found: list[Task | None]) -> None:
        """The clauses of a sentence that holds a task: each where it belongs."""
        for part, task in zip(parts, found, strict=True):
            if task:
                self.add(task)
            elif self.is_next(part):
                self.sheet.meet(part, self.moment)
            else:
                (self.sheet.decisions if is_decision(part) else self.sheet.points).append(part)
