"""The cues of a no and of a "not now" in English: what cannot be, what is refused, and why there is no time.

Each class is a list of small expressions; a new way to say it is one line here (`answer_words` tells of the rest).
"""

from __future__ import annotations

import re

from assistant.reading.stop_words import any_of

_NOWISH = (
    r"(?:right now|just now|now|at the (?:moment|minute|present(?: time)?)|at present|at this (?:time"
    r"|point|stage|moment)"
    r"|presently|currently|for now|for the (?:moment|time being|present)|these days"
    r"|this (?:side of \w+|week|month|term"
    r"|quarter|semester|year|season|autumn|winter|spring|summer)|today|(?:just |quite )?yet|until further notice"
    r"|in the near future|any ?time soon|in the (?:coming|next) (?:\w+ )?(?:days|weeks|months))"
)
NOWISH = any_of(_NOWISH)

# What cannot be: for good, unless the sentence or the rest of the text says that it is only now.
_CANNOT = (
    r"(?:(?:ca|wo)n't|cannot|can not|will not|could not|couldn't|am unable|'m unable|unable|not able"
    r"|not in a position"
    r"|unlikely)"
)
_HELP = (
    r"(?:help|assist|support|commit|mentor|coach|guide|offer|accept|participate|join|contribute|oblige"
    r"|do (?:this|it|that)"
    r"|do (?:mentoring|any|these|those|more)|take (?:on|this|you|part|another|any|further|more|it)"
    r"|be (?:of (?:any |much )?"
    r"(?:help|use|service)|your|able|taking|involved|part|doing|a mentor)|give you|spare|get involved"
    r"|fit (?:this|it|you)"
    r"|squeeze|make (?:the )?time|find the time|make this work|say yes|agree|free up|manage|meet (?:you|up|with you)"
    r"|go on|continue|dedicate|devote|promise you|see myself|provide|entertain|proceed|advise|add|justify|sponsor)"
)
_END = r"(?=\s*(?:[.,;!:–—-]|$|\bfor\b|\band\b|\bbut\b|\bbecause\b|\bas\b|\bwith\b|\bat\b|\bdue\b))"
CANNOT = any_of(
    rf"{_CANNOT}(?:,? \w+ly)?(?: be able)?(?: to)?(?: \w+ly| really| even| currently)? {_HELP}[\w ]{{0,30}}",
    rf"{_CANNOT}(?: be able to| be)?{_END}(?!\s*(?:say|wait)\b)(?! at \d)",
    r"(?:there(?:'s| is) )?no (?:spare |more |free |extra )?(?:time|capacity|capacities|bandwidth|room|space|headroom"
    r"|energy|availability|availabilities|openings?|vacanc\w+)(?! (?:like|to lose))(?: for [\w ]{1,30}"
    r"| to [\w ]{1,30})?",
    r"(?:don't|do not|haven't|have not|lack) (?:got |have )?(?:the |any |enough |much |sufficient "
    r"|a lot of |a minute of )?"
    r"(?:spare |free )?(?:time|capacity|bandwidth|room|space|energy|hours|headroom|strength"
    r"|head ?space|resources|appetite|nerves?|stamina)",
    r"not (?:currently |presently )?(?:taking|accepting|available|doing|offering|mentoring"
    r"|looking)(?: on| up)?(?: any| more"
    r"| new| further| additional)*[\w ]{0,20}",
    r"not (?:be )?(?:possible|feasible|doable|realistic|workable)[\w ]{0,20}",
    r"impossible(?: for me)?",
    r"(?:really |so )?wish i could[\w ]{0,20}|(?:would|i'd) if i could",
    r"(?:is|it's|are|be) (?:just |simply |all )?too much for me",
    r"not going to (?:be able to|work(?: out)?|happen|have time)[\w ]{0,20}",
    r"won't (?:work(?: out)?|happen)",
    r"i (?:cannot|can't|have to|must) (?:say )?(?:no|cut (?:down|back|everything)|step back|drop (?:out|everything))",
    r"have no (?:\w+ )?(?:capacities|capacity|time|resources)",
)
# "I can't wait", "can't say when", "can't do Thursday": nothing is refused.
NOT_CANNOT = any_of(
    r"(?:can't|cannot|can not) (?:wait|believe|complain|thank you|promise|remember|recall|imagine|tell"
    r"|say|stop|decide"
    r"|think of|quite|see why not|see any reason)[\w' ]{0,20}",
    r"(?:can't|cannot|can not|won't|not able to|unable to) (?:do|make|manage|talk|speak|meet|come|attend|join)"
    r"(?: (?:on|at|before|until|till|this|next|it|for long|in the))? (?:\w+day|mon|tues?|wed|thur?s?"
    r"|fri|sat|sun|tomorrow"
    r"|today|tonight|mornings?|afternoons?|evenings?|that day|before|until|long|week|the \d+\w*|\d[\w:.]*)s?",
    r"no (?:problem|worries|doubt|need|one|idea|issue|trouble|hurry|rush|pressure|hard feelings"
    r"|objections?)(?: at all)?",
    r"not a problem(?: at all)?",
    r"why not",
    r"see why not",
    r"say no more",
    r"not interested only",
    r"no time like the present",
    r"nothing would",
    r"not only",
    r"not just",
    r"no more than",
    r"don't (?:mind|worry|hesitate|be shy)",
    r"(?:hope|whether|if|trust) (?:it|this|that) (?:is|was|wo)n't",
)
# A refusal, whenever it is said.
REFUSES = any_of(
    r"no(?:pe)?,? (?:thanks|thank you|sorry)",
    r"thanks? (?:you )?,?but no(?: thanks?| thank you)?",
    r"nope",
    r"(?:nah|naw)\b",
    r"(?:but|answer is|is|it's|a|i'm a|hard|firm|clear) no(?! (?:problem|worries|doubt|idea|one|need"
    r"|longer|more|matter|use))"
    r"(?=\s*(?:[.!,;:–-]|$|from|on|to|for me|i'm afraid|this time|then))",
    r"not interested",
    r"(?:no|without|any) interest(?=\s*(?:[.!,;]|$| in))",
    r"(?:i |we |i'd |i'll |to |must |will |should |and |but |have to |need to |politely "
    r"|respectfully )(?:rather |have to |better )?"
    r"(?:decline|pass(?: on)?(?=\s*(?:[.!,;]|$|this|it|that|here|i'm|though|thanks|sorry)))",
    r"declin(?:e|ing) (?:this|the|your|it|politely|with)",
    r"(?:i'm |am |we are )declining",
    r"(?:gonna|going to|'ll|will|would|must|have to|need to|i'd have to|i'd|want to|better) (?:say no"
    r"|sit this (?:one )?out"
    r"|turn (?:this|it|you) down|opt for no|bow out|refuse|pass\b)",
    r"(?:i'd|i would|i'll|would|i) (?:have to )?(?:rather not|prefer not(?: to)?)[\w ]{0,30}",
    r"not (?:really |quite )?(?:for me|my (?:thing|cup of tea|kind of thing|field|area|topic"
    r"|department|line|world|scene"
    r"|expertise|bag|speciality))",
    r"not (?:really |be )?(?:the |your )?(?:right|best|ideal) (?:person|fit|man|woman|mentor|one"
    r"|choice|match|contact|address)",
    r"not (?:be )?a good (?:fit|match|mentor|choice)",
    r"wrong (?:person|address|one)",
    r"(?:no|not (?:be )?(?:of )?(?:any|much)|little|not a lot of) (?:use|help|value)(?: to you)?",
    r"(?:don't|do not|never|not|no longer) (?:do|doing|take|taking|mentor(?:ing)?|offer|give|accept"
    r"|coach|advise)(?: on| up)?"
    r"(?: any)?(?: more| new| further)* ?(?:career|mentor\w*|calls|people|mentees|coffees?|such|this"
    r"|these|interviews|requests"
    r"|sessions|that (?:sort|kind)|strangers|anyone|anybody|private|external|outside|students|meetings"
    r"|coaching)[\w' ]{0,30}",
    r"(?:don't|do not|no longer) (?:mentor|coach)(?: anyone| anybody)?(?: any ?more)?(?=\s*(?:[.,;!]|$))",
    r"(?:don't|do not) (?:want to|wish to|feel like|intend to|plan to|see myself)(?! (?:waste"
    r"|take (?:up|too)|be rude))[\w ]{0,30}",
    r"(?:stopped|given up|quit|retired from|finished with|out of) (?:mentoring|doing|taking|all this"
    r"|that game|this)[\w ]{0,20}",
    r"(?:decided|chosen|resolved) (?:not|against)[\w ]{0,30}",
    r"(?:doesn't|does not|don't|do not|won't|will not|forbids?|prohibits?) (?:allow|permit|let|me|us)\b",
    r"(?:not|against|isn't) (?:my |our |the |company )*(?:allowed|permitted|polic\w+)",
    r"(?:due to|because of|per) (?:our |company |the )*polic\w+",
    r"(?:have|has) (?:a |strict )*polic\w+",
    r"(?:i (?:do )?|we )regret(?: that| to| i)[\w' ]{0,30}",
    r"(?:not|don't think i'm|don't think i am) (?:who|what|the one) (?:you|u)(?:'re| are)? ?(?:need"
    r"|want|after|looking for)\w*",
    r"don't (?:think|feel|believe) (?:i'm|i am|i'd be|i would be|i can|this is|it's|that i)\b[\w' ]{0,40}",
    r"(?:i'm|i am|am) (?:all )?done with (?:all )?(?:that|this|it|mentoring|these)",
    r"count me out|(?:hard|big|a) pass|pass from me|(?:isn't|is not|not) something (?:i|for me|that i"
    r"|we)[\w' ]{0,20}",
    r"(?:keep|have|need|want|guard|protect) (?:my|the) (?:time|evenings|weekends) (?:to|for) (?:myself"
    r"|my family|my own)",
    r"(?:look for|find|ask|try|seek)(?:ing)? (?:somebody|someone|anyone) else",
    r"good luck (?:with|finding|in) (?:your|the|some)[\w ]{0,20}(?:search|mentor|one|someone|somebody|person)",
    r"(?:won't|will not) be taking[\w ]{0,30}",
    r"only (?:mentor|coach|help|work with|do this|take) [\w' ]{0,20}(?:inside|within|internal\w*|in my"
    r"|in our|my own|from our)",
    r"not (?:keen|inclined|minded|willing|prepared)",
    r"rather not",
    r"prefer not to (?:continue|go on|do|take|meet)[\w ]{0,30}",
)
# "no" as the whole sentence, or in front of it.
BARE_NO = re.compile(
    r"\s*(?:(?:sorry|hi|hello|hey|well|unfortunately|hm+|oh|ah|ok)[\s,.!–—-]+)?no(?:,| sorry"
    r"|\s*[.!;:–—-]|\s*$)(?!\s*problem|\s*worries)",
    re.IGNORECASE,
)

# No time now. Without a day to come back it is "not now".
BUSY = any_of(
    r"(?:too|really|very|so|super|quite|extremely|crazy|insanely|terribly|rather|incredibly|a bit|bit|pretty) (?:busy"
    r"|full|occupied|stretched|tied up|swamped|hectic|loaded|packed|booked)",
    r"(?:swamped|overloaded|underwater|snowed under|drowning|slammed|overwhelmed|flat out|maxed out"
    r"|buried|stretched(?: \w+)? thin"
    r"|burnt out|burned out|overcommitted|over-committed|fully booked|fully committed|booked (?:up|out|solid)|rammed"
    r"|run off my feet|up to my (?:ears|eyes|neck)|tied up|heads? down|hectic|stressed)",
    r"(?:my |our |the )?(?:plate|calendar|diary|schedule|agenda|hands|week|month|term|weeks|days) (?:is|are|'s) "
    r"(?:\w+ )?(?:full|packed|mad|crazy|hopeless|bad|terrible|awful|hectic|tight|jammed|impossible"
    r"|a nightmare|manic)",
    r"(?:plate|hands|diary|calendar) (?:too |very |so )?full",
    r"(?:things|life|work|it|days|everything) (?:is|are|has been|have been|'s) (?:\w+ ){0,2}(?:wild"
    r"|mad|crazy|hectic|chaotic|intense|nuts|insane|full on|manic|a lot)",
    r"too much (?:on|going on|work|to do|happening|on my plate)",
    r"(?:a lot|lots|so much|loads) (?:on|going on|on my plate)",
    r"(?:next|coming) (?:\w+ )?(?:weeks|days|months) (?:are|is|look) (?:\w+ )?(?:hopeless|full|bad"
    r"|busy|packed|mad|crazy)",
    r"(?:bad|terrible|wrong|poor|awful|not (?:a |the )?(?:good|right|best|great)|not ideal) (?:time|timing|moment)",
    r"timing (?:is|isn't|'s) (?:\w+ )?(?:bad|off|terrible|good|right|great)",
    r"(?:currently |presently |just )?(?:occupied|engaged) (?:with|in|on)",
    r"(?:currently|presently) (?:occupied|engaged|busy|swamped)",
    r"busy (?:with|at|right|these|just|now|until|till)",
    r"^busy\b",
    r"in the middle of",
    r"(?:just|only) (?:started|begun|joined|moved|had)[\w ]{0,20}",
    r"(?:family|personal|health|private) (?:stuff|matters?|reasons?|issues?|emergency|situation"
    r"|circumstances|problems?)",
    r"(?:death|illness|bereavement|funeral|surgery|operation|baby|newborn|wedding|audit|reorg\w*|exams?|deadline)",
    r"(?:need|have|want|going) to (?:take a break|step back|slow down|focus on|concentrate on|rest"
    r"|recover)[\w ]{0,20}",
    r"take a break from",
    r"cut down on",
    r"let's pause",
)
# "I'll come to you": nobody is to ask again.
NOT_NOW = any_of(
    r"not (?:right |just )?now",
    r"(?:not|no) (?:at|for) (?:the|this) (?:moment|time|minute|time being)",
    r"(?:maybe|perhaps|possibly)? ?(?:some|an)other time",
    r"(?:maybe|perhaps|possibly|might|hopefully)[\w ,']{0,30}(?:one day|some ?day|down the (?:road"
    r"|line)|at some point"
    r"|in (?:the )?future|another (?:day|year)|sometime)",
    r"(?:i'll|i will|let me|i shall|i am going to) (?:reach out|come (?:back )?to you"
    r"|get (?:back )?(?:in touch|to you)"
    r"|drop you a line|shout|inform you|contact you|let you know|ping you|revert|write (?:to you|you)"
    r"|be in touch|call you"
    r"|get back|come back)(?! (?:today|tomorrow|tonight|on|by|with|this))[\w' ]{0,60}",
    r"(?:will|shall) revert",
    r"(?:can't|cannot|don't know|hard to|difficult to|impossible to|no idea)(?: yet)? (?:say |tell "
    r"|know )?(?:when|how long)",
    r"until (?:things|it|life|work) (?:calms?|settles?|quietens?|gets?|is|are)",
    r"when (?:things|life|work) (?:calms?|settles?|quietens?|is|are|get) [\w ]{1,20}",
)

# What refuses only beside the name of somebody else to write to: "can't myself, but do write to Lee".
NO_MYSELF = any_of(
    rf"{_CANNOT}(?: be able)?(?: to)?(?: \w+){{0,3}}? myself",
    r"not me\b",
)
