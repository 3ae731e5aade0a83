"""Actions and reminders in free words (L35, L36)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import daily, tasks
from assistant.reading.commands.meant.own import GET, shows
from assistant.reading.commands.meant.scene import Make, Scene, frame

_N = r"(?:(?:the )?(?:number|no\.?|nr\.?|action|item|task|point|todo|#) ?)?#?(?P<n>\d{1,3})\b"
_LATELY = (
    r"(?:now|today|yesterday|(?:this|last) \w+|earlier|(?:over|at|on) the weekend|on \w+day|at last|in the end"
    r"|after all|just now)"
)
_REMINDER = re.compile(r"(?P<text> .+)", re.DOTALL)
_MILESTONE = re.compile(r"(?P<text>.+)", re.DOTALL)


def _remind(match: re.Match[str], scene: Scene) -> Command | None:
    return _remind_then(match["text"], match, scene)


def _remind_then(text: str, match: re.Match[str], scene: Scene) -> Command | None:
    words = _REMINDER.fullmatch(f" {scene.plain(text).strip()}")
    return daily.remind(words, scene.line(match[0])) if words else None


def _milestone(match: re.Match[str], scene: Scene) -> Command | None:
    words = scene.plain(match["a"] or match["b"] or "").strip(" ,:.–—-")
    told = _MILESTONE.fullmatch(re.sub(r"^(?:my|the|a|big one|one) (?=\w)|^(?:is|on) ", "", words, flags=re.IGNORECASE))
    return daily.milestone(told, scene.line(match[0])) if told else None


def _action(op: str) -> Make:
    def make(match: re.Match[str], scene: Scene) -> Command | None:
        number, known = int(match["n"]), scene.reading.actions
        ask = f"There is no action {number}." if known and number not in known else ""
        words = match.groupdict()
        if _NEXT_ACTION.match(words.get("result") or "") or tasks.is_next(match):
            return None  # "2 done, 3 move to Friday": two things
        if re.match(r"\s*(?:and|but)\b.*\d", words.get("result") or "", re.IGNORECASE):
            return None  # "I did 2, and 3 is nearly there": two things
        result, why = (scene.plain((words.get(name) or "").strip(" ,.:–—-")) for name in ("result", "because"))
        said = scene.plain(match[0])
        return Command(Verb.ACTIONS, op=op, number=number, text=result, because=why, ask=ask, line=said)

    return make


def _moved(match: re.Match[str], scene: Scene) -> Command | None:
    """The action whose number stands in this sentence, or the sentence before, to the day that is named."""
    found = tasks.moved(int(match["n"]), scene.plain(match["text"]), scene.line(match[0]))
    return found if found and not found.ask else None


_NEXT_ACTION = re.compile(
    r"(?:(?:and|but|then) )?(?:action|number|task|item|#) ?\d|(?:and |but )?\d{1,3} (?:is|was|are"
    r"|moves?|done|doing|drop|can|needs|to|in progress|started|under way)\b",
    re.IGNORECASE,
)

FRAMES = (
    frame(
        rf"^(?:can|could|may|should|let) {_N} (?:wait|move|slip|be (?:moved|postponed"
        r"|shifted))\b.{0,16}?\b(?:to|until|till|by)"
        r" (?P<text>.{2,60})$",
        _moved,
    ),
    frame(
        r"^(?:the |my |a |big |next |important )*milestone(?: is| will be|:)? (?P<a>(?:on )?\d.{3,200})(?P<b>)$",
        _milestone,
    ),
    frame(
        r"^(?:what|which|show|any|how many|are|is)\b.{0,24}\b(?:promises?|actions?|tasks?|to-?dos?"
        r"|commitments|action items?)\b.{0,40}$",
        shows(Verb.ACTIONS, "list"),
        free=True,
    ),
    frame(
        r"^(?:(?:what|which|(?:.{0,12} )?(?:everything|all|the things))\b.{0,20}"
        r"\bi (?:promise|commit|agree|say i|sign up|volunteer"
        rf"|still have to do|have to do)\w*\b.*|{GET}\b.{{0,30}}\b(?:my|the|our|open"
        r"|all)\b.{0,16}\b(?:actions?(?! plan)|tasks?|to-?dos?|promises|commitments|homework"
        r"|action items?)\b.{0,30})$",
        shows(Verb.ACTIONS, "list"),
        free=True,
    ),
    # tasks and reminders (L35, L36)
    frame(
        r"^(?:i(?:'ve| have)? )?(?:just |already |finally |now )*(?:done|finished|completed|did"
        r"|ticked off|closed|sorted|wrapped up|took care of|handled|delivered|finalised|finalized"
        r"|checked off|crossed off|got|(?:managed|got round|got around) to"
        r" (?:do|finish|complet|clos|gett?|sort|wrap)(?:e|ing)?(?: up)?)"
        rf"(?: with)? {_N}(?: (?:done|finished|completed|sorted|ticked off|off))?(?: {_LATELY})?"
        r"(?:\s?[:,–—-]+ ?(?P<result>.+))?$",
        _action("done"),
    ),
    frame(
        rf"^{_N}\s?(?:[:,–—-]\s?)?(?:(?:is|was|has been|got|are|all|now|just|finally) )*(?:done|finished"
        r"|complete|completed|ready|ticked off|sorted|delivered|closed|off my list|handled)(?: (?:now"
        r"|today|yesterday|too|as well))?(?:\s?[:,–—-]+ ?(?P<result>.+))?$",
        _action("done"),
    ),
    frame(
        r"^(?:i(?:'m| am|'ve| have)? )?(?:just |now |currently )*(?:doing|working on|started|busy with"
        r"|starting|began|begun|on|underway with|in the middle of)(?: with| on| to work on| working on"
        rf"| doing)? {_N}(?: (?:now|today|already|at the moment))?$",
        _action("doing"),
    ),
    frame(
        rf"^{_N}(?:'s| is|:)? (?:now |already |still )*(?:in progress|under ?way|ongoing|in hand|started|begun"
        rf"|in the works)"
        r"(?: now| already| at the moment)?$",
        _action("doing"),
    ),
    frame(
        r"^(?:an? (?:list|overview|summary) of )?(?:the |my |all |our )*(?:open |current |pending "
        r"|outstanding )*(?:actions?|action items?|tasks|to-?dos)$",
        shows(Verb.ACTIONS, "list"),
        free=True,
    ),
    frame(
        r"^(?:drop|scrap|scratch|delete|cancel|remove|forget(?: about)?|strike|kill|bin|cross (?:off|out)"
        rf"|take (?:off|out)|let go of|abandon|give up on) {_N}(?: from (?:the|my) list| off (?:the"
        r"|my) list)?(?:(?:,| because| since| as|:| -)+ (?P<because>.+))?$",
        _action("drop"),
    ),
    frame(
        r"^(?:move|shift|postpone|push|delay|defer|put(?: off| back)?|set|reschedule|extend|bump|make"
        rf"|change)(?: the (?:due )?(?:date|deadline) (?:of|for))? {_N}(?: (?:back|out|off|over"
        r"|due))*(?: (?:to|until|till|on|for|by)) (?P<text>.{2,80})$",
        _moved,
    ),
    frame(
        rf"^{_N}\b.{{0,60}}\b(?:move|shift|postpone|push|make|put|set|delay|do)\b (?:it|that|this)(?: back"
        r"| off)?(?: (?:to|until|till|on|for|by))? (?P<text>.{2,60})$",
        _moved,
    ),
    frame(
        rf"^{_N} (?:needs(?: more time)?|takes(?: longer)?|gets|will be late|will take|is late|(?:can|will"
        r"|should|must|needs to|has to) (?:wait|be|move|slip)\w*)\b.{0,20}?\b(?:to|until|till|by"
        r"|on) (?P<text>.{2,60})$",
        _moved,
    ),
    frame(
        r"^(?:(?:set|give|send|make|create|put|add|book)(?: me)?(?: up| in)? a reminder|reminder|put (?:it "
        r"|that |this )?(?:in|on) my (?:diary|reminders)"
        r"|(?:ping|nudge|poke|alert|remind|remember|prod|buzz) me(?! where| of (?:the|my) goals| what| how"
        r"| who))\b(?P<text>.{3,300})$",
        _remind,
    ),
    frame(
        r"^(?P<when>(?:on|in|at|by|next|tomorrow|this)\b.{2,30}?),? (?:please )?(?:remind|ping|nudge|poke"
        r"|alert|remember) me (?P<what>.{3,300})$",
        lambda match, scene: _remind_then(f"{match['when']} {match['what']}", match, scene),
    ),
    frame(
        r"^(?:(?:don't|do not|never) let me forget|make sure (?:that )?i (?:don't forget|do not forget"
        r"|remember))(?P<text> .{3,300})$",
        _remind,
    ),
    frame(
        r"^(?:(?:note|record|save|keep|add|set|put down|mark|enter"
        r"|log)\b.{0,16}\bmilestone(?: for me)?[: ,–—-]+(?P<a>.{3,200})|(?P<b>.{3,200}?)[,;]? (?:(?:and "
        r"|so )?(?:please |pls )?(?:note|record|save|keep|add|set|put|mark|enter"
        r"|log)\b.{0,20})?\b(?:is )?(?:an? |the |my |as |as a )*milestone(?: for me)?)$",
        _milestone,
    ),
)
