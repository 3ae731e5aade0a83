"""Where a signature begins: a closing, or the writer's name (`language.md`, "Which reading wins" 1).

Nothing below it commands, and nothing there leaves the mail uncertain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CLOSES = (
    r"(?:(?:many |with )?(?:thanks|thank you)(?: (?:a lot|so much|again|and .{3,30}"
    r"|in advance|very much))?|thx|cheers|best|all (?:the|my) best|(?:kind(?:est)?|best"
    r"|warm(?:est)?|with(?: (?:kind|best|warm|all good))?|many)? ?(?:regards|wishes)"
    r"|see (?:you|ya)(?: soon| then)?|until then|warmly|fondly|respectfully|faithfully|gratefully|[xo]{1,6}"
    r"|sorry and best regards|best regards|yours(?: \w+)?"
    r"|sincerely(?: yours)?|love"
    r"|mit freundlichen gr[üu](?:ß|ss)en|(?:freundliche|viele|liebe|beste) gr[üu](?:ß|ss)e|lg"
    r"|vg|cordialement|bien à vous"
    r"|(?:med )?(?:ven+lige?|beste|bästa|varma?|kjær|vänliga?) (?:hilsen|hilsner|hälsning(?:ar)?)|mvh|hilsen|hälsningar"
    r"|(?:ystävällisin |parhain )?terveisin|ng[āa] mihi(?: nui)?|k[āa] kite|maraming salamat|salamat(?: po)?|namaste"
    r"|(?:au |avec )?plaisir|amicalement|bien amicalement|à bientôt|hasta luego|ciao|tschüss|gr(?:oe|u)tjes"
    r"|un(?: gran| fuerte)? abrazo|un cordiale saluto|distinti saluti|bien cordialement|met (?:vriendelijke )?groet"
    r"|le meas|slán(?: go fóill)?|cofion(?: gorau)?|s pozdravem|srdačan pozdrav|üdvözlettel|saygılar(?:ımla)?"
    r"|with (?:gratitude|respect|appreciation|thanks|love)|cordially|take care|talk soon|speak soon|all good wishes"
    r"|baci|un bacio|bises|bisous|besos|beijos|kram|knus|hugs|le gach dea-?ghu[ií]|blessings|peace|in haste"
    r"|yours in .{3,20}|have a (?:good|great|nice|lovely) (?:one|day|week|weekend|evening)"
    r"|saludos|un saludo|abrazos?|cordiali saluti|pozdrawiam|med vänlig hälsning"
    r"|(?:met )?vriendelijke groeten?|groetjes|atenciosamente|abraços?)"
)
_CLOSING = re.compile(rf"{_CLOSES}[,.!]*$", re.IGNORECASE)
_THANKS = re.compile(r"(?:many )?(?:thanks|thank you|thx|cheers)\b", re.IGNORECASE)
# What follows is no name block: two words and more, and the last of them small.
_SENTENCE = re.compile(
    r"(?:(?:[^\s>|:@/]+\s+)*(?-i:[a-z]|\d)[^\s@/|]*(?:$|[\s.!?,;:])"
    r"|(?!(?:van|von|de|da|di|del|bin|al|the|x+|xo+|the) )(?-i:[a-z])\S*\s+\S)"
)
_INITIAL = re.compile(r"[—–~] ?(?P<letter>[^\W\d_])\.?|(?P<capital>[^\W\d_])\.?")
_RULE = re.compile(r"[-–—_*=~#.·•\s]{2,}")
_MARKS = "-–—~/*_| \t"
_TITLE = r"(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|rev|ing|mag|dipl)\.?\s+)*"
_KISSES = r"(?:[xo]{1,6}[\s,]+)*"
# Behind the first name alone: nothing, kisses, "(she/her)", ", MSc"; behind the full name whatever is set off from it.
_ALONE = r"(?:[\s,]+[xo]{1,6}|\s?\(\w+/\w+\)|(?:,?\s(?-i:[A-Z])[\w.-]*){1,2})?[\s.!*~_|)-]*"
_SET_OFF = r"(?:\s?[,|/(·•].*|\s[-–—]+\s.*|(?:[\s,]+[xo]{1,6})?[\s.!*~_|-]*)"


@dataclass(frozen=True, slots=True)
class Name:
    """A writer's name, ready to be looked for. line: a line that is theirs. end: their name at the end of one."""

    words: tuple[str, ...]
    line: re.Pattern[str]
    end: re.Pattern[str]


@lru_cache(maxsize=64)
def name_of(protege: str) -> Name | None:
    """The patterns of a writer's name, None where it is not known."""
    words = [re.escape(word) for word in protege.split()[:6]]
    if not words:
        return None
    first, last = words[0], words[-1]
    any_of = "|".join(words)
    more = rf"(?:\s(?:{any_of}|(?-i:[A-Z])\.?(?!\w)))"
    initials = rf"(?-i:[A-Z])\.?(?:\s?(?-i:[A-Z])\.?)?\s{last}" if len(words) > 1 else first
    full = rf"(?:(?:{any_of}){more}+|{initials})(?!\w)"
    closes = rf"(?:{_CLOSES}[\s,.!–—-]+)?"
    return Name(
        tuple(word.casefold() for word in protege.split()),
        re.compile(rf"{closes}{_KISSES}{_TITLE}(?:{full}{_SET_OFF}|{first}(?!\w){_ALONE})", re.IGNORECASE),
        re.compile(rf"\s(?:--|[-–—~/])\s?{_TITLE}(?:{full}{_SET_OFF}|{first}(?!\w){_ALONE})$", re.IGNORECASE),
    )


def is_signed(lines: list[str], index: int, name: Name | None) -> bool:
    """Whether this line is a closing, or the writer's name: what stands below is the signature.

    Thanks close where a name may follow. index: of the line."""
    line = lines[index].strip()
    if _is_name(line, name):
        return True
    closing, ruled = _CLOSING.match(line[:100]), _RULE.fullmatch(line[:100])
    if not (closing or ruled):
        return False
    following = next((said for n in range(index + 1, len(lines)) if (said := lines[n].strip())), "")
    if closing and not (_THANKS.match(line) and _SENTENCE.match(following)):
        return True
    return _is_name(following, name)


def _is_name(line: str, name: Name | None) -> bool:
    """The writer's own name on a line of its own: "Liam", "Esther, MSc", "xo Theo", "— L.", "Dr Ada Lovelace, PhD"."""
    if name is None or not line:
        return False
    if initial := _INITIAL.fullmatch(line[:4]) if len(line) <= 4 else None:
        letter = initial["letter"] or initial["capital"]
        return bool(initial["letter"]) or (letter.isupper() and letter.casefold() == name.words[0][:1])
    return _names(line[:200], name) and name.line.fullmatch(line[:200].lstrip(_MARKS)) is not None


def _names(line: str, name: Name) -> bool:
    folded = line.casefold()
    return any(word in folded for word in name.words)


def before_signature(line: str, name: Name | None) -> str:
    """A line without the name at its end: "status -- Ada Lovelace, Stop by any Friday!"."""
    signed = name.end.search(line[:400]) if name is not None and _names(line[:400], name) else None
    return line[: signed.start()] if signed and line[: signed.start()].strip() else line
