"""How people say stop: a stop is never missed, and what may be one is asked."""

from __future__ import annotations

import re


def any_of(*expressions: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(expressions) + r")(?!\w)", re.IGNORECASE)


MAIL = r"(?:e-?mail|mail|message|messag|writ|contact|bother|spam|updat|newsletter|communicat)\w*"


STOP = any_of(
    r"unsubscribe(?: me)?",
    r"opt(?:ing)?[ -]?(?:me )?out",
    r"take me off",
    r"leave me alone",
    r"(?:cease and desist|harass\w*|reported? (?:this|you|it) (?:as|to|for))",
    r"remove (?:me|my (?:name|address|e?-?mail|mail id|data|details|contact)[\w ]{0,20})",
    r"delete (?:me|my (?:data|address|e?-?mail|details|contact)[\w ]{0,20})",
    rf"(?:stop|quit|cease) (?:\w+ ){{0,2}}?(?:{MAIL}|sending|reaching out|asking|pestering)",
    rf"(?:do not|don't|dont|never|please no|no longer|not) (?:ever )?(?:again )?(?:{MAIL}|send"
    rf"|reach out|get in touch)(?: to)?(?: me| us)?(?: any| these| such| more"
    rf"| further)*(?: (?:{MAIL}))?(?: (?:again|anymore|any more|any longer|ever|ever again"
    rf"|in (?:the )?future|here))",
    r"(?:do not|don't|dont|never) (?:ever )?(?:contact|write(?: to)?|e-?mail|mail|message|bother|send) (?:me|us)",
    r"(?:do not|don't|dont) (?:ever )?send (?:me )?(?:any|more|these|such|this|further|emails?"
    r"|mails?|messages?)[\w ]{0,20}",
    rf"(?:no|without) (?:more|further)(?: \w+)? {MAIL}",
    r"(?:cease|end|stop) (?:all |any )?(?:contact|communication)",
    rf"(?:i )?(?:do not|don't|no longer) (?:want|wish|like) (?:to (?:get|receive|hear"
    rf"|be contacted|be written)|(?:any )?(?:more )?{MAIL}|you to (?:{MAIL}))[\w ]{{0,30}}",
    r"(?:i'd |i would )?(?:rather|prefer) not (?:to )?(?:get|receive|be contacted"
    r"|hear)[\w ]{0,20}",
    r"(?:lose|forget|delete) my (?:number|address|e?-?mail)",
    r"(?<!full )stop(?: it| this| that| please)?(?=\s*[.!]|\s*$)",
    r"please stop(?! (?:by|in|over|at|worrying))",
    r"abmelden",
    r"austragen",
    r"(?:bitte )?(?:schreiben|kontaktieren) sie (?:mir|mich) nicht(?: mehr)?",
    r"keine (?:weiteren )?(?:e-?mails?|nachrichten)(?: mehr)?",
    r"lassen sie mich in ruhe",
    r"désabonne\w*",
    r"ne (?:m'écrivez|me contactez) plus",
    r"no me (?:escriba|contacte)\w*(?: más)?",
    r"d[ée]jame en paz",
    r"darme de baja",
    r"cancellami",
    r"non (?:scrivermi|contattarmi)(?: più)?",
)


# These may be a stop: it is asked, and until the answer nothing leaves.
WEAK_STOP = any_of(r"go away", r"(?:this is |as )spam", r"gdpr", r"full stop", r"harass\w*")


# A stop with an end is no stop for good: "don't write to me before June".
LIMITED = re.compile(
    r"^[^.!?;]{0,24}\b(?:before|until|till|yet|this (?:week|month)|today|at (?:the )?weekends?"
    r"|on weekends?|during|about|the (?:slides|document|draft|paper|link|invoice))\b",
    re.IGNORECASE,
)


NOT_STOP = any_of(r"(?:don't|do not) (?:stop|unsubscribe)", r"never stop \w+", r"until (?:i|you) stop", r"can't stop")
