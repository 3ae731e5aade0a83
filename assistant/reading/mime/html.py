"""HTML to text, block by block. Quotes are known by the structure that mail clients give them, not by their words.

What is quoted becomes lines with "> " before them, and a marked signature gets its "-- ", so that one classifier
(`reply.py`) reads plain mail and HTML. Linear, without recursion, on any tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.reading.languages import Openings
from assistant.reading.mime.charsets import tidy
from assistant.reading.quotes.words import LABEL_OF

MOST_HTML = 1_000_000
MOST_NODES = 200_000
MOST_QUOTE_DEPTH = 20
MOST_NESTING = 2_000  # tags open at once: beyond it the tree is not worth its time

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul",
})  # fmt: skip
SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote", "table"])
SKIPPED = frozenset({
    "head", "script", "style", "title", "meta", "link", "template", "noscript", "object", "svg", "math", "textarea",
    "select",
})  # fmt: skip
# The ends of classes, ids and names (web mail puts "x_", "yiv123" and the like before them): what holds the mail
# that is answered …
QUOTES = (
    "yahoo_quoted", "protonmail_quote", "zmail_extra", "tutanota_quote", "gmail_attr", "moz-cite-prefix", "ydp-quote",
    "front-blockquote", "zoho_quoted", "freebirdFormviewerQuote", "airmail_on", "cm_quote", "fairemail_quote",
    "missive_quote", "ntes-mailmaster-quote", "OLK_SRC_BODY_SECTION", "isReplyContent", "reply-intro",
    "messageReplySection", "quoted-content", "mail-quote-collapse", "aolReplacedQuote", "spark_quote", "hey_quote",
)  # fmt: skip
# … at what it begins: it, and what follows inside its parent …
STARTS = (
    "divRplyFwdMsg", "stopSpelling", "zwchr", "mail-editor-reference-message-container", "appendonsend",
    "ms-outlook-mobile-reference-message", "__DIVIDER__",
)  # fmt: skip
# … and what holds a signature.
SIGNATURES = (
    "gmail_signature", "moz-signature", "protonmail_signature_block", "zm_signature", "Signature", "bloop_sign",
    "ms-outlook-mobile-signature", "k9mail-signature", "messageSignatureSection", "composer_signature",
    "mail-signature", "zmail_signature_below", "tutanota_signature",
)  # fmt: skip

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BORDER_TOP = re.compile(r"border:\s*none;\s*border-top:\s*solid\s+#?\w+\s+1(?:\.0)?pt", re.IGNORECASE)
_NO_BORDER = re.compile(r"border(?:-left)?:\s*(?:none|0)", re.IGNORECASE)
_BORDER_LEFT = re.compile(r"border-left(?:-style)?:[^;]{0,40}\bsolid", re.IGNORECASE)
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
_FORWARDED = Openings("client", "forwarded")
_LABEL = re.compile(r"\s*[^\W\d][^\n:]{0,20}\s?[:：]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "td", "tr", "th", "option",
})  # fmt: skip


class _Writer:
    """Lines as they come: inline text is collected, a block ends the line, a quote marks it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.current: list[str] = []
        self.depth = 0
        self.pre = 0
        self.gap = False

    def write(self, text: str) -> None:
        if not self.pre:
            self.current.append(_SPACE.sub(" ", text))
            return
        first, *rest = text.split("\n")
        self.current.append(first)
        for line in rest:
            self.end_line(force=True)
            self.current.append(line)

    def end_line(self, *, force: bool = False) -> None:
        line = "".join(self.current)
        line = line.rstrip() if self.pre else re.sub(" {2,}", " ", line.strip())
        self.current.clear()
        if not line and not force:
            return
        if self.gap and self.lines:
            self.lines.append(self._marked(""))
        self.gap = False
        self.lines.append(self._marked(line))

    def space(self) -> None:
        """A blank line before what comes next, once."""
        self.end_line()
        self.gap = bool(self.lines) and bool(self.lines[-1].strip("> "))

    def mark(self, by: int) -> None:
        """Deeper or less deep in quotes."""
        self.end_line()
        if by and self.lines and self.lines[-1].strip("> "):
            self.lines.append("")
        self.gap = False
        self.depth += by

    def _marked(self, line: str) -> str:
        depth = min(self.depth, MOST_QUOTE_DEPTH)
        return f"{'>' * depth} {line}".rstrip() if depth else line


def to_text(html: str) -> str:
    """The page as tidy text: paragraphs apart, lists with dashes, quotes marked with "> ", nothing hidden."""
    html = html[:MOST_HTML]
    if _too_deep(html):
        return tidy(re.sub(r"<[^<>]*>", " ", html)).strip()
    root = LexborHTMLParser(html).body
    if root is None:
        return ""
    writer = _Writer()
    marks: list[int] = [0]  # for each open element, how much deeper in quotes its content is
    for node, opens in _events(root):
        tag = node.tag or ""
        if tag == "-text":
            writer.write(node.text_content or "")
        elif opens:
            _enter(writer, node, tag, marks)
        else:
            _leave(writer, tag, marks)
    writer.end_line()
    return tidy("\n".join(writer.lines)).strip("\n")


def _too_deep(html: str) -> bool:
    """Building a tree costs quadratic time where tags nest by the thousand."""
    if html.count("<") < MOST_NESTING:
        return False
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _VOID:
            depth += -1 if tag[1] else 1
            if depth > MOST_NESTING:
                return True
    return False


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every wanted node in document order: opened, and elements closed after their children."""
    node = root
    open_nodes: list[LexborNode] = []
    for _ in range(MOST_NODES):
        if _wanted(node):
            yield node, True
            child = None if node.tag == "-text" else node.child
            if child is not None:
                open_nodes.append(node)
                node = child
                continue
            if node.tag != "-text":
                yield node, False
        following = node.next if open_nodes else None
        while following is None and open_nodes:
            parent = open_nodes.pop()
            yield parent, False
            following = parent.next if open_nodes else None
        if following is None:
            return
        node = following


def _wanted(node: LexborNode) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        return True
    if tag in SKIPPED or tag.startswith(("-", "!")):
        return False
    return not _HIDDEN.search(node.attributes.get("style") or "")


def _enter(writer: _Writer, node: LexborNode, tag: str, marks: list[int]) -> None:
    attributes = node.attributes
    own, rest = _quote_marks(node, tag, attributes) if attributes or tag in {"blockquote", "hr"} else (0, 0)
    if tag in BLOCKS:
        writer.space() if tag in SPACED else writer.end_line()
    if tag == "br":
        writer.end_line(force=True)
    elif tag == "li":
        writer.write("- ")
    elif tag == "pre":
        writer.pre += 1
    elif tag == "img" and len(attributes.get("alt") or "") <= 3:
        writer.write(attributes.get("alt") or "")  # an emoji as a picture
    if rest and len(marks) > rest:
        marks[-rest] += 1
        writer.mark(1)
    if own:
        writer.mark(1)
    elif attributes and not writer.depth and _is_signature(node, attributes):
        writer.end_line()
        writer.lines.append("-- ")
    marks.append(own)


def _leave(writer: _Writer, tag: str, marks: list[int]) -> None:
    mark = marks.pop()
    if tag in {"td", "th"}:
        writer.write(" ")
    if tag in BLOCKS:
        writer.space() if tag in SPACED else writer.end_line()
    if tag == "pre":
        writer.pre -= 1
    if mark:
        writer.mark(-mark)


def _quote_marks(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> tuple[int, int]:
    """(1, 0) where this element is quoted text; (0, n) where the quote begins here and ends with its n-th parent."""
    style = attributes.get("style") or ""
    names = _names(attributes)
    gmail = any(name.endswith(("gmail_quote", "gmail_quote_container")) for name in names)
    if tag == "blockquote":
        indented = bool(_NO_BORDER.search(style)) and attributes.get("type") != "cite" and not gmail
        return (0 if indented else 1), 0
    if gmail:
        parted = node.css_first("blockquote") is not None or _is_forward(node)
        return (0 if parted else 1), 0
    if any(name.endswith(STARTS) for name in names):
        return 0, 1
    if any(name.endswith(QUOTES) or name == "quote" for name in names):
        return (0 if _is_forward(node) else 1), 0
    if tag == "hr":
        return 0, int(_headed(node))
    if style and _BORDER_TOP.search(style) and _LABEL.match(_head(node)):
        return 0, 1 if _has_text_before(node) else 2
    if tag == "div" and _BORDER_LEFT.search(style):
        return 1, 0
    return 0, 0


def _is_forward(node: LexborNode) -> bool:
    """It holds a forwarded mail, which `forward.py` takes apart."""
    return bool(_FORWARDED.match(_head(node).lstrip(" \t\n-—")))


def _names(attributes: dict[str, str | None]) -> list[str]:
    """What an element calls itself."""
    found = (attributes.get("class") or "").split()
    return [*found, *(attributes.get(key) or "" for key in ("id", "name", "data-marker"))]


def _headed(rule: LexborNode) -> bool:
    """Below this line stands a header block."""
    after = rule.next
    while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
        after = after.next
    if after is None or after.tag in {"-text", "hr"}:
        return False
    head = _head(after).strip()
    label = LABEL_OF.get(head.replace("：", ":").partition(":")[0].strip(" *\t").lower(), "")
    return label in {"from", "date", "to"} and bool(re.search(r"@|\d{4}", head))


def _head(node: LexborNode) -> str:
    """The first words in an element, found in a bounded number of steps."""
    words = []
    for step, inner in enumerate(node.traverse(include_text=True)):
        if inner.tag == "-text":
            words.append(inner.text_content or "")
        if step > 40 or len(words) > 12:
            break
    return "".join(words)[:200]


def _has_text_before(node: LexborNode) -> bool:
    before = node.prev
    return before is not None and (before.tag != "-text" or bool((before.text_content or "").strip()))


def _is_signature(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    if not any(name.endswith(SIGNATURES) for name in _names(attributes)):
        return False
    head = _head(node).strip()
    return bool(head) and not head.startswith("--")
