"""Help for this thread, and honest answers to what was not understood (L2; `language.md`, the manners)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.case import DIGEST, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.protege import held

TOPICS: dict[str, tuple[str, ...]] = {
    "start": (
        "new goal: lead a pricing team because … — a goal",
        "new mentor Minerva M minerva@example.org — heard her talk on pricing — a person",
        "about Minerva: … — something to remember",
        "reach out to Minerva — the first note, as a draft",
        "status — what waits and what comes next",
    ),
    "draft": (
        "SEND — it goes as it stands; UNDO until it leaves",
        "EDIT and below it your text — a new draft",
        "SHORTER · WARMER · NO FLATTERY · MENTION … — a new draft",
        "LATER fri · SKIP — moved, or dropped",
        "SENT — you sent it yourself; the clock starts",
        "WHY? — why this draft came",
    ),
    "person": (
        "reach out to Minerva — the first note",
        "Minerva answered: yes, next week — or forward the answer to me",
        "coffee with Minerva wed 10:00 Café Luna — an invite to approve",
        "meet monthly first tue 16:00 45min — a series to approve",
        "move to thu 15:00 · cancel next · cancel the series · I can't make it — a change to approve",
        "from now on Wednesdays at 17:00 · every two weeks instead of monthly — all of a series, to approve",
        "add pat@example.org to the meetings · remove Pat — who keeps their calendar gets the invites too",
        "renew 6 months · lighter · wrap up — how it goes on, or ends",
        "prep · notes: … · actions — before, after and between meetings",
        "show Minerva · stop Minerva",
    ),
    "notes": (
        "Forward or paste your notes; I answer with a recap.",
        "private: … — stays with you, for good",
        "2 is mine, due 5 Dec — puts a line of the recap right",
        "SEND — the version for your mentor, if it stands there in full",
    ),
    "actions": (
        "done 2 · done 2: result … — done, and what came of it",
        "doing 2 · move 2 to fri · drop 3 because …",
        "actions — the list",
    ),
    "settings": (
        "my timezone is Europe/Madrid · work hours 9-18 · holidays ES-MD",
        "away 1-14 Aug · quiet until 3 Jan · digest at 8",
        "pause all · resume · stop Minerva",
    ),
    "yours": (
        "why? — on any mail: the rule and the data behind it",
        "log · show Minerva — all that I know and did",
        "undo — takes back the last thing that can be",
    ),
    "mentoring": (
        "Goals come before names: say what you want to be able to do, then look for who has done it.",
        "The first note asks for twenty minutes, never for a mentor. One compliment, a fact, an easy way out.",
        "No answer is no verdict. A second note brings a different, smaller idea; then something else; then rest.",
        "After the talk, ask yourself: did it fit, will you prepare each time? Then propose a term, a rhythm, an end.",
        "You run it: you set the goal of each meeting, write the recap, do what you said, and tell what came of it.",
        "Thank them with the one thing you used. Years later too.",
    ),
}
# Times as many misses are answered while a draft or a letter waits, or where somebody says stop: they may mean it.
WHILE_SERIOUS = 5
STOPS = re.compile(r"\b(?:stop|unsubscribe|never|cancel)\b", re.IGNORECASE)
GENERAL_TOPICS = ("start", "draft", "notes", "actions", "settings", "yours", "mentoring")


def help_card(case: Case) -> Decision:
    """At most twelve lines, for this very thread or the topic asked for."""
    topic = case.command.text.strip().lower().rstrip("s") if case.command.text else ""
    chosen = next((t for t in TOPICS if topic and t.rstrip("s").startswith(topic[:5])), _topic_here(case))
    lines = list(TOPICS[chosen])
    return case.answer(
        "protege/help",
        person=case.context.person,
        values={"topic": chosen, "lines": lines, "others": [t for t in GENERAL_TOPICS if t != chosen]},
        taps=(Tap("Status", "STATUS"),),
    )


def _topic_here(case: Case) -> str:
    letter = case.book.find_letter(case.context.letter)
    if letter is not None and letter.shows:
        return "draft"
    if letter is not None and ("recap" in letter.template or "notes" in letter.template):
        return "notes"
    if case.context.thread == DIGEST:
        return "actions"
    return "person" if case.context.person else "start"


def not_understood(case: Case, event: happened.NotUnderstood) -> Decision:
    """I did nothing · what was read · at most two guesses · HELP. A third miss within the hour is only noted.

    With a stop, a draft or a letter on hold silence comes much later: the words may be about it."""
    hour = timedelta(hours=1)
    misses = tuple(m for m in case.book.misses if case.at - m < hour)
    book = replace(case.book, misses=(*misses, case.at))
    guesses = [g for g in event.guesses if g.word != "UNDO"]
    serious = held.held(case.book) or case.book.pending(event.context.person or None) or STOPS.search(event.read)
    most = case.policy.misses_an_hour * (WHILE_SERIOUS if serious else 1)
    if len(misses) >= most:
        return Decision(book, notes=(case.note("not understood", f"noted only: {len(misses) + 1} within the hour"),))
    return case.on(book).answer(
        "protege/not_understood",
        person=event.context.person,
        values={"read": event.read, "guesses": [g.says for g in guesses[:2]]},
        taps=(*(Tap(g.says, g.word) for g in guesses[:2]), Tap("Help", "HELP")),
    )


def not_yet(case: Case) -> Decision:
    """A command of the language whose practice is not built: said plainly, nothing is done."""
    return case.nothing_done(f"“{case.command.line[:60]}” is understood, but I can't do that yet")


def thanks_noted(case: Case) -> Decision:
    """Bare thanks are noted, never answered."""
    return Decision(case.book, notes=(case.note("thanks", "noted"),))
