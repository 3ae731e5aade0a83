"""A stop by its grammar: sets of word classes that stand close together in a clause, in any order and language.

Who stops somebody denies, ends or takes away (not … more, last, end, remove) what reaches him (a mail, the contact, his
address), as a wish or an order. Which words do so stands in `languages/*.toml`, section [stop]. What only tells what
was ("I received no more mails"), or what its writer does himself, is none; a condition or a limit makes it a question.
"""

from __future__ import annotations

import re

from assistant.reading.word_classes import WordClasses

_LETTERS = {
    "not": "N",
    "did_not": "h",  # the same of what was: it denies nothing, but "grateful if I did not receive"
    "nomore": "Z",  # negation and more in one: no longer, nothing
    "more": "A",  # more, again, any longer, another
    "wish": "W",  # want, prefer, grateful, please, must: it is a wish or an order
    "i": "S",  # the writer as who does it
    "me": "I",
    "you": "U",
    "from_you": "u",
    "write": "V",  # what the other does to reach somebody, active
    "written": "v",  # the same, of whom it is done to, or its noun: contacted, writing
    "both": "w",  # a word for either: contact, mail
    "mail": "M",  # what reaches somebody
    "exchange": "G",  # what goes on between two
    "correspond": "g",  # the same of both: to be in touch
    "receive": "R",
    "last": "L",
    "be": "b",
    "were": "j",  # "be" as a wish: fosse, soit, sei
    "end": "E",
    "finish": "f",  # to end: an exchange, but "finish your letter"
    "rest": "e",  # an end in an idiom: leave it at that
    "remove": "D",
    "data": "P",
    "list": "T",
    "leave": "l",
    "alone": "Q",
    "out": "O",
    "take": "t",  # take … off
    "write_me": "VI",
    "leave_me": "lI",
    "remove_me": "DI",
    "go_on": "K",
    "ask": "a",
    "hesitate": "x",  # a negation that denies nothing: no need, don't hesitate
    "was": "H",  # what was: a report
    "if": "Y",  # a condition, or a limit: if, until, before
    "other": "B",  # what else is sent and removed: slides, the agenda
    "mine": "m",  # from my side: the writer's own mails
    "send": "d",
    "one_more": "n",  # the mail after this one: a third, the next one, a series
    "two": "c",
    "enough": "C",
    "spare": "s",
    "peace": "k",  # let me be
    "apart": "p",  # part ways, forget each other
    "elsewhere": "X",  # to anybody but me
    "small": "",
}
_CLASSES = WordClasses("stop", _LETTERS)
# What must stand together: a set a member, each within a few words of the first.
_NO = "NhZ"
_FAMILIES = (
    (_NO, "AZ", "VvwMG"),  # no more mails, do not write again, ne m'écrivez plus
    ("W", _NO, "v"),  # prefer not to be contacted, thank you for not writing
    ("W", "U", _NO, "Vw"),  # would rather you did not write
    ("W", _NO, "R", "Mwu"),  # do not wish to receive mails, want to hear nothing from you
    ("W", _NO, "g"),  # do not wish to correspond
    ("Wjl", "bj", "L", "VMwG"),  # let this be the last mail
    ("W", _NO, "dVWR", "n"),  # please do not send the next one
    ("s", "A", "VvwMG"),  # spare me a further letter
    ("l", "I", "P", "O"),  # leave my address out
    ("Wj", "E", "VvwMG"),  # please end this exchange
    ("Wj", "f", "G"),  # it is my wish that the exchange ends here
    ("E", "VvwMG"),  # give over with the mails
    ("D", "I", "PT"),  # delete my address, remove me from your list
    ("D", "P", "T"),
    ("D", "I", "u"),
    ("t", "I", "O", "PT"),  # take me off your list
    ("l", "I", "Q"),  # leave me in peace
    ("Wl", "O", "MG"),  # I want out of this thread
    ("W", _NO, "K", "vwMG"),  # no wish to continue this correspondence
)
# The same where nothing follows that could be meant instead: "don't write to me", "remove me".
_AT_THE_END = ((_NO, "I", "Vw"), ("D", "I"), ("W", _NO, "AZ", "R"), ("W", "k"))
_NOTHING_MORE = re.compile(r"[AWR]{0,2}(?:,|$)")
_PERHAPS = (
    ("W", "e"),
    (_NO, "K", "vwMG"),
    (_NO, "W", "VMG"),
    (_NO, "a", "A"),
    ("Wj", "E", "R"),
    ("Wj", "f", "M"),
    ("P", "U", "p"),
)
# In this order: no third is needed, two mails are enough, your letters go to somebody else.
_IN_ORDER = re.compile(
    r"[NZ][WbdRVI]{0,3}x?n|c[MI]?[bH,]{0,3}C|n[bR]{0,2}[NZ][dRVbWx]?$|U[Ax]?M[^,S]{0,5}X|V[^,S]{0,4}AX"
)
# "You have my name in a queue. Take it out": what is held of the writer, and an order soon after it.
_MY_DATA, _REMOVE_IT, _FAR = re.compile(r"IP|PU?.?[RI]"), re.compile(r"[WUAlx]{0,2}(?:D|tO|lO)[DTxA]{0,3}"), 4
_NOTHING_YOU = re.compile(r"ZUx?V")  # "nothing you could write would interest me": perhaps but a no
_DENIES = re.compile(r"[NZDC][^,]{0,3}[IUuPMn]|[IUuPM][^,]{0,3}[NZDCE]")
_OUT_OF = re.compile(r"O.{0,2}[MG]")  # not "mails from"
_ORDER = re.compile(r"[W,x]{0,3}[NZDltEV]")  # it begins with what is not to be: an order
_ACT = re.compile(r"[VvRLEfKO]")  # what is wished stands behind the wish
_NEAR = (re.compile(r"[^x,]+"), re.compile(r"[^,]*[^,W]"))  # of what is asked: of two needs, of three
_WINDOW, _MOST_UNKNOWN = 9, 3
_COSTS = {"x": 1, ",": 3}  # a comma parts clauses, but in Polish or German also a wish from what is wished
# What turns it round: "can't stop writing", "don't forget my name", "remove you".
_TURNED = re.compile(r"[NhZ].{0,2}[Ef]|[Nh].{0,3}L|N.?D|N.?t.?.?O|[Dt]U(?!I|.?P)")


def stops_by_grammar(words: str) -> str:
    """ "certain", "maybe" or "": whether a clause asks to be left alone. words: on one line or several."""
    found, since = "", _FAR
    for clause in _CLASSES.clauses(words):
        said = _says(clause)
        if said == "certain":
            return said
        for part in clause.split(","):
            if since < _FAR and _REMOVE_IT.fullmatch(part):
                said = "maybe"
            since = 0 if _MY_DATA.search(part) else since + 1
        found = found or said
    return found


def denies(words: str) -> bool:
    """Whether a clause holds a denial, a removal or a count, and one of the two who write, near each other."""
    return any(_DENIES.search(clause) for clause in _CLASSES.clauses(words))


def _says(clause: str) -> str:
    for needs in _FAMILIES:
        for start, window in _windows(clause, needs):
            if sure := _judged(clause, start, window):
                return sure
    for needs in _AT_THE_END:
        for start, window in _windows(clause, needs):
            if _NOTHING_MORE.match(clause, start + len(window)) and (sure := _judged(clause, start, window)):
                return sure
    return "maybe" if _IN_ORDER.search(clause) or any(_is_asked(clause, needs) for needs in _PERHAPS) else ""


def _is_asked(clause: str, needs: tuple[str, ...]) -> bool:
    near = (one for one in _windows(clause, needs) if _NEAR[len(needs) > 2].fullmatch(one[1]))
    return any(
        not (_is_told(clause[:start], window) or _TURNED.search(clause[:start][-3:] + window)) for start, window in near
    )


def _windows(clause: str, needs: tuple[str, ...]) -> list[tuple[int, str]]:
    """Start and letters of the shortest windows that hold one of each set."""
    every = "".join(needs)
    found = []
    for start, letter in enumerate(clause):
        if letter not in every:
            continue
        end = _end(clause, start, needs)
        window = clause[start:end]
        if (
            window
            and "m" not in clause[start : end + 2]
            and ("W" not in needs[0] or _is_wished(clause[:start], window))
        ):
            found.append((start, window))
    return found


def _end(clause: str, start: int, needs: tuple[str, ...]) -> int:
    """Where a window from `start` on holds all that is needed, each need another word; 0 if it does not."""
    missing, unknown = list(needs), 0
    for at in range(start, min(len(clause), start + _WINDOW)):
        unknown += _COSTS.get(clause[at], 0)
        if unknown > _MOST_UNKNOWN:
            return 0
        taken = [need for need in missing if clause[at] in need]
        for need in taken if clause[at] == "Z" else taken[:1]:
            missing.remove(need)
        if not missing:
            return at + 1
    return 0


def _judged(clause: str, start: int, window: str) -> str:
    before = clause[:start]
    behind = clause[start + len(window) : start + len(window) + 3]
    if _is_told(before, window) or _TURNED.search(before[-3:] + window) or _is_of_else(window, behind):
        return ""
    wished = _is_wished(before, window)
    condition = re.search(r"Y", before + window)
    if condition and "W" not in clause[: condition.start()]:
        return "maybe"
    if before.endswith("U") and window[0] in _NO and not wished:
        return ""  # "you never bother me"
    if "Y" in behind or _NOTHING_YOU.match(window) or (window[-1] == "v" and behind[:1] == "x"):
        return "maybe"
    if wished or _ORDER.match(clause) or ("I" in window and "x" not in before):
        return "certain"
    # "he no longer deals with …", "a letter and not another form"
    tells = "Zx" in window or (window[0] not in _NO and "V" not in window)
    return "" if tells else "maybe"


def _is_of_else(window: str, behind: str) -> bool:
    """Whether something else is removed, or is what comes from somewhere."""
    return (bool(re.search("[Dt]|l.*O", window)) and "B" in window + behind) or (
        window[0] in "Wl" and "O" in window and not re.search("[tDP]", window) and not _OUT_OF.search(window)
    )


def _is_wished(before: str, window: str) -> bool:
    """Whether a wish stands before what it is about."""
    act = _ACT.search(window)
    return re.search("[Wjl]", before + window[: act.start() + 1 if act else None]) is not None


def _is_told(before: str, window: str) -> bool:
    """Whether a clause tells what was, or what its writer does himself: no wish is in it, or it is about himself."""
    if not _is_wished(before, window) and ("h" in window or "H" in before[-3:] + window):
        return True
    acts = re.search(r"[VDR]", window)
    own = re.search(r"[SUI](?=[^SUI]*$)", before + window[: acts.start()]) if acts else None
    return own is not None and own[0] == "S" and acts is not None and acts[0] in "VD"
