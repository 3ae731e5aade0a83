"""Each line of notes into its place: by its heading, marker, table or speaker, and in prose by its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.reading.notes import frame, kinds, tables, talk, tasks
from assistant.reading.notes.again import asks_when, begins_next, names_next, proposes
from assistant.reading.notes.aims import behind
from assistant.reading.notes.headings import labelled, section
from assistant.reading.notes.lines import Form, Line
from assistant.reading.notes.modality import CONDITION, LEAD, WISH
from assistant.reading.notes.saying import Sayer
from assistant.reading.notes.sections import (
    SIGNED,
    Section,
    entered,
    goes_on,
    is_bare,
    is_heading,
    is_loose_box,
    lists,
    parts_lists,
)
from assistant.reading.notes.sentences import sentences
from assistant.reading.notes.sheet import Sheet
from assistant.reading.notes.tables import Table
from assistant.reading.notes.when import day_of, has_clock, has_date, says_only_when

_ADVICE = re.compile(r"\b(?:tips?|advice|recommends?|suggests?|always|never|should|lessons?|rules?)\b", re.IGNORECASE)
_LEAD = re.compile(rf"^{LEAD}", re.IGNORECASE)
_AND = re.compile(r"^(?:and|also|then)(?: also)?,?\s", re.IGNORECASE)
_BRACKETED = re.compile(r"\((?P<said>[^()]{4,})\)[.!]?")  # "(agreed: no voice-over)"
_SEMICOLON = re.compile(r";\s+(?:and\s+)?")
_YES = re.compile(r"(?:yes|yep|yeah|ok|okay|right|sure)\b", re.IGNORECASE)
_SAID = frozenset({"decisions", "questions", "next"})
MOST_READ = 24_000  # characters of prose that are looked at sentence by sentence; more are points as they stand
A_LINE = 60  # what a line costs besides its characters, and a sentence at least
MOST_LINES = 1500  # of one text are sorted; more are main points as they stand


@dataclass(slots=True)
class Sorter(Sayer):
    """Goes through the lines in their order, and knows below which heading it is."""

    here: Section = field(default_factory=Section)
    table: Table = field(default_factory=Table)
    wanted: str = ""
    asked_by: str = ""
    proposed: str = ""  # "What about the 27th at noon?"
    closed: bool = False
    read: int = 0

    def sort(self, found: Sequence[Line]) -> Sheet:
        bullets = lists(found)
        loud = [line.text for line in found[:MOST_LINES] if line.text.isupper()]
        capitals = len(loud) * 2 <= len(found) and sum(map(bool, map(section, loud))) > 1
        if not (self.spoken or self.many) and any(
            tasks.is_own(part, self.names)
            for line in found[:MOST_LINES]
            for part in _SEMICOLON.split(line.text[:MOST_READ])
        ):
            self.finder = replace(self.finder, assigned=True)
        for number, line in enumerate(found[:MOST_LINES]):
            following = found[number + 1] if number + 1 < len(found) else None
            if line.form is Form.ROW:
                self._row(line)
                continue
            self.table = Table()
            if number == 0 and self._is_title(line) and not (self.names.role(line.text) and bullets[0]):
                continue
            parted = not self.many and parts_lists(self.here, line, following)
            shouted = capitals and line.text.isupper() and line.form is Form.PROSE and ":" not in line.text
            if (parted or shouted or is_heading(line, following, self.names)) and not (
                number and is_bare(line, following, self.names)
            ):
                self.here = entered(self.here, line, self.names, items=bullets[number], many=self.many)
            else:
                self.here = goes_on(self.here, line, many=self.many)
                self._line(replace(line, text=behind(line.text)))
        self.sheet.points += [line.text for line in found[MOST_LINES:]]
        return self.sheet

    def _is_title(self, line: Line) -> bool:
        """What the notes are of: no point of them, unless it is a task."""
        if (
            frame.is_title(line, self.names)
            or frame.is_talk_of(line, self.names)
            or frame.heads_talk(line, self.names, self.moment)
        ):
            return True
        if not frame.may_be_title(line, self.names):
            return False
        if frame.says_only_a_day(line.text, self.names, self.moment):
            return True
        found = self.finder.task(line.text, "")
        return found is None or not (
            found.marked or tasks.is_taskish(found.text, dated=False) or found.text == line.text
        )

    def _row(self, line: Line) -> None:
        if self.here.name == "done":
            if not any(tables.head_of(cell.strip()) for cell in line.text.split("|")):
                self.sheet.points.append(line.text.strip("| "))
            return
        found = self.table.row(line.text, self.names, listed=self.here.name == "actions")
        if not isinstance(found, str):
            for one in found:
                self.add(one)
            return
        head, _, rest = found.partition(" · ")
        if rest and section(head) in _SAID:  # "Next meeting | 2 June"
            found = f"{head}: {rest.replace(' · ', ', ')}"
        if found and labelled(found)[0] in _SAID:
            self._line(Line(Form.PROSE, found))
        elif found and self.here.name != "skip":
            self._cells(line, found)

    def _cells(self, line: Line, found: str) -> None:
        """A row that is no task as a whole: a cell that is one is filed, the rest is a point."""
        cells = [cell.strip(" *_") for cell in line.text.strip().strip("|").split("|")]
        left: list[str] = []
        self.read += len(line.text) + A_LINE * len(cells)
        for cell in filter(None, cells):
            read = not self.spoken and self.read <= MOST_READ
            task = (self.finder.by_name(cell, item=True) or self.finder.task(cell, "")) if read else None
            if task and task.said:
                self.add(task)
            else:
                left.append(cell)
        if len(left) < len(list(filter(None, cells))):
            found = " · ".join(left)
        if found:
            self.sheet.points.append(found)

    # --- lines

    def _line(self, line: Line) -> None:
        if inner := _BRACKETED.fullmatch(line.text[: tasks.LONGEST]):
            line = replace(line, text=inner["said"])
        text = line.text
        if (
            frame.is_salutation(text)
            or frame.is_of_program(text)
            or (kinds.is_attendance(text) and not self.many)
            or self._is_name_below(line)
        ):
            return
        if line.form is Form.DONE and labelled(text)[0] != "decisions":
            self.sheet.points.append(text)
        elif self.spoken and (said := talk.utterance(text, self.names)):
            self._utterance(said)
        elif not self.labelled(text) and not self.inline(text):
            self._placed(line)

    def _placed(self, line: Line) -> None:
        """By its mark, else by the section that it stands in, else by its own words."""
        text = line.text
        if self.here.name == "done" and line.form is not Form.BOX:
            self.sheet.points.append(text)
            return
        if found := tasks.marked(text, self.names, many=self.many):
            if not tasks.is_none(found.text):
                self.add(found)
                self.meets_too(text)
            return
        boxed = line.form is Form.BOX and not is_loose_box(line, many=self.many)
        listed = boxed or (self.here.name == "actions" and (not self.here.items or line.form is not Form.PROSE))
        if listed and tasks.is_none(text):
            return
        if self.here.name in {"done", "topics"}:
            self.sheet.points.append(text)
        elif (
            self.here.name == "named"
            and (line.form is not Form.PROSE or line.depth > self.here.depth)
            and tasks.is_taskish(text, dated=self.here.owes or self.finder.dated(text))
        ) or (listed and (boxed or not text.endswith("?"))):
            self.here = replace(self.here, owes=self.here.name == "named" and line.form is not Form.PROSE)
            self._listed(line)
        elif self.here.name in {"decisions", "questions", "offers", "next"}:
            self.under(self.here.name, text)
        elif self.here.name != "skip":
            self._free(line)
        elif says_only_when(text, self.moment):  # below "When"
            self.sheet.meet(text, self.moment)

    def _is_name_below(self, line: Line) -> bool:
        """The name below "Best,"."""
        closed, self.closed = self.closed, SIGNED.match(line.text[:40]) is not None
        return self.closed or (closed and len(line.text.split()) <= 3)

    def _listed(self, line: Line) -> None:
        """An entry of a list of actions; "Ask Lee. And book the hall." are two."""
        parts = _SEMICOLON.split(line.text)
        if len(parts) > 1 and all(tasks.is_taskish(part, dated=False) for part in parts):
            for part in parts:
                self._one_listed(replace(line, text=part))
            return
        parts = sentences(line.text) if line.form is not Form.BOX else []
        if len(parts) > 1 and all(tasks.begins_with_verb(_AND.sub("", part)) for part in parts):
            for part in parts:
                self._one_listed(replace(line, text=_AND.sub("", part)))
        else:
            self._one_listed(line)

    def _one_listed(self, line: Line) -> None:
        found = tasks.listed(line.text, self.names, owner=self.here.owner, other=self.here.other)
        if not found.said and (inner := self.inner_owner(line.text)):
            found = replace(found, owner=inner, said=True)
        if not found.said and says_only_when(line.text, self.moment):
            self.sheet.meet(line.text, self.moment)  # "Until next time" / "2 October, 5pm"
            return
        when = not found.said and (line.form is Form.PROSE or begins_next(line.text)) and names_next(line.text)
        if when and has_date(line.text, self.moment):
            self.sheet.meet(line.text, self.moment)
            return
        if line.form is not Form.BOX and CONDITION.match(line.text) and WISH.search(line.text):
            self.sheet.points.append(line.text)  # "If the school run changes, Ada might move it"
            return
        self.add(found)
        self.meets_too(line.text)

    def _free(self, line: Line) -> None:
        left = MOST_READ - self.read
        self.read += len(line.text) + A_LINE
        if left <= 0 or left < len(line.text) <= tasks.LONGEST:
            self.sheet.points.append(line.text)  # in one piece
            return
        if rest := line.text[left:].strip():
            self.sheet.points.append(rest)
        if self.is_appointed(line.text):
            self.sheet.meet(line.text, self.moment)
            return
        text = self.aside(line.text[:left])
        found = self.finder.by_name(text, item=line.form is Form.ITEM)
        if found:
            self.add(found)
            self.meets_too(text)
            return
        said, most = self.with_deadlines(sentences(text)), left // A_LINE + 1
        for sentence in said[:most]:
            self.sentence(sentence, "", arrow=line.arrow)
        self.sheet.points += said[most:]

    # --- talks

    def _same_day(self, text: str) -> bool:
        """ "Let's say 4 March" – "4 March at 10:30 works": the day of the next meeting once more."""
        day = day_of(self.sheet.next_meeting, self.moment) if self.sheet.next_dated else None
        return day is not None and day_of(text, self.moment) == day

    def _answered(self, spoken: list[str], said: talk.Utterance) -> None:
        """The day of the next meeting, where it was just asked for, or proposed and is now accepted."""
        if self.proposed and talk.takes(said) and not (said.role and said.role == self.asked_by):
            self.sheet.meet(self.proposed, self.moment, answers=True)
            for one in filter(has_clock, spoken):  # "Same place Monday?" – "Yep, six in the evening."
                self.sheet.meet(one, self.moment)
        elif self.asked_next or self._same_day(said.text):
            for one in spoken if len(spoken) > 1 and day_of(said.text, self.moment) is None else [said.text]:
                if has_date(one, self.moment):
                    self.sheet.meet(one, self.moment, answers=True)

    def _is_proposed(self, asked: str) -> bool:
        """Whether a question proposes when to meet: "What about the 27th?", "Thursday week at nine?"."""
        if proposes(asked):
            return has_date(asked, self.moment)
        return asked.endswith("?") and says_only_when(asked.rstrip("? "), self.moment)

    def _utterance(self, said: talk.Utterance) -> None:
        spoken = sentences(said.text)
        self._answered(spoken, said)
        taken = talk.accepted(self.wanted, said) if said.role != self.asked_by else None
        if taken and not self.many:
            self.add(taken)
        for sentence in spoken:
            if not (taken and talk.is_same(self.wanted, sentence)):
                self.sentence(sentence, said.role)
        self.asked_next = any(one.endswith("?") and (names_next(one) or asks_when(one)) for one in spoken)
        self.proposed = next((one for one in spoken if self._is_proposed(one)), "")
        self.wanted, self.asked_by = talk.request(spoken), said.role
