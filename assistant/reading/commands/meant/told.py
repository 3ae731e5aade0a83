"""What people are said to have answered, in free words: "she's up for Tuesday", "lee passed, too busy" (L20–L22, L28).

First that it is an answer (who, and a word of answering), then what it says. Two readings are none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.meant.clauses import DENIES, DOUBTS
from assistant.reading.commands.meant.scene import PERSON, SHE, Scene
from assistant.reading.commands.meetings import terms_of
from assistant.reading.commands.names import Who
from assistant.reading.commands.noes import NO
from assistant.reading.commands.reports import later
from assistant.reading.commands.rules import about
from assistant.reading.commands.settled import is_heard, is_settled
from assistant.reading.dates import at, months, recurrence, slots, until


def _words(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(expressions)})", re.IGNORECASE)


_ADV = (
    r"(?:(?:just|already|finally|now|kindly|politely|happily|gladly|actually|also|even|has|have|had"
    r"|'s|'ve|did|really|very|quickly|immediately|today|yesterday) ?)*"
)
# Who, and that they answered.
_SAID = re.compile(
    r"^(?:.{0,40}?\b(?:heard(?: back)? from|(?:answer|reply|response|word|news"
    r"|message|mail|yes|no(?![- ]show)|thumbs up|green light|ok|okay|rejection|refusal"
    rf"|confirmation)\b.{{0,12}}\b(?:from|by)) (?P<h>{SHE})(?P<hrest>.*)"
    r"|(?:it'?s |it is |that'?s |an? (?:clear |definite |firm |polite |friendly )?)*(?P<word>yes"
    rf"|no(?![- ]show)|nope|maybe)\b.{{0,6}} from (?P<w>{SHE})(?P<wrest>.*)"
    rf"|(?P<s>{SHE}) ?(?P<rest>.+))$",
    re.IGNORECASE,
)
_ANSWERS = _words(
    r"^(?:said|says|answered|replied|responded|wrote|writes|told me|tells me|let me know|texted"
    r"|messaged|called|got back|came back|confirmed|agreed|agrees|accepted|accepts|declined"
    r"|declines|refused|refuses|rejected|knocked|requested|requests|turned|passed|passes|wants?|would|'d|is|'s|will"
    r"|'ll|won't"
    r"|can|can't|cannot|could|isn't|asked|asks|needs|has|prefers|doesn't|sent|e-?mailed|mailed|phoned|rang)\b"
)
_TALK = (
    r"(?:meet|talk|chat|help|see me|have (?:an? )?(?:coffee|lunch|call|talk|chat)|mentor|speak|join"
    r"|do (?:it|this|that|the)|take (?:me|it|this|the)"
    r"|be my|come|answer|support|coffee|lunch|an? (?:coffee|chat|call|talk)|see you|call)\b"
)
# What is declined: us, or our wish; a job that she declined is a tale.
_WHAT = (
    r"(?=$|\s*[,.!;]| (?:me|us|it|this|that|my|our|politely|sadly|because|as|since|due|unfortunately|today|yesterday)\b"
    r"| the (?:invit|propos|request|mentor|meeting|idea|coffee|talk)| to (?:mentor|meet|help|take|be)\b)"
)
_YES = _words(
    r"\b(?:said|says|answered|replied|it'?s|is|was|a|wrote|with|:|back) (?:an? )?(?:big |clear "
    r"|definite |resounding )?(?:yes|yeah|yep"
    r"|sure|of course|absolutely|ok|okay|gladly|fine|count (?:me|her|him) in|with pleasure|why not)\b",
    r"^(?:yes|yep|sure|of course|gladly|with pleasure)\b",
    r"^(?:said|answered|replied|wrote)(?: back)?\s?:\s?(?:(?:very |only too )?(?:happy|glad|delighted"
    r"|pleased) to\b|gladly"
    r"|sure|of course|absolutely|with pleasure)",
    r"(?:\bis|\b's|^'s|\bare|\bbe)\b.{0,16}\b(?:in(?=\s*(?:$|[,.!;]))|up for (?:it|that|a|\w+day"
    r"|coffee|lunch)|game(?=\s*(?:$|[,.!;]))"
    r"|on board|keen|fine with)\b",
    r"(?:\bis|'s|\bare|'d be|\bwould be|\bbe)\b.{0,20}\b(?:happy|glad|delighted|pleased|willing"
    r"|open|free|available|excited)"
    rf" ?(?:$|[,.!;]|(?:to|for)(?: {_TALK}| (?:it|that|this)\b))",
    r"(?:\bwould|'d) (?:really )?(?:love|like|enjoy|welcome) ?(?:$|[,.!;]|to(?= but\b| *(?:$|[,.!;]))"
    rf"|(?:to )?{_TALK}|(?:it|that|the idea)\b)",
    rf"\b(?:agreed|agrees|accepted|accepts|confirmed) ?(?:$|[,.!:]|to {_TALK}|(?:the|my|our"
    r"|a) (?:invit\w+|meeting|coffee|talk|request|call"
    r"|proposal|date|time|chat))",
    r"\b(?:in the affirmative|positive(?:ly)?|thumbs up|green light)\b",
    rf"\bwants to {_TALK}",
    r"\b(?:can|could) (?:meet(?! (?:only|at most|the|an?|his|her|my)\b)|talk|see me|(?:do|make) (?:next|the|this"
    r"|it on|\w+day|\d))\b",
    rf"(?:\bwould|'d|\bwill|'ll) (?:gladly|happily|certainly|definitely|of course) {_TALK}",
    r"\bany (?:day|time)\b.{0,20}\b(?:is|works|suits|fine|good|ok)\b",
)
_NO = _words(
    rf"^(?:said|says|answered|replied|wrote)?(?: back)?(?: with)?(?: an?)?[ :]*(?:(?:clear|definite|firm"
    rf"|polite) )?{NO}",
    rf"\b(?:declined|declines|refused|refuses|rejected|rejects|passed|passes|passed on|turned down){_WHAT}",
    r"\bknocked (?:me|it|us) back\b",
    r"\bturned (?:me|it|us|my \w+|this|that|the (?:invit\w+|proposal|request|idea)) down\b",
    r"\b(?:isn't|is not|not|'s not) (?:interested(?! in (?!mentor|meet|me|it|this))|able to (?:mentor"
    r"|take|help)|available (?:for|as)|in a position"
    r"|taking on|keen)\b",
    r"\b(?:won't|will not|can't|cannot|can not|doesn't want to|does not want to|would rather not"
    r"|has no (?:time|capacity)|no capacity)"
    r" ?(?:$|[,.!;]|mentor|take|do (?:it|this)\b|be my\b|(?:for|to) mentor)",
    r"\ba no\b",
    r"\bin the negative\b",
)
_LATER = _words(
    r"\b(?:ask(?:ed)?|try|write|written to|approached?|come back|get back|contact(?:ed)?|check"
    r"|reach out|be asked|hear from me|ping|get in touch|talk|approach)\b.{0,20}\b(?:again|back|later"
    r"|to (?:her|him|them)|in touch)\b.{0,30}\b(?:in|after|from|on|around|at the)\b",
    r"\b(?:not before|not until|not now|later|needs? (?:a break|time|a pause|a few|until)|(?:asked"
    r"|asks|wants|needs?) (?:for )?(?:a )?(?:break|pause|time|patience)|after)\b",
    r"\b(?:busy|swamped|buried|away|too much (?:on|to do|work)|on leave|travelling|traveling|tied up"
    r"|snowed under|booked|full"
    r"|overloaded|out)\b.{0,24}\b(?:until|till|through|before|up to)\b",
    r"\b(?:come back|revert|ask again|try again|write again|again|get in touch|contact (?:her|him"
    r"|them)) (?:to (?:her|him|them) )?(?:in|after|from|next)\b",
)
_AGREED = _words(
    r"\b(?:agreed|agrees|accepted|accepts|said yes|on board|willing|happy|glad|will|'ll|wants"
    r"|is going|can|confirmed|in|'d love|would love|delighted|keen)\b.{0,30}\b(?:my mentor|mentor me"
    r"|to mentor|the (?:mentoring )?proposal|the mentorship|the mentoring|mentoring me|our agreement"
    r"|the agreement|as my mentor|be my mentor)\b"
)
_JUST_AGREED = _words(
    r"^(?:has |'s |have )?(?:just |finally |now )?(?:agree[ds]|accept(?:ed|s)|said yes|(?:is|'s) in"
    r"|(?:(?:is|'s) )?(?:on board|in agreement)|in(?=\s*(?:$|[,.;])))\b"
)
# An answer beside one of these is none yet, or somebody else's.
_UNSURE = _words(
    r"\b(?:yet|maybe(?! later)|perhaps|probably|might|not sure|unsure|i don't (?:understand|know)"
    r"|unclear|hasn't|haven't|has not|have not|didn't|did not|never|no (?:answer|reply|news|word"
    r"|response)|nothing|out of office|auto-?reply|think about|thinking|consider\w*|depends|soon"
    r"|hope\w*|wrote to|knows?|(?:is|are|was|were) (?:said|told|thought|believed|rumou?red|supposed|expected))\b"
)


_QUESTION = _words(
    r"^(?:(?:answered|replied|wrote|got)(?: back)?(?: to me)?[,;:–—-]* (?:and )?(?:(?:she|he|they) )?)?(?:asked|asks"
    r"|wonders) (?=(?:how|what|when|where|which|why|who|if|whether)\b)",
    r"^(?:(?:answered|replied|wrote|got)(?: back)?(?: to me)?[,;:–—-]* (?:and )?(?:(?:she|he|they) )?)?(?:wants?|wanted"
    r"|would like|'d like|needs?) to know\b",
)
_ASKED_BACK = _words(
    r"^(?:answered|replied|wrote|got|came)(?: back)?(?: to me| to (?:my|the) \w+)? with (?:an?|one|some|two|several)"
    r" (?:counter[- ]?)?questions?\b[\s,.:;–—-]*",
    r"^(?:answered|replied|wrote)(?: back)?(?: to me)?,? asking (?=(?:how|what|when|where|which|why|who|if|whether)\b)",
)
_CAME = _words(
    r"^'s (?:answer|reply|response|mail|note)(?: has)?(?: just| finally)? (?:came|come|arrived|is|was|says|said|reads?)"
    r"(?: in| back| here| today| at last)*\s?[:,–—-]+\s*"
)
_KIND = _words(r"\b(?:positive|good|great|affirmative|encouraging|friendly|negative|bad|disappointing)\b")
_LEAD = _words(r"^[^\W\d_][\w' ]{2,24}(?::|!|\s[–—-]+)\s")


def told(sentence: str, scene: Scene) -> Command | None:
    """What a sentence tells that somebody answered; None where it tells nothing, two things, or nothing certain."""
    match = _SAID.match(_LEAD.sub("", sentence))
    if match is None or "?" in scene.text:
        return None
    groups = match.groupdict()
    mark = groups["s"] or groups["h"] or groups["w"]
    rest = next((groups[name] for name in ("rest", "hrest", "wrest") if groups[name] is not None), "").strip(" :;–—-")
    who = scene.who(mark)
    if (
        who is None
        or (groups["h"] and not is_heard(match.string[: match.start("h")]))
        or (_UNSURE.search(sentence) and not groups["s"])
        or (groups["s"] and not _ANSWERS.match(_unmarked(rest)))
    ):
        return None
    others = {ord(c) for c in re.findall(PERSON, rest)} - {ord(mark[0])}
    if others or DOUBTS.search(rest):
        return None
    kind = _KIND.search(match.string[: match.start("h")]) if groups["h"] else None
    if kind:
        rest = f"{'no' if kind[0].lower() in ('negative', 'bad', 'disappointing') else 'yes'}, {rest}"
    elif groups["word"]:
        rest = f"{groups['word']} {rest}"
    elif groups["h"] and (
        said := re.search(
            r"\b(yes|no|rejection|refusal|thumbs up|green light|confirmation)\b",
            match.string[: match.start("h")],
            re.IGNORECASE,
        )
    ):
        rest = f"{'no' if said[1].lower() in ('no', 'rejection', 'refusal') else 'yes'}, {rest}"
    return _meaning(who, re.sub(rf"^{_ADV}", "", _unmarked(rest)), scene)


def _unmarked(words: str) -> str:
    words = _CAME.sub("answered: ", words)
    words = re.sub(r"^(?:me (?=said\b)|, ?[^,.!?]{2,20}, )", "", words.strip(), flags=re.IGNORECASE)
    return re.sub(
        r"^(?:has|have|had|'s|'ve)(?= \w+(?:ed|id|ent|ote|ack|ame|old)\b) ?|^(?:just|already|finally|now"
        r"|kindly|actually|politely|also|even|today|yesterday|really) ",
        "",
        words.strip(),
        flags=re.IGNORECASE,
    )


def _has_terms(said: str, scene: Scene) -> bool:
    """Whether a term or a rhythm stands in the sentence, or in a sentence beside it where nobody else is named."""
    words = scene.plain(scene.text) if len(scene.people) == 1 else said
    return bool(months(words) or recurrence(words))


def _denies(words: str, meaning: re.Pattern[str]) -> bool:
    """Whether the words up to such a meaning deny it; a refusal is none."""
    match = meaning.search(words)
    return bool(match and DENIES.search(words[: match.end()]) and not _NO.search(words))


def _is_settled(words: str, scene: Scene) -> bool:
    """Whether nothing stands before the answer that leaves it open, or makes it somebody else's."""
    if _UNSURE.search(words) or _denies(words, _YES) or _denies(words, _AGREED):
        return False  # "she has not said yes"
    starts = [match.start() for meaning in (_AGREED, _YES, _NO) if (match := meaning.search(words))]
    return is_settled(scene.plain(words[: min(starts, default=0)]), scene.reading)


def _meaning(who: Who, words: str, scene: Scene) -> Command | None:
    line = scene.line()
    said = scene.plain(words)
    if not _is_settled(words, scene):
        return None
    if _AGREED.search(words) or (_JUST_AGREED.match(words) and _has_terms(said, scene)):
        return terms_of(Verb.AGREED, who, scene.plain(scene.text), line) if not _NO.search(words) else None
    if back := _ASKED_BACK.match(said):
        return about(Verb.ANSWERED, who, line, op="question", text=said[back.end() :].strip())
    if _QUESTION.match(words) and len(words.split()) > 4 and not (_NO.search(words) or _LATER.search(words)):
        return about(Verb.ANSWERED, who, line, op="question", text=_QUESTION.sub("", said).strip())
    meanings = [bool(p.search(words)) for p in (_YES, _LATER, _NO)]
    if meanings[1] and not meanings[2] and not meanings[0]:
        found = until(said, line.reading.moment)
        command = later(who, said, line) if found else None
        return command if command and not command.ask else None
    if len(scene.people) < 2 and _NO.search(scene.text) and _YES.search(scene.text):
        return None  # both are said: "she'd love to but she can't"
    if meanings == [False, False, True]:
        return about(Verb.SAID_NO, who, line)
    if meanings == [True, False, False] and not re.search(r"\bbut\b", words):
        one = at(said, line.reading.moment)
        several = len(slots(said, line.reading.moment)) > 1
        moment = None if several or one is None or one.ask or one.past else one.at
        return replace(about(Verb.ANSWERED, who, line, op="yes", text=said), at=moment)
    return None
