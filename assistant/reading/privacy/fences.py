"""What note-taking programs hide or strike out, ~~struck~~ words and [[asides]] among it: none of it is for others."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.privacy.content import content

# A comment of HTML or Markdown, of Obsidian, struck words, an aside, a template's hole, a spoiler.
_FENCED = re.compile(
    r"<!--.*?(?:-->|\Z)|%%.+?%%|~~(?=\S)[^\n]+?~~|\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}|(?<!\|)\|\|(?!\|)[^|\n]+\|\|(?!\|)",
    re.DOTALL,
)
_OPENERS = ("<!--", "%%", "~~", "[[", "{{", "||")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "the", "to", "und", "with"})


def unfenced(text: str, is_mark: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The text without its fenced words, and these. A fence around no more than a mark is left to who reads marks.

    Linear: each opener looks no further than its own line, or to the one closer that all after it share."""
    if not any(opener in text for opener in _OPENERS):
        return text, ()
    public: list[str] = []
    private: list[str] = []
    at = 0
    for match in _FENCED.finditer(text):
        said = match[0]
        if _is_public(said, text, match) or (content(said) <= 1 and is_mark(said)):
            continue
        public.append(text[at : match.start()])
        private += [line.strip() for line in said.split("\n") if line.strip()]
        at = match.end()
    if not private:
        return text, ()
    return _without_holes(" ".join([*public, text[at:]]), text), tuple(private)


def _is_public(said: str, text: str, match: re.Match[str]) -> bool:
    """A link is the name of a page, so its words are capitals: "[[Minerva]]"; "||" also parts the heads of a table."""
    if said.startswith("[["):
        words = _WORD.findall(said)
        return "I" not in words and all(word[0].isupper() or word in _SMALL for word in words)
    if said.startswith("||"):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        return text.count("|", start, end if end >= 0 else len(text)) > len("||||")
    return False


def _without_holes(left: str, before: str) -> str:
    """No line of which only its bullet or box is left."""
    known = set(before.split("\n"))
    lines = left.split("\n")
    return "\n".join(line for line in lines if line in known or any(map(str.isalnum, line.replace("[x]", ""))))
