"""How well others do, by measure: the best anywhere, and the best that Python can use (`reading.md`; "" = not known).

Faults are turned round to be faults: where a peer loses no word in 99.1 % of replies, it loses some in 0.9 %.
"""

PEERS: dict[str, tuple[str, str]] = {
    "reply.exact.text": ("80.1 % email_reply_trimmer", "53.7–66.9 %"),
    "reply.lost": ("0.9 %", "0.9 %"),
    "reply.leaked": ("14.9 % email_reply_trimmer", "31.6 %"),
    "forward.core": ("91.7 % email-forward-parser", "82.6 %"),
    "bounce.recall": ("98.3 % Sisimai", "85.0 %"),
    "bounce.recipients": ("", "76.4 %"),
    "bounce.class": ("", "67.2 %"),
    "bounce.hard": ("", "66.2 %"),
    "autoreply.found": ("11 of 18", "9 of 18"),
    "autoreply.false": ("0", "0"),
    "calendar.cases": ("119 of 133 sabre/vobject", ""),
    "calendar.probes": ("0 of 7 sabre/vobject", ""),
    "dates.due": ("68 % chrono", "67 %"),
    "dates.false": ("0.7 %", "0.7 % timefhuman"),
    "slots.exact": ("55 %", "55 %"),
    "zones": ("12 of 15", "12 of 15"),
    "recurrence": ("53 of 68", "53 of 68"),
    "notes.actions": ("48 %", "48 %"),
    "notes.owner": ("18 %", "18 %"),
    "notes.due": ("0 %", "0 %"),
    "answers.right": ("27 % of all", "27 % of all"),
}
