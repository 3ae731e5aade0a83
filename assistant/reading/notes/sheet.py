"""What of the notes has been sorted so far, and the recap's facts that it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.mentoring.facts import NoteAction, Notes
from assistant.reading.dates import Moment, recurrence
from assistant.reading.notes.again import next_cue
from assistant.reading.notes.aims import aim_of
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.task import Task
from assistant.reading.notes.when import day_of, due_of, has_clock, has_date, last_day, start_of

_NEW = re.compile(r"(?:\b(?:so|and|then|but)|[,;])\s+(?:our |the )?$", re.IGNORECASE)
_ELSE = re.compile(
    r"[.;]\s|,? (?:and|but|because|since|so|then|as|who|where|she|he|i|I) |\s(?=[A-Z][a-z]+ (?:is|has|will|was) )"
)
_POINT = re.compile(r"(?<!\d\.\d)(?<!\d\.\d\d)[ .]+$")  # that of "23.6." belongs to the day
_PART = re.compile(r",\s(?=\w+\s(?:makes|is|means)|that|i\.e)|\s(?:which (?:makes it|is|means)|that is|i\.e\.)\s")
_NOT_THEN = re.compile(r",? (?:instead of|rather than|and not|not) (?:the |on )?(?=[\w ]{0,12}\d).*$", re.IGNORECASE)
MOST_MET = 20  # words for the next meeting that are compared
MOST_TIME = 6  # words that are a time of day and no more
MOST_TASKS = 200  # more is no list that a person works through; the rest stays as points


@dataclass(slots=True)
class Sheet:
    """Lines in the writer's own words, in their order."""

    points: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    offers: list[str] = field(default_factory=list)
    tasks: list[tuple[Task, str]] = field(default_factory=list)  # with the words that named a day before
    counted: int = -1  # how many other lines there were when a task came last
    next_meeting: str = ""
    next_dated: bool = False
    met: int = 0  # how often the next meeting was spoken of

    def add(self, task: Task, before: str) -> None:
        if len(self.tasks) < MOST_TASKS:
            self.tasks.append((task, before))
            self.counted = self.count()
        else:
            self.points.append(task.text)

    def due_too(self, words: str) -> bool:
        """Words that only say when, of the task just before them: "Deadline: 16 October"; False where none waits."""
        if not self.tasks or self.count() != self.counted:
            return False
        task, before = self.tasks[-1]
        whole = f"{(task.words or task.text).rstrip(' .')}, {words}"
        self.tasks[-1] = (replace(task, text=f"{task.text.rstrip(' .')}, {words}", words=whole), before)
        return True

    def holds_any(self) -> bool:
        """Whether anything has been sorted yet."""
        return bool(self.tasks) or self.count() > 0

    def count(self) -> int:
        """How many lines are no tasks."""
        return len(self.points) + len(self.decisions) + len(self.questions) + len(self.offers)

    def meet(self, words: str, moment: Moment, *, answers: bool = False) -> None:
        """Words for the next meeting: the first with a date, else the first; better are an answer with a time, and day
        and time after a mere "in June". A time alone joins the day before it: "Tue 26 May", "14.00-15.00"."""
        self.met += 1
        if self.met > MOST_MET and self.next_dated:
            return
        words = self._one_start(_NOT_THEN.sub("", words), moment)
        if (cue := next_cue(words)) and start_of(words, moment) is None and start_of(words[cue.start() :], moment):
            words = words[cue.start() :]
        elif cue and (said := self._first_day(words[cue.start() :], moment)):
            words = said  # "… on 6 October at 10, she is away from the 12th"
        elif cue and _NEW.search(words[: cue.start()]) and has_date(words[cue.start() :], moment):
            words = words[cue.start() :]  # "she is away till the 30th, so next time is September"
        if self._is_its_time(words, moment):
            self.next_meeting = f"{self.next_meeting.rstrip(' ?!,;')}, {words.strip(' .?!')}"
            return
        better = (answers and has_clock(words)) or (self._vague(moment) and start_of(words, moment) is not None)
        dated = has_date(words, moment) and (not self.next_dated or better)
        if dated or not self.next_meeting:
            self.next_meeting, self.next_dated = _POINT.sub("", words.strip()), self.next_dated or dated

    def _one_start(self, words: str, moment: Moment) -> str:
        """The part between commas that says day and time, where all of the words have no one meaning."""
        if start_of(words, moment) is not None or not (parts := _PART.split(words))[1:]:
            return words
        starts = {start_of(part, moment): part for part in parts[:MOST_MET]}
        starts.pop(None, None)
        return next(iter(starts.values())) if len(starts) == 1 else words

    def _first_day(self, words: str, moment: Moment) -> str:
        """The words up to where something else begins, where they say day and time; "" where they do not."""
        end = _ELSE.search(words)
        said = words[: end.start()] if end else ""
        return said if said and start_of(words, moment) is None and start_of(said, moment) else ""

    def _is_its_time(self, words: str, moment: Moment) -> bool:
        """Whether words are the time of day for the day that is known: "5 o'clock", "14.00-15.00"."""
        if not self.next_dated or len(words.split()) > MOST_TIME or has_clock(self.next_meeting):
            return False
        known = day_of(self.next_meeting, moment)
        if known is None or last_day(words, moment) is not None:
            return False
        start = start_of(f"{self.next_meeting}, {words}", moment)
        return start is not None and start.date() == known

    def _vague(self, moment: Moment) -> bool:
        """Whether the words for the next meeting name neither a day nor a rhythm."""
        return day_of(self.next_meeting, moment) is None and not recurrence(in_english(self.next_meeting))

    def notes(self, private: tuple[str, ...], names: Cast, moment: Moment, *, held: date | None = None) -> Notes:
        """All of it as facts; days are found now, when the next meeting is known."""
        meeting = day_of(self.next_meeting, moment)
        own = self._unnamed_are_mine(names)
        found = tuple(_action(task, moment, before, meeting, names, own=own) for task, before in self.tasks)
        return Notes(
            tuple(self.points),
            tuple(self.decisions),
            found,
            tuple(self.offers),
            tuple(self.questions),
            private,
            self.next_meeting,
            start := start_of(self.next_meeting, moment),
            None if start else meeting,
            held=held,
        )

    def _unnamed_are_mine(self, names: Cast) -> bool:
        """Whether the mentor's tasks are told by name and the writer's by none: then the unnamed are the writer's.

        A list that names both leaves one without a name open."""
        tasks = [task for task, _ in self.tasks]
        if any(task.other or (task.marked and task.said and task.owner in {"me", "both"}) for task in tasks):
            return False
        if any(names.names(task.words, "me") for task in tasks):
            return False
        if any(task.owner == "mentor" for task in tasks):
            return True
        return any(not task.owner and names.names(task.text, "mentor") for task in tasks)


def _action(task: Task, moment: Moment, before: str, meeting: date | None, names: Cast, *, own: bool) -> NoteAction:
    text, aim = aim_of(task.text)
    words, _ = aim_of(task.words or task.text)
    day, asks = due_of(words, moment, before=before, meeting=meeting)
    owner = task.owner
    guessed = not owner and not task.other and own
    return NoteAction(text, names.writer if guessed else owner, day, asks, task.other, aim, guessed)
