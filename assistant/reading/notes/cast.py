"""Who "I", "you", the names, the initials and the handles of notes are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.reading.commands.names import fold

_MARKS = ' *_`@:"()[]<>{}.,-–—'
# Between the names of two who do something together.
_JOINED = re.compile(r"\s*(?:,|/|\+|&|\band\b|\bund\b|\by\b|\be\b|\bet\b|(?<=\w)\s(?=@))\s*", re.IGNORECASE)
_CLOSING = re.compile(
    r"\n\s*(?:bises?|bisous|biz|à bientôt|amitiés|groet(?:en|jes)|abra[cç]os?|beijos?|abrazos?|un caro saluto|saluti"
    r"|all the best|best(?: wishes| regards)?|kind regards|regards"
    r"|cheers|thanks|many thanks|warmly|yours|lg|vg|liebe grüße|viele grüße"
    r"|cordialement|bien à toi|saludos|un abrazo)[,.!]?\s*\n+\s*(?P<name>[^\n]{2,40})\s*$",
    re.IGNORECASE,
)
# "Suresh sir", "Professor Stein", "Aunty Folake": what stands beside a name out of courtesy.
_HONOURED = re.compile(
    r"^(?:capt(?:ain)?|rev|sgt|lt|col|maj|gen|judge|justice|father|rabbi|imam|engr?|ing|arch|chef|maestr[oa]|doc|doctor"
    r"|cikgu|tata|tita|tito|tia|tio|zia|zio|oom|tannie|onkel|tante|tonton|mama|baba|mzee|nana|abang|don|dato"
    r"|dr|prof|professor|mr|mrs|ms|miss|mx|sir|madam|dame|aunt(?:y|ie)?|uncle|auntie|brother|sister|pastor"
    r"|coach|frau"
    r"|herr|mme|madame|monsieur|se[nñ]ora?|sra?|dona?|do[nñ]a|dott(?:oressa)?|signora?|pan[i]?|kuya|ate|pak|bu|mas"
    r"|mbak|kak|lord|lady)\.? (?=.)"
    r"|(?: |-)(?:sir|mam|ma'am|maam|madam|ji|sahib|saheb|saab|sab|bhai|didi|hyung|noona|unnie|oppa|nim|ssi|senpai"
    r"|san|sensei|hoca|abi|abla|garu|po|madame)$"
)
_NO_INITIAL = frozenset("aioueyr")  # words of their own, in one tongue or another
_SELF = frozenset({"me", "i", "myself", "mine", "self", "ich", "moi", "je", "yo", "eu", "io", "ik"})
_BOTH = (
    "we",
    "both",
    "us",
    "all",
    "everyone",
    "the group",
    "together",
    "wir",
    "nous",
    "nosotros",
    "nós",
    "noi",
    "wij",
    "las dos",
    "los dos",
    "ambos",
    "ambas",
    "beide",
    "les deux",
    "tous les deux",
    "toutes les deux",
    "entrambi",
    "entrambe",
    "allebei",
    "both of us",
    "the two of us",
    "ours",
    *("à deux", "in due", "zu zweit", "tutti e due", "tutte e due", "os dois", "as duas", "begge", "båda", "båda två"),
    *("begge to", "molemmat", "oboje", "obaj", "obie", "oba", "mindketten", "оба", "обе"),
    "zusammen",
    "ensemble",
    "juntos",
    "insieme",
    "samen",
    "du und ich",
    "wir beide",
)

_ANYBODY = frozenset({"you", "du", "sie", "she", "he", "her", "him", *_BOTH})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who. `roles`: folded name or initials → "me", "mentor", "both". writer: whose "I" it is.

    by_name: only names and initials count; among many people "I", "she" and "all" may be anybody."""

    roles: dict[str, str]
    writer: str = "me"
    by_name: bool = False
    mentor: str = ""  # how the mentor is called
    to_mentor: bool = False  # "you" is the mentor, to whom the words are written
    to_self: bool = False  # "you" is the writer, who writes to themselves
    proper: dict[str, frozenset[str]] = field(default_factory=dict)  # role → the words of their names
    talks: frozenset[str] = frozenset()  # what the writer calls being with the mentor: "aperitivo with Minerva"

    def role(self, word: str) -> str:
        """ "me", "mentor", "both", or "" for nobody of the two (or somebody else among them)."""
        said = word.strip(_MARKS)[:80].removesuffix("'s")
        one = self._one(said)
        if one or not _JOINED.search(said):
            return one
        several = {self._one(part) for part in _JOINED.split(said) if part.strip()}
        if "" in several or not several:
            return ""
        return several.pop() if len(several) == 1 else "both"

    def _one(self, word: str) -> str:
        key = fold(word.strip(_MARKS))
        if self.by_name and (key in _SELF or key in _ANYBODY):
            return ""
        if key in _SELF:
            return self.writer
        if key in {"you", "du", "sie", "tu", "vous", "jij", "você", "usted"}:
            return "mentor" if self.writer == "me" and not self.to_self else "me"
        return self.roles.get(key, "") or self.roles.get(_HONOURED.sub("", key).strip(" ."), "")

    def names(self, text: str, role: str) -> bool:
        """Whether a name of `role` stands in the text (pronouns do not count)."""
        return not self.proper.get(role, frozenset()).isdisjoint(re.findall(r"[^\W\d_]{3,}", fold(text)))


def _names_of(name: str, role: str) -> dict[str, str]:
    words = [word for word in fold(name).split() if word.strip(".") not in {"dr", "prof", "mr", "mrs", "ms"}]
    if not words:
        return {}
    keys = {
        " ".join(words),
        words[0],
        words[-1],
        "".join(words),
        ".".join(words),
        "_".join(words),
        "".join(word[0] for word in words),
        "".join(word[0] for word in words[:2]),
        "".join(word[:2] + word[2:3] if word.startswith("mc") else word[0] for word in words),  # "GMcA"
        " ".join(words[:2]),
        words[0][0] + words[-1][0],
        f"{words[0][0]} {words[-1]}",
        f"{words[0][0]}{words[-1]}",
        f"{words[0][0]}. {words[-1]}",
        f"{words[0]} {words[-1][0]}",
        *(word for word in words[1:-1] if len(word) > len("van") and word.isalpha()),  # "Minh Châu Nguyễn": Châu
        *(f"{title} {words[-1]}" for title in ("dr", "dr.", "prof", "prof.", "professor", "mr", "mrs", "ms")),
    }
    return {key: role for key in keys if len(key) > 1}


# At the end of a line of words: thanks may be somebody else's, so they are none.
_CLOSED = re.compile(
    r"(?<=[.!?])\s+(?:all the best|best(?: wishes| regards)?|kind regards|regards|warmly|yours|lg"
    r"|vg),\s*(?P<name>[^\n.,]{2,40})\s*$",
    re.IGNORECASE,
)


def _signed(text: str) -> str:
    """The name behind a closing at the end of pasted words: "Best, / Minerva"."""
    match = _CLOSING.search(text[-300:]) or _CLOSED.search(text[-300:])
    return match["name"].strip() if match else ""


_TO_SELF = re.compile(
    r"^\W{0,3}(?:note|memo|reminder|message|mail) to (?:my)?self\b|^dear (?:me|diary)\b", re.IGNORECASE | re.MULTILINE
)
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|I'm|I'll|me|my|mine|we|us|our)\b")


def _is_to_self(text: str, roles: dict[str, str]) -> bool:
    """Whether "you" is the writer: a note to self, or one that never says "I" and tells of the mentor as of another."""
    head = text[:4000]
    if not _YOU.search(head):
        return False
    if _TO_SELF.search(head[:600]):
        return True
    told = any(roles.get(word) == "mentor" for word in re.findall(r"[^\W\d_]{2,}", fold(head)))
    return told and not _I.search(head)


_SALUTE = re.compile(
    r"^\s*(?:dear|hi|hello|hey|liebe[r]?|ch[eè]re?|querid[ao]|car[ao]|beste"
    r"|kj[aæ]re)\s(?P<who>[\w.' -]{2,40}?)\s*[,!:](?:\s|$)",
    re.IGNORECASE | re.MULTILINE,
)


_CALLS = re.compile(r"\s*(?P<who>[^\W\d_][\w.' -]{1,30}), [a-z]")


def _sender(text: str, roles: dict[str, str]) -> str:
    """The name alone at the end of a letter that begins with the other's name alone: "Ada," … "Minerva McGee"."""
    said = [line.strip() for line in (text[:300] + "\n" + text[-300:]).split("\n") if line.strip()]
    first, last = (said[0], said[-1]) if said else ("", "")
    whom, who = roles.get(fold(first.rstrip(" ,:!")), ""), roles.get(fold(last), "")
    return last if first.endswith(",") and {whom, who} == {"me", "mentor"} else ""


def _saluted(text: str, roles: dict[str, str]) -> set[str]:
    """Whom a letter begins with: the roles of the names behind "Dear"."""
    match = _SALUTE.search(text[:300])
    if match is None and (first := _CALLS.match(text)) and roles.get(fold(first["who"])) == "mentor":
        return {"mentor"}  # "Minerva, this is what I kept:"
    who = fold(match["who"]) if match else ""
    found = {roles.get(who) or roles.get(word, "") for word in _HONOURED.sub("", who).split()}
    return set() if "" in found else found


_WITH = re.compile(
    r"(?P<what>[^\W\d_]{3,20}),? (?:with|w/|w|mit|avec|con|com|met|med|z|con la|avec la) (?P<whom>[^\W\d_]+)",
    re.IGNORECASE,
)
LOOKED_AT = 4000  # characters


def _talks(text: str, roles: dict[str, str]) -> frozenset[str]:
    """What stands before "with Minerva": that again is the next meeting, whatever it is."""
    found = (match for match in _WITH.finditer(text[:LOOKED_AT]) if roles.get(fold(match["whom"])) == "mentor")
    return frozenset(match["what"].lower() for match in found if match["whom"].lower() not in _ANYBODY) - _NO_TALK


# "He works with Minerva": a verb or a small word before it is no name of a talk.
_NO_TALK = frozenset({
    "agree", "agreed", "am", "are", "check", "did", "discuss", "discussed", "fine", "happy", "meet", "met", "now",
    "out", "share", "speak", "spoke", "talk", "talked", "that", "this", "today", "up", "was", "work", "works",
    "yesterday",
})  # fmt: skip


def cast(text: str, protege: str, mentor: str) -> Cast:
    """Who is who in these notes; the text of a mail from the mentor turns "I" and "you" around."""
    roles = _names_of(protege, "me")
    for key, role in _names_of(mentor, "mentor").items():
        roles.setdefault(key, role)
    for pronoun in ("she", "he", "her", "him", "hers", "his", "my mentor", "your mentor", "mentor"):
        roles[pronoun] = "mentor"
    letters = [one[:1].casefold() for one in (protege.strip(), mentor.strip())]
    if all(letters) and letters[0] != letters[1]:  # "d sends me the form"
        for letter, role in zip(letters, ("me", "mentor"), strict=True):
            if letter not in _NO_INITIAL:
                roles.setdefault(letter, role)
    for courtesy in ("sir", "madam", "mam", "ma'am", "professor", "the professor", "prof", "coach"):
        roles.setdefault(courtesy, "mentor")
    for both in _BOTH:
        roles[both] = "both"
    roles["the mentor"] = "mentor"
    for own in ("mentee", "protege", "the mentee", "undersigned", "the undersigned"):
        roles[own] = "me"
    author = re.search(
        r"^(?:from|von|de|da|van|fra|från)\s?:\s*(?P<name>[^<\n]{2,60})", text[:2000], re.IGNORECASE | re.MULTILINE
    )
    said = author["name"].strip(' "') if author else _signed(text) or _sender(text, roles)
    saluted = _saluted(text, roles)
    writer = "mentor" if "me" in saluted and not author else roles.get(fold(said), "me")
    proper = {
        role: frozenset(key for key, whose in roles.items() if whose == role and len(key) > 2 and key not in _ANYBODY)
        for role in ("me", "mentor")
    }
    writer = writer if writer in {"me", "mentor"} else "me"
    return Cast(
        roles,
        writer,
        mentor=mentor.split(maxsplit=1)[0] if mentor.split() else "",
        to_self=writer == "me" and _is_to_self(text, roles),
        to_mentor=writer == "me" and "mentor" in saluted,
        proper=proper,
        talks=_talks(text, roles),
    )
