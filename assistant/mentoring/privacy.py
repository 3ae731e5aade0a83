"""What never leaves the book: lines marked private, of any meeting and about anybody (promise 7).

The check on the worded text (`checks`) is the last gate; here such words are not even put into a draft.
The reading knows far more marks and sets apart what it finds (`Command.private`, `Notes.private`).
This is a second net.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.mentoring.book import Book

MARK = re.compile(
    r"^[\W_]*(?:private?(?:ly)?|privad[oa]|priv[ée]e?|privato|vertraulich|confidential|off the record)\b[\W_]*"
)

INLINE = re.compile(
    r"\b(?:private(?:ly)?|confidential(?:ly)?)\b\s*(?:[:：–—(\[]|-\s|$)|[(\[]\s*(?:private"
    r"|confidential)\b|\boff the record\b"
    r"|\bkeep (?:this|it|that) (?:private|to yourself|confidential|between us)\b|\bbetween (?:you and me|us)\b"
    r"|[🔒🔏🔐🤫🤐🙊]|\bnot for (?:her|him|them)\s*[:：]|\bdon[’']?t tell (?:her|him|them|any(?:one|body))\b"
    r"|\bnur für mich\b|\bentre nous\b",
    re.IGNORECASE,
)


def private_lines(book: Book) -> Iterator[str]:
    """Every private line of the book, without case and extra spaces."""
    for recap in book.recaps:
        yield from (plain(line) for line in recap.private if plain(line))
    for person in book.people:
        for remark in person.remarks:
            if remark.private and not remark.text.startswith("answered: ") and plain(remark.text):
                yield plain(remark.text)


def says_private(text: str) -> bool:
    """Whether words say of themselves that they are private: "…, private: she leaves", "(off the record) …"."""
    return INLINE.search(text) is not None


def may_leave(book: Book, *texts: str) -> bool:
    """Whether none of these texts holds a private line, is a part of one, or says that it is private."""
    private = list(private_lines(book))
    for text in texts:
        said = plain(text)
        if says_private(text):
            return False
        if said and any(line in said or said in line for line in private):
            return False
    return True


def plain(text: str) -> str:
    """The words alone: without case, extra spaces, and the mark that makes them private."""
    return MARK.sub("", " ".join(text.lower().split())).strip(" .()[]")
