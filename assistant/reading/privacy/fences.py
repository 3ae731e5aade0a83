"""What note-taking programs hide or strike out, ~~struck~~ words and [[asides]] among it: none of it is for others."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.privacy.content import content

# A comment of HTML or Markdown, of Obsidian, of a template, struck words, an aside, a template's hole, a spoiler; what
# a speaker keeps from the notes between two words.
_FENCED = re.compile(
    r"<!--.*?(?:-->|\Z)|%%.+?%%|~~(?=\S)[^\n]+?~~|\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}"
    r"|\{%-?\s*(?:comment|private|hidden)\b[^\n]*?%\}.*?(?:\{%-?\s*end\w+\s*-?%\}|\Z)"
    r"|(?i:\bgo private\b[^\n]{1,2000}?\bgo public\b)"
    r"|(?i:\bpause (?:the )?(?:notes?|recap|minutes|record)\b[^\n]{1,2000}?"
    r"\b(?:resume|unpause) (?:the )?(?:notes?|recap|minutes|record)\b)"
    r"|(?i:\b(?P<word>private|confidential|personal) (?P<thing>note|part|bit|section|stuff)\b.{1,2000}?"
    r"\bend (?:of )?(?:the |that )?(?P=word) (?P=thing)\b)"
    r"|(?i:\b(?:start|begin|open) (?P<state>private|confidential)\b.{1,2000}?\b(?:end|stop|close) (?:of )?(?P=state)\b)"
    r"|(?<!\|)\|\|(?!\|)[^|\n]+\|\|(?!\|)",
    re.DOTALL,
)
_OPENERS = ("<!--", "%%", "~~", "[[", "{{", "||", "{%", "go p", "pause ", "rivate", "onfidential", "ersonal ")
BARE = "<!-- private -->"  # a mark that says no more than that it is one
_BOX = re.compile(r"\[[ xX]\]")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "the", "to", "und", "with"})


def unfenced(text: str, is_mark: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The text without its fenced words, and these. Where a fence marks what is around it, a bare mark stays for that.

    Linear: each opener looks no further than its own line, or to the one closer that all after it share."""
    if not any(opener in text for opener in _OPENERS):
        return text, ()
    public: list[str] = []
    private: list[str] = []
    at = 0
    for match in _FENCED.finditer(text):
        said = match[0]
        marks = not said[0].isalpha() and is_mark(said)  # a dictated one says itself what it is
        if _is_public(said, text, match) or (marks and content(said) <= 1):
            continue
        before = text[at : match.start()]
        public += [before, BARE if marks and not _labels_itself(said, is_mark) else ""]
        public.append("" if before.endswith("\n") or match.start() == 0 else " ")  # what it opened keeps its depth
        private += [line.strip() for line in said.split("\n") if line.strip()]
        at = match.end()
    if not private:
        return text, ()
    return _without_holes("".join([*public, text[at:]]), text, is_mark), tuple(private)


def _labels_itself(said: str, is_mark: Callable[[str], bool]) -> bool:
    """ "<!-- private: she may go -->" says all that it hides; "<!-- not for Minerva: -->" speaks of what is around."""
    label, _, rest = said.partition(":")
    return is_mark(label + ":") and content(rest) > 1 and not is_mark(rest)


def _is_public(said: str, text: str, match: re.Match[str]) -> bool:
    """A link is the name of a page, so its words are capitals: "[[Minerva]]"; "||" also parts the heads of a table."""
    if said.startswith("[["):
        words = _WORD.findall(said)
        return "I" not in words and all(word[0].isupper() or word in _SMALL for word in words)
    if said.startswith("||"):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        return text.count("|", start, end if end >= 0 else len(text)) > len("||||")
    return False


def _without_holes(left: str, before: str, is_mark: Callable[[str], bool]) -> str:
    """No line of which only its bullet or box is left; a mark of what stands below it stays."""
    known = set(before.split("\n"))

    def says(line: str) -> bool:
        unboxed = _BOX.sub("", line)
        return is_mark(unboxed) or any(map(str.isalnum, unboxed))

    return "\n".join(line for line in left.split("\n") if line in known or says(line))
