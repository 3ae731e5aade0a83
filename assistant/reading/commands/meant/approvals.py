"""Under a draft, in free words: that it may go (L15).

An approval counts only where every clause is one: an order to send, praise, "I have read it", thanks ("Which reading
wins", 2). One clause more, a question, a condition or somebody else's name, and nothing is approved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.courtesy import PARTICLES, is_bare_thanks
from assistant.reading.commands.meant.having_read import changes_nothing, tells_reading
from assistant.reading.commands.meant.scene import Scene

_MOST_WORDS = 40
_CODE = re.compile(r"(?<!\w)[A-Z]\d[A-Z]\d(?!\w)", re.IGNORECASE)
_LETTER = (
    r"(?:draft|note|e-?mail|mail|text|letter|message|wording|version|invite|invitation|recap|summary"
    r"|one|thing|proposal|same)"
)
IT = rf"(?:it|this|that|everything|all(?: of it)?|(?:the|this|that|your) (?:\w+ )?{_LETTER})"
_HOW = (
    r"(?: (?:off|on|out|over|along|away|now|right now|right away|straight away|at once|immediately|asap"
    r"|(?:exactly |just )?as (?:it is|is|it stands|written|it reads)|like this|like that|on its way|through"
    r"|to (?:her|him|them)"
    r"|unchanged|for me))*"
)
_ORDER = re.compile(
    r"(?:(?:please|kindly|do|just|then|now|so|and|go ahead and|feel free to|by all means|yes|go on and"
    r"|you (?:can|may|could|should)|i(?:'d| would) like you to|i want you to|let'?s|let us|i(?:'m"
    r"| am) happy for you to|i(?:'d| would) say) )*"
    rf"(?:(?:send|post|mail|ship|fire|dispatch|release|deliver|submit)(?: {IT}| her| him"
    rf"| them| 'er| er| 'em| em)?(?: {IT})?{_HOW}|go ahead(?: with {IT}| then| now)?(?: and (?:send|post"
    rf"|mail)(?: {IT}| 'er| er| em| 'em)?{_HOW})?|(?:proceed|carry on|do the needful)(?: with {IT})?(?: (?:and"
    rf"|to) (?:send|post"
    rf"|mail)(?: {IT})?{_HOW})?|go for it|fire away|make it so|send away|off with it|out with it"
    rf"|away with it|let {IT} (?:go|fly|leave){_HOW})"
    rf"|(?:then |so |and |now )?{IT} (?:can|may|should|must|is allowed to|could|will)(?: now| then"
    r"| just)? (?:go|leave|be sent|be posted|head out)(?: (?:out|off|now|ahead|away|like this"
    r"|(?:exactly |just )?as (?:it is|written|it stands)|to (?:her|him|them)))*"
    rf"|(?:{IT}(?:'s| is) |we(?:'re| are) )?(?:all |now )?(?:good|ready|clear|cleared|fine|okay|ok"
    rf"|free) (?:to (?:go|send|be sent|leave)|for sending)(?: out| off| now)*"
    rf"|(?:you(?:'ve got| have| got)?|here(?:'s| is)|{IT} has|consider this|this is) (?:my "
    r"|the )?(?:full )?(?:approval|ok|okay|blessing|go-?ahead|green light|permission|yes"
    rf"|seal of approval)(?: (?:for|to send) {IT}| to send)?"
    rf"|(?:i )?(?:hereby )?(?:approve|approved|release)(?: of)?(?: {IT})?|consider {IT} approved"
    rf"|(?:green light|thumbs up|go)(?: from (?:me|my side))?|off (?:you|it|we) go(?:es)?(?: with {IT})?",
    re.IGNORECASE,
)


def word_set(*lists: str) -> frozenset[str]:
    return frozenset(word for one in lists for word in one.split())


# A clause of praise holds nothing but these words, and one of the first two sets: what is not here is not known, and
# what is not known approves nothing. No word that denies, supposes, compares, dates or changes may ever stand here.
GOOD = word_set(
    "good great fine perfect lovely excellent wonderful nice ok okay right correct brilliant splendid super superb",
    "beauty beauts liked loved loving spot beautiful beautifully marvellous marvelous amazing awesome satisfactory",
    "admirable charming delightful elegant cool neat solid clear ideal fantastic terrific fab ace sound accurate",
    "approved cheers alright agreed agree yes yess yesss yup yep yeah sure certainly course absolutely definitely",
    "gladly love like likes wow bravo happy confirmed noted magnificent stunning sorted sweet mint grand chur",
    "choice belter lush champion magic class deadly aye beaut ripper bonza bellissimo perfetto perfecto parfait",
    "prima gut genial bueno bien bene dope sick fire lit nicely pleased pleases content satisfied delighted glad",
    "approve nailed works suits agreement decent fabulous outstanding gorgeous masterful proper apt fitting tidy",
    "impressed impressive exactly precisely ticket stuff easy thanks order well lgtm braw bonnie bonny smashing",
    "cracking cracker peachy sharp lekker legit stellar crisp swell spot-on top-notch tip-top",
)
_READ = word_set(
    "read reread re-read checked gone went looked reviewed proofread proof-read studied seen",
)
BESIDE = word_set(
    "i i'm i've we it it's it'll this that that's the a an is am are has have had been my mine your you me us for",
    "to with by from of in on as and so then now just very really quite pretty totally perfectly simply truly most",
    "indeed much completely fully entirely mighty damn jolly well also both all everything whole thing job work",
    "touch piece draft note mail email e-mail text letter message wording version invite invitation recap summary",
    "one proposal same words tone look looks sounds reads seems feels find think feel believe reckon say oh ah ha",
    "hey hi robin mate bro sis man boss baby hun pal buddy sir madam folks team dude love side end part eyes view",
    "opinion already here how what way came out turned put said written did done do nice over at through twice",
    "again carefully once closely thoroughly times more three point stands will lot please pls kindly thank phew",
    "full complete total every single any word line lines sentence sentences letters",
)
_IDIOM = re.compile(
    rf"(?:(?:i )?(?:would(?:n'?t| not)|'d not|will not|won't) (?:change|touch|alter) (?:(?:an?|one|any|another"
    rf"|single|thing|word|comma|anything|it)\b ?){{1,4}}"
    r"|nothing(?: is|'s)? (?:missing|wrong|amiss|lacking)(?: at all| in it)?|(?:(?:(?:i|we) )?have |(?:i|we)'ve "
    r"|there(?:'s| is|'re| are) )?(?:no|zero)(?: further| more| other)? (?:changes?|dramas?|worries"
    r"|objections?|edits?|corrections?|complaints?|remarks?|comments?|wishes|notes|problems?)"
    r"(?: (?:needed|necessary|at all|from (?:me|my side)|on my (?:side|end)|to (?:make|suggest|propose|the \w+)))*"
    r"|(?:i have |i've |there(?:'s| is) )?nothing (?:at all )?(?:i(?:'d| would) |to )(?:add|change|alter|correct|edit"
    r"|fix|improve|touch|complain about)"
    r"|(?:i )?(?:would|'d) (?:change|touch|alter) (?:nothing|not a (?:thing|word|comma))(?: at all)?"
    r"|(?:there(?:'s| is) )?not (?:a|one)(?: single)? (?:thing|word|comma|letter|line|syllable|jot)(?: that)?"
    r"(?: i(?:'d| would)| to) (?:add|change|alter|correct|edit|fix|improve|touch)"
    rf"|(?:{IT}(?:'s| is| says| reads| sounds| puts it) )?(?:\w+ly |just )?(?:what|how) i(?:'d| would)?(?: have"
    rf"|'ve)? (?:wanted|meant|said"
    rf"|written|put|had in mind|want|wish|need|needed|like|say|write|phrase)(?: {IT})?(?: to say| it| to put it)?"
    rf"|(?:{IT} )?will do(?: \w+ly| nicely| fine| very well| well)?|too easy"
    r"|(?:i )?could(?:n't| not) have (?:said|put|written) it better(?: myself)?"
    r"|(?:that|this|it)(?:'s| is) (?:(?:so|very|just|all) )?me)",
    re.IGNORECASE,
)
# Asks, where no question mark stands: "is it good".
_INVERTED = re.compile(
    rf"(?:is|are|am|has|have|do|did)\s(?:{IT}|the|these|those|she|he|they|i|we|you|my|your)\b"
    r"|(?:what|how)\s(?!i (?:want|like|meant))",
    re.IGNORECASE,
)
# Bids to read it: "please read it once more".
_TO_READ = re.compile(
    r"(?:.*\b(?:please|pls|plz|kindly)\b.*|you\b.*|(?:(?!(?:i|we)\b)\w+ )?(?:read|re-?read"
    r"|proof-?read)\b.*\b(?:again|once|more)\b.*)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[.!;:,…\n()]+|\s[-–—]+\s|\s(?:and|so|then)\s(?=(?:please|kindly|send|go|you|it|i'm|i am|ship"
    r"|post|that|this|off)\b)",
    re.IGNORECASE,
)
# "I read it over lunch, then you can send it": not before.
_AFTERWARDS = re.compile(r"\b(?:then|afterwards|next|only)\b", re.IGNORECASE)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d]+|[:;]-?[)D]+")
_NO_WORRIES = re.compile(r"\bno (?:worries|problem|dramas?)\b", re.IGNORECASE)
_AND = re.compile(r",?\s(?:and|so|then)\s", re.IGNORECASE)
_TWICE = re.compile(r"\b(\w+)(?: \1\b)+", re.IGNORECASE)
# What may stand at both ends of an order: no word of doing, and nobody who does it.
ROUND = GOOD | word_set(
    "oh ooh oooh oo ooo ahh aww aw mmm wow yay",
    "please pls kindly so well ah hi hey robin thank you thx then mate och aw righto bro sis man boss baby hun",
    "pal buddy sir madam folks team dude now a lot very much and go on again love x xx xxx xo xoxo",
    PARTICLES.replace("|", " ").replace("?", ""),
)


def approves(scene: Scene) -> Command | None:
    """The approval, with the code that was said; None where any clause is anything else."""
    words = scene.text
    codes = _CODE.findall(words)
    if "?" in words or len(words.split()) > _MOST_WORDS or len(codes) > 1 or names_others(scene):
        return None
    if re.search(r"[\"“”«»]|\b(?:but|if|unless|only|except|instead)\b", words, re.IGNORECASE):
        return None
    plain = _NO_WORRIES.sub("fine", _CODE.sub(" ", _PICTURES.sub(" ", scene.plain(words))))
    parts = [_clean(part) for part in _PARTS.split(plain)]
    kinds = _kinds(parts)
    if "order" not in kinds or (_AFTERWARDS.search(plain) and {"read", "company"} & {*kinds}):
        return None
    return Command(Verb.SEND, code=codes[0].upper() if codes else "", line=scene.plain(words)[:400])


def names_others(scene: Scene) -> bool:
    """Whether somebody else than the letter's person is named."""
    return any(who.id != scene.reading.thread for who in scene.people)


def _clean(part: str) -> str:
    return _TWICE.sub(r"\1", " ".join(part.strip(" '\"*").split()))


def _kinds(parts: list[str]) -> list[str]:
    """What each clause is: an order, praise, that it was read; [] where any of them is anything else."""
    kinds: list[str] = []
    for part in filter(None, parts):
        clauses = [part] if _is_order(part) or tells_reading(part, _last(kinds)) else _AND.split(part)
        for clause in clauses:
            if not (kind := _kind(clause, _last(kinds))):
                return []
            kinds.append(kind)
    return kinds


def _last(kinds: list[str]) -> str:
    return kinds[-1] if kinds else ""


def _kind(clause: str, before: str) -> str:
    """ "order", "praise", how it was read, or "" for anything else. before: what the clause before it was."""
    if _is_order(clause):
        return "order"
    if told := tells_reading(clause, before):
        return told
    return "praise" if is_bare_thanks(clause) or _is_praise(clause) else ""


def _is_order(part: str) -> bool:
    """Whether a clause bids it go, whatever is said around that: "yes baby send that"."""
    return any(_ORDER.fullmatch(words) for words in _bare(part))


def _bare(part: str) -> Iterator[str]:
    """A clause without what may stand at its ends: nothing of it, more and more of it."""
    ends = [part.split()]
    while ends[-1] and ends[-1][-1].lower() in ROUND:
        ends.append(ends[-1][:-1])
    for words in ends:
        yield " ".join(words)
        rest = words
        while rest and rest[0].lower() in ROUND:
            rest = rest[1:]
            yield " ".join(rest)


def _is_praise(clause: str) -> bool:
    """Whether every word of a clause is accounted for as praise, or as what was read."""
    if changes_nothing(clause) or any(_IDIOM.fullmatch(words) for words in _bare(clause)):
        return True
    words = [word for word in re.split(r"[^\w'-]+", clause.lower()) if word]
    known = all(word in GOOD or word in _READ or word in BESIDE or word in ROUND for word in words)
    if any(word in _READ for word in words) and _TO_READ.fullmatch(clause):
        return False
    says = any(word in GOOD for word in words) or all(word in ROUND for word in words)
    return known and says and not _INVERTED.match(clause)
