"""Why a mail came back: the codes of RFC 3463 and RFC 5321, and the words that mail systems put beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.mentoring.delivery import Cause
from assistant.reading.reports import bounce_words

MOST_SAID = 4000

CODE = re.compile(r"(?<![\d.])([245]\.\d\.\d{1,3})(?![\d.]*\d)")
REPLY = re.compile(
    r"(?<![\d.:/-])([45]\d\d)(?=[ :-](?!\d{3,}))|error[ _]code\s?[:=]?\s?([45]\d\d)\b|\(#?([45]\d\d)\)", re.IGNORECASE
)
_AT_RCPT = bounce_words.pattern("at_rcpt")
_AT_DATA = bounce_words.pattern("at_data")
_PATTERNS = bounce_words.causes()

# What a server says after this is what it means: "Recipient address rejected: Media error".
_REFUSED = re.compile(r"(?:recipient|sender) address rejected:\s*(?=\w)(?!access denied)", re.IGNORECASE)

# RFC 3463 and the IANA registry, by the part after the class; a shorter one stands for all that begin with it.
_BY_CODE: dict[str, Cause] = {
    "1.1": Cause.NO_USER,
    "1.2": Cause.NO_HOST,
    "1.3": Cause.NO_USER,
    "1.4": Cause.NO_USER,
    "1.6": Cause.MOVED,
    "1.7": Cause.SENDER,
    "1.8": Cause.SENDER,
    "1.9": Cause.NO_MAIL,
    "1.10": Cause.NO_USER,
    "1.351": Cause.NO_USER,
    "1": Cause.NO_USER,
    "2.0": Cause.FILTERED,
    "2.1": Cause.DISABLED,
    "2.2": Cause.FULL,
    "2.3": Cause.TOO_LARGE,
    "2": Cause.FILTERED,
    "3.1": Cause.SYSTEM,
    "3.4": Cause.TOO_LARGE,
    "3": Cause.SYSTEM,
    "4.4": Cause.NO_HOST,
    "4.6": Cause.NETWORK,
    "4.7": Cause.EXPIRED,
    "4": Cause.NETWORK,
    "5.3": Cause.BUSY,
    "6": Cause.CONTENT,
    "7.8": Cause.UNPROVEN,
    "7.9": Cause.UNPROVEN,
    "7.2": Cause.UNPROVEN,
    "7.13": Cause.DISABLED,
    "7.25": Cause.BLOCKED,
    "7.26": Cause.UNPROVEN,
    "7.27": Cause.NO_MAIL,
    "7.5": Cause.UNPROVEN,
    "7.6": Cause.BLOCKED,
    "7": Cause.POLICY,
}

# PowerMTA sorts for itself (its manual, "Bounce categories").
BY_CATEGORY: dict[str, Cause] = {
    "bad-mailbox": Cause.NO_USER,
    "bad-domain": Cause.NO_HOST,
    "inactive-mailbox": Cause.DISABLED,
    "quota-issues": Cause.FULL,
    "spam-related": Cause.SPAM,
    "virus-related": Cause.VIRUS,
    "content-related": Cause.CONTENT,
    "policy-related": Cause.POLICY,
    "message-expired": Cause.EXPIRED,
    "no-answer-from-host": Cause.NETWORK,
    "relaying-issues": Cause.RELAY,
    "invalid-sender": Cause.SENDER,
}


def status(written: str, said: str) -> str:
    """The most telling code: of the report's Status field and of the server's words; from an SMTP reply if none is."""
    codes = [code for code in CODE.findall(said[:MOST_SAID]) if code[0] in "45"]
    field = CODE.search(written)
    codes += [field[1]] if field else []
    reply = REPLY.search(said[:MOST_SAID])
    told = next(filter(None, reply.groups()), "") if reply else ""
    return max(codes, key=_telling, default=f"{told[0]}.0.0" if told else "")


def _telling(code: str) -> int:
    return 0 if code.endswith(".0.0") else 1 if code.endswith(".0") or code == "4.4.7" else 2


@lru_cache(maxsize=64)  # a report about a hundred people says the same of most of them
def cause(code: str, said: str, more: str = "") -> Cause:
    """Why, by the code and the words about one recipient; `more` tells at which command it was said.

    An address in `said` is best written as the word for what it is: "address" or "sender".
    """
    said = _REFUSED.sub("", said[:MOST_SAID])
    by_code = _of_code(code)
    by_words = next((found for found, pattern in _PATTERNS if pattern.search(said)), Cause.UNKNOWN)
    if by_words is Cause.NO_USER:
        return Cause.FILTERED if _is_filter(code, said, more[:MOST_SAID]) else by_words
    if by_words is Cause.DISABLED and code[2:] == "1.1":
        return Cause.NO_USER
    if by_code in (Cause.FULL, Cause.TOO_LARGE, Cause.SENDER, Cause.MOVED, Cause.NO_MAIL):
        return by_code
    if by_words in (Cause.SYSTEM, Cause.CONTENT, Cause.POLICY, Cause.NETWORK, Cause.EXPIRED) and by_code:
        return by_code
    return by_words or by_code


def _of_code(code: str) -> Cause:
    rest = code[2:]
    if not rest or rest == "0.0":
        return Cause.UNKNOWN
    return _BY_CODE.get(rest) or _BY_CODE.get(rest.partition(".")[0], Cause.UNKNOWN)


def _is_filter(code: str, said: str, more: str) -> bool:
    """An address that the server took at RCPT and calls unknown after DATA exists: a filter of its owner spoke.

    Where nobody tells at which command, only a code for addresses or a system's own words are believed: a letter tried
    again costs nothing, an address given up does.
    """
    if code[2:4] == "1.":
        return False
    if _AT_DATA.search(said) or (_AT_DATA.search(more) and not _AT_RCPT.search(said)):
        return True
    if _AT_RCPT.search(said) or _AT_RCPT.search(more):
        return False
    return code[2:4] in {"2.", "7."} or bool(REPLY.search(said))
