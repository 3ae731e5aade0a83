"""What happens to an event after its invite, turn by turn, as RFC 5546 and RFC 6638 have it, through the same adapter.

People come and go, dates fall out, versions cross, and answers come to what is not there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from accuracy.itip_words import (
    ACCEPTED,
    AT,
    BEN,
    BOTH,
    LATER,
    LEE,
    MINERVA,
    NEW,
    OWNER,
    SECOND,
    THIRD,
    WEEKLY,
    calendar,
    edit,
    hear,
    heard,
    mine,
    occurrence,
    reply,
    said,
    score,
    series,
    vevent,
    who,
)

ONE = (OWNER, who(MINERVA))
MADRID, MADRID_2 = "DTSTART;TZID=Europe/Madrid:20260303T160000", "TZID=Europe/Madrid:20260310T160000"
FORCED = who(MINERVA, ";SCHEDULE-FORCE-SEND=REQUEST")
OFF = "STATUS:CANCELLED"


def event(*lines: str, sequence: int = 1) -> str:
    return vevent(f"SEQUENCE:{sequence}", *lines)


def told(method: str, to: str, *lines: str, sequence: int = 1, **more: object) -> dict[str, object]:
    """What Lee sends about one event."""
    return said(method, LEE, to, event(NEW, *lines, sequence=sequence), **more)


def stamped(sequence: int, stamp: str, *lines: str) -> str:
    return event(f"DTSTAMP:20260301T{stamp}Z", *lines, sequence=sequence)


def asked(method: str, *events: str) -> str:
    return calendar(*events, method=method)


CHANGES: dict[str, dict[str, Any]] = {
    "somebody is invited too": edit(
        calendar(event(*ONE, AT)), calendar(event(*BOTH, AT)), LEE,
        told("REQUEST", MINERVA, *BOTH, AT, significantChange=False),
        told("REQUEST", BEN, *BOTH, AT, significantChange=True),
    ),
    "somebody is invited no more": edit(
        calendar(event(*BOTH, AT)), calendar(event(*ONE, AT, sequence=2)), LEE,
        told("REQUEST", MINERVA, *ONE, AT, sequence=2, significantChange=False),
        told("CANCEL", BEN, OWNER, who(BEN), AT, sequence=2, significantChange=True),
    ),
    "somebody takes the place of another": edit(
        calendar(event(*ONE, AT)), calendar(event(OWNER, who(BEN), AT, sequence=2)), LEE,
        told("CANCEL", MINERVA, *ONE, AT, sequence=2), told("REQUEST", BEN, OWNER, who(BEN), AT, sequence=2),
    ),
    "who is invited by another program hears of no end": edit(
        calendar(event(OWNER, who(MINERVA, ";SCHEDULE-AGENT=CLIENT"), AT)), None, LEE,
    ),
    "who is invited by nobody hears nothing": edit(
        None, calendar(event(OWNER, who(MINERVA, ";SCHEDULE-AGENT=NONE"), who(BEN), AT)), LEE,
        told("REQUEST", BEN, OWNER, who(MINERVA), who(BEN), AT),
    ),
    "whoever made it is invited too": edit(
        None, calendar(event(*ONE, who(LEE, ACCEPTED), AT)), LEE,
        told("REQUEST", MINERVA, *ONE, who(LEE, ACCEPTED), AT),
    ),
    "an invite that is to be sent all the same": edit(
        calendar(event(OWNER, FORCED, AT)), calendar(event(OWNER, FORCED, AT)), LEE,
        told("REQUEST", MINERVA, *ONE, AT, significantChange=True),
    ),
    "another time": edit(
        calendar(event(*ONE, AT)), calendar(event(*ONE, LATER, sequence=2)), LEE,
        told("REQUEST", MINERVA, *ONE, LATER, sequence=2, significantChange=True),
    ),
    "the same instant in another zone": edit(
        calendar(event(*ONE, AT)), calendar(event(*ONE, MADRID)), LEE,
        told("REQUEST", MINERVA, *ONE, MADRID, significantChange=False),
    ),
    "another length": edit(
        calendar(event(*ONE, AT, "DURATION:PT1H")), calendar(event(*ONE, AT, "DURATION:PT2H", sequence=2)), LEE,
        told("REQUEST", MINERVA, *ONE, AT, "DURATION:PT2H", sequence=2, significantChange=True),
    ),
    "one date falls out": edit(
        calendar(series()), calendar(series(f"EXDATE:{SECOND}", sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, series(f"EXDATE:{SECOND}", NEW, sequence=2), significantChange=True),
    ),
    "one date falls out, said in a zone before": edit(
        calendar(event(*ONE, MADRID, WEEKLY, f"EXDATE;{MADRID_2}")),
        calendar(event(*ONE, MADRID, WEEKLY, f"EXDATE:{SECOND}")), LEE,
        told("REQUEST", MINERVA, *ONE, MADRID, WEEKLY, f"EXDATE:{SECOND}", significantChange=False),
    ),
    "one date more": edit(
        calendar(series()), calendar(series("RDATE:20260305T150000Z", sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, series("RDATE:20260305T150000Z", NEW, sequence=2), significantChange=True),
    ),
    "an exception goes back to where it was": edit(
        calendar(series(), occurrence(SECOND, *ONE).replace("DTSTART:20260310", "DTSTART:20260311")),
        calendar(series(sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, series(NEW, sequence=2), significantChange=True),
    ),
    "somebody is at one of them no more": edit(
        calendar(vevent("SEQUENCE:1", *BOTH, AT, WEEKLY)),
        calendar(vevent("SEQUENCE:2", *BOTH, AT, WEEKLY), occurrence(SECOND, *ONE, sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, vevent("SEQUENCE:2", NEW, *BOTH, AT, WEEKLY),
             occurrence(SECOND, NEW, *ONE, sequence=2)),
        said("REQUEST", LEE, BEN, vevent("SEQUENCE:2", NEW, *BOTH, AT, WEEKLY, f"EXDATE:{SECOND}")),
    ),
    "somebody who was at one of them alone": edit(
        calendar(series(), occurrence(SECOND, *BOTH)), calendar(series(sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, series(NEW, sequence=2)),
        said("CANCEL", LEE, BEN, occurrence(SECOND, NEW, OWNER, who(BEN), sequence=2)),
    ),
    "single dates of a series that is not theirs": edit(
        None, calendar(occurrence(SECOND, *ONE), occurrence(THIRD, *ONE)), LEE,
        said("REQUEST", LEE, MINERVA, occurrence(SECOND, NEW, *ONE), occurrence(THIRD, NEW, *ONE)),
    ),
    "an event that nobody was invited to is deleted": edit(calendar(event(AT)), None, LEE),
    "an event is off": edit(
        calendar(event(*ONE, AT)), calendar(event(*ONE, AT, OFF, sequence=2)), LEE,
        told("CANCEL", MINERVA, *ONE, AT, sequence=2, significantChange=True),
    ),
    "somebody is named in capitals": edit(
        calendar(event(OWNER, who(MINERVA), AT)),
        calendar(event(OWNER, who(MINERVA).replace(MINERVA, "MAILTO:Minerva@Example.org"), AT)), LEE,
        told("REQUEST", MINERVA, *ONE, AT, significantChange=False),
    ),
    **{
        f"an answer of hers, {before} and then {after}": edit(
            mine(before), mine(after), MINERVA, said("REPLY", MINERVA, LEE, reply(after, AT))
        )
        for before, after in (("NEEDS-ACTION", "TENTATIVE"), ("DECLINED", "ACCEPTED"), ("ACCEPTED", "DECLINED"))
    },
    "a note of hers": edit(mine("ACCEPTED"), mine("ACCEPTED", AT, "X-NOTE:mine", "TRANSP:TRANSPARENT"), MINERVA),
    "her answer to an invite of another program": edit(
        mine("NEEDS-ACTION", owner=OWNER.replace("ORGANIZER", "ORGANIZER;SCHEDULE-AGENT=NONE")),
        mine("ACCEPTED", owner=OWNER.replace("ORGANIZER", "ORGANIZER;SCHEDULE-AGENT=NONE")), MINERVA,
    ),
    "her answer to what is off": edit(mine("NEEDS-ACTION", AT, OFF), mine("ACCEPTED", AT, OFF), MINERVA),
    "she deletes what she declined": edit(mine("DECLINED"), None, MINERVA),
    "a copy that she imports with her answer": edit(
        None, mine("ACCEPTED"), MINERVA, said("REPLY", MINERVA, LEE, reply("ACCEPTED", AT))
    ),
    **{
        f"a {kind} is no event": edit(None, calendar(vevent(*ONE, AT, kind=kind)), LEE)
        for kind in ("VJOURNAL", "VFREEBUSY")
    },
    "nothing at all": edit(None, None, LEE),
}  # fmt: skip

THEIRS = (*ONE, AT)
HEARD: dict[str, dict[str, Any]] = {
    "an older invite": hear(
        asked("REQUEST", event(*ONE, LATER)), calendar(event(*THEIRS, sequence=2)), calendar(event(*THEIRS, sequence=2))
    ),
    "the same version, written later": hear(
        asked("REQUEST", stamped(1, "100000", *ONE, LATER)), calendar(stamped(1, "090000", *THEIRS)),
        calendar(stamped(1, "100000", *ONE, LATER)),
    ),
    "the same version, written earlier": hear(
        asked("REQUEST", stamped(1, "080000", *ONE, LATER)), calendar(stamped(1, "090000", *THEIRS)), None
    ),
    "a higher version counts before a later hour": hear(
        asked("REQUEST", stamped(1, "100000", *ONE, LATER)), calendar(stamped(2, "090000", *THEIRS)), None
    ),
    "the same once more": hear(
        asked("REQUEST", stamped(1, "090000", *THEIRS)), calendar(stamped(1, "090000", *THEIRS)), None
    ),
    "an invite of somebody else's event": hear(
        asked("REQUEST", event(f"ORGANIZER:{BEN}", who(MINERVA), LATER, sequence=9)), calendar(event(*THEIRS)), None
    ),
    "one is moved": hear(
        asked("REQUEST", occurrence(SECOND, *ONE, sequence=2).replace("DTSTART:20260310", "DTSTART:20260311")),
        calendar(series()),
        calendar(series(),
                 occurrence(SECOND, *ONE, sequence=2).replace("DTSTART:20260310", "DTSTART:20260311")),
    ),
    "one is off, the others are not": hear(
        asked("CANCEL", occurrence(SECOND, *ONE, sequence=2)), calendar(series()),
        calendar(series(), occurrence(SECOND, *ONE, OFF, sequence=2)),
    ),
    "all is off": hear(
        asked("CANCEL", event(*ONE, sequence=2)), calendar(series()), calendar(series(OFF, sequence=2))
    ),
    "an older end": hear(asked("CANCEL", event(*ONE, sequence=0)), calendar(series()), None),
    "the end of what nobody knows": hear(asked("CANCEL", event(*ONE)), None, None),
    "an answer to a time that is not there": hear(
        heard(MINERVA, "RECURRENCE-ID:20260311T150000Z"), calendar(series()), None
    ),
    "an answer to a time that fell out": hear(
        heard(MINERVA, f"RECURRENCE-ID:{SECOND}"), calendar(series(f"EXDATE:{SECOND}")), None
    ),
    "an answer to what is off": hear(heard(MINERVA), calendar(series(OFF)), None),
    "an answer to what was before": hear(heard(MINERVA), calendar(series(sequence=2)), None),
    "an answer with a reason": hear(
        heard(MINERVA, "REQUEST-STATUS:2.8;Success, repeating event ignored"), calendar(event(*THEIRS)),
        calendar(event(OWNER, who(MINERVA, f"{ACCEPTED};SCHEDULE-STATUS=2.8"), AT)),
    ),
    "an answer in capitals": hear(
        heard("MAILTO:Minerva@Example.org"), calendar(event(*THEIRS)),
        calendar(event(OWNER, who(MINERVA, ACCEPTED), AT)),
    ),
    "an answer in another zone": hear(
        heard(MINERVA, f"RECURRENCE-ID;{MADRID_2}"), calendar(series()),
        calendar(series(), occurrence(SECOND, OWNER, who(MINERVA, ACCEPTED))),
    ),
    "an answer to all and to one": hear(
        asked("REPLY", event(NEW, f"ORGANIZER:{LEE}", f"ATTENDEE;PARTSTAT=ACCEPTED:{MINERVA}"),
              event(NEW, f"ORGANIZER:{LEE}", f"ATTENDEE;PARTSTAT=DECLINED:{MINERVA}", f"RECURRENCE-ID:{SECOND}")),
        calendar(series()),
        calendar(series().replace(who(MINERVA), who(MINERVA, ACCEPTED)),
                 occurrence(SECOND, OWNER, who(MINERVA, ";PARTSTAT=DECLINED"))),
    ),
    **{
        f"{method} changes nothing": hear(asked(method, event(*ONE, LATER, sequence=2)), calendar(event(*THEIRS)), None)
        for method in ("ADD", "REFRESH", "DECLINECOUNTER", "PUBLISH", "X-OTHER")
    },
    "a task changes nothing": hear(
        asked("REQUEST", vevent("SEQUENCE:2", *ONE, kind="VTODO")), calendar(event(*THEIRS)), None
    ),
}  # fmt: skip
TURNS = CHANGES | HEARD


@pytest.mark.parametrize("name", TURNS)
def test_a_turn_comes_out_as_the_standard_has_it(tmp_path: Path, name: str) -> None:
    assert score(tmp_path, {"id": name, **TURNS[name]}) == [("calendar.cases", 1, 1)]


@pytest.mark.parametrize("name", TURNS)
def test_the_same_turn_asserted_otherwise_is_wrong(tmp_path: Path, name: str) -> None:
    row = dict(TURNS[name])
    if row["kind"] == "parse":
        row["expected"] = row["expected"][1:] if row["expected"] else [{"method": "REQUEST"}]
    else:
        row["expected"] = calendar(vevent("SEQUENCE:9", "SUMMARY:Something else"))
    assert score(tmp_path, {"id": name, **row}) == [("calendar.cases", 1, 0)]
