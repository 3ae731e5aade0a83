"""Whether the rule of somebody else's series is followed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.schedule import Meeting
from assistant.reading.invites.rule import NOT_FOLLOWED, UNREADABLE, normal, objection

TUESDAY = datetime(2026, 12, 1, 15)  # noqa: DTZ001 - local


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;WKST=SU;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=4;COUNT=10;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=1TU",
        "FREQ=WEEKLY;UNTIL=20271201T150000Z",
        "FREQ=WEEKLY;UNTIL=20261201",
        "freq=weekly; byday=tu;",
    ],
)
def test_what_calendars_offer_is_followed(rule: str) -> None:
    assert objection(normal(rule), TUESDAY) == ""


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", NOT_FOLLOWED),
        ("FREQ=HOURLY", NOT_FOLLOWED),
        ("BYDAY=TU", NOT_FOLLOWED),
        ("FREQ=DAILY;BYHOUR=9", NOT_FOLLOWED),
        ("FREQ=DAILY;X=1", NOT_FOLLOWED),
        ("FREQ=DAILY;FREQ=DAILY", NOT_FOLLOWED),
        ("FREQ=DAILY;COUNT=0", NOT_FOLLOWED),
        ("FREQ=DAILY;INTERVAL=367", NOT_FOLLOWED),
        ("FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 200), NOT_FOLLOWED),
        ("FREQ=DAILY;UNTIL=soon", UNREADABLE),
        ("FREQ=DAILY;UNTIL=20271301", UNREADABLE),
        ("FREQ=DAILY;UNTIL=20271201T996199Z", UNREADABLE),
        ("FREQ=DAILY;UNTIL=20271201T240000", UNREADABLE),
        ("FREQ=DAILY;BYDAY=XX", UNREADABLE),
        ("FREQ=DAILY;UNTIL=20261101", "its rule ends before it starts"),
        ("FREQ=WEEKLY;BYDAY=WE", "its first date is none of its rule's"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "its first date is none of its rule's"),
    ],
)
def test_what_is_odd_hostile_or_ambiguous_is_not(rule: str, why: str) -> None:
    assert objection(rule, TUESDAY) == why


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=DAILY;BYSETPOS=5",
    ],
)
def test_a_rule_that_never_comes_true_is_found_out_at_once(rule: str) -> None:
    begun = time.process_time()
    assert objection(rule, TUESDAY)
    assert time.process_time() - begun < 1


@given(
    st.fixed_dictionaries(
        {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
        optional={
            "INTERVAL": st.integers(1, 366).map(str),
            "COUNT": st.integers(1, 99).map(str),
            "BYDAY": st.sampled_from(["MO", "TU,TH", "1TU", "-1FR", "MO,TU,WE,TH,FR"]),
            "BYMONTHDAY": st.sampled_from(["1", "-1", "29", "31", "1,15"]),
            "BYMONTH": st.sampled_from(["2", "12", "1,7"]),
            "BYSETPOS": st.sampled_from(["1", "-1", "2"]),
            "WKST": st.sampled_from(["MO", "SU"]),
        },
    ),
    st.integers(0, 3000),
)
def test_a_rule_that_is_followed_begins_where_it_says(parts: dict[str, str], days: int) -> None:
    rule = ";".join(f"{name}={said}" for name, said in parts.items())
    start = TUESDAY + timedelta(days=days)
    if not objection(rule, start):
        assert next(iter(rrulestr(rule, dtstart=start))) == start


@given(st.from_regex(r"\A20(2[5-9]|30)[01][0-9][0-3][0-9](T[0-9]{6}Z?)?\Z"))
def test_a_rule_that_is_followed_ends_where_it_says(until: str) -> None:
    rule = f"FREQ=WEEKLY;UNTIL={until}"
    if not objection(rule, TUESDAY):
        series = Meeting("1@example.org", "minerva", "Talks", TUESDAY, "Europe/Madrid", 30, rrule=rule)
        last = datetime.strptime(until[:8], "%Y%m%d").replace(tzinfo=UTC) + timedelta(days=2)
        assert all(start < last for start, _ in series.occurrences(series.begins, datetime(2031, 1, 1, tzinfo=UTC)))


@given(st.text(st.sampled_from("FREQBYDAILTUMO=;,0123456789+-"), max_size=80))
def test_any_rule_is_judged(rule: str) -> None:
    assert isinstance(objection(normal(f"FREQ=WEEKLY;{rule}"), TUESDAY), str)
