"""HTML to text, block by block. Quotes are known by the structure that mail clients give them, not by their words.

What is quoted becomes lines with "> " before them, and a marked signature gets its "-- ", so that one classifier
(`reply.py`) reads plain mail and HTML. Linear, without recursion, on any tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.reading.charsets import tidy

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
# Elements that hold the mail that is answered.
QUOTE_CLASSES = frozenset({"yahoo_quoted", "protonmail_quote", "zmail_extra", "tutanota_quote", "gmail_attr"})
QUOTE_CLASSES |= {"moz-cite-prefix", "ydp-quote", "front-blockquote", "zoho_quoted", "freebirdFormviewerQuote"}
QUOTE_IDS = frozenset({"OLK_SRC_BODY_SECTION", "isReplyContent", "reply-intro", "x_OLK_SRC_BODY_SECTION"})
# Elements at which it begins: they, and what follows them inside their parent.
START_IDS = frozenset(
    {"divRplyFwdMsg", "x_divRplyFwdMsg", "stopSpelling", "zwchr", "mail-editor-reference-message-container"}
)
SIGNATURE_CLASSES = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block", "zm_signature"})
SIGNATURE_IDS = frozenset({"Signature", "x_Signature", "ms-outlook-mobile-signature", "AppleMailSignature"})

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BORDER_TOP = re.compile(r"border:\s*none;\s*border-top:\s*solid\s+#?\w+\s+1(?:\.0)?pt", re.IGNORECASE)
_NO_BORDER = re.compile(r"border(?:-left)?:\s*(?:none|0)", re.IGNORECASE)
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
_FORWARDED = re.compile(r"\s*(?:-{3,}[^-]{2,60}-{3,}|Begin forwarded message)", re.IGNORECASE)
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
    own, rest = _quote_marks(node, tag, attributes) if attributes or tag == "blockquote" else (0, 0)
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
    classes = set((attributes.get("class") or "").split())
    name = attributes.get("id") or ""
    if tag == "blockquote":
        indented = bool(_NO_BORDER.search(style)) and attributes.get("type") != "cite" and "gmail_quote" not in classes
        return (0 if indented else 1), 0
    if classes & QUOTE_CLASSES or name in QUOTE_IDS:
        return (0 if _FORWARDED.match(_head(node)) else 1), 0
    if "gmail_quote" in classes or "gmail_quote_container" in classes:
        parted = node.css_first("blockquote") is not None or _FORWARDED.match(_head(node))
        return (0 if parted else 1), 0
    if name in START_IDS:
        return 0, 1
    if style and _BORDER_TOP.search(style) and _LABEL.match(_head(node)):
        return 0, 1 if _has_text_before(node) else 2
    return 0, 0


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
    classes = set((attributes.get("class") or "").split())
    if not classes & SIGNATURE_CLASSES and attributes.get("id") not in SIGNATURE_IDS:
        return False
    head = _head(node).strip()
    return bool(head) and not head.startswith("--")
