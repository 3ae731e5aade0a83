"""Care and endings: fit, thanks, impact, health, wrap-up, renewal (L26, L37–L40)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import endings
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import MORE, Line, about, on_person, person, rule


def _impact(match: re.Match[str], line: Line) -> Command:
    """Whose merit it is: the one person named, else the thread's."""
    text = "\n".join(filter(None, ((match["text"] or match["text2"] or "").strip(), line.more)))
    named = mentioned(text, line.reading)
    who = named[0].id if len(named) == 1 else line.reading.thread
    return Command(
        Verb.IMPACT, who, op="impact", text=text, ask="" if text else "What did it change? One line.", line=line.text
    )


def _health(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return Command(Verb.HEALTH, who.id, who.candidates, who.named, line=line.text) if who else None


def _thank_any(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    reason = "\n".join(filter(None, ((match["text"] or match["text2"] or "").strip(" :,"), line.more))).strip()
    if reason.endswith("?"):
        return None  # "thank Lee for the book. Or should I wait?"
    command = about(Verb.THANK, who, line, text=reason)
    return command if reason or command.ask else replace(command, ask="What did it change? One line.")


def _fit_of(match: re.Match[str], line: Line) -> Command | None:
    """ "FIT YES Minerva M": whom it is about is said."""
    who = person(match, line)
    if who is None:
        return None
    return Command(Verb.FIT, who.id, who.candidates, who.named, match["fit"].lower(), text=line.more, line=line.text)


def _toned(match: re.Match[str], line: Line) -> Command | None:
    """ "WRAP UP Minerva COMPLETED": the ending with its reason."""
    command = on_person(Verb.WRAP_UP, "wrap_up")(match, line)
    said = match["tone"].lower()
    tone = "priorities" if "priorit" in said else "not_working" if "not" in said else "completed"
    return replace(command, text=tone) if command else None


def _close(match: re.Match[str], line: Line) -> Command | None:
    """In a person's thread the ending flow; under any other letter it may mean the letter, so it is asked."""
    command = on_person(Verb.WRAP_UP, "close")(match, line)
    unclear = line.reading.answering in {"draft", "reattempt", "invite_draft", "recap", "digest", "question"}
    return (
        replace(command, ask="Close what: this letter, or the whole relationship?") if command and unclear else command
    )


RULES = (
    rule(r"fit:? ?(?P<fit>yes|no|maybe),? (?:(?:with|for|on) )?{who}", _fit_of),
    rule(
        r"(?:the )?fit(?:'s| is| was)? (?:an? )?(?:clear |big |definite )?(?P<fit>yes|no|maybe)[,:]? (?:(?:with|for|on)"
        r" )?{who}(?:[,.;!] .*)?",
        _fit_of,
    ),
    rule(
        r"(?:(?:it|that|she|he)(?:'s| is| was) )?(?:an? )?(?P<fit>yes|no|maybe)(?: from me)? (?:on|for|about|regarding)"
        r" (?:the )?fit",
        lambda m, line: Command(Verb.FIT, line.reading.thread, op=m["fit"].lower(), line=line.text),
    ),
    rule(
        r"(?P<fit>yes|no|maybe)[,:]? (?:a )?fit.*|(?:so: )?fit[: ]+(?P<fit2>yes|no"
        r"|maybe)(?:[.,!].*)?",
        lambda m, line: Command(
            Verb.FIT, line.reading.thread, op=(m["fit"] or m["fit2"]).lower(), text=line.more, line=line.text
        ),
    ),
    rule(
        r"for {who}:? (?:(?:many |big |huge )?thanks|thank you)(?: for (?P<text>.+)|[:,](?P<text2>.*))",
        _thank_any,
        MORE,
    ),
    rule(r"thank {who}(?: for (?P<text>.+)|[:,](?P<text2>.*))?", _thank_any, MORE),
    rule(
        r"impact:(?P<text>.*)|something for the impact log:(?P<text2>.*)",
        _impact,
        MORE,
        polite=False,
    ),
    rule(
        r"thanks style: ?(?P<text>.+)",
        lambda m, line: Command(Verb.IMPACT, op="style", text=m["text"].strip(" ."), line=line.text),
        polite=False,
    ),
    rule(
        r"health(?: check)?(?: (?:of|with) {who}| {who2})?".replace("{who2}", r"(?P<who2>[\w' .-]{2,60}?)"),
        _health,
    ),
    rule(r"how (?:is it going|are things|is it|are we doing)(?: with| w/| w) {who}", on_person(Verb.HEALTH)),
    rule(
        r"(?:wrap(?: it)? up|close)(?: with)? {who}[,:]? (?:because )?(?P<tone>(?:it is |it's )?(?:completed|done)"
        r"|(?:my )?priorities(?: (?:have )?(?:shifted|changed))?"
        r"|(?:it(?:'s| is| does) )?not work(?:ing)?(?: out)?)",
        _toned,
    ),
    rule(
        r"show (?:me )?(?:the |my |our |last |open ){0,2}recap(?: (?:of|with|for))?(?: {who})?",
        on_person(Verb.RECAP, "show"),
    ),
    *endings.RULES,
    rule(
        r"lighter(?: with {who})?(?:[,:]? (?:once|one|every|only|just|quarterly|monthly|twice) ?(?:[\w ]{2,30})?)?",
        on_person(Verb.WRAP_UP, "lighter"),
    ),
    rule(r"close(?: (?:with )?{who})?", _close, polite=False),
)
