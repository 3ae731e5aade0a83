"""Marks of privacy by their grammar: what may not be done, and to whom, in any order and wording.

Each word of a sentence becomes the letter of its class (`languages/*.toml`, section [discretion]); each rule is a
pattern of such letters, the same for every language: no phrase is needed for "don't let her see" or "sie soll das nicht
sehen". In doubt it is a mark (promise 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.reading.languages import by_language, phrases
from assistant.reading.privacy.words import folded

# The classes of words. `x` is any other word; what parts clauses stands for itself.
CLASSES = {
    "not": "N",  # do not, never, nothing, without
    "no": "n",  # an answer, and before a noun: "share? no", "no recap"
    "mustnt": "Y",  # negation and duty in one word: mustn't
    "nobody": "Z",
    "tell": "D",  # to pass on what one knows: share, tell, repeat, disclose
    "carry": "C",  # to bring words somewhere: send, put, write, include, show
    "send": "c",  # the same of verbs with which one also writes to a person: there it takes "this", or the recap
    "know": "K",  # what comes of it: see, know, hear, find out
    "omit": "H",  # leave out, redact: of words only
    "cut": "h",  # remove, skip: of words and of things
    "keep": "G",
    "from": "Q",  # from, out of, away from: behind what is kept
    "only": "O",
    "us": "I",  # the writer, alone or with the assistant
    "them": "W",  # who is not to know; every name besides
    "record": "R",  # the recap, the mail, the minutes
    "place": "P",  # this room, my head, this mailbox
    "to": "F",  # for, to, in, with
    "this": "T",
    "let": "A",  # let, want, allow
    "must": "X",
    "knows": "k",  # the same as something that is so: saw, reads, reaches
    "unsaid": "M",  # a prohibition in one word: söyleme, neříkej
    "upset": "E",  # furious, hurt: if she knew
    "leave": "L",
    "stay": "S",
    "except": "V",
    "unaware": "U",
    "we": "J",  # who says what is so, and asks for nothing: "we don't share code"
    "but": "B",  # turns the sense: forget to, hesitate to, what to
}
# In the rules: END and START of a clause; a LABEL of few words before a colon, a dash or a closing bracket; what only
# stands BARE before one of these.
_SHORT = {
    "END": r"(?=[.,:?()|/-]|$)",
    "START": r"(?:(?<=[.,:?()|/-])|^)x?",
    "LABEL": r"(?:(?<=[.?()|/-])|^)(?=\w{2,10}[:)|-])",
    "BARE": r"(?=[:)|])",
}
_RULES = (
    # Not to be passed on: "do not send this", "never repeat it to her", "ne pas mettre dans le compte rendu".
    r"[NY]N?[XAF]?[xNT]?T?DT(?!B)|NFxK(?=F)|NFxKEND|YxK(?=F)|YxKEND",
    r"(?<![JW])[NY]N?[XAF]?[xNT]?T?(?:D(?:END|[xTF]{0,5}[WRZ])|[Cc]T(?:END|F)|cT?Fx?T?R|cTF?x?T?[WRZ]|cR|C(?:T?Fx?T?|T)?[WRZ]|DN(?=T)|DNEND)(?!B)",
    r"STARTN[XFA]?[Cc]END|START[nN][DR]END|STARTn[cC][FT]",
    r"N[xX]{0,3}F?D[WZ](?=T)|N[xX]{0,3}F?D[WZ]END",
    # The same with the verb last, or its negation: "Helen nichts sagen", "visa inte Helena", "zeig das Helen nicht".
    r"WF?[xT]?[XN]?N[xT]?[DCc]END",
    r"N[FT]{1,2}x?(?:[WR][xFT]?[DC]|R[xFT]?c)|[XN]NF?[WRT]F?[DC]END",
    r"[DC][TWF]{0,2}N(?:T?F?[xT]?[WRZ](?!B)|T?END)",
    r"[DC][TF]{0,2}ZEND|START[DC]Z|Z[TFx]?N?[DC]END|M[xTFW]{0,2}END",
    # Not for them: "not for Helen", "nothing of this to Minerva", "not in the recap".
    r"NX?F[xT]{0,2}[WR]END|STARTZF[xT]?[WR]END|(?:(?<=[.:?()|/-])|^)NF[xT]?[WR](?!B)|Tx?xNF[WR]|NFWF?K",
    r"STARTN[WR]BARE|STARTn[WR]BARE|STARTN[xF]{0,3}T[xF]{0,2}WEND",
    # They are not to know: "Helen mustn't know", "soll davon nichts erfahren", "don't let her see".
    r"[Ww][xTN]{0,2}(?:N?X[xTFW]{0,2}[NY]|N[xT]?X|Y)[xTFXN]{0,2}[KL]|WX[KT]{1,2}N|[XY]N?WT?N?K",
    r"[Ww]x?N[Kk]F?T?END|[ZN]k?[xT]?kW|E(?:B[WwZxT]{1,2}[xX]?|FX?)[Kk]",
    r"(?<!J)N[xF]?AF?[xTA]?[WZ][xTXFN]{0,3}[KDCL]|NAF?[xT]?W[xT]{0,2}[KDCL]|NAT?x?[KLD]END",
    r"AF?x?WN[xTN]{0,2}K|W[xXGSN]{1,4}U(?=F)|W[xXGSN]{1,4}UEND|UF[TI]|GWU",
    r"Z(?:Fx)?[xXTV]{0,3}N?[xXT]{0,2}K(?=[TF.,:?()|/-]|$)|[ZN]x?V[xF]?[IJ]",
    # Leave it out: "exclude this line", "skip in the recap", "keep it from her".
    r"STARTH(?:T|END)|HTx?END|H[xT]{0,2}[QF][xTW]{0,4}[RW]|h[xT]{0,2}[QF]T?R|[GS][xT]{0,3}Q[xT]{0,3}[RW]",
    # For nobody but the writer: "only for me", "yours and mine alone", "stays in my head".
    r"OF[mWw]BARE|OFx?IEND|[FP]?x?IOEND|O[FI]IP?END|ODF?[IJ]|START[FP]IP?O|(?:^|(?<=[./(|-]))[IPw]OBARE|FI[x,]?Z",
    r"SOF?[IP]|SF[xT]?[IP]END|SFIP|N[xAX]?L[xTF]?T?[PR]",
    # A label of few words, in any order, and one that is answered: "nothing that Minerva reads:", "recap: no".
    r"LABEL(?:(?=\w*[NYZHM]\w*R|\w*R\w*[NYZHM]|\w*nF?R|\w*N\w*FD)|(?=\w*h\w*[QFBx]\w*[RCc]))\w+",
    r"LABEL(?=\w*[NYZHM])(?=\w*[Ww])(?=\w*[DCcKk]|\w*F[xT]?W)\w+",
    r"LABEL(?=[A-IK-Z]*(?:[NYZHh][A-IK-Z]*[DCcKWR]|[DCcKWR][A-IK-Z]*[NYZHh]))[A-IK-Z]{2,6}(?!\w)",
    r"(?:^|(?<=[.,(|/]))(?:xF|W)?[DCcKR][xFWR]{0,3}[:?]+[Nn]END",
)
_WRITTEN_OUT = re.compile("|".join(_SHORT))
_RULE = re.compile(_WRITTEN_OUT.sub(lambda short: _SHORT[short[0]], "|".join(f"(?:{rule})" for rule in _RULES)))
_NEEDED = frozenset("NnYZHhGOSUME")  # no mark without one of them
_TOKEN = re.compile(
    r"(?:[nldsjmtc]|qu)'(?=\w)|[^\W_]+(?:'[^\W_]+)*|[🚫⛔🙅]"
    r"|[.!?…;:：=,，。！？、()\[\]{}<>|\n]|\s[-–—]+\s|--+|—"
)
_SIGNS = {
    ".": ".!…;。！",
    "?": "?？",
    ",": ",，、",
    ":": ":：=",
    "/": "\n",
    "(": "(<[{",
    ")": ")>]}",
    "|": "|",
    "N": "🚫⛔🙅",
}
_PARTS = {sign: letter for letter, signs in _SIGNS.items() for sign in signs}
_NO_SIGN = re.compile(r"[🚫⛔🙅#]")
_SHORTEST_STEM = 3
_LONGEST_TAG = 32
_NOUNS_ARE_CAPITAL = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The classes of words of all languages: of one word, of a stem, and of several words by their first one."""

    words: dict[str, tuple[tuple[str, str], ...]]
    several: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]


@cache
def _lexicon() -> _Lexicon:
    words: dict[str, list[tuple[str, str]]] = {}
    several: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for language, table in by_language("discretion").items():
        for key, some in table.items():
            for phrase in some:
                parts = tuple(folded(phrase).lower().split())
                if len(parts) == 1:
                    words.setdefault(parts[0], []).append((language, CLASSES[key]))
                else:
                    several.setdefault(parts[0], []).append((parts, language, CLASSES[key]))
    longest_first = {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in several.items()}
    return _Lexicon({word: tuple(some) for word, some in words.items()}, longest_first)


@dataclass(frozen=True, slots=True)
class _Word:
    """What the lists know of a token. sign: the letter of what parts clauses, "" for a word."""

    plain: str
    sign: str
    classes: tuple[tuple[str, str], ...]  # language and class
    several: tuple[tuple[tuple[str, ...], str, str], ...]  # the phrases that begin with it
    known: bool


@lru_cache(maxsize=8192)
def _word(token: str) -> _Word:
    plain = token.lower()
    sign = "" if token[0].isalnum() else _PARTS.get(token, "-")
    several = _lexicon().several.get(plain, ())
    classes = _classes(plain)
    return _Word(plain, sign, classes, several, bool(classes or several))


def _classes(word: str) -> tuple[tuple[str, str], ...]:
    """Language and class of a word: as it stands, else by its longest stem."""
    words = _lexicon().words
    if word in words:
        return words[word]
    stems = (f"{word[:size]}*" for size in range(len(word), _SHORTEST_STEM - 1, -1))
    return next((words[stem] for stem in stems if stem in words), ())


def _is_known(word: str) -> bool:
    return word in _lexicon().several or word in _lexicon().words


@cache
def _needed_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and the stems, without one of which nothing is a mark."""
    lexicon = _lexicon()
    known = {word for word, some in lexicon.words.items() if any(letter in _NEEDED for _, letter in some)}
    known |= {word for word, some in lexicon.several.items() if any(letter in _NEEDED for _, _, letter in some)}
    return frozenset(word for word in known if "*" not in word), tuple(word[:-1] for word in known if "*" in word)


def may_find(text: str) -> bool:
    """Whether a folded text holds a word without which it has no mark. Cheap, and never wrong where it says no."""
    words, stems = _needed_words()
    said = {token.lower() for token in _TOKEN.findall(text)}
    return (
        _NO_SIGN.search(text) is not None or not words.isdisjoint(said) or any(word.startswith(stems) for word in said)
    )


def find(text: str, names: re.Pattern[str] | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each mark in a folded text, in their order; they may overlap. names: the mentor's. Linear."""
    tokens = list(_tokens(text, names))
    words = [_word(token) for token, _, _ in tokens]
    letters: list[str] = []
    for (token, _, _), word in zip(tokens, words, strict=True):
        letters.append(word.sign or (_name(token, letters, names) if token[0].isupper() else "x"))
    by_language = _by_language(words)
    found: set[tuple[int, int]] = set()
    if "N" in letters:  # a sign that says no in every language
        by_language.setdefault("en", {})
    for language, known in by_language.items():
        if "N" in letters or not _NEEDED.isdisjoint(known.values()):
            found.update(_marks(tokens, letters, known, language))
    return iter(sorted(found))


def _by_language(words: list[_Word]) -> dict[str, dict[int, str]]:
    """The class of each word that a language knows, by its place; "" for the further words of a phrase."""
    found: dict[str, dict[int, str]] = {}
    until: dict[str, int] = {}  # how far a phrase of several words reaches
    for number, word in enumerate(words):
        if not word.known:
            continue
        for phrase, language, letter in word.several:
            said = words[number : number + len(phrase)]
            if until.get(language, 0) <= number and tuple(one.plain for one in said) == phrase:
                known = found.setdefault(language, {})
                known[number] = letter
                known.update(dict.fromkeys(range(number + 1, number + len(phrase)), ""))
                until[language] = number + len(phrase)
        for language, letter in word.classes:
            if until.get(language, 0) <= number:
                found.setdefault(language, {}).setdefault(number, letter)
    return found


def _marks(
    tokens: list[tuple[str, int, int]], letters: list[str], known: dict[int, str], language: str
) -> Iterator[tuple[int, int]]:
    """The marks that the words of one language make, together with names."""
    guessed = {"m": "x", "w": "x"} if language in _NOUNS_ARE_CAPITAL else {"m": "W"}
    said = [guessed.get(letter, letter) for letter in letters]
    for number, letter in known.items():
        said[number] = letter
    places = [number for number, letter in enumerate(said) if letter]
    for match in _RULE.finditer("".join(said)):
        first, last = places[match.start()], places[match.end() - 1]
        while last + 1 < len(letters) and known.get(last + 1) == "":
            last += 1  # the other words of a phrase
        yield tokens[first][1], tokens[last][2]


def _tokens(text: str, names: re.Pattern[str] | None) -> Iterator[tuple[str, int, int]]:
    for match in _TOKEN.finditer(text):
        if match.start() and text[match.start() - 1] == "#" and 4 < len(match[0]) <= _LONGEST_TAG:
            yield from ((word, *match.span()) for word in ("|", *_of_tag(match[0], names), "|"))
        else:
            yield match[0], match.start(), match.end()


def _name(token: str, before: list[str], names: re.Pattern[str] | None) -> str:
    """Of a capital word: "W" for the mentor's name, "m" for what may be one, "w" where it begins a sentence, or "x"."""
    if names is not None and names.fullmatch(token):
        return "W"
    plain = token.lower()
    if token.isupper() or "'" in token or plain in _day_names():
        return "x"
    if before and before[-1] in "xwmW":
        return "m"
    return "x" if _is_known(plain) else "w"


@cache
def _day_names() -> frozenset[str]:
    return frozenset(" ".join((*phrases("days", "months"), *phrases("days", "weekdays"))).lower().split())


def _of_tag(tag: str, names: re.Pattern[str] | None) -> list[str]:
    """The words of a tag: "doNotShare" -> do, not, share; what no list knows at its end is a name: "notforHelen"."""
    plain = tag.lower()
    named = next((n for n in range(len(tag)) if names is not None and names.fullmatch(tag[n:])), len(tag))
    fewest: dict[int, list[str]] = {0: []}
    for end in range(1, named + 1):
        known = [start for start in fewest if _is_known(plain[start:end])]
        if known:
            start = min(known, key=lambda one: len(fewest[one]))
            fewest[end] = [*fewest[start], plain[start:end]]
    reached = named if named < len(tag) and named in fewest else max(fewest)
    name = [tag[reached:].capitalize()] if reached < len(tag) else []
    return [*fewest[reached], *name] if reached else [tag]
