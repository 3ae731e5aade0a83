"""What stands below a heading, or after a word with a colon: actions, decisions, questions, offers, the next date."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.notes import again, decisions

_NAMES = (
    (
        "actions",
        (
            r"(?:(?:suggested|mentee|mentor|follow[- ]?up|new|open|our|key|agreed|main|immediate|my|your|her|his"
            r"|their|both"
            r"|[\w.-]+(?: [\w.-]+)?'s?) )?(?:actions?(?:"
            r" (?:items?|points?|list|review|log|plan"
            r"|required|arising|steps?|new|now|this time|from (?:last|this) time))?|ais?|aps?"
            r"|to[- ]?dos?(?:[- ]list)?|next (?:steps|actions)"
            r"|follow[- ]?ups?|tasks?|targets?"
            r"|homework|follow[- ]?up tasks?|commitments?|promises|promised|part|side|plate|jobs?|list|will|not yet"
            r"|pending|outstanding"
            r"|still to do|to be done|waiting(?: (?:for|on))?"
            r"|open (?:items|tasks|actions)|i (?:will|promised|owe(?: her| him)?)|(?:she|he) (?:promised"
            r"|owes(?: me)?)"
            r"|(?:(?:the )?ball (?:is )?)?(?:in|on|at) (?:my|her|his|our|[\w-]+'s) (?:plate|list|court|desk|side|end)"
            r"|what (?:i|he|she|[\w-]+) owes? (?:me|him|her|[\w-]+)|(?:assigned|allotted|delegated|left|falls|up) to"
            r"|(?:way|ways) forward|plan of action|what'?s next|for next time|until next time|before next time"
            r"|before we meet again"
            r"|what (?:i|she|he|we|you|[\w.-]+)(?:'ll| will)(?: do)?|what (?:i|we|you) do|what [\w.-]+ does"
            r"|(?:(?:what|(?:the )?things?) )?(?:i|she|he|we|[\w-]+) (?:signed up for|took on|agreed to(?: do)?"
            r"|committed to|has to do|have to do|said (?:i|she|he)(?:'d|'ll| would)(?: do)?)|things to do|who does what"
            r"|action items? (?:and|&) owners?"
            r"|(?:a|à|en) (?:meu|mi|mon|ma|son|sua|su) (?:cargo"
            r"|charge)|(?:a cargo|à charge) d[eao]s? \S+|hausaufgaben?"
            r"|deberes|devoirs|huiswerk"
            r"|verspreche?n|versprochen|por hacer|por fazer"
            r"|aufgaben|zu tun|n[aä]chste schritte|to ?do'?s|offene punkte|ma(?:ß|ss)nahmen"
            r"|[aà] faire|prochaines [ée]tapes|t[aâ]ches"
            r"|tareas|pr[oó]ximos pasos|acciones|por hacer|pendientes|compromisos"
            r"|tarefas|pr[oó]ximos passos|a[cç][oõ]es|azioni|da fare|prossimi passi|compiti"
            r"|acties|actiepunten|actielijst|te doen|taken|zadania|[aå]tg[aä]rder|oppgaver|opgaver)"
        ),
    ),
    (
        "decisions",
        (
            r"(?:(?:key|our) )?(?:decisions?(?: (?:made|taken|log|of the day))?|decid\w{1,2}|agreed|agreements?"
            r"|resolutions?|resolved|settled|fixed|firm|final|outcome|we will not|we won't|not doing"
            r"|conclusions?(?:/resolutions?)?|(?:what )?we (?:agreed|decided)(?: on)?|outcomes?"
            r"|entscheidungen?|beschl[uü]sse?|vereinbart|vereinbarungen|d[ée]cisions?|d[ée]cid[ée]"
            r"|decisiones|decisi[oó]n"
            r"|acuerdos|acordado|decis[oõ]es|decis[aã]o|decisioni?|besluiten|besluit|besloten|afgesproken|beslut"
            r"|decyzje|uzgodnienia"
            r"|beschlossen|entschieden|ausgemacht|festgelegt|decidido|acordamos|decidimos|ficou decidido|combinado"
            r"|acordado|deciso|concordato|convenu|on a d[ée]cid[ée])"
        ),
    ),
    (
        "questions",
        (
            r"(?:(?:open|remaining|unanswered|my) )?(?:questions?|doubts|to (?:ask|clarify|discuss)|unclear"
            r"|still open"
            r"|parking lot|(?:offene )?fragen?|questions ouvertes|preguntas?|dudas|perguntas?|domande"
            r"|d[uú]vidas|vragen)"
        ),
    ),
    (
        "next",
        (
            r"(?:(?:date of (?:the |our )?)?(?:our |the )?(?:next|nxt)(?: (?:meeting|mtg|date|appointment|call"
            r"|time|one"
            r"|visit|tea|coffee|lunch|walk|talk|meet"
            r"|session|1:1|catch[- ]?up|check[- ]?in|chat|round|sync|review|touch ?point|zoom|up"
            r"|date with \w+))?|donm"
            r"|meet(?:ing)?s?(?: again)?|see you|rhythm"
            r"|folgetermin|termin|rdv|prochaine fois|pr[oó]ximo encuentro|pr[oó]ximo encontro|pr[oó]xima (?:llamada|vez"
            r"|sess[aã]o)"
            r"|n[aä]chste[sr]? (?:treffen|termin|gespr[aä]ch)|prochaine? (?:r[ée]union|rendez-vous|rdv|entretien)"
            r"|pr[oó]xima (?:reuni[oó]n|reuni[aã]o|cita)|prossimo incontro|volgende (?:afspraak|keer)|when next)"
        ),
    ),
    (
        "offers",
        (r"(?:offers?|(?:\w+ )?offered(?: to)?|(?:she|he) (?:offers|offered|will)|angebote|offres|ofertas)"),
    ),
    (
        "skip",
        (
            r"(?:present|attendees|attendance|attending|participants|people|invited|apologies|absent"
            r"|regrets|in attendance"
            r"|date|scribe|time|location"
            r"|where|when|who|teilnehmer(?:innen)?|anwesend"
            r"|participants pr[ée]sents|pr[ée]sents|asistentes|participantes|presenti|aanwezig)"
        ),
    ),
    ("topics", (r"(?:agenda(?: items)?|goals?(?: for today)?|links?|resources)")),
    (
        "done",
        (
            r"(?:done|finished|completed|closed|dropped|cancell?ed|archived?|achieved|since last time|last time"
            r"|what i did|progress|erledigt|fait"
            r"|d[ée]j[àa] fait|hecho|fatto"
            r"|feito|gedaan|klaar|already done|(?:done|closed) (?:items|actions|since last time))"
        ),
    ),
    (
        "points",
        (
            r"(?:(?:main |key )?points?|(?:points |topics )?discuss(?:ed|ion)(?:"
            r" (?:points|topics|items|notes))?|summary|notes"
            r"|details|background|context\w*|minutes|learned|learnings|topics|takeaways?|key takeaways|advice"
            r"|feedback"
            r"|small talk|chit[- ]?chat|miscellaneous|themen|punkte|notizen|points abord[ée]s|r[ée]sum[ée]|temas"
            r"|puntos|resumen|notas|pontos|resumo|punti)"
        ),
    ),
)
_HEADINGS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _NAMES)
# "Action items from last time" are old: what is open of them is marked again.
_SAYS_ACTION = re.compile(
    r"action|\bai\b|\bais\b|to-? ?do|task|aufgabe|t[aâ]che|tarea|accion|azion"
    r"|actie",
    re.IGNORECASE,
)
_OLD = re.compile(r"\b(?:previous|last|old|earlier|past|prior|follow[- ]?up|closed|completed|done)\b", re.IGNORECASE)

_ATTENDANCE = re.compile(
    r"\b(?:in attendance|attendees|attending|attended|participants|apologies"
    r"|present (?:were|are))\b",
    re.IGNORECASE,
)

INLINE = re.compile(
    r"[*_]{0,3}(?P<head>decisions?|decided|agreed|agreement|resolution|resolved|(?:open )?questions?|next"
    r"(?: (?:meeting|date|appointment|1:1|time|session|call|touchpoint|chat"
    r"|catch[- ]?up|check[- ]?in))?|nxt(?: chat| mtg)?"
    r"|rdv suivant|prochaine? (?:rdv|r[ée]union)|n[aä]chste[sr]? (?:treffen"
    r"|termin)|pr[oó]xima (?:reuni[oó]n|reuni[aã]o|cita)"
    r"|prossimo incontro|volgende afspraak|entscheidung|beschluss|d[ée]cision"
    r"|decisi[oó]n|acuerdo|decis[aã]o|decisione|besluit"
    r"|frage|pregunta|pergunta|domanda|discussed|idea|risk|note|summary|takeaway"
    r"|advice|fyi)[*_]{0,3}\s?[:=]\s*[*_]{0,3}"
    r"(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_KINDS = (
    ("decisions", re.compile(r"deci|agree|resol|acuerdo|entsch|beschl|d[ée]ci|beslui", re.IGNORECASE)),
    ("questions", re.compile(r"(?:open )?quest|frage|pregunt|pergunt|domand", re.IGNORECASE)),
    ("next", re.compile(r"next|nxt|rdv|procha|n[aä]chst|pr[oó]xim|prossim|volgend", re.IGNORECASE)),
)


# "3.", "Min 4.3", "Item 2:" before the words of a heading, and what is in brackets behind them
_COUNT = re.compile(
    r"^(?:(?:(?:min(?:ute)?|item|no|point|part|section|para(?:graph)?|topic|top|punkt"
    r"|§)\.?\s*)?\d{1,2}(?:\.\d{1,2}){0,2}"
    r"(?:[.):]\s*|\s+)|[ivx]+[.)]\s*)|\s*\([^)]{0,40}\)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def section(heading: str) -> str:
    """What stands below this heading: "actions", "decisions", … , "skip", or "" for any other heading."""
    head = re.sub(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]", "", heading).strip(" *_:#")
    head = _COUNT.sub("", head)
    head = head.replace("_", " ")
    found = next((name for name, words in _HEADINGS if words.fullmatch(head[:80])), "") or _outlook(head)
    if (
        not found
        and ":" not in head
        and (match := re.fullmatch(r"(?P<head>.{3,40}?) (?:for|of|by|from) .{2,40}", head, re.IGNORECASE))
    ):
        found = section(match["head"]) if not _OLD.search(head) else ""
        found = found if found in {"actions", "offers"} else ""
    if not found and ":" not in head and len(head.split()) <= 8 and _ATTENDANCE.search(head):
        return "skip"
    return found


LONGEST_LABEL = 60  # characters


def _outlook(head: str) -> str:
    """ "Nächster Termin", "Rozhodnuto / decided": "next" or "decisions", in any tongue, or in two."""
    if ":" in head or len(head) > LONGEST_LABEL:
        return ""
    for part in (head, *head.split(" / ")):
        if again.is_label(part):
            return "next"
        if decisions.is_label(part):
            return "decisions"
    return ""


def says_action(words: str) -> bool:
    """Whether a heading or marker speaks of actions: among many people "Next steps" says how work goes on."""
    return _SAYS_ACTION.search(words) is not None


def owner_words(heading: str) -> str:
    """Whose actions a heading names: "Ada's actions", "Actions for Ada", "I will"; "" where it names nobody."""
    head = heading.strip(" *_:#")
    if re.match(r"(?:my|i|what i)\b", head, re.IGNORECASE):
        return "me"
    if re.match(r"(?:your)\b", head, re.IGNORECASE):
        return "you"
    if match := re.match(
        r"(?P<they>her|his|she|he)\b|(?:what|(?:the )?things?) (?P<who>[\w.-]+?)"
        r"(?:'ll\b| (?:will|does?|signed|took|agreed|committed|has|have|said|owes?)\b)|on (?:my|mi)\b"
        r"|(?:(?:the )?ball (?:is )?)?(?:in|on|at) (?P<whose>my|her|his|our|[\w-]+'s) ",
        head,
        re.IGNORECASE,
    ):
        who = match["they"] or match["who"] or (match["whose"] or "").removesuffix("'s")
        return {"her": "she", "his": "he", "my": "me", "our": "we"}.get(who.lower(), who or "me")
    if re.match(r"(?:a|à|en) (?:meu|mi|mon|ma) ", head, re.IGNORECASE) or _HOMEWORK.fullmatch(head):
        return "me"
    match = re.fullmatch(
        r"(?P<a>.{2,40})'s? .{3,30}|.{3,30} (?:for|of|by|von|für|de|di|da|do|van|voor|pour|para) (?P<b>.{2,40})"
        r"|.{2,30} ?[(\[](?P<c>[^)\]]{1,40})[)\]]"
        r"|(?P<d>[A-Z][\w-]{1,20}) (?:to[- ]?dos?|tasks?|actions?|homework|commitments?|promises)",
        head,
    )
    return (match["a"] or match["b"] or match["c"] or match["d"]) if match else ""


_HOMEWORK = re.compile(r"(?:homework|hausaufgaben?|deberes|devoirs|compiti|huiswerk)", re.IGNORECASE)
_LABEL = re.compile(
    r"^[*_]{0,3}(?P<head>[^:→=|\n]{2,44}?)[*_]{0,3}\s?(?P<sep>:|→|->|=>|=|\s[–—-](?=\s))[*_]{0,3}\s*(?P<rest>\S.*)$"
)
_BRACKETED = re.compile(r"^\[(?P<head>[^\W\d_][\w ]{1,20})\]\s*(?P<rest>\S.*)$")


def labelled(text: str) -> tuple[str, str, str]:
    """What a line begins with and says behind it: "Agreed: no calls" -> ("decisions", "Agreed", "no calls").

    The first is "" where the line begins with no heading's words."""
    match = _LABEL.match(text[:600]) or _BRACKETED.match(text[:600])
    head = match["head"].strip() if match else ""
    kind = section(head) if match else ""
    return (kind, head, text[match.start("rest") :].strip()) if match and kind else ("", "", text)


def inline_kind(head: str) -> str:
    """What follows "Decision:", "Next:", …: "decisions", "questions", "next", or "points"."""
    return next((name for name, words in _KINDS if words.match(head.strip())), "points")
