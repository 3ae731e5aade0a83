"""What of somebody's notes is private: in doubt it is private, and then it never reaches anybody else (promise 7)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from assistant.reading.privacy.blocks import Block, Kind, blocks
from assistant.reading.privacy.marks import Cut, cut, heads_private, rest_is_private

__all__ = ["split_private"]

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")


def split_private(text: str) -> tuple[str, tuple[str, ...]]:
    """The public text, and the private pieces in the writer's own words. Linear.

    Private is: what stands between marks; a table from the row that says so; all below a heading to the next; from the
    sentence that says so to the end of its paragraph or item; the sentence before a mark that closes; a bracket. Only a
    line that says no more than when one meets next ends it before."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    walk = _Walk()
    for block in blocks(plain):
        walk.take(block)
    return "\n".join(walk.public), tuple(walk.private)


@dataclass(slots=True)
class _Walk:
    """What has been told apart so far, and what the next block inherits."""

    public: list[str] = field(default_factory=list)
    said: list[int] = field(default_factory=list)  # where in `public` something stands
    private: list[str] = field(default_factory=list)
    section: bool = False  # below a private heading
    running: Block | None = None  # the block whose private part goes on
    next_paragraph: bool = False  # a mark that stood alone means what follows it, too
    in_table: bool = False

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
        elif self.section:
            self._keep(block.text)
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
        self.section = heads_private(block.text)
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
        self.in_table = self.in_table or heads_private(block.text)
        if self.in_table:
            self._keep(block.text)
        else:
            self.running = None
            self._show(block.text)

    def _cut(self, block: Block) -> None:
        self.running, self.next_paragraph = None, False
        found = cut(block.text)
        if found is None:
            self._show(block.text)
            return
        if found.bare:
            self._take_back()
        rest = self._apart(block.text, found)
        if rest.strip(" \t\n-*•·・+>"):
            self._show(rest)
        if rest_is_private(block.text):
            self.section = True
        elif found.start is not None:
            self.running, self.next_paragraph = block, found.opens

    def _apart(self, text: str, found: Cut) -> str:
        """The public rest of a block; its private pieces are kept."""
        rest, at = [], 0
        for start, end in found.brackets:
            rest.append(text[at:start])
            self._keep(text[start:end])
            at = end
        last = len(text) if found.start is None else max(at, found.start)
        rest.append(text[at:last])
        self._keep(text[last:])
        return " ".join(rest)

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
        self.private.extend(line.strip() for line in text.split("\n") if line.strip())
