"""Whose a line is and until when, in fields around it, in the one way that is read: "- [ ] Ada: send it, by 9 May".

"@ada due:2027-05-09", "owner=Ada", "send it — Ada — 9 May", "[Ada] [9/5]", "Ada > send it", "ADA DOES …"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.commands.names import fold
from assistant.reading.dates import Moment
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import section
from assistant.reading.notes.sentences import sentences
from assistant.reading.notes.when import has_date

MOST_LINES = 1500
LONGEST = 400
MOST_FIELDS = 3
MOST_DAY = 5  # words
SHORT = 3  # letters of a name that still tell whose it is

_BULLET = re.compile(
    r"^(?P<depth>\s*)(?:[-*•·○◦▪–—]\s+"
    r"|[\U0001f300-\U0001faff\u2600-\u260f\u2613-\u2704\u2706-\u2712\u2715-\u27bf\ufe0f]+\s*"
    r"|\d{1,2}[.)]\s+|[A-Z]\d{1,2}[.)]\s+)*(?P<box>\[[ xX✓✔]?\]\s*|[☐❏□☑✅✓✔]\s*)?"
)
_PRIORITY = re.compile(r"^\s*\([A-Z]\)\s+(?:\d{4}-\d\d-\d\d\s+)?(?=\S)")
_DONE_ON = re.compile(r"^\s*x\s+(?:\d{4}-\d\d-\d\d\s+)+(?=\S)")
_DASHED = re.compile(r"^(?P<who>[^\W\d_][\w.' ]{0,30}?)\s(?:[–—]|-{1,2})\s(?P<rest>\S.*)$")
LEAST_LED = 2  # fields behind the name
_MARK = re.compile(r"^(?:action|todo|to do|task)(?: ?\d{1,2})?\s?:\s*", re.IGNORECASE)
_OWNER = re.compile(
    r"(?:^|(?<=\s))(?:(?:owner|who|assignee|resp)\s?=\s?|@)(?P<who>[^\W\d_][\w.-]{0,30})(?=\s|$|[,;)])", re.IGNORECASE
)
_DUE = re.compile(
    r"(?:^|(?<=\s))@?(?:due|deadline|by|until|when)[=:(](?P<due>\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|none|-)\)?(?=\s|$|[,;)])",
    re.IGNORECASE,
)
_PROJECT = re.compile(r"(?:^|(?<=\s))\+[^\W\d_][\w-]*(?=\s|$)")
_FIELD = re.compile(
    r"^(?P<before>\S.*?)\s*(?:[\[(](?P<in>[^\[\]()]{1,30})[\])]|\s(?:[—–·→]|-{1,2}|[-=]>)\s+"
    r"(?P<after>(?:(?!\s(?:-{1,2}|[-=]>)\s)[^—–·|()\[\]]){1,30}?))\s*$"
)
_GIVEN = re.compile(r"(?<=[)\]]),\s+")  # "slides (me, Mon), room key (Lee)"
_SLASHED = re.compile(r"(?P<to>→|[-=]>)\s*(?P<who>[^→/>]{1,30}?)\s/\s")  # "the log -> Ada / 16 Nov"
_NO_DAY = re.compile(r"(?:no (?:date|deadline|day|due date)|none|undated|open|tb[cd]|[-–—])", re.IGNORECASE)
_POINTED = re.compile(r"^(?P<who>[^\W\d_][\w.' ]{0,30}?)\s>\s+(?P<rest>\S.*)$")
_TAG = re.compile(r"^\[(?P<tag>[^\W\d_][\w ]{1,20})\]\s+(?=\S)")  # "[pink] Ada -> …"
_COLUMNS = re.compile(r"^(?P<who>[^\W\d_][\w.']{0,20}(?: [\w.']{1,20})?)\s{2,}(?P<rest>\S.*)$")
_DOES = re.compile(r"^(?P<who>[^\W\d_][\w.']{0,20}) (?:DOES|TO DO|TODO|TASKS?|ACTIONS?|WILL)[:\s]\s*(?P<rest>\S.*)$")
_HEAD = re.compile(
    r"^(?P<who>[^\W\d_][\w.' ]{0,24}?)(?:\s?\((?P<in>[^()]{1,24})\))?(?P<sep>\s?(?::|->|→|=>))\s*(?P<rest>\S.*)$"
)
_PARTICLE = re.compile(r"^(?:si|ni|kay|l'|el|la|o|a)\s+(?=\S)", re.IGNORECASE)
# "For Ada", "To do Ada": whose the lines below are.
_FOR_WHOM = re.compile(
    r"(?:(?:to[- ]?dos?|tasks?|actions?|jobs?|homework)(?: for)?|for|on)\s(?P<who>[^\W\d_][\w.' -]{0,30}?)\s?:?",
    re.IGNORECASE,
)
# "todo mine = a; b", "Tasks Ada: a"
_TODO_OF = re.compile(
    r"(?:to[- ]?dos?|tasks?|actions?|jobs?|homework)\s(?P<who>[^\W\d_][\w.']{0,20})\s?[:=]\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?P<label>[^:,()]{2,24}),\s(?P<who>[^:,()]{2,30}):\s+(?P<rest>\S.*)$")
_CUE = re.compile(r"^(?P<label>[^|]{2,30}?)\s*\|\s*(?P<rest>[^|\s][^|]*)$")
_LABEL = re.compile(r"^(?P<label>[^:]{2,24}:)\s+(?P<rest>\S.*)$")
# "#me redo the line", "TODO #mentor send it", "#when Fri 15:00"
_HASHED = re.compile(r"^(?:TODO\s+)?#(?P<tag>[a-z]{2,20})\s+(?P<rest>\S.*)$", re.IGNORECASE)
# "phone the rep #ada by Fri", "no chrome #decision", "it was fun #note": what a tag behind a line says of it
_TAG_BEHIND = re.compile(r"(?<=\S)\s+#(?P<tag>[^\W\d_][\w-]{1,20})(?=\s|[.,;]|$)")
_REMARK = frozenset({"advice", "fact", "fyi", "idea", "info", "insight", "note", "quote", "thought"})
# "compare the kilns → ?": nobody yet
_NOBODY = re.compile(r"(?<=\S)\s+(?:→|[-=]>)\s*(?:\?+|tb[cd]|nobody yet|open|unassigned)$", re.IGNORECASE)
_UNPOINTED = r"\b(?P<who>{})s(?= (?:gonna|going to|sending|bringing|getting|calling)\b)"


def with_owners(text: str, names: Cast, moment: Moment) -> str:
    """The text with owners and days of its lines where they are read. Linear."""
    lines = text.split("\n")
    head = lines[:MOST_LINES]
    own = [name for name in (*names.proper.get("me", ()), *names.proper.get("mentor", ())) if name.isalpha()]
    unpointed = re.compile(_UNPOINTED.format("|".join(own)), re.IGNORECASE) if own else None
    cued = sum("|" in line and _CUE.match(line[:LONGEST]) is not None for line in head) >= MOST_FIELDS
    out: list[str] = []
    for number, line in enumerate(head):
        if cued and (match := _CUE.match(line[:LONGEST].strip())) and not names.role(match["label"]):
            out.append(f"- {match['label'].strip(' *_:')}: {line.strip()[match.start('rest') :]}")
            continue
        if not line.strip() or len(line) > LONGEST or line.count("|") > 1:
            out.append(line)
            continue
        said = unpointed.sub(r"\g<who>'s", line) if unpointed else line
        after = head[number + 1] if number + 1 < len(head) else ""
        if whose := _owner_alone(said, after, names):
            out.append(f"{whose}:")
        else:
            out += _redrawn(said, names, moment)
    return "\n".join([*out, *lines[MOST_LINES:]])


def _owner_alone(line: str, after: str, names: Cast) -> str:
    """A name on a line of its own, with lines below it: whose they are; "For Ada", "To do Ada" as well."""
    if not after.strip() or names.role(after):
        return ""
    said = line.strip()
    listed = _FOR_WHOM.fullmatch(said)
    who = listed["who"] if listed else said
    named = re.fullmatch(r"@?[A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){0,2}", who) or (listed and who.lower() == "me")
    if not named or names.role(who) not in {"me", "mentor"}:
        return ""
    return f"Actions for {who}" if listed else who


def _redrawn(line: str, names: Cast, moment: Moment) -> list[str]:
    """One line, or one for each task that it holds."""
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    lead, said = line[:start], line[start:]
    said = _untagged(said, names) if "#" in said else said
    if "#" in said and (match := _HASHED.match(said)) and (names.role(match["tag"]) or section(match["tag"])):
        said = f"{match['tag']}: {match['rest']}"
    if "|" in said and (match := _CUE.match(said)):
        left = match["label"].strip(" *_")
        if section(left) in {"actions", "decisions", "next", "questions"} or names.role(left):
            said = f"{left}: {match['rest']}"
    if nobody := _NOBODY.search(said):
        return [_task(lead, "", said[: nobody.start()], "")]
    if found := _attributed(lead, said, names) or _fielded(lead, said, names, moment):
        return [found]
    if (match := _TODO_OF.match(said)) and (who := _OWN.get(match["who"].lower(), match["who"])) and names.role(who):
        return [f"{lead}Actions for {who}: {match['rest']}"]
    said = _headed(lead, said, names)
    if (match := _FOR.match(said)) and section(match["label"]) == "actions" and names.role(match["who"]):
        said = f"{match['label']} ({match['who']}): {match['rest']}"
    match = _LABEL.match(said)
    parts = sentences(match["rest"]) if match and section(match["label"]) == "actions" else []
    given = _GIVEN.split(match["rest"]) if match and parts else []
    if match and len(given) > 1:
        return [f"{lead}{match['label']} {part}" for part in given]
    if match and len(parts) > 1 and all(_begins_with_owner(part, names) for part in parts):
        return [f"{lead}{match['label']} {part}" for part in parts]
    return [f"{lead}{said}"]


def _untagged(said: str, names: Cast) -> str:
    """A line with the tag behind it before it: "phone the rep #ada" -> "Ada: phone the rep"."""
    for match in _TAG_BEHIND.finditer(said):
        tag = match["tag"]
        rest = f"{said[: match.start()]}{said[match.end() :]}"
        if names.role(tag) in {"me", "mentor", "both"}:
            return f"{tag} -> {rest}"
        if section(tag) in {"decisions", "next", "questions", "actions"}:
            return f"{tag}: {rest}"
        if tag.lower() in _REMARK and ":" not in said:
            return f"{tag}: {rest}"
    return said


_OWN = {"mine": "me", "my": "me", "hers": "her", "his": "him"}


def _begins_with_owner(text: str, names: Cast) -> bool:
    words = text.split(maxsplit=1)
    return len(words) > 1 and words[0][:1].isupper() and names.role(words[0]) in {"me", "mentor", "both"}


# --- fields


def _task(lead: str, who: str, what: str, due: str) -> str:
    box = "" if re.search(r"\[[xX✓✔]\]|[☑✅✓✔]", lead) is None else "x"
    day = f", by {due}" if due and not _NO_DAY.fullmatch(due) else ""
    depth = len(lead) - len(lead.lstrip())
    return f"{' ' * depth}- [{box or ' '}] {f'{who}: ' if who else ''}{what.strip(' .,;')}{day}"


def _attributed(lead: str, said: str, names: Cast) -> str | None:
    """ "(B) send the file @ada +job due:2027-05-09", "ACTION owner=Ada due=9/5 send the file"."""
    if done := _DONE_ON.match(said):
        return f"{lead}- [x] {said[done.end() :]}"
    listed = _PRIORITY.match(said)
    if listed is None and "=" not in said and "@" not in said and not _DUE.search(said):
        return None
    if listed and any(map(str.isdigit, listed[0])) and not _DUE.search(said):
        return f"- [ ] {' '.join(_PROJECT.sub(' ', said[listed.end() :]).split())}"
    what = _MARK.sub("", said[listed.end() :] if listed else said)
    owner, due = _OWNER.search(what), _DUE.search(what)
    whose = owner if owner and names.role(owner["who"]) in {"me", "mentor", "both"} else None
    if listed and not whose and not due and _begins_with_owner(what, names):
        return f"- [ ] {' '.join(_PROJECT.sub(' ', what).split())}"
    if not ((whose and (due or listed)) or (due and "=" in due[0]) or (due and listed)):
        return None
    for field in (whose, due):
        what = what.replace(field[0], " ", 1) if field else what
    what = " ".join(_PROJECT.sub(" ", what).split())
    return _task(lead, whose["who"] if whose else "", what, due["due"] if due else "") if what else None


def _fielded(lead: str, said: str, names: Cast, moment: Moment) -> str | None:
    """ "send the file — Ada — 9 May", "send the file [ada] [9/5]": fields behind a task, one of them whose it is."""
    said = _SLASHED.sub(r"\g<to> \g<who> — ", said) if " / " in said else said
    steps: list[tuple[str, str]] = []  # what stands before each field, and the field, from the last on
    while len(steps) < MOST_FIELDS and (match := _FIELD.match(steps[-1][0] if steps else said)):
        steps.append((match["before"], (match["in"] or match["after"]).strip()))
    at = next((n for n, (_, field) in enumerate(steps) if names.role(field) in {"me", "mentor", "both"}), None)
    if at is None:
        return _led(lead, steps, names, moment)
    what, who = steps[at]
    behind = [field for _, field in steps[:at]]
    days = [field for field in behind if _is_day(field, moment)]
    others = [field for field in behind if field not in days]
    if not behind and steps[at + 1 :] and _is_day(steps[at + 1][1], moment):
        what, day = steps[at + 1]
        days = [day]
    if (others and "[" not in lead) or not (days or others) or not any(map(str.isalpha, what)):
        return None
    return _task(lead, who, ", ".join([what, *others]), days[0] if days else "")


def _led(lead: str, steps: list[tuple[str, str]], names: Cast, moment: Moment) -> str | None:
    """ "Task 1: Ada - request the codes - 17 Nov": whose it is stands first, and the day last."""
    if len(steps) < LEAST_LED or not _is_day(steps[0][1], moment):
        return None
    what = _MARK.sub("", steps[0][0])
    match = _DASHED.match(what)
    if match is None or names.role(match["who"]) not in {"me", "mentor", "both"}:
        return None
    return _task(lead, match["who"], match["rest"], steps[0][1])


def _is_day(field: str, moment: Moment) -> bool:
    return _NO_DAY.fullmatch(field) is not None or (len(field.split()) < MOST_DAY and has_date(field, moment))


# --- who stands before a line


# "From her side: a list of suppliers"
_FROM = re.compile(r"^from (?P<who>her|him|me|his|my)(?: (?:side|end|part))?:\s+(?P<rest>\S.*)$", re.IGNORECASE)


def _headed(lead: str, said: str, names: Cast) -> str:
    """ "noam > the page", "NA   the offer", "ADA DOES x", "gav: call", "ako (me): x" with the name and a colon."""
    if match := _FROM.match(said):
        return f"{_OWN.get(match['who'].lower(), match['who'])}: {match['rest']}"
    match = _POINTED.match(said) or _DOES.match(said)
    if match and names.role(match["who"]):
        return f"{match['who']} -> {match['rest']}"
    tag = _TAG.match(said)
    if tag and not names.role(tag["tag"]) and (match := _HEAD.match(said[tag.end() :])) and names.role(match["who"]):
        return said[tag.end() :]
    if (match := _COLUMNS.match(said)) and names.role(match["who"]) and not _is_time(match["rest"]):
        rest = re.sub(r"\s{2,}", ", ", match["rest"])
        return f"{match['who']} -> {rest}"
    match = _HEAD.match(said)
    if match is None or names.role(match["who"]):
        return said
    if match["in"] and names.role(match["in"]) in {"me", "mentor", "both"} and not section(match["who"]):
        return f"{match['in']}{match['sep']} {match['rest']}"
    who = _PARTICLE.sub("", match["who"]) if not match["in"] else ""
    if who != match["who"] and names.role(who):
        return f"{who}{match['sep']} {match['rest']}"
    full = _short_for(match["who"], names, initial=bool(lead.strip()) or match["sep"].strip() != ":")
    return f"{full}{match['sep']} {match['rest']}" if full and not match["in"] else said


def _is_time(words: str) -> bool:
    return re.match(r"[\[(]?(?:\d{1,2}:\d\d|(?:today|yesterday)\b)", words, re.IGNORECASE) is not None


def _short_for(word: str, names: Cast, *, initial: bool) -> str:
    """The name that "gav", or an initial, is short for; "" where it may be anybody or anything."""
    key = fold(word.strip())
    if (len(key) < SHORT and not (initial and len(key) == 1 and word.isupper())) or not key.isalpha() or section(word):
        return ""
    found = {_longer(key, names.proper.get(role, frozenset())) for role in ("me", "mentor")} - {""}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=256)
def _longer(key: str, known: frozenset[str]) -> str:
    """The shortest of the names that begin with `key`; "" for none."""
    return min((name for name in known if name.startswith(key) and name.isalpha()), key=len, default="").capitalize()
