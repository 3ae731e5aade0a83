"""What of somebody's notes is private: in doubt it is private, and then it never reaches anybody else."""

from __future__ import annotations

import re

_WORD = (
    r"(?:private(?:ly)?|privat[eo]?s?|privée?s?|privad[oa]s?|prywatne|confidential(?:ly)?"
    r"|confidentielle?s?|confidencial(?:es|mente)?"
    r"|vertraulich|vertrouwelijk|riservat[oa]|konfidentiellt|off the record)"
)
_BLOCK = re.compile(
    rf"^\s*(?:[<\[{{(]\s*{_WORD}\s*[>\]}})]|(?:-{{2,}}\s*)?(?:begin|start)"
    rf" (?:of )?{_WORD}\b.{{0,20}})\s*$",
    re.IGNORECASE,
)
_BLOCK_END = re.compile(
    rf"[<\[{{(]\s*/\s*{_WORD}\s*[>\]}})]|^\s*(?:-{{2,}}\s*)?(?:end (?:of )?{_WORD}"
    rf"|{_WORD} ends?)\b.{{0,20}}$",
    re.IGNORECASE,
)
_CELL = re.compile(rf"\|\s*[*_]{{0,2}}(?:{_WORD})(?:\s\w+)?[*_:]{{0,3}}\s*(?=\||$)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
# "private:", "**Private:**", "private -", "private colon" (dictated), "Private." alone, but not "private sector".
_MARK = re.compile(
    rf"(?<![\w-])[*_`]{{0,3}}{_WORD}(?:\s(?:notes?|part|stuff"
    rf"|bit))?[*_`]{{0,3}}\s{{0,2}}[*_`]{{0,3}}(?:[:：;!]|[-–—=>]+\s|,\s|\.(?=\s|$)|\.\.\.|…"
    rf"|\bcolon\b|$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"[(\[{{<]\s{{0,2}}[*_]{{0,2}}{_WORD}\b", re.IGNORECASE)
_CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_HEADING = re.compile(
    rf"^\s{{0,8}}(?:#{{1,6}}\s*|[*_=~-]{{1,3}}\s{{0,2}}"
    rf"|\d{{1,2}}[.)]\s)?[*_]{{0,2}}(?:strictly\s|only\s)?{_WORD}"
    rf"(?:\s\w+){{0,3}}[*_]{{0,2}}\s*:?[*_]{{0,2}}\s*[=~-]{{0,40}}$",
    re.IGNORECASE,
)
_ANY_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}\s*\S.{0,80}|[*_]{2}[^*_]{2,60}[*_]{2}:?|[A-Z][\w /&'-]{2,50}:)\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*•·+]|\d{1,2}[.)]|\[.?\])\s")
_SECRET = re.compile(
    r"\b(?:off the record|between (?:you and me|us|ourselves)|(?:not to be|don't|do not|dont"
    r"|never|please don't) (?:shared?|passed on|repeat|tell anyone|tell anybody"
    r"|forward(?:ed)?)"
    r"|(?:just|only) for (?:me|myself|my eyes)|keep (?:this|it|that) (?:private|to myself"
    r"|between us|confidential|quiet)|in confidence|told me confidentially|(?:is|are|this is"
    r"|stays?) (?:private|confidential|secret)|nobody (?:should|must|may) know"
    r"|nur für mich|unter uns|nicht weitersagen|nicht weitergeben|entre nous"
    r"|ne pas (?:r[ée]p[ée]ter|partager)|entre nosotros|entre n[oó]s"
    r"|solo (?:para m[ií]|per me)|no compartir|non condividere|in confidenza|onder ons|niet delen"
    r"|privately|not for (?:her|him|them|sharing|the mentor|my mentor|anybody|anyone|others|\w+'s (?:eyes|ears)))\b"
    # A line that begins with the word is private, unless it is a name of something.
    r"|^\W{0,8}private\b(?!\s(?:sector|equity|compan\w+|schools?|bank\w*|practice|clients?|labels?|investors?|key|cloud"
    r"|repo\w*|network|limited|rooms?|offices?|insurance|life)\b)",
    re.IGNORECASE,
)


def split_private(text: str) -> tuple[str, tuple[str, ...]]:
    """The public text, and the private pieces in the writer's own words. Linear.

    Private is: a block between marks, a table from the row that says so, a marked line with what hangs on it, from an
    inline mark to the end of its paragraph, a bracket, all below a heading to the next heading, and a line that says
    so itself."""
    public: list[str] = []
    private: list[str] = []
    under_heading = running = listed = in_block = in_table = False
    indent = 0
    for line in _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        plain = line.replace("’", "'")
        apart = in_block or _BLOCK.match(plain) is not None
        in_block = apart and _BLOCK_END.search(plain) is None
        in_table = _in_private_table(plain, in_table=in_table)
        if apart or in_table:
            _keep(private, line)
            continue
        if under_heading:
            if not (_ANY_HEADING.match(line) and not _HEADING.match(line)):
                _keep(private, line)
                continue
            under_heading = False
        if _HEADING.match(plain):
            under_heading, running = True, False
            continue
        if running:
            item = _ITEM.match(line)
            fresh = item is not None and listed and len(item["indent"]) <= indent
            if line.strip() and not fresh and not _ANY_HEADING.match(line):
                _keep(private, line)
                continue
            running = False
        rest, secret, goes_on = _line(line, plain)
        if secret:
            private.extend(secret)
        running = goes_on
        item = _ITEM.match(line)
        listed, indent = item is not None, len(item["indent"]) if item else 0
        if rest.strip() or not secret:
            public.append(rest)
    return "\n".join(public), tuple(private)


def _in_private_table(plain: str, *, in_table: bool) -> bool:
    """A private column is seen in the header only, so from a row that says it the table is private."""
    return "|" in plain and (_CELL.search(plain) is not None or (in_table and plain.count("|") > 1))


def _keep(private: list[str], line: str) -> None:
    if line.strip():
        private.append(line.strip())


def _closing(line: str, start: int) -> int:
    """Where the bracket at `start` is closed, nested ones counted; -1 where it stays open."""
    opener, closer, depth = line[start], _CLOSERS[line[start]], 0
    for index in range(start, len(line)):
        depth += (line[index] == opener) - (line[index] == closer)
        if depth == 0:
            return index
    return -1


def _line(line: str, plain: str) -> tuple[str, list[str], bool]:
    """One line's public rest, its private pieces, and whether the private part goes on in the next line."""
    if not line:
        return "", [], False
    bracket = _BRACKET.search(plain)
    mark = _MARK.search(plain)
    if bracket and not (mark and mark.start() < bracket.start()):
        closing = _closing(line, bracket.start())
        if closing < 0:
            return line[: bracket.start()], [line[bracket.start() :].strip()], True
        inside = line[bracket.start() : closing + 1]
        rest = line[: bracket.start()] + " " + line[closing + 1 :]
        if re.fullmatch(rf"[(\[{{<]\s*{_WORD}\W{{0,4}}", inside, re.IGNORECASE):  # a bare "(private)" marks its line
            return "", [line.strip()], True
        left, more, goes_on = _line(rest, rest.replace("’", "'"))
        return left, [inside, *more], goes_on
    if mark:
        before = line[: mark.start()]
        sentence = before.strip(" -*•\t")
        alone = mark[0].rstrip().endswith(".") or not line[mark.end() :].strip()
        if alone and sentence and not sentence.endswith((".", "!", "?", ";")):
            return "", [line.strip()], True  # "he is leaving, keep it private."
        return before, [line[mark.start() :].strip()], True
    if _SECRET.search(plain):
        return "", [line.strip()], True
    return line, [], False
