"""The HTML twin of a mail to the protégé: the same words, made from the same text (`product.md`).

The text is read as blocks, the way it looks: paragraphs, numbered and dashed lists, and what is moved in by two spaces
(a draft) as a letter of its own. The page itself is the template `twin.html`: at most 600 px, no images, no colours
but the reader's own, so that a dark screen stays dark. Everything in it is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from assistant.writing.links import Link
from assistant.writing.wording import HEADLINE_CODE, HEADLINE_MOST, Templates, cleaned, environment, render

_NUMBERED = re.compile(r"(\d{1,3})\. (.*)")
_DASHED = re.compile(r"[-·] (.*)")


class Twin:
    """Makes twins with the template `twin.html`."""

    def __init__(self, templates: Templates) -> None:
        self._environment = environment(templates, autoescape=True)

    def html(self, subject: str, text: str, links: Sequence[Link] = ()) -> str:
        """The page (LF line ends). `text` is the worded body without its tap lines, `links` are those taps.

        Raises TemplateError.
        """
        values = cleaned(
            {
                "subject": subject,
                "blocks": blocks(text),
                "links": [{"label": link.label, "url": link.url} for link in links],
            }
        )
        assert isinstance(values, dict)
        page = render(self._environment, "twin.html", values)
        return "\n".join(line.strip() for line in page.splitlines() if line.strip())


def blocks(text: str) -> list[dict[str, object]]:
    """The text as blocks, in order. `kind` is one of

    headline (text, code) · paragraph (lines) · numbered (items: number, text) · dashed (items) · letter (paragraphs,
    each a list of lines)
    """
    found: list[dict[str, object]] = []
    lines = text.split("\n")
    headline = HEADLINE_CODE.fullmatch(lines[0][: HEADLINE_MOST + 1])
    if headline:
        found.append({"kind": "headline", "text": headline[1], "code": headline[3]})
        lines = lines[1:]
    for kind, group in groupby(_kinds(lines), key=lambda pair: pair[0]):
        content = [line for _, line in group]
        if kind == "letter":
            found.append({"kind": kind, "paragraphs": [list(p) for p in _paragraphs(content)]})
        elif kind == "numbered":
            items = [m.groups() for line in content if (m := _NUMBERED.fullmatch(line))]
            found.append({"kind": kind, "items": [{"number": int(n), "text": t} for n, t in items]})
        elif kind == "dashed":
            found.append({"kind": kind, "items": [m[1] for line in content if (m := _DASHED.fullmatch(line))]})
        elif kind == "paragraph":
            found.append({"kind": kind, "lines": content})
    return found


def bare(text: str) -> str:
    """The plainest page with the same words, for a person's invite: Outlook looks for HTML beside the event (S1)."""
    paragraphs = ("<br>\n".join(escape(line) for line in p) for p in _paragraphs(text.split("\n")))
    body = "\n".join(f"<p>{p}</p>" for p in paragraphs)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'


def _kinds(lines: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each line with its kind; a blank line between two lines of a quoted letter belongs to the letter."""
    for number, line in enumerate(lines):
        if not line.strip():
            following = next((after for after in lines[number + 1 :] if after.strip()), "")
            preceding = next((before for before in reversed(lines[:number]) if before.strip()), "")
            inside = preceding.startswith("  ") and following.startswith("  ")
            yield ("letter", "") if inside else ("gap", "")
        elif line.startswith("  "):
            yield "letter", line[2:]
        elif _NUMBERED.fullmatch(line):
            yield "numbered", line
        elif _DASHED.fullmatch(line):
            yield "dashed", line
        else:
            yield "paragraph", line


def _paragraphs(lines: Iterable[str]) -> Iterable[list[str]]:
    for full, group in groupby(lines, key=lambda line: bool(line.strip())):
        if full:
            yield [line.rstrip() for line in group]
