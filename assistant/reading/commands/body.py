"""The lines of a mail that can say something: without quotes, signature, greeting; wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_CLIENT = re.compile(
    r"^\(?(?:sent (?:from|via|with) |get outlook|gesendet (?:von|mit)|von meinem"
    r"|envoy[ée] (?:de|depuis)|enviado (?:desde|do)|inviato da"
    r"|verstuurd vanaf|skickat från|wysłane z|отправлено с|.{1,20}から送信)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:(?:many |with )?(?:thanks|thank you)(?: (?:a lot|so much|again|and .{3,30}"
    r"|in advance|very much))?|thx|cheers|best|all (?:the|my) best|(?:kind(?:est)?|best"
    r"|warm(?:est)?|with(?: (?:kind|best|warm|all good))?|many)? ?(?:regards|wishes)"
    r"|warmly|fondly|respectfully|faithfully|gratefully|sorry and best regards|best regards|yours(?: \w+)?"
    r"|sincerely(?: yours)?|love"
    r"|mit freundlichen gr[üu](?:ß|ss)en|(?:freundliche|viele|liebe|beste) gr[üu](?:ß|ss)e|lg"
    r"|vg|cordialement|bien à vous"
    r"|(?:med )?(?:ven+lige?|beste|bästa|varma?|kjær|vänliga?) (?:hilsen|hilsner|hälsning(?:ar)?)|mvh|hilsen|hälsningar"
    r"|(?:ystävällisin |parhain )?terveisin|ng[āa] mihi(?: nui)?|k[āa] kite|maraming salamat|salamat(?: po)?|namaste"
    r"|(?:au |avec )?plaisir|amicalement|bien amicalement|à bientôt|hasta luego|ciao|tschüss|gr(?:oe|u)tjes"
    r"|un(?: gran| fuerte)? abrazo|un cordiale saluto|distinti saluti|bien cordialement|met (?:vriendelijke )?groet"
    r"|le meas|slán(?: go fóill)?|cofion(?: gorau)?|s pozdravem|srdačan pozdrav|üdvözlettel|saygılar(?:ımla)?"
    r"|with (?:gratitude|respect|appreciation|thanks|love)|cordially|take care|talk soon|speak soon|all good wishes"
    r"|blessings|peace|in haste|yours in .{3,20}|have a (?:good|great|nice|lovely) (?:one|day|week|weekend|evening)"
    r"|saludos|un saludo|abrazos?|cordiali saluti|pozdrawiam|med vänlig hälsning"
    r"|(?:met )?vriendelijke groeten?|groetjes|atenciosamente|abraços?)[,.!]*$",
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
_INITIAL = re.compile(r"^[—–~] ?(?P<name>[^\W\d_]\.?|[^\W\d_]{2,20})$")
_THANKS = re.compile(r"(?:many )?(?:thanks|thank you|thx|cheers)\b", re.IGNORECASE)
# What follows is no name block: two words and more, and the last of them small.
_SENTENCE = re.compile(
    r"(?:(?:[^\s>|:@/]+\s+)*(?-i:[a-z]|\d)[^\s@/|]*(?:$|[\s.!?,;:])"
    r"|(?!(?:van|von|de|da|di|del|bin|al|the|x+|xo+|the) )(?-i:[a-z])\S*\s+\S)"
)
_KISSES = re.compile(r"^(?:[xo]{1,6}[\s,]+)+|(?:[\s,]+[xo]{1,6})+$", re.IGNORECASE)
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
    name = protege.split(maxsplit=1)[0].casefold() if protege.split() else ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for index, raw in enumerate(lines):
        line = raw.strip()
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
        if _CLIENT.match(line[:100]) or (written and _is_signed(line, lines, index, name)):
            closed = True
            continue
        kept.append(raw.rstrip())
        written = written or bool(line)
    while kept and not kept[-1].strip():
        kept.pop()
    return Body(tuple(_ungreeted(kept)), " ".join(postscript))


def _is_signed(line: str, lines: list[str], index: int, name: str) -> bool:
    """A closing, or the writer's name: what stands below is the signature. Thanks close where a name may follow.

    index: of this line among the raw ones."""
    if _CLOSING.match(line[:100]):
        following = next((said for n in range(index + 1, len(lines)) if (said := lines[n].strip())), "")
        return not (_THANKS.match(line) and _SENTENCE.match(following)) or _is_name(following, name)
    return _is_name(line, name) or _is_initial(line, name)


def _is_name(line: str, name: str) -> bool:
    """The writer's own name alone on a line starts the name block ("Liam", "Esther, MSc", "xo Theo", "Aoife x")."""
    line = _KISSES.sub("", line)
    if not name or line[: len(name)].casefold() != name:
        return False
    words = line.replace(",", " ").split()
    return 0 < len(words) <= 3 and words[0].casefold() == name and all(w[:1].isupper() for w in words)


def _is_initial(line: str, name: str) -> bool:
    """ "— L.", "– Ada", "Z.", "Z": the writer's name behind a dash, or its first letter."""
    if len(line.rstrip(".")) == 1 and line[0].isupper():
        return line[0].casefold() == name[:1]
    match = _INITIAL.match(line)
    word = match["name"].rstrip(".").casefold() if match else ""
    return len(word) == 1 or (bool(word) and word == name)


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
