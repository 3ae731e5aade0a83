"""People of the book: adding them, what the protégé tells about them, their cards (L8, L10, fields; P34, P38)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.addresses import is_reachable
from assistant.mentoring.answers.machines import GONE
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.days import zone as zone_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Tap
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.outreach import outreach
from assistant.mentoring.people import free_id, out_of_reach
from assistant.mentoring.person import Person, Remark, Stage
from assistant.mentoring.words.naming import named
from assistant.mentoring.words.phrases import STAGES

EVIDENCE = re.compile(
    r"https?://|[“\"][^”\"]{8,}[”\"]|\b(?:talk|article|book|paper|post|podcast|interview|lecture|keynote|blog|video|essay|workshop|panel|thread)\b",
    re.IGNORECASE,
)
COUNTRY = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
TEXT_FIELDS = frozenset(
    {
        "why",
        "hope",
        "commitment",
        "becoming",
        "ask",
        "result",
        "employer",
        "post",
        "scheduling",
        "boundaries",
        "greeting",
        "language",
        "relation",
    }
)
NAMES = {
    "referred by": "referred_by",
    "thanks style": "thanks_style",
    "same site": "same_site",
    "time zone": "timezone",
    "address": "email",
    "e-mail": "email",
    "postal address": "post",
}
PRIVATE = re.compile(r"\s*\(?private(?:ly)?\)?\s*[:\-–—.,]*\s*", re.IGNORECASE)
YES = frozenset({"yes", "y", "true", "ja", "sí", "si", "oui", "1"})


def new_person(book: Book, name: str, email: str) -> Person:
    """A new prospect at the end of the queue. Nothing of them is in the book yet."""
    return Person(
        id=free_id(book, name), name=named(name), email=email, rank=1 + max((p.rank for p in book.people), default=0)
    )


def new_mentor(case: Case) -> Decision:
    """`new mentor Minerva M minerva@example.org — heard her talk on pricing`: the card and what a draft still needs."""
    name, typed = case.command.named.strip(), case.command.email.lower()
    email = typed if is_reachable(typed) else ""
    if not name and not typed:
        return case.nothing_done(
            "I found no name. Write e.g. new mentor Minerva M minerva@example.org — heard her talk"
        )
    if email in case.book.protege.addresses:
        return case.nothing_done("that is your own address")
    known = case.book.by_address(email) if email else None
    if known is None:
        known = next((p for p in case.book.people if p.name.lower() == name.lower() and name), None)
        if known is not None and email and known.email and known.email != email:
            known = None  # two people of one name: the address tells them apart
    if known is None:
        known = new_person(case.book, name or typed.partition("@")[0].title(), email)
    elif email and not known.email:
        known = replace(known, email=email)
    reason = (case.command.text or case.command.because).strip()
    if reason:
        known = _told(case, known, reason)
    refused = (("email", typed),) if typed != email else ()  # the card says why
    return card(case.on(case.book.with_person(known)), known, (*refused, *case.command.fields))


def _told(case: Case, person: Person, text: str, *, private: bool = False) -> Person:
    """The person with one remark more; evidence is recognised by a work, a link or a quote (P25)."""
    evidence = EVIDENCE.search(text) is not None and not private
    remark = Remark(case.at, " ".join(text.split()), evidence=evidence, private=private)
    return replace(person, remarks=(*person.remarks, remark))


def about(case: Case) -> Decision:
    """`about Minerva: …`: added to the card."""
    person = case.person
    if person is None or case.command.candidates:
        return case.ask_whom("ABOUT")
    if not case.command.text.strip():
        return card(case, person)
    mark = PRIVATE.match(case.command.text)
    words = case.command.text[mark.end() :] if mark else case.command.text
    person = _told(case, person, words, private=mark is not None)
    return card(case.on(case.book.with_person(person)), person)


def fields(case: Case) -> Decision:
    """`why: …`, `email: …`, `key: yes`: fields of a person in the thread, named, or just added."""
    person = case.person
    if person is None and len(case.book.people) == 1:
        person = case.book.people[0]
    if person is None:
        return case.nothing_done(
            f"whom are these lines about? Send them again with the name in the subject, e.g. {_names(case.book)}"
        )
    return card(case, person, case.command.fields)


def _names(book: Book) -> str:
    return " or ".join(p.name for p in book.people[:4]) or "Minerva M"


def card(case: Case, person: Person, changes: tuple[tuple[str, str], ...] = ()) -> Decision:
    """The person's card, with what was set just now and what a draft still needs."""
    before = person
    person, problems = with_fields(case.book, person, changes)
    book = case.book.with_person(person)
    if person.email != before.email:
        book, _ = withdraw(book, person.id)
        if person.ladder.ended == "bounced":
            ladder = replace(person.ladder, ended="", retried_bounce=False)
            person = replace(book.person(person.id), ladder=ladder)
            book = book.with_person(person)
        if person.paused == GONE:
            person = replace(person, paused="")
            book = book.with_person(person)
    case = case.on(book)
    missing = outreach.what_is_missing(book, person)
    if changes and not problems and not missing and _wants_draft(case, person):
        return outreach.reach_out(replace(case, command=Command(Verb.REACH_OUT, person.id, line=case.command.line)))
    waits = book.writes_to(person.id)
    early = person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING) and not (person.do_not_contact or waits)
    return case.answer(
        "protege/card",
        person=person.id,
        values={
            "rows": rows(person),
            "missing": missing if early else [],
            "problems": problems,
            "stage": STAGES[person.stage.value],
            "early": early,
        },
        taps=(Tap("Draft the first note", f"REACH OUT TO {person.name}"),) if early and not missing else (),
    )


def with_fields(book: Book, person: Person, changes: tuple[tuple[str, str], ...]) -> tuple[Person, list[str]]:
    """The person with these fields set, and what can't be taken, in words. An address stays one person's alone."""
    problems = []
    before = person
    for name, value in changes:
        changed = with_field(person, name, value.strip())
        if isinstance(changed, str):
            problems.append(changed)
        else:
            person = changed
    clash = _whose(book, person)
    if clash:
        person = replace(person, email=before.email)
        problems.append(f"that address is {clash}")
    return person, problems


def _whose(book: Book, person: Person) -> str:
    """Whose this person's address is already, in words; "" when it is theirs alone."""
    if person.email and person.email in book.protege.addresses:
        return "your own"
    others = [p.name for p in book.people if p.id != person.id and person.email and person.email in p.addresses]
    return f"{others[0]}'s" if others else ""


ASKS = frozenset({"protege/needs", "protege/bounced"})  # mails that promise the draft with the answer


def _wants_draft(case: Case, person: Person) -> bool:
    """Whether the fields complete what we asked for ("the draft comes in the next mail"), or change a waiting note."""
    about = [x for x in case.book.letters if x.person == person.id]
    asked = next((n for n, x in enumerate(reversed(about)) if x.template in ASKS), None)
    if asked is not None and not any(x.kind is Kind.ATTEMPT for x in about[len(about) - asked :]):
        return True  # the draft was promised, whatever was said in between
    return any(outreach.outdated(case, person, letter) for letter in case.book.pending(person.id))


def with_field(person: Person, name: str, value: str) -> Person | str:
    """The person with one field set, or a sentence that says why not."""
    key = NAMES.get(name.lower().strip(), name.lower().strip().replace(" ", "_"))
    if key in TEXT_FIELDS:
        return replace(person, **{key: " ".join(value.split())})  # type: ignore[arg-type]
    if key in ("referred_by", "thanks_style", "name"):
        word = value if key == "thanks_style" else named(value)
        return replace(person, **{key: word}) if word else f"{name} needs a word"  # type: ignore[arg-type]
    if key in ("key", "same_site"):
        return replace(person, **{key: value.lower() in YES})  # type: ignore[arg-type]
    if key == "email":
        email = value.strip("<> ").lower()
        if is_reachable(email):
            return replace(person, email=email)
        return no_address(value)
    if key in ("timezone", "zone"):
        if value != "UTC" and zone_of(value).key == "UTC":
            return f"“{value[:40]}” is no time zone I know; write e.g. Europe/London"
        return replace(person, zone=value)
    if key == "country":
        country = value.upper().strip(" .")
        known = COUNTRY.fullmatch(country) is not None
        return (
            replace(person, country=country) if known else f"“{value[:30]}” is no country code; write e.g. GB or ES-MD"
        )
    if key in ("purpose", "success"):
        return _with_agreed(person, key, " ".join(value.split()))
    return f"I know no field “{name[:30]}”"


def no_address(typed: str) -> str:
    """Why nothing can be written to what somebody typed, in words."""
    plain = "" if typed.isascii() else " that I can write to (only plain letters)"
    return f"“{typed[:60]}” is no e-mail address{plain}"


def _with_agreed(person: Person, key: str, value: str) -> Person | str:
    """The person with the purpose or the success of their agreement (L28)."""
    if person.agreement is None:
        return f"there is no agreement with {person.first_name} yet that a {key} belongs to"
    kept = person.agreement
    changed = replace(kept, purpose=value) if key == "purpose" else replace(kept, success=value)
    return replace(person, agreement=changed)


def rows(person: Person) -> list[str]:
    """The card's lines, `Key: value`, in the order in which they matter; empty ones are left out."""
    pairs = [
        ("email", person.email),
        ("why", person.why),
        ("hope", person.hope),
        ("becoming", person.becoming),
        ("ask", person.ask),
        ("result", person.result),
        ("commitment", person.commitment),
        ("referred by", person.referred_by),
        ("employer", person.employer),
        ("timezone", person.zone),
        ("country", person.country),
        ("post", person.post),
        ("scheduling", person.scheduling),
        ("boundaries", person.boundaries),
        ("greeting", person.greeting),
        ("thanks style", person.thanks_style),
        ("key", "yes" if person.key else ""),
        ("same site", "yes" if person.same_site else ""),
        ("what for", person.agreement.purpose if person.agreement else ""),
        ("it worked when", person.agreement.success if person.agreement else ""),
        ("not to be written to", out_of_reach(person)),
    ]
    shown = [f"{name}: {value}" for name, value in pairs if value]
    told = [r for r in person.remarks if not r.private and r.text != person.why]
    shown += [f"{'evidence' if r.evidence else 'note'}: {r.text[:300]}" for r in told][-6:]
    return shown
