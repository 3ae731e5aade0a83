"""Every number behind the rules (`policy.md`), in one place. A limit only ever lowers volume or delays a send.

Days are business days unless a name says otherwise; durations are in the unit that the name says.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The defaults. `[policy]` of the configuration changes them for all, `[protege.policy]` for one."""

    # sending
    hold_minutes: int = 10
    invite_hold_minutes: int = 30
    urgent_hold_minutes: int = 1
    in_doubt_minutes: int = 15
    window_opens: int = 9
    window_closes: int = 17
    retry_minutes: int = 5
    retry_hours_most: int = 48
    # drafts
    draft_expires_days: int = 5
    draft_reminder_days: int = 3
    # the ladder: business days since the first send, by rung
    ladder_days: tuple[int, ...] = (0, 5, 11, 17, 25, 33, 40)
    touch_gap_days: int = 5
    rest_months: int = 6
    return_days: int = 2
    absence_days: int = 10
    later_days: int = 5
    soft_bounce_days: int = 2
    outreach_most: int = 2
    active_most: int = 3
    first_note_gap_days: int = 20
    # lengths, in words without greeting and name
    first_words: int = 100
    smaller_words: int = 45
    result_words: int = 90
    handwritten_words: int = 70
    thanks_words: int = 120
    agenda_words: int = 120
    # meetings
    slot_notice_days: int = 2
    coffee_minutes: int = 30
    meeting_minutes: int = 45
    early_minutes: int = 5
    invite_unanswered_days: int = 3
    prep_days: int = 3
    agenda_days: int = 1
    brief_hours: int = 2
    notes_after_minutes: int = 30
    next_meeting_days: int = 3
    term_months: int = 12
    wind_down_weeks: int = 6
    wind_down_meetings: int = 2
    contact_budget_days: int = 10
    answer_first_days: int = 1
    answer_again_days: int = 2
    # actions
    action_before_days: int = 2
    action_after_days: int = 2
    action_moves: int = 3
    # mails to the protégé
    digest_late_hours: int = 2
    mails_an_hour: int = 20
    letters_a_day: int = 10
    mailbox_an_hour: int = 100
    misses_an_hour: int = 2
    # keeping
    handled_days: int = 400
    replay_days: int = 7
    challenge_hours: int = 24
    challenge_gap_minutes: int = 10
    stranger_days: int = 30
    letter_days: int = 90  # mails to the protégé, and drafts that never left
