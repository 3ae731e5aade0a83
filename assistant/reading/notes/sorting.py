"""Each line of notes into its place: by its heading, marker, table or speaker, and in prose by its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.reading.dates import Moment, recurrence
from assistant.reading.notes import kinds, talk, tasks
from assistant.reading.notes.aims import behind
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.decisions import is_decision, is_labelled, is_plan
from assistant.reading.notes.finding import Finder, inherited
from assistant.reading.notes.headings import INLINE, inline_kind, labelled, owner_words
from assistant.reading.notes.lines import Form, Line
from assistant.reading.notes.promises import prose
from assistant.reading.notes.sections import SIGNED, Section, entered, goes_on, is_heading, is_loose_box, lists
from assistant.reading.notes.sentences import clauses, sentences
from assistant.reading.notes.sheet import Sheet
from assistant.reading.notes.tables import Table
from assistant.reading.notes.task import Task
from assistant.reading.notes.turned import by_mentor
from assistant.reading.notes.when import has_date, is_deadline, names_next

_ADVICE = re.compile(r"\b(?:tips?|advice|recommends?|suggests?|always|never|should|lessons?|rules?)\b", re.IGNORECASE)
_IF = re.compile(r"(?:if|unless|in case)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\((?P<said>[^()]{6,160})\)")
# "Call with Suresh sir today": what the notes are of, though it begins with a verb.
_TITLE = re.compile(
    r"(?:(?:my|quick|short|the|today's) )?(?:call|chat|talk|meeting|mtg|coffee|lunch|tea|walk|zoom|session"
    r"|catch[- ]?up"
    r"|conversation|discussion|1:1|notes?|points|recap|summary)(?: \w+){0,3}? (?:with|w/|from) \S+(?: \S+){0,4}$",
    re.IGNORECASE,
)
_TITLE_SAYS = re.compile(r"[.!?:]$|\b(?:by|before|about|until|to)\b", re.IGNORECASE)
_SALUTE = re.compile(
    r"(?:hi|hello|dear|hey|hallo|liebe[r]?|bonjour|hola|ciao|oi)\b(?: [\w.]+){0,3}\s?[,!]", re.IGNORECASE
)
MOST_TITLE = 4  # words
MOST_READ = 20_000  # characters of prose that are looked at sentence by sentence; more are points as they stand
A_LINE = 30  # what a line costs besides its characters
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
    read: int = 0
    finder: Finder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = Finder(self.names, self.moment, spoken=self.spoken, many=self.many, marks=self.marks)

    def sort(self, found: Sequence[Line]) -> Sheet:
        bullets = lists(found)
        if not (self.spoken or self.many) and any(tasks.is_own(line.text, self.names) for line in found[:MOST_LINES]):
            self.finder = replace(self.finder, assigned=True)
        for number, line in enumerate(found[:MOST_LINES]):
            following = found[number + 1] if number + 1 < len(found) else None
            if line.form is Form.ROW:
                self._row(line)
                continue
            self.table = Table()
            if number == 0 and self._is_title(line) and not (self.names.role(line.text) and bullets[0]):
                continue
            if is_heading(line, following, self.names):
                self.here = entered(self.here, line, self.names, items=bullets[number], many=self.many)
            else:
                self.here = goes_on(self.here, line, many=self.many)
                self._line(replace(line, text=behind(line.text)))
        self.sheet.points += [line.text for line in found[MOST_LINES:]]
        return self.sheet

    def _is_title(self, line: Line) -> bool:
        """ "minerva coffee", "Notizen 18.11. mit Minerva": what the notes are of, and no point of them."""
        short = line.form is Form.PROSE and len(line.text.split()) <= MOST_TITLE and line.text[-1:] not in ".!?:"
        if line.form is Form.PROSE and _TITLE.match(line.text) and self.names.names(line.text, "mentor"):
            return not _TITLE_SAYS.search(line.text)
        return short and self.names.names(line.text, "mentor") and not self.finder.task(line.text, "")

    def _row(self, line: Line) -> None:
        found = self.table.row(line.text, self.names, listed=self.here.name == "actions")
        if not isinstance(found, str):
            for one in found:
                self._add(one)
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
        elif not self._labelled(text) and not self._inline(text):
            self._placed(line)

    def _labelled(self, text: str) -> bool:
        """ "My tasks: a; b", "Agreed: …", "next → Tue 10 Feb": what stands behind a heading's words in one line."""
        kind, head, rest = labelled(text)
        if kind not in {"actions", "decisions", "questions", "next"} or (
            kind == "actions" and self._is_mark(text, head)
        ):
            return False
        if kind == "next" and not has_date(rest, self.moment):
            return False
        if kind == "actions":
            owner = owner_words(head)
            role = self.names.role(owner)
            here = Section("actions", role, "" if role or not owner else owner)
            for part in re.split(r"\s*;\s*", rest):
                if part and not tasks.is_none(part):
                    self._add(tasks.listed(part, self.names, owner=here.owner, other=here.other))
        else:
            self._under(kind, rest)
        return True

    def _is_mark(self, text: str, head: str) -> bool:
        """Whether a label is a mark that names the owner behind it, as "ACTION: Ada to …" does."""
        return self.many or (not owner_words(head) and tasks.marked(text, self.names, many=self.many) is not None)

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
        if self.here.name == "done":
            self.sheet.points.append(text)
        elif (
            self.here.name == "named"
            and line.form is not Form.PROSE
            and tasks.is_taskish(text, dated=self.finder.dated(text))
        ) or (listed and (boxed or not text.endswith("?"))):
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
            found = prose(text, self.names, speaker="")
            if found and self.finder.counts(found):
                self._add(found)
            elif not tasks.is_none(text):
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
        left = MOST_READ - self.read
        self.read += len(line.text) + A_LINE
        if rest := line.text[max(0, left) :].strip():
            self.sheet.points.append(rest)
        if left <= 0:
            return
        text = self._aside(line.text[:left])
        found = self.finder.by_name(text, item=line.form is Form.ITEM)
        if found:
            self._add(found)
            self._meets_too(text)
            return
        for sentence in sentences(text):
            self._sentence(sentence, "", arrow=line.arrow)

    def _aside(self, text: str) -> str:
        """The text without the tasks in brackets, which are filed: "too many channels (Ada to cut them)"."""
        for match in _ASIDE.finditer(text[: tasks.LONGEST]):
            if found := self.finder.aside(match["said"]):
                self._add(found)
                text = text.replace(match[0], " ", 1)
        return text.strip()

    def _says_its_place(self, text: str, speaker: str) -> bool:
        """Whether a sentence says of itself what it is: "Question: …", "decided then: …", "Deadline: …"."""
        if (inline := INLINE.match(text[:400])) and inline_kind(inline["head"]) != "points":
            self._under(inline_kind(inline["head"]), inline["rest"].strip())
            return True
        if is_labelled(text):
            self.sheet.decisions.append(text)
            return True
        if not speaker and self._labelled(text):
            return True
        return is_deadline(text, self.moment) and self.sheet.due_too(text)

    def _sentence(self, text: str, speaker: str, *, arrow: bool = False) -> None:
        if self._says_its_place(text, speaker):
            return
        asked, self.asked_next = self.asked_next, text.endswith("?") and names_next(text)
        if asked and not speaker and not self.asked_next and has_date(text, self.moment):
            self.sheet.meet(text, self.moment)
            return
        parts = clauses(text)
        if self._is_next(text) and (len(parts) == 1 or not any(self.finder.task(part, speaker) for part in parts)):
            self._next(text)
            return
        found = [None if self._is_next(part) else self.finder.task(part, speaker, arrow=arrow) for part in parts]
        if found and found[0] is None and _ADVICE.search(text):  # "her tips: rest, ask for help"
            found = [one if one and (one.said or one.marked) else None for one in found]
        found = inherited(found)
        if any(found):
            self._sorted(parts, found)
        elif text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)
        elif is_decision(text) or is_plan(text):
            self.sheet.decisions.append(text)
        elif not kinds.is_cheer(text):
            self.sheet.points.append(text)
        self._names_a_day(text)

    def _next(self, text: str) -> None:
        if is_decision(text) and (recurrence(text) or not self.sheet.next_dated):
            self.sheet.decisions.append(text)
        self.sheet.meet(text, self.moment)
        if text.endswith("?") and not self.spoken:
            self.sheet.questions.append(text)

    def _sorted(self, parts: list[str], found: list[Task | None]) -> None:
        """The clauses of a sentence that holds a task: each where it belongs."""
        for part, task in zip(parts, found, strict=True):
            if task:
                self._add(task)
            elif self._is_next(part):
                self.sheet.meet(part, self.moment)
            else:
                (self.sheet.decisions if is_decision(part) else self.sheet.points).append(part)

    def _is_next(self, text: str) -> bool:
        if self.many or not names_next(text) or _IF.match(text):
            return False
        return has_date(text, self.moment) or (text.endswith("?") and not self.sheet.next_meeting)

    def _add(self, found: Task) -> None:
        if self.names.writer == "mentor" and found.owner in {"me", "both"}:
            found = by_mentor(found, self.names.mentor or "them")
        self.sheet.add(found, self.before)
        self._names_a_day(found.words)

    def _names_a_day(self, text: str) -> None:
        if not self.many and has_date(text, self.moment):
            self.before = text

    # --- talks

    def _utterance(self, said: talk.Utterance) -> None:
        spoken = sentences(said.text)
        if self.asked_next and has_date(said.text, self.moment):
            self.sheet.meet(said.text, self.moment, answers=True)
        self.asked_next = any(one.endswith("?") and names_next(one) for one in spoken)
        taken = talk.accepted(self.wanted, said) if said.role != self.asked_by else None
        if taken and not self.many:
            self._add(taken)
        for sentence in spoken:
            if not (taken and sentence is spoken[0]):
                self._sentence(sentence, said.role)
        self.wanted, self.asked_by = talk.request(spoken), said.role
