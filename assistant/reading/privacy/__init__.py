"""What of somebody's notes is private: in doubt it is private, and then it never reaches anybody else (promise 7)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from assistant.reading.privacy.blocks import Block, Kind, blocks, says_only_when
from assistant.reading.privacy.columns import without_hidden
from assistant.reading.privacy.cuts import Cut, cut
from assistant.reading.privacy.fences import BARE, unfenced
from assistant.reading.privacy.legends import unlegended
from assistant.reading.privacy.marks import heads_private, may_be_marked, rest_is_private
from assistant.reading.privacy.unmarked import unmarked
from assistant.reading.privacy.words import naming

__all__ = ["LONGEST", "split_private", "unmarked"]

# Characters, lines and marks, a day of talk: behind them all is private where anything is, for nobody has looked.
LONGEST = 1_200_000
MOST_LINES = 8_000
MOST_MARKS = 1_000
# Who mails whole notes to herself begins so, and it says no more than whose they are; before one sentence it is a mark.
_TO_SELF = re.compile(
    r"\A\s*(?:notes?|memo) to (?:self|myself)\b\s*[:,.–-]?[ \t]*(?=[^\n]*[.!?]\s+\w)"
    r"|\A\s*notes? to (?:self|myself)\b[^\n:]{0,60}(?=\n\s*[-*•][^\n]*\n\s*[-*•])"
    r"|\A\W*(?:(?:ok(?:ay)?|so|right|u[hm]+|quick|short|little|this is|an?|my)\W+){0,5}(?:voice|audio|spoken)"
    r" (?:note|memo) (?:to|for) (?:my)?self\b[:,.–-]?",
    re.IGNORECASE,
)
# "…: he wept. Next meeting 4 March at 9.": the last sentence of a private one holds no secret.
_LAST = re.compile(
    r"(?<=[.!?])\s+(?P<said>(?:[^.!?\n]|(?<=\d)\.(?=\d|\s)){4,100}?(?:[.:]\d\d)?(?:\s?[ap]\.?m\.?)?)[.!]?\s*\Z"
)
_SHORT = 120
_SIGNS = re.compile(r"\A[<>!%~\[\]{}|\s-]+|[<>!%~\[\]{}|\s-]+\Z")  # of a fence, at both ends
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")


def split_private(text: str, mentor: str = "") -> tuple[str, tuple[str, ...]]:
    """The public text, and the private pieces in the writer's own words. Linear. mentor: whose talk, where known.

    Private is: what stands between marks; a table from the row that says so; all below a heading to the next; from the
    sentence that says so to the end of its paragraph or item; the sentence before a mark that closes; a bracket. Only a
    line that says no more than when one meets next, or has a label of its own in notes that are written in
    labels ("decided: …" / "private: …" / "next: …"), ends it before."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    plain, fenced = unfenced(_TO_SELF.sub("", plain), _holds_mark)
    names = naming(mentor)
    plain, signed = unlegended(plain, lambda said: heads_private(said, names))
    plain, hidden = without_hidden(plain, names)
    fenced += (*signed, *hidden)
    if not may_be_marked(plain):
        return plain, fenced
    head, rest = _within_reach(plain)
    walk = _Walk(names)
    for block in blocks(head):
        walk.take(block)
    head = "\n".join(walk.public)
    return head, (*walk.private, *fenced, *(line.strip() for line in rest.split("\n") if line.strip()))


def _holds_mark(fenced: str) -> bool:
    """Whether what a program hides, or a line, says that something is private."""
    said = _SIGNS.sub("", fenced)
    return may_be_marked(said) and split_private(said)[0].strip() != said


def _within_reach(text: str) -> tuple[str, str]:
    """The text as far as it is read, to the end of a line or word, and all behind that."""
    head, end = text, len(text)
    if len(text) > LONGEST:
        end = max(text.rfind("\n", 0, LONGEST), 0) or max(text.rfind(" ", 0, LONGEST), 0) or LONGEST
        head = text[:end]
    if head.count("\n") >= MOST_LINES:
        end = len("\n".join(head.split("\n", MOST_LINES)[:MOST_LINES]))
    return text[:end], text[end:]


@dataclass(slots=True)
class _Walk:
    """What has been told apart so far, and what the next block inherits."""

    names: re.Pattern[str] | None = None
    public: list[str] = field(default_factory=list)
    said: list[int] = field(default_factory=list)  # where in `public` something stands
    private: list[str] = field(default_factory=list)
    section: bool = False  # below a private heading
    marks: int = 0
    running: Block | None = None  # the block whose private part goes on
    next_paragraph: bool = False  # a mark that stood alone means what follows it, too
    in_table: bool = False
    fields: int = 0  # public lines with a label of their own: notes that are written so

    def take(self, block: Block) -> None:
        """One more block, to the public or the private side."""
        if block.kind is not Kind.ROW:
            self.in_table = False
        if block.kind is Kind.TAGGED:
            self._keep(block.text)
        elif block.kind is Kind.HEADING:
            self._heading(block)
        elif block.kind is Kind.WHEN and (self.section or self.running):
            self.section, self.running = False, None
            self._cut(block)
        elif self.section or self.marks > MOST_MARKS:
            self._keep(block.text)
        elif block.kind is Kind.FIELD and self.fields and not self.next_paragraph:
            self._cut(block)
        elif block.kind is Kind.BLANK:
            self._blank(block)
        elif self.running is not None and not self._fresh(block):
            self.next_paragraph = False
            self._keep(block.text)
        elif block.kind is Kind.ROW:
            self._row(block)
        else:
            self._cut(block)

    def _heading(self, block: Block) -> None:
        self.running, self.next_paragraph = None, False
        self.section = heads_private(block.text, self.names)
        if self.section:
            self._keep_heading(block.text)
        else:
            self._show(block.text)

    def _keep_heading(self, text: str) -> None:
        """A heading of one word is a mark and no secret; more of it may say something."""
        if len(text.split()) > 1:
            self._keep(text)

    def _blank(self, block: Block) -> None:
        if not self.next_paragraph:
            self.running = None
        self._show(block.text)

    def _fresh(self, block: Block) -> bool:
        """Whether an item stands beside the item whose private part goes on, and not below it."""
        return (
            self.running is not None
            and not self.next_paragraph
            and block.kind is Kind.ITEM
            and self.running.kind is Kind.ITEM
            and block.indent <= self.running.indent
        )

    def _row(self, block: Block) -> None:
        """A private column is seen in the header only, so from a row that says it the table is private."""
        self.in_table = self.in_table or heads_private(block.text, self.names)
        if self.in_table:
            self._keep(block.text)
        else:
            self.running = None
            self._show(block.text)

    def _cut(self, block: Block) -> None:
        self.running, self.next_paragraph = None, False
        found = cut(block.text, self.names)
        if found is None:
            self.fields += block.kind is Kind.FIELD
            self._show(block.text)
            return
        self.marks += 1
        if found.bare:
            self._take_back()
        rest = self._apart(block.text, found)
        if rest.strip(" \t\n-*•·・+>"):
            self._show(rest)
        if rest_is_private(block.text, self.names):
            self.section = True
        elif found.start is not None:
            self.running = block
            self.next_paragraph = found.opens or block.text.rstrip(" \n*_").endswith((":", "："))

    def _apart(self, text: str, found: Cut) -> str:
        """The public rest of a block; its private pieces are kept."""
        rest, at = [], 0
        for start, end in found.brackets:
            rest.append(text[at:start])
            self._keep(text[start:end])
            at = end
        last = len(text) if found.start is None else max(at, found.start)
        rest.append(text[at:last])
        ended = _LAST.search(text, max(last, len(text) - _SHORT))
        end = ended.start() if ended and says_only_when(ended["said"]) else len(text)
        self._keep(text[last:end])
        return " ".join([*rest, text[end:]])

    def _take_back(self) -> None:
        """What stands before a mark that says nothing itself is meant by it: the block before is private."""
        if self.said:
            index = self.said.pop()
            self._keep(self.public[index])
            self.public[index] = ""

    def _show(self, text: str) -> None:
        if text.strip():
            self.said.append(len(self.public))
        self.public.append(text)

    def _keep(self, text: str) -> None:
        self.private.extend(said for line in text.split("\n") if (said := line.strip()) and said != BARE)
