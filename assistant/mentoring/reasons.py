"""Why each kind of mail is written, in words (`why?`, L41): for the mails that do not say it themselves.

A letter carries its own `Why` where the occasion says more; this is what holds for its kind.
"""

from __future__ import annotations

from assistant.mentoring.letters import Kind, Letter

ANSWERED = "every mail of yours gets one answer"
NEWS = "what happens with your people, and with your mails, is told to you at once"

# What comes unasked: the rule, and what sets it off.
_UNASKED: dict[str, tuple[str, str]] = {
    "accepted": ("an answer to an invite is told to you at once", "their calendar answered"),
    "another_time": ("a time that they name is a proposal to you, never a change", "their mail"),
    "asked": ("a question of theirs is answered in your words, and no attempt goes meanwhile", "their mail"),
    "attempt": ("after a silence another idea each time, never the same again", "no answer in five working days"),
    "away": ("an absence stops the clock", "an automatic reply"),
    "bounced": ("nothing goes to an address that does not exist", "a report of the mail server"),
    "calendar_asks": ("what calendars read in several ways is asked, never guessed", "their calendar mail"),
    "calendar_told": ("only who is invited changes an answer", "a calendar's mail"),
    "calendar_unknown": ("only what I know is changed; the rest is shown to you", "an answer to something else"),
    "challenged": ("machine mail is never answered", "a mailbox that asks whether a person wrote"),
    "countered": ("a time that they name is a proposal to you, never a change", "their calendar answered"),
    "declined": ("a meeting that they can't make is told to you, and nobody is chased", "their calendar answered"),
    "digest": ("one digest a day instead of a drip: when there is something, Monday always", "the day"),
    "ended_by_them": ("who ends it, ends it", "their mail"),
    "expired": ("a draft waits five working days for you, no longer", "its time was over"),
    "gone": ("a new address is asked of you, never taken from an automatic reply", "an automatic reply"),
    "hard_news": ("after hard news everything waits, and no reminder comes", "their mail"),
    "holidays": ("meetings on a holiday of either side are put elsewhere once, on your word", "your series"),
    "in_doubt": ("a letter that may have left is never sent again on a guess", "the connection broke halfway"),
    "invite_came": ("their invite is the meeting", "their invite"),
    "ladder_ended": ("after the last idea there is rest for months", "no answer to any of them"),
    "meeting_passed": ("a letter about a meeting leaves before the meeting or not at all", "it had to wait too long"),
    "not_delivered": ("a letter that can't be delivered is told to you", "the mail server refused it"),
    "notes_prompt": ("one mail after a meeting asks for notes", "the meeting ended"),
    "own_mail": ("your own mail counts as a touch, and takes back the draft that it overtakes", "your mail to them"),
    "prep": ("a brief three business days before a meeting", "the meeting comes near"),
    "reminder": ("a reminder comes when you wanted it", "you asked for it"),
    "reminders": ("reminders come when you wanted them", "you asked for them"),
    "rest_over": ("after a long rest I ask you, never them", "the months are over"),
    "restored": ("when your book is damaged I go on from its copy, and say so", "the file could not be read"),
    "resume": ("whoever says later is written to later", "the day that they named, and five business days"),
    "said_later": ("later is not a no: it rests until then", "their answer"),
    "said_later_when": ("later is not a no: it rests until you name a day", "their answer"),
    "said_no": ("a no is final: one thanks, if you like, and nothing more", "their answer"),
    "said_referral": ("who is named becomes a name in your book", "their answer"),
    "said_stop": ("a stop is obeyed at once and in every book", "their mail"),
    "said_thanks": ("what they write is shown to you", "their mail"),
    "said_yes": ("after any answer no further attempt goes", "their answer"),
    "stopped_elsewhere": ("a stop holds for everybody who writes from here", "somebody's wish"),
    "task_desk": ("after a silence another idea each time: in person, once", "no answer so far"),
    "task_handwritten": ("after a silence another idea each time: a note by hand", "no answer so far"),
    "their_change": ("their own invite is theirs to change", "their calendar mail"),
    "was_this_you": ("what nothing proves to be yours is not done", "a mail in your name"),
    "what_answer": ("what is not certain is asked, and nothing goes meanwhile", "their answer"),
    "who_was_it": ("an unknown sender stops everything to that person", "a mail about yours"),
}

# What answers a mail of the protégé's own: what of it decides.
_ANSWERS: dict[str, str] = {
    "actions": "your actions are kept by number, theirs are never chased",
    "agreed": "what you both agreed is kept, and what you did not say is filled in and asked",
    "agreement_settled": "the agreement in short goes to them on your approval only",
    "are_these_notes": "what may be no notes at all is asked before anything is made of it",
    "cannot": "whoever can't come says so and names three times",
    "cannot_send": "what the checks hold back is shown with a better way to say it",
    "card": "what you tell of a person stands on their card",
    "change_drafted": "a change of a meeting waits for your SEND, as everything does",
    "changed_since": "an approval counts for one text only",
    "clock_started": "patience counts from the day on which a note left",
    "draft": "a draft is shown to you in full before it can go",
    "draft_changed": "another text is another draft and needs its own SEND",
    "fit_asked": "only you can say whether it fits",
    "fit_no": "what does not fit ends with thanks",
    "goals": "goals come before names",
    "goes": "an approved letter is held for a while, so that UNDO can take it back",
    "held_back": "what holds you back decides what comes next",
    "guest_drafted": "whoever keeps their calendar gets the invite on your SEND only",
    "hello_again": "we know each other",
    "help": "you asked what I understand",
    "invite_drafted": "an invite waits for your SEND, as everything does",
    "how_much": "one meeting or all of them is yours to say",
    "log": "everything that I did is yours to read",
    "moved_to": "a draft waits until the day that you name",
    "needs": "nothing is invented: what a note lacks is asked",
    "new_times": "a time that they can't make any more is not proposed",
    "no_longer": "an approval counts for one text only",
    "no_show": "a missed meeting gets a kind note, never a reproach",
    "nobody_yet": "nobody yet is an answer too",
    "not_her": "you said that it is not the right person",
    "not_sent": "an approval counts only where nothing else stands beside it",
    "not_them": "you said that the sender has nothing to do with it",
    "not_understood": "what I am not sure of is not done",
    "not_you": "you said that it was not you",
    "noted": "what you told me is kept",
    "notes_of_whom": "notes belong to one meeting, and whose is asked where I can't tell",
    "nothing": "what can't be done is not done by halves",
    "only_we_got_it": "what you write to the address that files answers reaches nobody",
    "other_time": "nothing is proposed outside your hours or over another meeting",
    "overtaken": "what has been overtaken is not brought back unseen",
    "paused_all": "a pause holds everything to everybody",
    "proposal_drafted": "a proposal comes after the talk, and on your SEND only",
    "ready": "before a proposal I ask whether you are ready yourself",
    "recap": "notes become a recap, and what they do not say stays open",
    "reminder_gone": "the last thing that can be taken back is taken back",
    "reminder_past": "a day that has passed is asked again",
    "reminder_set": "reminders are for you alone",
    "rested": "nothing is drafted for somebody who rests",
    "resumed": "nothing leaves without your SEND, after a pause too",
    "second_coffee": "a maybe is settled by a second talk",
    "set_aside": "a mail that can't be read is kept and named",
    "setting": "you changed a setting",
    "show": "all that I know of somebody is yours to read",
    "skipped": "what you skip does not go",
    "status": "you asked what waits",
    "stop_this": "a stop works at once; how far it reaches is asked after that",
    "stop_whom": "a stop works at once; whom it means is asked after that",
    "stopped": "a stop works at once",
    "talk_first": "nobody is asked to be a mentor before you have talked",
    "thanks_drafted": "thanks name one thing",
    "this_one": "SEND means a draft that you have seen",
    "three_missing": "the first draft needs a goal, a person and what of theirs you used",
    "too_late": "what has left can't be called back",
    "touch_noted": "patience counts from the last touch, on any channel",
    "too_soon": "nobody is invited at less than two working days' notice, unless both know it",
    "undrafted": "what you take back does not go",
    "unsent": "UNDO works until a letter has left",
    "unskipped": "UNDO brings a skipped draft back",
    "until_when": "later needs a day",
    "was_them": "you said whose address it is",
    "welcome": "the first mail is answered with who I am and three questions",
    "when": "you asked for your meetings",
    "when_meeting": "an invite needs a day and a time",
    "which_one": "where two meetings would do, you say which",
    "which_draft": "SEND must name one draft",
    "which_time": "of several times you choose",
    "which_week": "a day that can mean two dates is asked",
    "who_answered": "of several people you say who",
    "whom": "of several people you say who",
    "which_meeting": "two of your meetings have no notes yet, and these do not say which they are of",
    "whose_notes": "their words in a recording are theirs, so I ask once",
    "why": "you asked why",
    "wrap_up": "an ending has one honest reason, and it is yours to say",
    "wrap_up_drafted": "an ending thanks first, and goes on your SEND only",
}


def reason(letter: Letter) -> tuple[str, str]:
    """The rule of this very letter and what set it off, both in words."""
    name = letter.template.rpartition("/")[2]
    rule, trigger = _UNASKED.get(name, (_ANSWERS.get(name, ""), ""))
    if letter.kind is Kind.OWN:
        trigger = trigger or "your mail"
        generic = f"{ANSWERED}; {rule}" if rule else ANSWERED
    else:
        generic = rule or NEWS
    own = letter.why.rule if letter.why.rule not in (ANSWERED, NEWS) else ""
    return own or generic, letter.why.trigger or trigger or "what happened at that moment"
