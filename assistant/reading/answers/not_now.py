"""The cues of a "not now" in English: of this time, why there is no time, "I will come to you"."""

from __future__ import annotations

from assistant.reading.phrases import any_of

_NOWISH = (
    r"(?:right now|just now|now|the now|as of now|as it stands|(?:in|for) the moment|at the (?:moment|minute|mo"
    r"|present(?: time)?)|at present|at this (?:time"
    r"|point|stage|moment)"
    r"|presently|currently|for now|for the (?:moment|time being|present)|these days"
    r"|this (?:side of \w+|week|month|term"
    r"|quarter|semester|year|season|autumn|winter|spring|summer)|today|(?:just |quite )?yet|until further notice"
    r"|in the near future|any ?time soon|in the (?:coming|next) (?:\w+ )?(?:days|weeks|months))"
)
NOWISH = any_of(_NOWISH)
# No time now. Without a day to come back it is "not now".
BUSY = any_of(
    r"(?:too|really|very|so|super|quite|extremely|crazy|insanely|terribly|rather|incredibly|a bit|bit|pretty) (?:busy"
    r"|full|occupied|stretched|tied up|swamped|hectic|loaded|packed|booked)",
    r"(?:swamped|overloaded|underwater|snowed under|drowning|slammed|overwhelmed|flat out|maxed out"
    r"|buried|stretched(?: \w+)? thin"
    r"|burnt out|burned out|overcommitted|over-committed|fully booked|fully committed|booked (?:up|out|solid)|rammed"
    r"|run off my feet|up to (?:my|ma) \w+|tied up|heads? down|hectic"
    r"|stressed)",
    r"(?:my |our |the )?(?:plate|calendar|diary|schedule|agenda|hands|week|month|term|weeks|days) (?:is|are|'s) "
    r"(?:\w+ )?(?:full|heaped|overloaded|overflowing|packed|mad|crazy|hopeless|bad|terrible|awful|hectic|tight"
    r"|jammed|impossible"
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
    r"(?:at|over|beyond|full|near) (?:full |my |our )?capacity",
    r"too many [\w ]{1,30}",
    r"(?:not|never) (?:\w+ )?well\b(?! (?:known|placed|versed|suited))|unwell|under the weather|(?:am|i'm|is|are"
    r"|been|being|very|bit|down with) (?:\w+ )?(?:ill|sick|the flu|covid)\b|(?:has|have|got|with) (?:the )?(?:flu"
    r"|covid|a cold)",
    r"(?:chaos|chaotic|overflowing|a bit much|killing me|busy period|much stress|stress(?:ful)?|divorce|chemo"
    r"(?:therapy)?|passed away|(?<!phone )(?<!laptop )(?<!battery )(?<!projector )(?<!computer )died|moving (?:house"
    r"|home|country)"
    r"|moved (?:house|countries|country|home)|lost my job|laid off|made redundant|launching|launch(?= (?:next|this"
    r"|in))|dance card|overwhelming|exhausted|firefighting|crisis|swimming in|buried in|no energy|zero (?:time"
    r"|energy))",
    r"heavy workload|work ?load|crunch|(?:two|three|several|other|many) (?:deadlines|commitments|obligations"
    r"|projects)|prior commitments?",
    r"busy (?:with|at|right|these|just|now|until|till)",
    r"^busy\b",
    r"in the (?:middle|midst|thick|throes) of|more than i can (?:chew|handle|manage|carry|cope with)",
    r"(?:just|only) (?:started|begun|joined|moved|had)[\w ]{0,20}",
    r"(?:family|personal|health|private) (?:stuff|matters?|reasons?|issues?|emergency|situation"
    r"|circumstances|problems?)",
    r"(?:death|illness|bereavement|funerals?|surgery|operation|(?:new|a|the|our|my|second|first) baby|newborn|wedding"
    r"|audit|reorg\w*|(?:my|the|our|have|final|in) exams?|deadlines?)",
    r"(?:need|have|want|going) to (?:take a break|step back|slow down|focus on|concentrate on|rest"
    r"|recover)[\w ]{0,20}",
    r"take a break from",
    r"cut down on",
    r"let's pause",
    r"(?:can't|cannot) (?:even |possibly )think (?:about|of) (?:it|this|that)|(?:can't|cannot|can not|couldn't"
    r"|unable to) (?:even )?(?:think|deal|cope|concentrate|focus|look|see)"
    r"(?: (?:with|about|of|on|to|at))? (?:anything|much|one thing|past|beyond)\b[\w ]{0,20}",
)
# Said of this time, whatever else is wished: "I'd love to, just not now".
FOR_NOW = any_of(
    r"not (?:right |just )?(?:now|yet)(?=\W|$)(?! (?:sure|decided|clear))",
    r"(?:not|no) (?:at|for) (?:the|this|present)(?: (?:moment|time being|time|minute|stage|point))?",
    r"(?:not|isn't|wasn't|never|hardly|no) (?:\w+ ){0,2}?(?:a |the )?(?:good|right|best|great|ideal|convenient"
    r"|suitable|opportune|easy) (?:time|moment|period|season|timing|stage)",
    r"(?:isn't|is not|not) (?:really |quite )?(?:the|a) (?:time|moment)|not while",
    r"(?:(?:maybe|perhaps|possibly) )?(?:some ?|an)other (?:time|day)",
    r"(?:maybe|perhaps|possibly|might|hopefully)[\w ,']{0,30}(?:one day|some ?day|down the (?:road|line)"
    r"|at some point|in (?:the )?future"
    r"|another (?:day|year)|sometime)",
    r"not (?:for now|currently|presently|just now|this (?:week|month|year|term|semester|quarter|season|autumn"
    r"|winter|spring|summer))",
    r"(?:in|for) the (?:near|foreseeable) future|present (?:moment|time) (?:does|is|do)[\w ]{0,20}",
    r"(?:ask|try|ping|nudge|poke|remind|write(?: to)?|catch) me(?: again)? (?:when|once|after) (?:i|my|things|life|work"
    r"|it|the (?:world|house|office|kids))\b[\w' ]{0,40}",
    r"(?:come|coming|get|getting|be|am|i'm)(?: back)? (?:up for|my head above|out of the|above) (?:air|water|woods)",
    r"any other time|rain ?-?check|in another life|(?:one day|some ?day)[, ]+(?:perhaps|maybe)|(?:at|on"
    r"|for) a later (?:date|time"
    r"|stage|point)",
    r"(?:maybe|perhaps|possibly) (?:when|once) [\w' ]{3,40}",
    r"(?:maybe|perhaps|possibly) (?:later|again)(?=\s*(?:[.,!;?]|$| on\b))|later (?:maybe|perhaps)|(?:maybe"
    r"|perhaps) later",
    r"(?:let's|let us|let me|i(?:'ll| will| have to| need to| must|'ve had to| had to)|we(?:'ll| have to)|better"
    r"|best|please|have to|need to|going to)(?: just| rather| better)? "
    r"(?:leave|park|pause|put|shelve|freeze|postpone|hold off|table|give)(?:(?: \w+){0,5}? (?:for now|on hold|on ice"
    r"|on pause|aside|for the (?:moment|time being)"
    r"|on the back ?burner|a (?:miss|rest|break)|on this)|(?<!give)(?<!put)(?<!hold off) (?:everything|it|this"
    r"|that)(?=\W|$))(?! (?:to|until|till|into|in|on|for|at) (?!now|hold|ice|pause|the (?:moment|time)|a while"
    r"|a bit)\w)",
    r"(?:taking|need|take|having) (?:a |some )?(?:break|time out|time off|pause|step back)(?: from"
    r"| off)?[\w ]{0,20}|on (?:a )?(?:break|pause|hiatus)",
    r"timing (?:is|isn't|'s|was) (?:\w+ )?(?:bad|off|terrible|good|right|great|wrong|awful|ideal|poor|unfortunate)|"
    r"(?:bad|terrible|wrong|poor|awful) timing",
    r"until (?:things|it|life|work|everything) (?:calms?|settles?|quietens?|gets?|is|are)",
    r"(?:when|once) (?:the |all )?(?:dust|storm|smoke|waters?|waves?|madness|chaos|rush|season|wave|backlog)(?: \w+)?"
    r" (?:settles?|settled|calms?|passe[sd]|clears?|cleared|is (?:over|gone)|has \w+|subsides?|eases?)(?: \w+)?",
    r"when (?:things|life|work) (?:calms?|settles?|quietens?|slows?|eases?|is|are|get) [\w ]{1,20}",
)
# Nobody knows when: no day in the text is one to ask again on.
NO_DAY = any_of(
    r"(?:can't|cannot|couldn't|could not|(?:do not|don't) know|no idea|unable to|impossible to|hard to|not able to)"
    r"(?: yet)?(?: (?:say|tell|know|see|promise|foresee|predict|imagine))?(?: you)? when(?= (?:that|this|it|i|things"
    r"|the"
    r"|there)\b|[.,!;]|$)",
    r"(?:who|god|heaven|goodness|lord) knows (?:when|how long)",
    # "I don't want to give a date that I break"
    r"(?:don't|do not|won't|will not|wouldn't|can't|cannot|rather not|refuse to|hate to|not going to)"
    r"(?: (?:want|wish|like|dare|mean))?(?: to)? (?:give|promise|name|set|offer|commit to|guess|fix|invent|make up)"
    r"(?: you)?(?: an?| any| the)?(?: \w+)? (?:date|day|month|week|time)(?=[.,;!]| (?:that|which|i|and|now|yet|then"
    r"|only)\b|$)",
)
# "I'll come to you": nobody is to ask again.
NOT_NOW = any_of(
    r"(?:i'll|i will|let me|i shall|i am going to|i'd|will) (?:reach out|come (?:back )?to you"
    r"|get (?:back )?(?:in touch|to you)"
    r"|drop you a line|shout|inform you|contact you|let you know|ping you|revert|write (?:to you|you)"
    r"|be in touch|call you"
    r"|get back|come back)(?! (?:today|tomorrow|tonight|on|by|with|this))[\w' ]{0,60}",
    r"(?:will|shall) revert",
    r"(?:i'll|i will|i shall|let me|we'll|we will) (?:\w+ ){0,5}?(?:when|once|as soon as) (?:i|i've|i'm|things|the"
    r"|my|life|it|we|work)\b[\w' ]{0,40}",
    r"(?:can't|cannot|don't know|hard to|difficult to|impossible to|no idea)(?: yet)? (?:say |tell "
    r"|know )?(?:when|how long)",
)
