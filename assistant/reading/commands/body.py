"""The lines of a mail that can say something: without quotes, signature, greeting; wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.reading.commands.signing import before_signature, is_signed, name_of

_CLIENT = re.compile(
    r"^\(?(?:sent (?:from|via|with) |get outlook|gesendet (?:von|mit)|von meinem"
    r"|envoy[ée] (?:de|depuis)|enviado (?:desde|do)|inviato da"
    r"|verstuurd vanaf|skickat från|wysłane z|отправлено с|.{1,20}から送信)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|hola|bonjour"
    r"|ciao|hiya|morning|evening)(?:[ ,]+(?:there|again|assistant|all|everyone|team|sir or madam|sir|madam"
    r"|(?-i:[A-Z])[\w-]{1,20}))?)(?:[,.!:]+|$)\s*",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"^(?:on|am|le|el|il giorno|op|den|em|w dniu)\b.{0,120}(?:wrote|schrieb|écrit|escribió"
    r"|ha scritto|schreef|skrev|escreveu|napisał).{0,8}:\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"^(?:-{2,}\s*original message\s*-{2,}|_{10,}|-{5,}\s*(?:forwarded|weitergeleitete).*)$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*•·]\s|\d{1,2}[.)]\s|\w[\w ]{0,20}:\s)")
_POSTSCRIPT = re.compile(r"^p\.?\s?s\.?[\s:.,-]", re.IGNORECASE)
_WRAPPED = 60  # language.md, "Which reading wins" 5


@dataclass(frozen=True, slots=True)
class Body:
    """`lines`: logical lines, "" for a blank one. `postscript`: text after the closing, never a command."""

    lines: tuple[str, ...]
    postscript: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def straight(text: str) -> str:
    """Typographic quotes as typed ones: phones write them."""
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\u00a0", " ")


def plain(text: str, protege: str = "") -> Body:
    """The lines of a new text: stops at `-- `, a separator, a client's line, a closing and the writer's own name."""
    kept: list[str] = []
    postscript: list[str] = []
    closed = written = False
    name = name_of(protege)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for index, raw in enumerate(lines):
        line = raw.strip()
        if not line:
            if postscript or not closed:
                (postscript if closed else kept).append("")
            continue
        if (
            raw.rstrip() in {"--", "—"}
            or raw.startswith("-- ")
            or _SEPARATOR.match(line[:100])
            or _ATTRIBUTION.match(line[:200])
        ):
            break
        if line.startswith((">", "|>")):
            continue
        if closed:
            if _POSTSCRIPT.match(line) or postscript:
                postscript.append(line)
            continue
        if _CLIENT.match(line[:100]) or (written and is_signed(lines, index, name)):
            closed = True
            continue
        said = before_signature(raw, name)
        closed = closed or said != raw
        kept.append(said.rstrip())
        written = True
    while kept and not kept[-1].strip():
        kept.pop()
    return Body(tuple(_ungreeted(kept)), " ".join(postscript))


def _ungreeted(lines: list[str]) -> list[str]:
    """Without blank lines and greetings at the top ("Hi,", "Dear assistant, …"); a greeting alone stays."""
    start = 0
    while start < len(lines):
        line = lines[start].strip()
        match = _GREETING.match(line[:200])
        rest = line[match.end() :].strip() if match else line
        if rest:
            return [rest if match else lines[start], *lines[start + 1 :]]
        if match and start == len(lines) - 1:
            break
        start += 1
    return lines[start:]


def joined(lines: tuple[str, ...], starts_command: Callable[[str], bool] | None = None) -> tuple[tuple[str, int], ...]:
    """Wrapped lines made one: ≥ 60 characters, followed by a line that starts no command and no list item.

    Each logical line comes with the index of the first line after it."""
    out: list[tuple[str, int]] = []
    length = 0
    for index, raw in enumerate(lines):
        line = raw.strip()
        last = out[-1][0] if out else ""
        starts = _BULLET.match(line) or (starts_command is not None and length >= _WRAPPED and starts_command(line))
        if last and line and length >= _WRAPPED and not starts:
            out[-1] = (f"{last} {line}", index + 1)
        else:
            out.append((line, index + 1))
        length = len(raw)
    return tuple(out)


def until_blank(lines: tuple[str, ...]) -> str:
    """The lines up to the blank line, as one text."""
    block: list[str] = []
    for line in lines:
        if not line.strip():
            break
        block.append(line)
    return "\n".join(block)
