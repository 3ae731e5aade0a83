"""Cases of the kinds that two calendar servers assert, in our own words: what their other cases are likely to ask.

They go through the same adapter as theirs, and each is also told wrongly, so that a case can fail.
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
    DAY,
    DAY_2,
    FORCED,
    LATER,
    LEE,
    MADRID,
    MADRID_2,
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

LEFT_OUT = {
    "a whole day": ((DAY, WEEKLY), f"EXDATE;VALUE=DATE:{DAY_2}", ("VALUE=DATE", DAY_2)),
    "in a zone": ((MADRID, WEEKLY), f"EXDATE;{MADRID_2}", tuple(MADRID_2.split(":"))),
}


CASES: dict[str, dict[str, Any]] = {
    "an answer that is to be sent all the same": edit(
        mine("ACCEPTED", owner=FORCED), mine("ACCEPTED", owner=FORCED), MINERVA,
        said("REPLY", MINERVA, LEE, reply("ACCEPTED", AT)),
    ),
    "somebody else's copy": edit(mine("NEEDS-ACTION"), mine("ACCEPTED"), BEN),
    **{
        f"one left out, {name}": edit(
            mine("ACCEPTED", *at), mine("ACCEPTED", *at, excluded), MINERVA,
            said("REPLY", MINERVA, LEE, reply("DECLINED", f"DTSTART;{form}:{day}", f"RECURRENCE-ID;{form}:{day}")),
        )
        for name, (at, excluded, (form, day)) in LEFT_OUT.items()
    },
    "exceptions without their series": edit(
        calendar(*(occurrence(at, OWNER, who(MINERVA)) for at in (SECOND, THIRD))),
        calendar(occurrence(SECOND, OWNER, who(MINERVA, ACCEPTED)), occurrence(THIRD, OWNER, who(MINERVA))),
        MINERVA,
        said("REPLY", MINERVA, LEE, reply("ACCEPTED", f"RECURRENCE-ID:{SECOND}", f"DTSTART:{SECOND}")),
    ),
    "an attendee deletes it": edit(
        mine("ACCEPTED"), None, MINERVA, said("REPLY", MINERVA, LEE, reply("DECLINED", AT))
    ),
    "the organizer deletes it": edit(
        calendar(vevent("SEQUENCE:1", *BOTH, AT, "DURATION:PT1H")), None, LEE,
        *(
            said("CANCEL", LEE, one, vevent("SEQUENCE:2", NEW, OWNER, who(one), AT, "DURATION:PT1H"),
                 significantChange=True)
            for one in (MINERVA, BEN)
        ),
    ),
    "a task is no event": edit(None, calendar(vevent(OWNER, who(MINERVA), kind="VTODO")), LEE),
    "nobody is invited": edit(None, calendar(vevent(AT)), LEE),
    "another program tells them": edit(
        None, calendar(vevent(OWNER, who(MINERVA, ";SCHEDULE-AGENT=CLIENT"), AT)), LEE
    ),
    "who is at one and who at all": edit(
        None, calendar(vevent(*BOTH, AT, WEEKLY, f"EXDATE:{THIRD}"), occurrence(SECOND, OWNER, who(BEN), sequence=0)),
        LEE,
        said("REQUEST", LEE, MINERVA, vevent(NEW, *BOTH, AT, WEEKLY, f"EXDATE:{SECOND},{THIRD}")),
        said("REQUEST", LEE, BEN, vevent(NEW, *BOTH, AT, WEEKLY, f"EXDATE:{THIRD}"),
             vevent(NEW, f"RECURRENCE-ID:{SECOND}", f"DTSTART:{SECOND}", OWNER, who(BEN))),
    ),
    "an event becomes a meeting": edit(
        calendar(vevent("SEQUENCE:1", AT)), calendar(vevent("SEQUENCE:2", OWNER, who(MINERVA), AT)), LEE,
        said("REQUEST", LEE, MINERVA, vevent("SEQUENCE:2", NEW, OWNER, who(MINERVA), AT), significantChange=True),
    ),
    "a meeting becomes an event": edit(
        calendar(vevent("SEQUENCE:1", OWNER, who(MINERVA), AT)), calendar(vevent("SEQUENCE:2", AT)), LEE,
        said("CANCEL", LEE, MINERVA, vevent("SEQUENCE:2", NEW, OWNER, who(MINERVA), AT)),
    ),
    "dates left out in another order": edit(
        calendar(series(f"EXDATE:{THIRD}", f"EXDATE:{SECOND}")),
        calendar(series(f"EXDATE:{SECOND},{THIRD}", sequence=2)),
        LEE,
        said("REQUEST", LEE, MINERVA, series(f"EXDATE:{SECOND},{THIRD}", NEW, sequence=2), significantChange=False),
    ),
    "another rule": edit(
        calendar(series()), calendar(series(sequence=2).replace("WEEKLY", "DAILY")), LEE,
        said("REQUEST", LEE, MINERVA, series(NEW, sequence=2).replace("WEEKLY", "DAILY"), significantChange=True),
    ),
    "another place": edit(
        calendar(series("LOCATION:A")), calendar(series("LOCATION:B", sequence=2)), LEE,
        said("REQUEST", LEE, MINERVA, series(NEW, "LOCATION:B", sequence=2), significantChange=False),
    ),
    "a new invite": hear(calendar(vevent("SEQUENCE:1"), method="REQUEST"), None, calendar(vevent("SEQUENCE:1"))),
    "a newer invite": hear(
        calendar(vevent("SEQUENCE:2", LATER), method="REQUEST"), calendar(vevent("SEQUENCE:1", AT)),
        calendar(vevent("SEQUENCE:2", LATER)),
    ),
    "what is published": hear(calendar(vevent("SEQUENCE:1"), method="PUBLISH"), None, None),
    "who was not invited comes too": hear(
        heard(BEN), calendar(series()), calendar(series().replace("END:V", f"ATTENDEE{ACCEPTED}:{BEN}\nEND:V")),
    ),
    "an answer to one of them": hear(
        heard(MINERVA, f"RECURRENCE-ID:{SECOND}"), calendar(series()),
        calendar(series(), occurrence(SECOND, OWNER, who(MINERVA, ACCEPTED))),
    ),
    "an answer to one that stands apart": hear(
        heard(MINERVA, f"RECURRENCE-ID:{SECOND}"),
        calendar(series(), occurrence(SECOND, OWNER, who(MINERVA), "SUMMARY:Tea")),
        calendar(series(), occurrence(SECOND, OWNER, who(MINERVA, ACCEPTED), "SUMMARY:Tea")),
    ),
    "an answer to one that nobody knows": hear(
        heard(MINERVA, f"RECURRENCE-ID:{THIRD}"), calendar(occurrence(SECOND, OWNER, who(MINERVA))), None
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_case_of_theirs_in_our_words_comes_out_as_asserted(tmp_path: Path, name: str) -> None:
    assert score(tmp_path, {"id": name, **CASES[name]}) == [("calendar.cases", 1, 1)]


@pytest.mark.parametrize("name", CASES)
def test_the_same_case_asserted_otherwise_is_wrong(tmp_path: Path, name: str) -> None:
    row = dict(CASES[name])
    if row["kind"] == "parse":
        row["expected"] = row["expected"][1:] if row["expected"] else [{"method": "REQUEST"}]
    else:
        row["expected"] = calendar(vevent("SEQUENCE:9", "SUMMARY:Something else"))
    assert score(tmp_path, {"id": name, **row}) == [("calendar.cases", 1, 0)]


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "nothing that anybody knows"},
        {"kind": "parse"},
        {"kind": "process", "input": 5, "existing": None, "expected": None},
        {"kind": "test_processReply", "fields": {"calendar_txt": "", "itip_txt": 5}},
        {"kind": "test_cancel", "fields": {}},
        {"fields": None},
    ],
)
def test_a_form_that_nobody_knows_is_wrong_and_raises_nothing(tmp_path: Path, row: dict[str, Any]) -> None:
    assert score(tmp_path, {"id": "unknown", **row}) == [("calendar.cases", 1, 0)]
