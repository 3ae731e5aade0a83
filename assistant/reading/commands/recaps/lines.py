"""What is wrong with a line: not so, not hers to read, missing, in other words, the same as another, done."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.mentoring.command import Command
from assistant.reading.commands.context import Reading
from assistant.reading.commands.orders import orders
from assistant.reading.commands.recaps.refs import MOST_WORDS, Ref, correction, ref, whose

_SAYS = re.compile(
    r"(?P<ref>.{1,40}?) (?:should (?:say|read|be)|(?:says|reads|means)|is to say|must say|needs to say)[:,]?"
    r" (?!due\b|by\b|mine\b|hers\b|on \d|until\b)(?P<text>\S.{0,300})",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"(?P<ref>.{1,60}?) (?:is|are|was|were|isn't|is not|wasn't|looks|sounds)? ?(?:all |completely |totally |just "
    r"|plain |a bit )?"
    r"(?:wrong|incorrect|false|not (?:right|true|correct|so|what (?:was|we|i|she|he) said)|right|true|correct|nonsense"
    r"|a mistake|mistaken|not how it was|made up|invented|the other way(?: a?round)?|reversed|off)"
    r"(?:(?: ?[,:;.–—-]+ ?| because | since | as | \(| (?=it's |it is |it was |we |she |he "
    r"|should ))(?P<text>\S.*?)\)?)?",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:[^\W\d_][\w-]*) (?:did not|didn't|never) (?:say|said|promised?|offered?|meant?|agreed? (?:to|on))"
    r" (?P<ref>.{1,20})",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"(?<!not )(?<!n't )\b(?:right|true|correct)\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:nothing|never|no one|nobody|not|no|none|didn't|doesn't|won't|don't|isn't|wasn't|didnt|doesnt|wont|dont)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"^(?:it(?:'s| is| was| should be| should say)|rather|actually|should be|is|we said|she said|i said)\s+",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"(?:(?:please|can you|could you|pls) )?(?:take out|take|remove|cut|strike|scrap|leave out|kick out|kick|lose"
    r"|delete|drop|erase)"
    r" (?P<ref>(?:the |that |my |her )?.{1,60}?)(?P<out> out| off| away| from (?:the list|it|there|the recap)| again"
    r"| entirely)?"
    r"(?:(?:,| -| –|:)? (?:because|since|as|,) ?(?P<why>.+))?",
    re.IGNORECASE,
)
_PRIVATE = (
    re.compile(
        r"(?P<ref>.{1,80}?)(?: is| are| was| stays?| should (?:be|stay)| must (?:be|stay)| has to (?:be|stay))?"
        r" (?:strictly |also |for now )?(?:private?|privad[oa]|privat|priv[ée]e?|confidential|vertraulich|secret"
        r"|off the record|between (?:us|you and me)|just for me|for me (?:only|alone)"
        r"|only for me|my own business|not for (?:her|him|them)(?: eyes)?|none of (?:her|his|their) business)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:please )?(?:keep|leave|hold) (?P<ref>.{1,60}?) (?:private|to myself|to yourself|for me|between us"
        r"|confidential|back"
        r"|out of (?:it|(?:the|her|his|their) (?:letter|version|mail|note|draft))|(?:away )?from HER)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:please )?(?:do not|don't|dont|never) (?:tell|show|send|mention|write|say|let)(?: HER)?(?: (?:to HER"
        r"|know|see))?"
        r"(?: (?:anything )?(?:about|of))? (?P<ref>.{1,60}?)(?: to HER)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:she|he|they|HER) (?:must not|mustn't|should not|shouldn't|may not|need not|needn't|can't|cannot)"
        r" (?:know|hear|see|read|learn)(?: (?:anything )?(?:about|of))? (?P<ref>.{1,60})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:nothing|not a word|no word) (?:about|of|on) (?P<ref>.{1,60}?)(?: to HER)?", re.IGNORECASE),
    re.compile(
        r"(?:hide|private:?|confidential:?) (?P<ref>#?\d{1,3}|(?:number|point|action|line) #?\d{1,3})", re.IGNORECASE
    ),
)
_ADD = re.compile(
    r"(?:(?:and |please |you )?(?:add|also add|also|missing|forgot|missed|is missing|to add|one more"
    r"|one thing is missing|there is also|plus)"
    r"(?: (?:this|that|to it|please|one|a line|an action|a point|a decision))?)(?::| -| –) (?P<text>\S.*)"
    r"|(?:please )?add (?:that |the |an? )?(?P<text2>\S.{3,})",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?:(?:and|also) )?(?:private|confidential|off the record|only for me) ?[:–—-] ?(?P<text>\S.{3,})", re.IGNORECASE
)
_N = r"(?:(?:number|action|point|line|task) )?#?(?P<{}>\d{{1,3}})"
_MERGE = re.compile(
    rf"(?:(?:merge|combine|join|unite|put together) {_N.format('a')}(?:,? (?:and|with|&|\+|into) "
    rf"| ?[,&+] ?){_N.format('b')}"
    rf"|{_N.format('c')} (?:and|&) {_N.format('d')} (?:are|is) (?:really |actually )?(?:the same|one)(?: (?:thing"
    rf"|action|task))?)"
    r"(?:(?: please)?[,;:]? (?:(?:because |since |as |for )?(?:they|both|these|it)(?:'re| are|'s| is) .{2,60}"
    r"|(?:so |please )*(?:merge|combine|join) (?:them|these|both)(?: please)?))?",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?P<ref>#?\d{1,3}|the .{2,40}?)(?: is| are| has been| was)?(?: already| all)? (?:done|finished"
    r"|sent)(?: already| by now)?"
    r"(?:[:,]? (?P<text>\S.*))?|(?:done|finished):? (?P<ref2>#?\d{1,3})(?: already)?",
    re.IGNORECASE,
)
_WHOSE_TALK = (
    re.compile(
        r"(?:(?:but |sorry,? )?(?:that|this|it|these|those)(?: notes?)? (?:was|were|is|are)(?:n't| not)|not)(?: (?:a"
        r"|the|my))?"
        r"(?: (?:meeting|talk|notes|recap|call))?(?: (?:with|of|about|from))? (?P<not>[^\W\d_][\w-]*)(?:'s)?"
        r"(?: (?:meeting|talk|notes|recap|call|one))?(?:(?:,| but)? (?:it was |that was "
        r"|but )?(?:with )?(?P<but>[^\W\d_][\w-]*)(?:'s)?(?: (?:meeting|one|talk))?)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:that|this|it|these|those)(?: notes?)? (?:was|were|is|are)(?: (?:a|the|my))?(?: (?:meeting|talk|notes"
        r"|recap|call))?"
        r"(?: (?:with|of|about|from))? (?P<but>[^\W\d_][\w-]*)(?:'s)?(?: (?:meeting|talk|notes|recap|call|one))?"
        r"(?:,? (?:and )?not (?P<not>[^\W\d_][\w-]*)(?:'s)?(?: (?:meeting|talk|notes|recap|call|one))?)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:that's |this is |you (?:took|have|got) )?(?:the )?wrong (?:person|meeting|mentor|talk)(?P<not>)(?P<but>)",
        re.IGNORECASE,
    ),
)

Reader = Callable[[str, Reading], Command | None]


def said(part: str, reading: Reading) -> Command | None:
    """What a sentence says of one line, all its words taken along; None for anything else."""
    return next((found for read in _READERS if (found := read(part, reading)) is not None), None)


def _whose_talk(part: str, reading: Reading) -> Command | None:
    for pattern in _WHOSE_TALK:
        match = pattern.fullmatch(part)
        if match is None:
            continue
        other = match["but"] or ""
        names_mentor = bool(match["not"]) and whose(match["not"], reading) == "mentor"
        apart = "'s" in part or re.search(r"\bwith\b|meeting|talk|notes", part, re.IGNORECASE)
        if "wrong" in part.lower() or names_mentor:
            return correction("theirs", reading, part, text=other)
        if other and apart and other[:1].isupper() and not whose(other, reading):
            return correction("theirs", reading, part, text=other)
    return None


def _words(part: str, reading: Reading) -> Command | None:
    match = _SAYS.fullmatch(part)
    line = ref(match["ref"], reading) if match else None
    if match is None or line is None or not _is_named(line):
        return None
    return line.on(correction("words", reading, part, text=match["text"].strip()))


def _wrong(part: str, reading: Reading) -> Command | None:
    """ "2 is wrong, Minerva sends nothing" takes it out; "point 1 is wrong: two tiers" says it anew."""
    match = _WRONG.fullmatch(part)
    line = ref(match["ref"], reading) if match else None
    if match is None or line is None or (_RIGHT.search(part) and not _GONE.search(part[: match.end("ref") + 20])):
        return None
    text = (match["text"] or "").strip(" .")
    if not text:
        return line.on(correction("wrong", reading, part))
    if _GONE.search(text) and not re.search(r"\bbut\b|\bnot\b.*,", text, re.IGNORECASE) and _denies(text):
        return line.on(correction("out", reading, part, because=text))
    return line.on(correction("words", reading, part, text=_NEW.sub("", text)))


def _never(part: str, reading: Reading) -> Command | None:
    """ "I did not say number 3", "she never promised 2": it goes."""
    match = _NEVER.fullmatch(part)
    line = ref(match["ref"], reading) if match else None
    return line.on(correction("out", reading, part)) if line and line.number is not None else None


def _denies(text: str) -> bool:
    """ "Minerva sends nothing", "she did not say that", "no such thing": nothing else takes the line's place."""
    return (
        re.match(
            r"(?:\w+ ){0,3}?(?:nothing|never|no|nobody|not|didn't|doesn't|won't|don't|didnt|doesnt|wont|dont|isn't"
            r"|wasn't|none)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _out(part: str, reading: Reading) -> Command | None:
    match = _OUT.fullmatch(part)
    if match is None:
        return None
    verb = part.lower().split()[0]
    line = ref(match["ref"], reading)
    named = line is not None and (line.number is not None or bool(line.text and reading.lines))
    if line is None or not named or (verb == "take" and not match["out"] and "out" not in part.lower().split()[:2]):
        return None
    return line.on(correction("out", reading, part, because=(match["why"] or "").strip(" .")))


def _private(part: str, reading: Reading) -> Command | None:
    mentor = next((p.name.split()[0] for p in reading.people if p.id == reading.thread), "her")
    plain = re.sub(rf"\b{re.escape(mentor)}\b", "her", part, flags=re.IGNORECASE)
    for pattern in _PRIVATE:
        match = _with_her(pattern).fullmatch(plain)
        if match is None:
            continue
        line = ref(match["ref"], reading)
        words = "" if line is not None else match["ref"].strip(" .,")
        if line is None and (re.search(r"[,;]|\d", words) or len(words.split()) > MOST_WORDS):
            return None
        if re.fullmatch(
            r"(?:this|that|it|everything|all(?: of (?:it|this))?|my mail|the (?:rest|recap))",
            match["ref"],
            re.IGNORECASE,
        ):
            return None
        command = correction("private", reading, part)
        return line.on(command) if line is not None else replace(command, fields=(("ref", words),))
    return None


def _with_her(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern.replace("HER", r"(?:her|him|them|any(?:one|body))"), re.IGNORECASE)


def add(part: str, reading: Reading) -> Command | None:
    """ "add: I send the deck by fri", "private: she looks for another job"; what kind of line it is, notes tell."""
    if (secret := _SECRET.fullmatch(part)) and ref(secret["text"], reading) is None:
        return correction("add", reading, part, text=secret["text"].strip(), fields=(("of", "private"),))
    match = _ADD.fullmatch(part)
    text = (match["text"] or match["text2"] or "").strip() if match else ""
    return correction("add", reading, part, text=text) if text else None


def merge(part: str, reading: Reading) -> Command | None:
    """ "merge 2 and 3", "2 and 3 are the same"."""
    match = _MERGE.fullmatch(part)
    if match is None:
        return None
    one, other = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
    return correction("merge", reading, part, number=int(one), fields=(("with", other),))


def _done(part: str, reading: Reading) -> Command | None:
    match = _DONE.fullmatch(part)
    line = ref(match["ref"] or match["ref2"], reading) if match else None
    if match is None or line is None or not (line.number is not None or reading.lines):
        return None
    told = (match["text"] or "").strip(" .:")
    if orders(told):
        return None  # "3 is done, wrap up with Lee": two things
    return line.on(correction("done", reading, part, text=told))


def _is_named(line: Ref) -> bool:
    """A line by its number, by what it is, or by words of a recap that is known."""
    return line.number is not None or bool(line.of) or bool(line.text)


_READERS: tuple[Reader, ...] = (merge, _whose_talk, _private, _words, _wrong, _never, _out, add, _done)
