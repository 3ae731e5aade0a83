"""Talks, proposals, series, briefs, thanks and endings in free words (L25–L29, L31, L34, L37–L40)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.coffee import arranged
from assistant.reading.commands.meant.people import of
from assistant.reading.commands.meant.rhythms import series
from assistant.reading.commands.meant.scene import SHE, Make, Scene, frame, mark
from assistant.reading.commands.meetings import terms_of
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import about
from assistant.reading.dates import at, day, months, recurrence
from assistant.reading.dates.agreed_terms import agreed_terms

_MEETING = (
    r"(?:meetings?|talk|call|coffee|session|chat|appointment|catch-?up|conversation|lunch|next one"
    r"|one[- ]to[- ]one|1:1)"
)
_COFFEE = r"(?:coffee|lunch|tea|breakfast|dinner|drink|video ?call|phone ?call|zoom(?: call)?|walk)"


def _coffee(match: re.Match[str], scene: Scene) -> Command | None:
    """A talk that is still to come, with its day and hour; everything after the words that name it."""
    if len(scene.people) != 1 or _PAST.search(match[0]):
        return None
    said = scene.plain(match[0])
    words = re.sub(rf"\b{_COFFEE}\b", " ", said, flags=re.IGNORECASE)
    found = at(words, scene.reading.moment)
    if found is None or found.at is None or found.ask or found.past:
        return None
    words = said[_starts(said, scene) :]
    return arranged(scene.people[0], words, scene.line(match[0]))


def _starts(said: str, scene: Scene) -> int:
    """Where the day or hour begins: what stands before it is no place."""
    found = at(said, scene.reading.moment)
    return found.start if found else 0


_PAST = re.compile(r"\b(?:had|was|were|met|went|yesterday|last)\b", re.IGNORECASE)


def _proposal(match: re.Match[str], scene: Scene) -> Command | None:
    who, said = scene.who(None), scene.plain(scene.text)
    if (
        who is None
        or len(scene.people) > 1
        or (not months(said) and not recurrence(said) and at(said, scene.reading.moment))
    ):
        return None  # a day without a rhythm is a meeting
    return terms_of(Verb.PROPOSE, who, said, scene.line(match[0]))


def _asked_with_terms(match: re.Match[str], scene: Scene) -> Command | None:
    said = agreed_terms(scene.plain(scene.text))
    return _proposal(match, scene) if said.rule and (said.months or said.minutes) else None


def _knows(verb: Verb, op: str = "") -> Make:
    """About the one who is named, else whom the book knows of: the next meeting."""

    def make(match: re.Match[str], scene: Scene) -> Command | None:
        if len(scene.people) > 1:
            return None
        return about(verb, scene.who(None) or Who(), scene.line(match[0]), op=op)

    return make


def _cannot(match: re.Match[str], scene: Scene) -> Command | None:
    if len(scene.people) > 1:
        return None
    found = day(scene.plain(scene.text), scene.reading.moment)
    command = about(Verb.NO_SHOW, scene.who(None) or Who(), scene.line(match[0]), op="cant_make_it")
    return replace(command, day=found.day if found else None)


def _thank(match: re.Match[str], scene: Scene) -> Command | None:
    """Thanks with their reason: what stands behind the name, and the sentence behind that."""
    if len(scene.people) != 1 and scene.named and scene.who(mark(match)) is None:
        return None
    after = scene.text[scene.text.find(match[0]) + len(match[0]) :].strip(" .!,?")
    reason = " ".join(filter(None, (match["text"].strip(" :,–—-"), after)))
    if not reason or "?" in reason.rstrip("?"):
        return None
    reason = re.sub(r"^(?:for|because|as|that|since|:)\s+", "", scene.plain(reason), flags=re.IGNORECASE)
    return scene.command(Verb.THANK, match[0], mark(match), text=reason)


def _impact(match: re.Match[str], scene: Scene) -> Command | None:
    who = scene.people[0].id if len(scene.people) == 1 else scene.reading.thread
    return Command(Verb.IMPACT, who, op="impact", text=scene.plain(match["text"]), line=scene.plain(match[0]))


def _renew(match: re.Match[str], scene: Scene) -> Command | None:
    command = scene.command(Verb.WRAP_UP, match[0], None, op="renew")
    length = months(
        re.sub(r"\bmore (?=months?\b)|\banother (?=\w+$|\w+\W*$)", "", scene.plain(match["text"]))
    ) or months(f"{scene.plain(match['text'])} months")
    return replace(command, months=length) if command and len(scene.people) <= 1 else None


def _fitted(match: re.Match[str], scene: Scene) -> Command | None:
    if len(scene.people) != 1 or scene.reading.under_draft or "?" in scene.text:
        return None
    why = scene.plain(match["text"] or "").strip(" ,.:;–—-")
    return scene.command(
        Verb.FIT, match[0], mark(match) or mark(match, "q"), op=(match["fit"] or "no").lower(), text=why
    )


_WHEN = re.compile(r"\b(?:when|date|day|time|how long)\b", re.IGNORECASE)
_HEALTH = re.compile(
    r"\b(?:health\w*|worth\w*|stale|relationship|getting (?:on|along)|on track|still (?:good|fine"
    r"|ok\w*|right|worth)|(?:going|doing|working)\b.{0,20}\b(?:with|together|out)?|make sense"
    r"|and (?:me|i)|me and)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:things|it|up|down|end|close|goodbye|mentor\w*|relationship|meetings|ways|series"
    r"|collaboration|this|everything)\b",
    re.IGNORECASE,
)

FRAMES = (
    frame(
        r"^(?!(?:can|could|cannot|can't|cancel|move|resched\w+"
        rf"|prep\w*)\b)(?=.*\b{_COFFEE}\b)(?=.*\d).*{SHE}.*$",
        _coffee,
    ),
    # asked to be a mentor (L27)
    frame(
        r"^(?:propose|the (?:mentoring )?proposal to go to|(?:make|do|write|draft|prepare|send|create|get"
        r"|start|put together|set up"
        r"|work on)\b.{0,20}\bproposal|(?:the |a )?(?:mentoring )?proposal\b|pop the question"
        rf"|ask {SHE} (?:to be(?:come)?|whether (?:she|he|they)|if (?:she|he|they)(?:'d| would| could| can"
        rf"| wants?))\b.{{0,16}}\bmentor\b|ask {SHE} to mentor me\b)(?!s\b).*$",
        _proposal,
    ),
    # a rhythm (L29)
    frame(r"^.*\d.*$", series),
    # "I'm ready to ask Minerva", and the terms beside it (L27)
    frame(r"^(?:ask|propose to) {she}(?: (?:now|at last|today))?$", _asked_with_terms),
    frame(
        r"^(?:when|what(?:'s| is| day| date| time)?|which day|how long until|do you know when|is there"
        r"|do (?:i|we) have)\b.{0,50}\b(?:next|again|meet|meeting|see|seeing|date of|date"
        r"|talk)\b.{0,40}$",
        lambda m, s: _knows(Verb.MEET, "when")(m, s) if _WHEN.search(m[0]) else None,
        free=True,
    ),
    # before it, and not coming (L31, L34)
    frame(
        r"^(?:prep|prepare|brief|ready) (?:me |us )?for {p}$|^(?:share|send|show)(?: me)? (?:the|my) brief(?:ing)?$"
        r"|^(?:get|make|have) me (?:all )?(?:ready|prepared|prepped|briefed|set)\b.{0,40}$",
        _knows(Verb.PREP, "show"),
        free=True,
    ),
    frame(
        r"^(?:.*\b(?:prep(?:are|aring|aration)?|get (?:me )?(?:ready|set)|ready|brief(?:ing)?|warm me up"
        rf"|what should i (?:ask|bring|prepare)|agenda|talking points)\b.{{0,60}}\b{_MEETING}\b.*|(?:the "
        r"|a )?(?:brief(?:ing)?|prep(?:aration)?) (?:for|on) .{1,40})$",
        lambda m, s: (
            None
            if re.search(r"\b(?:move|cancel|note|notes|recap)\b", m[0], re.IGNORECASE)
            else _knows(Verb.PREP, "show")(m, s)
        ),
        free=True,
    ),
    frame(
        r"^(?:(?:i|we)(?: ?'ll| will| have to| must| had to| need to|'m going to have to| am going to"
        r"| am afraid i(?:'ll| will)| (?:can't|cannot|can not|couldn't|won't|will not|(?:am|\'m) not able to"
        r"|am unable to)(?: be able to)?)|(?:have to|must|need to|will have to"
        r"|forced to))\b.{0,20}\b(?:miss|skip|make|attend|come|go|join|be there"
        rf"|do)\b.{{0,24}}\b(?:{_MEETING}|it|tomorrow|today|there|\w+day)\b.{{0,50}}$",
        lambda m, s: (
            _cannot(m, s)
            if re.search(r"\bmiss\b|\bskip\b|n't|not|unable", m[0], re.IGNORECASE)
            and not re.search(r"\b(?:but|unless|if|that task|understand)\b", m[0], re.IGNORECASE)
            else None
        ),
    ),
    frame(
        r"^(?:.{0,60}\b(?:but|so|and|hence) )?fit:? (?P<fit>yes|no|maybe)(?:(?: for| on| with"
        r"|:)? ?{p})?(?P<text>\s?[,.:;–—-].*)?$|^.*\b(?:don't|do not) "
        r"(?:think|believe|feel)(?: that| like)? {p2}(?: and (?:i|me))?\b.{0,24}\b(?:fit|match|right (?:one|person"
        r"|mentor)"
        r"|for me)\b.{0,12}$",
        _fitted,
    ),
    # thanks and what it changed (L37, L38)
    frame(
        r"^(?:thank|say (?:a big )?(?:thanks|thank you) to|send (?:my )?(?:thanks"
        r"|a thank[- ]you(?: (?:note|mail|card))?) to|send|write|thanks? (?:to|for)"
        r"|express (?:my )?(?:thanks|gratitude) to|give (?:my )?thanks to|tell) {p}(?: (?:a |some "
        r"|my )*(?:thanks|thank[- ]you(?: note| mail)?|how grateful i am))?(?P<text>(?:[:,–—-]| for"
        r"| because| that| as| since)?.*)$",
        lambda m, s: _thank(m, s) if re.search(r"thank|gratitude|grateful", m[0], re.IGNORECASE) else None,
    ),
    frame(
        r"^(?:an? |my )?(?:thank[- ]you|thanks)(?: (?:note|mail|letter|message|card))? (?:to"
        r"|for) {p}(?: please)?(?P<text>(?:[:,–—-]| for| because| as| since).*)$",
        _thank,
    ),
    frame(
        r"^(?:write|draft|send|prepare|do|make|put in|say|add)\b.{0,16}\b(?:thank[- ]you|thanks)(?: (?:note|mail|letter"
        r"|message|card))? (?:to|for) {p}(?P<text>(?:[:,–—-]| for| because| as| since| about).*)$",
        _thank,
    ),
    frame(
        r"^(?:(?:for |into |add to |put in(?:to)? |one for |log |note |(?:log|put|note|record|file|add) (?:this|it"
        r"|that|one)"
        r" (?:under|in|into|to|as) )?(?:the |my |an? )?(?:impact(?: log)?|log of impact)"
        r"(?: (?:for|of|by|from|with|on) {p})?)\s?[:,–—-]+ ?(?P<text>.{4,})$",
        _impact,
    ),
    frame(
        r"^(?:i owe|i'd like to give|i want to give) {p} (?:an? |my |some )?(?:big )?(?:thank[- ]you"
        r"|thanks)(?P<text>(?:[:,–—-]| for| because| as| since).*)$",
        _thank,
    ),
    # how it goes, and endings (L39, L40)
    frame(
        r"^(?:how|is|are|does|do|am|should i keep|what do you think|would you say"
        r"|health)\b.{0,60}\b(?:health(?:y| check)?|worth\w*|going|doing|getting on|getting along|stale"
        r"|working(?: out)?|make sense|good for|relationship|me and|and me|and i|still|on track|good|fine"
        r"|ok(?:ay)?|between)\b.{0,60}$",
        lambda m, s: of(Verb.HEALTH)(m, s) if _HEALTH.search(m[0]) and len(s.people) == 1 and s.named else None,
        free=True,
    ),
    frame(
        r"^(?:.{0,24}\b)?health[ -]?(?:check|report)\b.{0,16}{p}.{0,16}$",
        lambda m, s: of(Verb.HEALTH)(m, s) if len(s.people) == 1 else None,
        free=True,
    ),
    frame(
        r"^(?:make|keep|have) (?:it|things|this|the (?:rhythm|pace|meetings))(?: a bit| somewhat| much)? "
        r"(?:lighter|less often|less frequent|slower|looser)\b.{0,24}$|^(?:an? )?lighter (?:rhythm|pace|schedule"
        r"|mode)\b.{0,40}$",
        lambda m, s: (
            _knows(Verb.WRAP_UP, "lighter")(m, s)
            if (len(s.people) == 1 or s.reading.thread) and not s.reading.under_draft
            else None
        ),
    ),
    frame(
        r"^(?:wrap(?:ping)?|end|finish|close|conclude|wind|bring|say goodbye|part ways|complete|draw"
        r"|call it|come to an end)\b.{0,60}$",
        lambda m, s: (
            _knows(Verb.WRAP_UP, "wrap_up")(m, s)
            if (s.named or s.reading.thread) and _ENDS.search(m[0]) and not s.reading.under_draft
            else None
        ),
    ),
    frame(
        r"^.*\b(?:natural end|come to (?:an|its) end|run its course|reached (?:its|our|the) end"
        r"|time to (?:part|say goodbye))\b.{0,40}$",
        lambda m, s: _knows(Verb.WRAP_UP, "wrap_up")(m, s) if len(s.people) == 1 else None,
    ),
    frame(
        r"^(?:{p} and (?:i|me) (?:both )?(?:would like|want|wish|agreed|decided|'d like) to )?(?:renew|extend"
        r"|prolong|continue|carry on|go on|keep going|add|another"
        r"|go(?= another| for))\b(?P<text>.{0,60}\b(?:\d{1,2}|one|two|three|four|six|nine|twelve|half|another|a"
        r"|year|months?)\b.{0,30})$",
        lambda m, s: (
            _renew(m, s)
            if (s.named or s.reading.thread)
            and not s.reading.answering
            and re.search(r"month|year|another", m[0], re.IGNORECASE)
            else None
        ),
    ),
    frame(
        r"^(?:.*\b(?:meet|see|talk|meeting|meetings)\b.{0,30}\b(?:less(?: often| frequently)?"
        r"|not so often|fewer|only (?:quarterly|every)|slow down|cut (?:back|down)|reduce)\b.{0,40}"
        r"|(?:fewer|less frequent|cut (?:back|down)(?: on)?|reduce|scale back"
        r"|slow down)\b.{0,30}\b(?:meetings?|rhythm|pace|with)\b.{0,40})$",
        lambda m, s: _knows(Verb.WRAP_UP, "lighter")(m, s) if len(s.people) == 1 or s.reading.thread else None,
    ),
)
