"""The lines of notes: a heading, an item with its depth, a box, a row of a table, prose. Wrapped lines are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.reading.commands.body import straight
from assistant.reading.notes.headings import section

WRAPPED = 60  # characters: a line that long goes on in the next one (language.md)
MOST_FORMED = 1500  # lines whose form is looked at: no more are sorted
LONGEST = 2000  # characters of a line that patterns look at
LONGEST_HEAD = 60  # characters of a line that may be a heading by its words


class Form(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    BOX = "box"  # an open one; a ticked one is DONE
    DONE = "done"
    ROW = "row"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line. text: without its marker. depth: columns of indentation. level: of a heading, 1 the highest.

    after_blank: an empty line stands before it. arrow: "=>" is its bullet. bulleted: a box with a bullet before it."""

    form: Form
    text: str
    depth: int = 0
    level: int = 0
    after_blank: bool = False
    arrow: bool = False
    bulleted: bool = False


_BULLET = re.compile(
    r"(?P<bullet>[-*•·+‣◦▪–—!]\s+|[・●○■◆※]\s*|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=[^\W\d]|\d\d\.\d\d\.\d{4}\b)"
    r"|\(?\d{1,2}[.)]\s+|[A-Z]\d{1,2}(?:[.)]\s+|\s+(?=\())|[A-Za-z]\)\s+|[ivx]{1,5}[.)]\s+"
    r"|[IVX]{1,4}\.\s+(?=\S+(?:\s\S+){0,3}$)|\((?:[A-Za-z]|[ivx]{1,5})\)\s+|(?P<arrow>=>|->|→|⇒)\s*|>\s*(?=\[))+"
)
# "[pending] Ada - the letter": a box with its state in words.
_OPEN = r"\[(?:pending|open|to[- ]?do|doing|in progress|wip|started|new|offen|[aà] faire)\]\s?:?"
_CLOSED = r"\[(?:done|finished|closed|completed?|cancell?ed|dropped|erledigt|fait)\]\s?:?"
_BOX = re.compile(rf"(?:\[ ?\](?! ?[-–])|{_OPEN}|☐|❏|□|⬜|◻|▢|\\\[ ?\\\])\s*(?=\S)", re.IGNORECASE)
_TICKED = re.compile(rf"(?:\[[xX✓✔]\]|{_CLOSED}|✓|✔|☑|✅|\\\[[xX]\\\])\s*(?=\S)", re.IGNORECASE)
_SAID_DONE = re.compile(
    r"^(?:done|finished|completed|erledigt|fait|hecho)\b\s?[:–-]|@done\b"
    r"|[(\[](?:[^()\[\]]{1,30}[,;:]\s*)?(?:done|erledigt|fait|hecho|fatto|feito|klaar)[)\]]\s*$"
    r"|(?:\s[-–—]{1,2}|:)\s?done(?:[.!]|, [^,.]{1,20})?$",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?P<level>#{1,6})\s*(?P<text>\S.*?)\s*#*$")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_]{2,80})(?P=mark)\s*(?P<colon>:?)$")
# A line that begins something new: "Costs: …", "Ravi - …".
_LABELLED = re.compile(r"[^\W\d_][\w ()-]{0,24}:\s|[^\W\d_a-z][\w.]{0,20}(?: [^\W\d_a-z][\w.]{0,20}){0,2} [-–—] ")
_NICK = re.compile(r"[^\W\d_][\w.'-]{1,20}:\s|<[\w.-]{2,30}>\s")  # "priya: nice.", "<priya> nice."
# A line that ends so goes on, however short it is.
_HANGS = re.compile(
    r"\b(?:to|the|an?|for|of|and|with|in|on|my|her|his|our|their|is|are|will|this|that|by|at)$", re.IGNORECASE
)
# "**Next meeting:** 3 December" is the line "Next meeting: 3 December".
_BOLD_LABEL = re.compile(
    r"^(?P<before>(?:[-*•+]\s+)?)(?:\*\*|__)(?P<label>[^*_:]{1,40}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(?=\S)"
)
_COLON = re.compile(r"(?P<text>[^\W_][^:|.!?;]{1,60}):$")
_RULE = re.compile(r"^[=~_*-]{3,}$")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_HEADER = re.compile(
    r"^(?:from|to|cc|bcc|sent|date|subject|von|an|betreff|gesendet|datum|de|para|asunto|objet|envoyé)\s?:\s.+$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^-{4,}.{0,60}-{4,}\s*$|^(?:begin|start of) forwarded message:?$", re.IGNORECASE)
_QUOTE = re.compile(r"^(?:>\s?)+(?!\s*\[)")


def lines(text: str) -> list[Line]:
    """The logical lines of a text; header lines of a forwarded mail and empty lines are left out. Linear."""
    plain = straight(text).replace("\u200b", "").split("\n")
    raws = "\n".join([*map(_plain_marks, plain[:MOST_FORMED]), *plain[MOST_FORMED:]]).split("\n")
    rest = (raw.strip() for raw in raws[MOST_FORMED:])
    return [
        *_joined(_formed(raws[:MOST_FORMED])),
        *(Line(Form.PROSE, said) for said in rest if any(map(str.isalnum, said[:200]))),
    ]


_PICTURE = re.compile(
    r"^(?P<before>\s*(?:[-*•+]\s+)?)(?:[\U0001f000-\U0001faff\u2600-\u260f\u2613-\u26ff\u2701-\u2704\u2706-\u2712\u2715-\u27bf\u231a-\u23ff\ufe0f\u200d]\s*)+(?=\S)"
)
_TAGGED = re.compile(
    r"(?:^|(?<=\s))#(?P<tag>todo|action|task|decision|decided|next|question|private)(?:[:\s]\s*)(?=\S)", re.IGNORECASE
)
_MARKED = re.compile(r"^(?P<before>\s*(?:[-*•+]\s+)?)==(?P<said>[^=].*[^=])==\s*$")  # marked with a pen
_WIKI = re.compile(r"^h[1-6]\.\s+(?=\S)")
_ORG = re.compile(
    r"^\*{1,6}\s+(?P<state>TODO|DONE|NEXT(?! MEETING| TIME| CALL)|WAITING)\s+(?=\S)|^\*(?P<more>\*{1,5})\s+(?=\S)"
)
_ORG_TAG = re.compile(r"\s+:(?P<tag>[\w@]{2,30}):\s*$")


def _plain_marks(raw: str) -> str:
    """Pictures before a line, #tags, headings and states of wikis and outliners as plain words and marks."""
    said = _PICTURE.sub(r"\g<before>", raw) if not raw.isascii() else raw
    if "#" in said:
        said = _TAGGED.sub(lambda match: f"\n{match['tag'].capitalize()}: ", said).lstrip("\n")
    said = _MARKED.sub(r"\g<before>\g<said>", _WIKI.sub("## ", said)) if "==" in said else _WIKI.sub("## ", said)
    if said.startswith("*") and (match := _ORG.match(said)):
        said = _ORG_TAG.sub(r" [\g<tag>]", said)
        mark = {"DONE": "- [x] ", None: "#" * len(match["more"] or "") + " "}.get(match["state"], "- [ ] ")
        said = mark + said[match.end() :]
    return said


def _formed(raws: list[str]) -> Iterator[Line]:
    blank = True
    for number, raw in enumerate(raws):
        bare = _QUOTE.sub("", raw.rstrip().expandtabs(4)).rstrip("\\") if raw else ""
        said = bare.strip()
        if not said or (
            not any(char.isalnum() for char in said[:200])
            or _RULE.match(said)
            or _FORWARDED.match(said[:200])
            or (_HEADER.match(said[:200]) and (number == 0 or _is_of_header(said, raws, number)))
        ):
            blank = True
            continue
        underlined = len(said) <= 80 and bool(_UNDERLINE.fullmatch("".join(raws[number + 1 : number + 2]).strip()))
        yield replace(_line(bare, underlined=underlined), after_blank=blank)
        blank = False


def _is_of_header(said: str, raws: list[str], number: int) -> bool:
    """Whether "To: …" is a line of a mail's header: "TO" may be somebody's initials."""
    near = (raws[number - 1], "".join(raws[number + 1 : number + 2]))
    return (
        "@" in said
        or _NO_NAME.match(said) is not None
        or any(_HEADER.match(_QUOTE.sub("", one.strip()[:200])) is not None for one in near)
    )


_NO_NAME = re.compile(r"(?:from|sent|date|subject|betreff|gesendet|datum|asunto|objet|envoyé)\s?:", re.IGNORECASE)


def _line(bare: str, *, underlined: bool) -> Line:
    depth = len(bare) - len(bare.lstrip())
    said = _BOLD_LABEL.sub(r"\g<before>\g<label>: ", bare.strip()[:LONGEST], count=1) + bare.strip()[LONGEST:]
    if match := _HASH.match(said[:LONGEST]):
        return Line(Form.HEADING, _unmarked(match["text"]), depth, len(match["level"]))
    if underlined:
        return Line(Form.HEADING, _unmarked(said), depth, 1)
    if said.count("|") >= 2 or (said.count("|") == 1 and said.startswith("|")):
        return Line(Form.ROW, said, depth)
    return _item(said, depth) or _loose(said, depth)


def _item(said: str, depth: int) -> Line | None:
    """A line with a bullet, a number or a box; a number before a heading's words is a heading's."""
    match = _BULLET.match(said)
    rest = said[match.end() :] if match else said
    arrow = bool(match and match["arrow"])
    title = re.sub(r"^(?:[^\w\s]+\s*|\d{1,2}\s+)", "", rest).strip()
    if (match is None or match[0][:1] in "0123456789IVXABCDEFGH") and title != said and section(title):
        return Line(Form.HEADING, _unmarked(title), depth, 7)  # "3. Actions", "✅ Action items"
    if box := _TICKED.match(rest):
        return Line(Form.DONE, rest[box.end() :].strip(), depth)
    if box := _BOX.match(rest):
        return Line(Form.BOX, rest[box.end() :].strip(), depth, bulleted=match is not None)
    if match and rest.strip():
        form = Form.DONE if _SAID_DONE.search(rest[:LONGEST]) else Form.ITEM
        return Line(form, rest.strip(), depth, arrow=arrow)
    return None


def _loose(said: str, depth: int) -> Line:
    """A line that begins with its words."""
    if _SAID_DONE.search(said[:LONGEST]) and not said.endswith(":"):
        return Line(Form.DONE, said, depth)
    if bold := _BOLD.fullmatch(said[:120]):
        return Line(Form.HEADING, _unmarked(bold["text"]), depth, 7)
    if (colon := _COLON.fullmatch(said[:120])) and len(said.split()) <= 6:
        return Line(Form.HEADING, colon["text"].strip(), depth, 8)
    return Line(Form.PROSE, said, depth)


def _unmarked(text: str) -> str:
    return text.strip(" *_:#`")


def _joined(found: Iterator[Line]) -> Iterator[Line]:
    """A line that goes on in the next one is one line: prose wrapped by a mail program, an item's indented rest."""
    held: Line | None = None
    parts: list[str] = []
    for line in found:
        if held is not None and line.form is Form.PROSE and not line.after_blank and _goes_on(held, line, parts[-1]):
            parts.append(line.text)
            continue
        if held is not None:
            yield replace(held, text=" ".join(parts)) if len(parts) > 1 else held
        held, parts = line, [line.text]
    if held is not None:
        yield replace(held, text=" ".join(parts)) if len(parts) > 1 else held


def _goes_on(held: Line, line: Line, last: str) -> bool:
    """Whether a line belongs to the one before it. last: what of that one stood on its last line."""
    if held.form not in {Form.PROSE, Form.ITEM, Form.BOX, Form.DONE}:
        return False
    if held.form is not Form.PROSE and line.depth > held.depth and line.text[:1].islower():
        return True
    if _NICK.match(line.text):
        return False
    if held.form is Form.PROSE and line.text[:1].islower() and _HANGS.search(last):
        return True
    if section(line.text[:LONGEST_HEAD]) or (line.text.isupper() and len(line.text) < LONGEST_HEAD):
        return False
    ended = last.endswith((".", "!", "?", ":"))
    return len(last) >= WRAPPED and (line.text[:1].islower() or not (ended or _LABELLED.match(line.text)))
