"""A copy for the protégé's own calendar goes once more where nobody knows whether it left.

The words of other mails stand in the next digest then, but no digest carries a calendar, and nothing else would ever
put it right. A calendar that has it already knows the same SEQUENCE and changes nothing (RFC 5546 §2.1.5).
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.case import Case
from assistant.mentoring.letters import Draft, Letter
from assistant.mentoring.meetings import invites, private_dates

AGAIN = "its calendar goes again"  # the `failure` of the copy whose fate is unknown


def again(case: Case, letter: Letter) -> Draft | None:
    """Another mail with what that calendar should show now; None where a later copy says it, or it shows nothing."""
    if not letter.calendar or _overtaken(case, letter):
        return None
    one = private_dates.find(case.book, letter.meeting)
    if one is not None:
        return replace(private_dates.told(case, one), id=case.id("own copy", letter.id))
    meeting = case.book.find_meeting(letter.meeting)
    if meeting is None or (meeting.state == "cancelled") != (letter.method == "CANCEL" and letter.occurrence is None):
        return None
    return invites.own_copy(case, letter, letter.values.get("old"))


def _overtaken(case: Case, letter: Letter) -> bool:
    later = [x for x in case.book.letters if x.to_protege and x.meeting == letter.meeting and x.calendar]
    return any(x.created > letter.created and x.occurrence in (None, letter.occurrence) for x in later)
