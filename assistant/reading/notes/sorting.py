"""Each line of notes into its place: by its heading, marker, table or speaker, and in prose by its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.reading.dates import Moment, recurrence
from assistant.reading.notes import kinds, talk, tasks, unnamed
from assistant.reading.notes.aims import behind
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import INLINE, inline_kind
from assistant.reading.notes.lines import Form, Line
from assistant.reading.notes.sections import SIGNED, Section, entered, goes_on, is_heading, is_loose_box, lists
from assistant.reading.notes.sentences import clauses, sentences
from assistant.reading.notes.sheet import Sheet
from assistant.reading.notes.tables import Table
from assistant.reading.notes.tasks import Task
from assistant.reading.notes.turned import by_mentor
from assistant.reading.notes.when import has_date, hints_at_date, names_next

_DECIDED = re.compile(
    r"^(?:we|it was|they|both)?\s?(?:also |have |then |finally )?(?:agreed|decided|settled|resolved|concluded)\b"
    r"|\bwe (?:also |have |then |both |finally )*(?:agreed|decided|settled"
    r"|concluded|set one goal|set a goal|said no|said we|chose|opted)\b"
    r"|\bdecision made\b|^(?:decided|agreed|settled)\b|^wir haben (?:beschlossen"
    r"|entschieden|vereinbart)|^(?:on|nous) (?:a|avons) d[ée]cid[ée]"
    r"|^(?:hemos decidido|acordamos|decidimos|abbiamo deciso|we hebben besloten)",
    re.IGNORECASE,
)
_WE_DO = re.compile(
    r"^we (?:start|keep|stop|focus|go|use|drop|skip|stick|wait|leave|begin"
    r"|continue|postpone|move|try|take|limit|stay|pause)\b(?!.*\?)",
    re.IGNORECASE,
)
_SALUTE = re.compile(
    r"(?:hi|hello|dear|hey|hallo|liebe[r]?|bonjour|hola|ciao|oi)\b(?: [\w.]+){0,3}\s?[,!]", re.IGNORECASE
)
MOST_TITLE = 4  # words
MOST_LINES = 2000  # of one text are sorted; more are main points as they stand


@dataclass(slots=True)
class Sorter:
    """many: minutes of many, where only marks and the names of the two count. marks: the writer marks actions."""

    names: Cast
    moment: Moment
    spoken: bool
    many: bool
    marks: bool
    sheet: Sheet = field(default_factory=Sheet)
    here: Section = field(default_factory=Section)
    table: Table = field(default_factory=Table)
    before: str = ""  # the words read last, for "the day before"
    wanted: str = ""
    asked_by: str = ""
    asked_next: bool = False
    closed: bool = False

    def sort(self, found: Sequence[Line]) -> Sheet:
        bullets = lists(found)
        for number, line in enumerate(found[:MOST_LINES]):
            following = found[number + 1] if number + 1 < len(found) else None
            if line.form is Form.ROW:
                self._row(line)
                continue
            self.table = Table()
            if number == 0 and self._is_title(line):
                continue
            if is_heading(line, following):
                self.here = entered(self.here, line, self.names, items=bullets[number], many=self.many)
            else:
                self.here = goes_on(self.here, line, many=self.many)
                self._line(replace(line, text=behind(line.text)))
        self.sheet.points += [line.text for line in found[MOST_LINES:]]
        return self.sheet

    def _is_title(self, line: Line) -> bool:
        """ "minerva coffee", "Notizen 18.11. mit Minerva": what the notes are of, and no point of them."""
        short = line.form is Form.PROSE and len(line.text.split()) <= MOST_TITLE and line.text[-1:] not in ".!?:"
        return short and self.names.names(line.text, "mentor") and not self._task(line.text, "")

    def _row(self, line: Line) -> None:
        found = self.table.row(line.text, self.names, listed=self.here.name == "actions")
        if isinstance(found, Task):
            self._add(found)
        elif found and self.here.name != "skip":
            self.sheet.points.append(found)

    # --- lines

    def _line(self, line: Line) -> None:
        text = line.text
        if _SALUTE.fullmatch(text) or (kinds.is_attendance(text) and not self.many) or self._is_name_below(line):
            return
        if line.form is Form.DONE:
            self.sheet.points.append(text)
        elif self.spoken and (said := talk.utterance(text, self.names)):
            self._utterance(said)
        elif not self._inline(text):
            self._placed(line)

    def _inline(self, text: str) -> bool:
        """ "Decision: …", "Next: 3 Dec": what stands behind such a word; False where the line begins with none."""
        inline = INLINE.match(text[: tasks.LONGEST])
        if not inline:
            return False
        kind = inline_kind(inline["head"])
        rest = text[inline.start("rest") :].strip()
        if kind == "next" and len(inline["head"].split()) == 1 and not has_date(rest, self.moment):
            return False  # "next: tidy the deck"
        self._under(kind, rest)
        return True

    def _placed(self, line: Line) -> None:
        """By its mark, else by the section that it stands in, else by its own words."""
        text = line.text
        if found := tasks.marked(text, self.names, many=self.many):
            if not tasks.is_none(found.text):
                self._add(found)
                self._meets_too(text)
            return
        boxed = line.form is Form.BOX and not is_loose_box(line, many=self.many)
        listed = boxed or (self.here.name == "actions" and (not self.here.items or line.form is not Form.PROSE))
        if listed and tasks.is_none(text):
            return
        if listed and (boxed or not text.endswith("?")):
            self._listed(line)
        elif self.here.name in {"decisions", "questions", "offers", "next"}:
            self._under(self.here.name, text)
        elif self.here.name != "skip":
            self._free(line)

    def _is_name_below(self, line: Line) -> bool:
        """The name below "Best,"."""
        closed, self.closed = self.closed, SIGNED.match(line.text[:40]) is not None
        return self.closed or (closed and len(line.text.split()) <= 3)

    def _listed(self, line: Line) -> None:
        found = tasks.listed(line.text, self.names, owner=self.here.owner, other=self.here.other)
        if not found.said and line.form is Form.PROSE and names_next(line.text) and has_date(line.text, self.moment):
            self.sheet.meet(line.text, self.moment)
            return
        self._add(found)
        self._meets_too(line.text)

    def _meets_too(self, text: str) -> None:
        if not self.many and names_next(text) and has_date(text, self.moment):
            self.sheet.meet(text, self.moment)

    def _under(self, kind: str, text: str) -> None:
        if kind == "decisions":
            found = tasks.prose(text, self.names, speaker="")
            if found and self._counts(found):
                self._add(found)
            else:
                self.sheet.decisions.append(text)
                self._meets_too(text)
        elif kind == "questions":
            self.sheet.questions.append(text)
        elif kind == "offers":
            self._add(Task(text, "mentor" if self.names.writer == "me" else "me", marked=True, said=True, words=text))
        elif kind == "next":
            self.sheet.meet(text, self.moment)
        else:
            for sentence in sentences(text):
                self._sentence(sentence, "")

    def _free(self, line: Line) -> None:
        item = line.form is Form.ITEM
        found = tasks.by_name(line.text, self.names, item=item) if not self.many or self._names_one(line.text) else None
        if found and self._counts(found):
            self._add(found)
            self._meets_too(line.text)
            return
        for sentence in sentences(line.text):
            self._sentence(sentence, "", arrow=line.arrow)

    def _names_one(self, text: str) -> bool:
        return self.names.names(text, "me") or self.names.names(text, "mentor")

    def _sentence(self, text: str, speaker: str, *, arrow: bool = False) -> None:
        if (inline := INLINE.match(text[:400])) and inline_kind(inline["head"]) != "points":
            self._under(inline_kind(inline["head"]), inline["rest"].strip())
            return
        if self._is_next(text):
            if _DECIDED.search(text) and (recurrence(text) or not self.sheet.next_dated):
                self.sheet.decisions.append(text)
            self.sheet.meet(text, self.moment)
            if text.endswith("?") and not self.spoken:
                self.sheet.questions.append(text)
            return
        parts = clauses(text)
        found = [self._task(part, speaker, arrow=arrow) for part in parts]
        if any(found):
            self._sorted(parts, found)
        elif text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)
        elif _DECIDED.search(text) or _WE_DO.match(text):
            self.sheet.decisions.append(text)
        else:
            self.sheet.points.append(text)
        self._names_a_day(text)

    def _sorted(self, parts: list[str], found: list[Task | None]) -> None:
        """The clauses of a sentence that holds a task: each where it belongs."""
        for part, task in zip(parts, found, strict=True):
            if task:
                self._add(task)
            else:
                (self.sheet.decisions if _DECIDED.search(part) else self.sheet.points).append(part)

    def _is_next(self, text: str) -> bool:
        if self.many or not names_next(text):
            return False
        return has_date(text, self.moment) or (text.endswith("?") and not self.sheet.next_meeting)

    def _task(self, text: str, speaker: str, *, arrow: bool = False) -> Task | None:
        found = tasks.marked(text, self.names, many=self.many) or tasks.prose(text, self.names, speaker=speaker)
        if found is None and not self.many and (said := unnamed.present(text, self.names)):
            found = said if arrow or has_date(text, self.moment) else None
        if found is None and not self.spoken:
            found = unnamed.dropped_subject(text) or unnamed.bare(text)
            if found is None and arrow and not self.many:
                found = tasks.listed(text, self.names)
                found = found if found.owner else None
        return found if found and self._counts(found) else None

    def _counts(self, found: Task) -> bool:
        """Marks win over guesses; among many people only marks and names of the two count."""
        if found.marked:
            return True
        if self.many:
            return self.names.names(found.text, found.owner)
        return found.said or not self.marks

    def _add(self, found: Task) -> None:
        if self.names.writer == "mentor" and found.owner in {"me", "both"}:
            found = by_mentor(found, self.names.mentor or "them")
        self.sheet.add(found, self.before)
        self._names_a_day(found.words)

    def _names_a_day(self, text: str) -> None:
        if not self.many and hints_at_date(text):
            self.before = text

    # --- talks

    def _utterance(self, said: talk.Utterance) -> None:
        spoken = sentences(said.text)
        if self.asked_next and has_date(said.text, self.moment):
            self.sheet.meet(said.text, self.moment)
        self.asked_next = any(one.endswith("?") and names_next(one) for one in spoken)
        taken = talk.accepted(self.wanted, said) if said.role != self.asked_by else None
        if taken and not self.many:
            self._add(taken)
        for sentence in spoken:
            if not (taken and sentence is spoken[0]):
                self._sentence(sentence, said.role)
        self.wanted, self.asked_by = talk.request(spoken), said.role
