"""What a calendar program writes into the subject of an answer: "Accepted: Coffee", "Refusé : Mentorat" (L30).

Only the words are read here, where a mail brings no calendar part; the core knows of which meeting.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned

# Outlook, Google, Apple and Zimbra in the languages of their menus.
_WORDS = {
    "accepted": (
        "accepted|angenommen|zugesagt|zusage|accepté|accepte|acceptée|aceptado|aceptada|aceito|aceite|accettato|accettata"
        "|geaccepteerd|accepterat|godkänd|accepteret|godtaget"
        "|godtatt|akseptert|hyväksytty|zaakceptowano|zaakceptowane|přijato"
        "|elfogadva|acceptat|принято|прийнято|kabul edildi|承諾|已接受|수락됨"
    ),
    "declined": (
        "declined|abgelehnt|abgesagt|absage|refusé|refusée|refus|decliné|rechazado|rechazada|recusado|rifiutato|rifiutata"
        "|afgewezen|geweigerd|avböjt|avböjd|nekad|afvist|afslået|avslått|avvist|hylätty|odrzucono|odrzucone|odmítnuto|elutasítva"
        "|refuzat"
        "|отклонено|відхилено|reddedildi|辞退|已拒绝|已拒絕|거절됨"
    ),
    "tentative": (
        "tentative|tentatively accepted|mit vorbehalt|unter vorbehalt|vorläufig|vielleicht|provisoire"
        "|accepté provisoirement"
        "|peut-être|provisional|aceptado provisionalmente|provisório|provvisorio|con riserva|voorlopig|preliminärt"
        "|foreløbig"
        "|foreløpig|alustavasti|wstępnie|wstępnie zaakceptowano|nezávazně|под вопросом|仮承諾|暂定"
    ),
}
_SUBJECT = {
    op: re.compile(rf"(?:{words})(?:\s\([^)]{{1,40}}\))?\s?[:：]\s*(?P<what>\S.*)", re.IGNORECASE)
    for op, words in _WORDS.items()
}


def calendar_subject(subject: str, reading: Reading) -> Command | None:
    """The answer that a subject tells, with the one person whom it or the thread names; None for any other subject."""
    for op, pattern in _SUBJECT.items():
        match = pattern.fullmatch(subject)
        if match is None:
            continue
        named = mentioned(match["what"], reading)
        who = named[0].id if len(named) == 1 else reading.thread
        if who is None and not reading.meets:
            return None
        return Command(Verb.CALENDAR, who, op=op, line=subject)
    return None
