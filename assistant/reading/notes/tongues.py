"""Promises, decisions and to-dos in other languages than English, by the tables of `languages/*.toml`, `[notes]`."""

from __future__ import annotations

import re
from functools import cache

from assistant.reading.languages import phrases
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING

# What may stand between "je" and its verb.
_CLITIC = (
    r"(?:(?:ne|me|te|se|lui|leur|le|la|les|lo|y|en|nous|vous|mi|ti|gli|li|ci|lhe|o|a|os|as|nos|m'|t'|l'|lui|ihr|ihm"
    r"|es|sie|ihn|auch|noch|dann|también|aussi|anche|também|ook)\s+|[mtl]')"
)
_WHO = r"(?P<who>[^\W\d_][\w'-]{0,25}(?:\s[^\W\d_a-zà-ÿ][\w'-]{1,25})?)"
_LEAD = r"(?:(?:und|et|y|e|en|also|dann|puis|luego|poi|depois|dan|alors|entonces|allora|então|ok|dus)\s++|\W)*"
_INFINITIVE = re.compile(
    r"^(?:(?:(?:[mlts]'|me |te |se |le |la |lui |les |lo |ne )?(?P<romance>[^\W\d_]{2,}(?:ar|er|ir|re|ire|are"
    r"|ere)(?:me"
    r"|te|se|le|lo|la|les|los|las|lhe|li|gli)?)\s+\S)"
    r"|[^,;:.!?]{3,80}?\s(?P<last>[a-zäöüß]{3,}en)(?:[,;.(]|\s\(|$))",
    re.IGNORECASE,
)
# English words that end like an infinitive of Spanish or German.
_ENGLISH = re.compile(
    r"(?:her|never|ever|after|under|over|other|another|offer|enter|order|for|more|are|there|where|were|here|share"
    r"|compare|prepare|year|hear|near|clear|fear|bear|water|paper|power|later|number|letter|better|whether|remember"
    r"|consider|deliver|cover|discover|answer|wonder|register|refer|center|centre|theatre|care|rare|sure|before|fire"
    r"|hire|acquire|require|store|score|chair|their|air|fair|pair|four|user|user|manager|member|winter|summer"
    r"|career)",
    re.IGNORECASE,
)
_ENGLISH_EN = re.compile(
    r"(?:then|when|even|often|been|seen|open|taken|written|given|ten|women|men|children|listen|happen|garden|kitchen"
    r"|green|between|golden|driven|broken|spoken|chosen|proven|hidden|eaten|screen|token|pen|shorten|strengthen)",
    re.IGNORECASE,
)
_PAST = frozenset({"met", "lies", "fit", "rest", "put"})  # English words that are verbs of doing elsewhere
_ENGLISH_WHO = frozenset(
    [
        "i",
        "you",
        "she",
        "he",
        "her",
        "him",
        "we",
        "us",
        "they",
        "them",
        "both",
        "all",
        "me",
        "it",
        "the",
        "this",
        "that",
    ]
)
_ELIDED = re.compile(r"\bj'(?=[aeéèêioyh])", re.IGNORECASE)  # "j'enverrai"
# German and Dutch say it last: "Wir haben uns auf Teilzeit geeinigt".
_DECIDED_LAST = re.compile(
    r"\b(?:wir haben|we hebben|wij hebben)\b.{1,100}\b(?:geeinigt|entschieden|beschlossen|vereinbart|festgelegt"
    r"|ausgemacht|afgesproken|besloten|gekozen)\b",
    re.IGNORECASE,
)
# Where "I" stands in the verb: "Taglio il capitolo", "Envío la carta"
_OWN_VERB = re.compile(
    rf"^{_LEAD}{_CLITIC}*(?P<verb>[^\W\d_]{{2,}}o) (?:il|lo|la|gli|le|un|una|el|los|las|os|meu|minha|mio|mia"
    r"|mi|al|alla|all'|l')[\s'](?=\S)",
    re.IGNORECASE,
)
LONGEST = 400


def _forms(key: str) -> str:
    """The phrases of a key; a `*` stands for any ending, a short one behind a short stem."""
    found = []
    for phrase in phrases("notes", key):
        stem = phrase.removesuffix("*")
        ending = "" if stem == phrase else r"\w{0,8}"
        found.append(re.escape(stem) + ending)
    return "|".join(found)


@cache
def _table() -> dict[str, re.Pattern[str]]:
    state, will, do = (_forms(key) for key in ("state", "will", "do"))
    return {
        "subject": re.compile(rf"^{_LEAD}{_WHO}\s+{_CLITIC}*(?P<verb>[^\W\d_][\w'-]*)\b(?P<rest>.*)$", re.IGNORECASE),
        "turned": re.compile(
            rf"^(?P<before>[^,;:.]{{0,40}}?)\b(?P<verb>{do}|(?P<will>{will}))\s+{_WHO}\b(?P<rest>.*)$", re.IGNORECASE
        ),
        "will": re.compile(rf"^{_LEAD}{_WHO}\s+{_CLITIC}*(?:{will}),?\s+(?P<rest>\S.*)$", re.IGNORECASE),
        "own": re.compile(rf"^{_LEAD}(?:{_forms('own')})\s+(?P<rest>\S.*)$", re.IGNORECASE),
        "do": re.compile(rf"(?:{do})", re.IGNORECASE),
        "state": re.compile(rf"(?:{state})", re.IGNORECASE),
        "break": re.compile(
            rf",\s+(?:und |et |y |e |en )?(?=(?:[A-ZÀ-Þ]\w+|{_forms('me')}|{_forms('they')})\s+{_CLITIC}*(?:{do}"
            rf"|{will})\b)"
        ),
        "perhaps": re.compile(rf"\b(?:{_forms('perhaps')})\b", re.IGNORECASE),
        "decided": re.compile(rf"^{_LEAD}(?:{_forms('decided')})\b", re.IGNORECASE),
        "next": re.compile(rf"\b(?:{_forms('next')})\b", re.IGNORECASE),
        "me": re.compile(rf"(?:{_forms('me')})", re.IGNORECASE),
        "they": re.compile(rf"(?:{_forms('they')})", re.IGNORECASE),
        "not": re.compile(r"\b(?:nicht|kein\w*|pas|no|non|não|niet|geen|nie)\b", re.IGNORECASE),
    }


def _role(who: str, names: Cast) -> str:
    table = _table()
    if table["me"].fullmatch(who):
        return names.writer
    if table["they"].fullmatch(who):
        return "mentor" if names.writer == "me" else "me"
    return names.role(who) if who.lower() not in _ENGLISH_WHO else ""


def who(word: str, names: Cast) -> str:
    """Whom "elle" or "ich" before a colon is: "me", "mentor", or "" for no such word."""
    return _role(word, names) if word and len(word) < 6 else ""


def promise(text: str, names: Cast, *, dated: bool) -> str:
    """Whose promise a sentence in another language is: "me" or "mentor"; "" for none. dated: it names a day.

    "Ich schicke es bis Montag", "Ella va a hablar con Lee": a will, or a verb of doing behind who does it; of oneself
    in the present only with a day."""
    head, table = _ELIDED.sub("je ", text[:LONGEST]), _table()
    if text.endswith("?") or table["perhaps"].search(head):
        return ""
    if (match := table["will"].match(head)) and (role := _role(match["who"], names)) in {"me", "mentor"}:
        return "" if table["not"].match(match["rest"]) else role
    if ((match := table["own"].match(head)) and not table["not"].match(match["rest"])) or (
        dated and _is_own_verb(head)
    ):
        return names.writer
    match = table["subject"].match(head)
    role = _role(match["who"], names) if match else ""
    if match is None or role not in {"me", "mentor"}:
        match = table["turned"].match(head)
        role = _role(match["who"], names) if match else ""
        if match is None or role not in {"me", "mentor"} or not (dated or names.role(match["who"])):
            return ""
    verb = match["verb"]
    if verb.lower() in _PAST or (verb.lower() in DOING and "will" in match.groupdict()):
        return ""  # "send Minerva the abstract"
    if match.groupdict().get("will") and not table["not"].search(match["rest"]):
        return role
    if table["state"].fullmatch(verb) or table["not"].search(match["rest"]):
        return ""
    english = table["me"].fullmatch(match["who"]) is None and table["they"].fullmatch(match["who"]) is None
    if table["do"].fullmatch(verb) and match["rest"].strip():
        return role if dated or role == "mentor" else ""
    return role if dated and not english and role == names.writer else ""


def _is_own_verb(head: str) -> bool:
    """Whether a sentence begins with a verb that says "I": "Taglio il capitolo entro lunedì"."""
    match = _OWN_VERB.match(head)
    return match is not None and _table()["state"].fullmatch(match["verb"]) is None


def clause_breaks(text: str) -> list[re.Match[str]]:
    """Where a comma stands before a new promise: "…, Minerva liest den Entwurf"."""
    return list(_table()["break"].finditer(text[:LONGEST])) if "," in text else []


def is_decided(text: str) -> bool:
    """Whether a sentence begins as a decision: "On a décidé de …", "Acordamos …"."""
    head = text[:LONGEST]
    return _table()["decided"].match(head) is not None or _DECIDED_LAST.search(head) is not None


def is_decided_label(head: str) -> bool:
    """Whether a heading, or words before a colon, say that a decision follows: "Beschluss", "ficou decidido"."""
    match = _table()["decided"].match(head[:LONGEST])
    return match is not None and match.end() == len(head)


def next_cue(text: str) -> re.Match[str] | None:
    """The words that speak of the next meeting: "on se revoit", "nächstes Treffen"; None where none do."""
    return _table()["next"].search(text[:LONGEST])


def begins_next(text: str) -> re.Match[str] | None:
    """The words for the next meeting with which a text begins; None where it does not."""
    return _table()["next"].match(text[:LONGEST])


def is_infinitive(text: str) -> bool:
    """Whether words are a to-do in the infinitive: "revisar la carta", "mit dem Chef reden, bis 15. Mai"."""
    match = _INFINITIVE.match(text[:LONGEST])
    if match is None:
        return False
    if match["romance"]:
        return _ENGLISH.fullmatch(match["romance"]) is None
    return _ENGLISH_EN.fullmatch(match["last"]) is None
