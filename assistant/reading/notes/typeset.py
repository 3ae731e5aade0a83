r"""Notes with marks of typesetting or of a page as plain ones: "\section{Tasks}", "\item \textbf{Me:} …", "<li>"."""

from __future__ import annotations

import html
import re
import unicodedata

MOST_LINES = 1500
LONGEST = 400  # characters of a line whose marks are looked at
DEEPEST = 4  # marks within marks

_SET = re.compile(r"\\(?:item|begin|end|[a-z]*section|textbf|emph)\b")
_HEAD = re.compile(r"^\s*\\(?:chapter|(?:sub)*section|(?:sub)?paragraph)\*?\s?\{(?P<text>.+)\}\s*$")
_ITEM = re.compile(r"^(?P<depth>\s*)\\item\b\s*(?:\[(?P<label>[^\]]{0,60})\])?\s*")
_FRAME = re.compile(
    r"^\s*\\(?:(?:begin|end)\{(?:itemize|enumerate|description|document|center|flushleft)\}|documentclass|usepackage"
    r"|maketitle).*$"
)
_WORDS = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\]]{0,40}\])?\{(?P<text>[^{}]*)\}")
_ACCENT = re.compile(r"\\(?P<mark>['`^\"~c=.])\s?\{?\\?(?P<letter>[A-Za-z])\}?")
_MARKS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "c": "\u0327",
    "=": "\u0304",
    ".": "\u0307",
}
_BARE = re.compile(r"\\(?:[a-zA-Z]{3,}\b\s?|(?=[&%$#_{}]))")

_TAG = re.compile(
    r"</?(?:ul|ol|li|p|div|br|h[1-6]|b|i|u|em|strong|span|table|tr|t[dh]|tbody|thead)\b[^<>]{0,200}>", re.IGNORECASE
)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_LIST_ITEM = re.compile(r"<li\b[^<>]{0,200}>\s*", re.IGNORECASE)
_HEADER = re.compile(r"<h(?P<level>[1-6])\b[^<>]{0,200}>\s*", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]{0,200}>\s*", re.IGNORECASE)
# "[[Minerva McGee]] by the river": a link of a wiki; a whole sentence between such brackets is a private aside
_LINK = re.compile(
    r"\[\[(?:[^\[\]|\n]{1,60}\|)?(?P<said>[^\W\d_a-z][\w'-]{1,25}(?: [^\W\d_a-z][\w'-]{1,25}){0,2})\]\](?=.*\S)"
)
ENOUGH = 2  # such marks show that the words are set


def plain_marks(text: str) -> str:
    """The text with its marks of typesetting or of a page as headings and items; others stay as they are. Linear."""
    if "\\" in text and len(_SET.findall(text[:20_000])) >= ENOUGH:
        lines = text.split("\n")
        set_lines = [_unset(line) for line in lines[:MOST_LINES] if not _FRAME.match(line[:LONGEST])]
        text = "\n".join([*set_lines, *lines[MOST_LINES:]])
    if "<" in text and len(_BREAK.findall(text[:20_000])) >= ENOUGH:
        text = _of_page(text)
    return _LINK.sub(r"\g<said>", text) if "[[" in text else text


def _unset(line: str) -> str:
    if len(line) > LONGEST or "\\" not in line:
        return line.replace("~", " ")
    said = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", m["letter"] + _MARKS[m["mark"]]), line)
    head = _HEAD.match(said)
    said = f"## {head['text']}" if head else said
    for _ in range(DEEPEST):
        said = _WORDS.sub(r"\g<text>", said)
    if item := _ITEM.match(said):
        label = f"{item['label'].strip(' :')} " if item["label"] else ""
        said = f"{item['depth']}- {label}{said[item.end() :]}"
    return _BARE.sub("", said).replace("~", " ")


def _of_page(text: str) -> str:
    said = _HEADER.sub(lambda m: f"\n{'#' * int(m['level'])} ", _LIST_ITEM.sub("\n- ", text))
    said = _CELL.sub("| ", said)
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", said)))
