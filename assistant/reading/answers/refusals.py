"""The cues of a no and of a "not now" in English: what cannot be, what is refused, and why there is no time.

Each class is a list of small expressions; a new way to say it is one line here (`answer_words` tells of the rest).
"""

from __future__ import annotations

import re

from assistant.reading.phrases import any_of

# What cannot be: for good, unless the sentence or the rest of the text says that it is only now.
_CANNOT = (
    r"(?:(?:ca|wo)n't|cannot|can not|will not|could not|couldn't|am unable|'m unable|unable|not able|not in a position"
    r"|unlikely)"
)
_HELP = (
    r"(?:help|assist|support|commit|mentor|coach|guide|offer|accept|participate|join|contribute|oblige"
    r"|do (?:this|it|that)|do (?:mentoring|any|these|those|more)|take (?:on|this|you|part|another|any|further|more|it)"
    r"|be (?:of (?:any |much )?"
    r"(?:help|use|service)|your|able|taking|involved|part|doing|a mentor)|give you|spare|get involved"
    r"|take|permit|fit (?:this|it|you)"
    r"|squeeze|make (?:the )?time|find the time|make this work|say yes|agree|free up|manage|meet (?:you|up|with you)"
    r"|meet(?= (?:anyone|anybody|new|people|presently|currently|any|at present|him|her|them)|\s*(?:[.,!;]|$))|see "
    r"(?:you|anyone|people|anybody)|receive (?:you|visitors|anyone)|honou?r (?:this|your|that|the)"
    r"|fulfil\w*|comply|undertake|handle|cope|serve|grant|consider|respond positively|take care|say yes|support you"
    r"|accommodate|entertain"
    r"|go on|continue|dedicate|devote|promise you|see myself|provide|entertain|proceed|advise|add|justify|sponsor)"
)
_END = (
    r"(?=\s*(?:[.,;!:–—-]|$|\bfor\b|\band\b|\bbut\b|\bbecause\b|\bas\b|\bwith\b|\bat\b|\bdue\b"
    r"|\bright now\b|\bnow\b|\bjust now\b|\bcurrently\b|\bpresently\b|\bany ?more\b|\bthese days\b|\bto be honest\b"
    r"|\bsorry\b|\beither\b|\btoo\b|\bhowever\b|\bi'm\b|\bthough\b|\bunfortunately\b))"
)
CANNOT = any_of(
    rf"{_CANNOT}(?:,? \w+ly)?(?: be able)?(?: to)?(?: \w+ly| really| even| currently)? {_HELP}[\w ]{{0,30}}",
    rf"{_CANNOT}(?: be able to| be)?{_END}(?!\s*(?:say|wait)\b)(?! at \d)",
    r"(?:there(?:'s| is) )?no (?:spare |more |free |extra )?(?:time|capacity|capacities|bandwidth|room|space|headroom"
    r"|energy|availability|availabilities|openings?|vacanc\w+)(?! (?:like|to lose))(?: for [\w ]{1,30}"
    r"| to [\w ]{1,30})?",
    r"(?:don't|do not|haven't|have not|lack) (?:got |have )?(?:the |any |enough |much |sufficient "
    r"|a lot of |a minute of )?"
    r"(?:spare |free )?(?:time|capacity|bandwidth|room|space|energy|hours|minute|second|moment|headroom|strength"
    r"|head ?space|resources|appetite|nerves?|stamina)",
    r"not (?:currently |presently )?(?:taking|accepting|available|doing|offering|mentoring"
    r"|looking)(?: on| up)?(?: any| more| new| further| additional)*[\w ]{0,20}",
    r"unavailable(?! (?:on|at|before|until|till|from|next|tomorrow))|(?:not|isn't|is not) (?:\w+ )?(?:convenient)"
    r"|inconvenient",
    r"(?:not|isn't|wasn't|won't) (?:be )?(?:possible|feasible|doable|realistic|workable)[\w ]{0,20}",
    r"impossible(?: for me)?",
    r"(?:doesn't|does not|don't|do not|won't|will not|didn't) (?:really |quite )?(?:fit|suit|work(?! (?:on|with"
    r"|for (?:a|the|an)))|interest)(?: \w+){0,3}",
    r"(?:neither|nor) (?:the |any )?(?:time|patience|capacity|energy|strength|knowledge|expertise|inclination)",
    r"nothing (?:useful|worthwhile|interesting|helpful|valuable|sensible|of (?:use|value)) to (?:tell|say|offer|give"
    r"|add|contribute|teach|share)",
    r"nothing (?:to|i (?:can|could)) (?:contribute|offer|add|give|do|teach|share)|(?:don't|do not) have (?:anything"
    r"|much|a lot) to (?:contribute|offer|add|give|teach|share)",
    r"(?:(?:will|would|shall|can|could|may) not|won't|wouldn't|cannot|can't|not going to|not) be (?:\w+ )?"
    r"(?:available|able|participating|joining|taking|in a position|doing|continuing|mentoring|accepting|pursuing"
    r"|suitable|possible)[\w ]{0,20}",
    r"(?:zero|no|little|not enough|lack of|lacking|out of) (?:bandwidth|capacity|time|energy|headspace|availability)",
    r"(?:no|any) (?:free )?(?:slots?|appointments?|places?|spots?) (?:left|available|free)",
    r"(?:really |so )?wish i could[\w ]{0,20}|(?:would|i'd) if i could",
    r"(?:is|it's|are|be) (?:just |simply |all )?too much for me",
    r"not going to (?:be able to|work(?: out)?|happen|have time)[\w ]{0,20}",
    r"won't (?:work(?: out)?|happen)",
    r"i (?:cannot|can't|have to|must) (?:say )?(?:no|cut (?:down|back|everything)|step back|drop (?:out|everything))",
    r"have no (?:\w+ )?(?:capacities|capacity|time|resources)",
)
# "I can't wait", "can't say when", "can't do Thursday": nothing is refused.
NOT_CANNOT = any_of(
    r"(?:(?:do|does|is|was) )?(?:not|\w+n't|nothing like)"
    r"(?: (?:take|read|see|consider|this|it|that|as|for|meant|quite|really|exactly)){0,4} an? no(?=\W|$)",
    r"(?:don't|do not) (?:want|wish|need|expect|like|accept)(?: to (?:receive|get|be given))?(?: any)?"
    r" (?:gifts?|presents?|flowers|payment|money|reward|anything in return)",
    r"(?:can't|cannot|can not) (?:wait|believe|complain|thank you|promise|remember|recall|imagine|tell|say|stop|decide"
    r"|think of|quite|see why not|see any reason)[\w' ]{0,20}",
    r"(?:can't|cannot|can not|won't|not able to|unable to) (?:do|make|manage|talk|speak|meet|come|attend|join)"
    r"(?: (?:on|at|before|until|till|this|next|it|for long|in the))? (?:\w+day|mon|tues?|wed|thur?s?"
    r"|fri|sat|sun|tomorrow"
    r"|today|tonight|mornings?|afternoons?|evenings?|that day|before|until|long|week|the \d+\w*|\d[\w:.]*)s?",
    r"no (?:problem|worries|dramas?|doubt|need|one|idea|issue|trouble|hurry|rush|pressure|hard feelings"
    r"|objections?)(?: at all)?",
    r"(?:can't|cannot|won't|will not|couldn't|wouldn't) (?:do (?:any|me any|us any) |really )?(?:hurt|harm)",
    r"not a (?:problem(?: at all)?|refusal|rejection|no(?= (?:to|for)\b))",
    r"(?:(?:i )?(?:regret|fear|am afraid|'m afraid"
    r"|sorry)[, ]+(?:but )?(?:that )?)?(?:on )?(?:the )?\w+days?(?:[\w ,]{0,40}?)? (?:is|are"
    r"|would be|will be) (?:\w+ )?(?:impossible|not possible|out|no good|full|taken|hopeless|difficult)",
    r"why (?:would|should|ever should|ever would) (?:i|we|one|anyone) (?:\w+ )?(?:refuse|say no|decline|mind|object)",
    r"why not",
    r"see why not",
    r"say no more",
    r"not interested only",
    r"if (?:it|this|that|the (?:time|day|date))(?:'s| is| isn't| does not| doesn't)? (?:\w+ ){0,2}(?:for|with|to"
    r"|suit) you",
    r"(?:can't|cannot|couldn't|could not|never|how could (?:i|one)|how can i|who could|hard to) (?:\w+ )?(?:say no"
    r"|refuse|resist)(?: to)?|no reason not to",
    r"(?:wouldn't|would not|don't|do not) mind",
    r"(?:don't|do not|didn't|wouldn't) (?:\w+ )?(?:want|wish|like|mean) to (?:keep|bother|be (?:late|rude|a "
    r"(?:bother|nuisance))|(?:give|name|set|fix|guess|commit to|offer)(?: you)?(?: an?| any| the)?(?: \w+)? (?:date"
    r"|day|time)|miss|hold|disturb|intrude|disappoint|wait|promise|let|rush|put you|make you|lose)[\w ]{0,20}",
    r"if (?:it|this|that|those|they|neither|none)(?:'s|'re| is| are)? (?:no|not|of no|not any|not much) (?:use|good"
    r"|help|go)(?: to you| for you)?",
    r"no time like the present",
    r"nothing would",
    r"not only",
    r"not just",
    r"no more than",
    r"don't (?:mind|worry|hesitate|be shy)",
    r"(?:hope|whether|if|trust) (?:it|this|that) (?:is|was|wo)n't",
    r"(?:don't|do not) take (?:it|this|that|offence|me)\b",
    # a day or an hour does not fit: that is nothing about meeting
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|tomorrow|today|tonight|that (?:day|date"
    r"|time"
    r"|slot|week)|the \d+(?:st|nd|rd|th)|\d{1,2}(?::\d\d)? ?(?:am|pm)?|mornings?|afternoons?|evenings?|(?:next|this)"
    r" week)(?: (?:at|morning|afternoon|evening)(?: \d[\d:.]*(?: ?[ap]m)?)?)? (?:(?:doesn't|does not|don't|do not|won't"
    r"|will not|didn't|isn't going to|can't|cannot) (?:really |quite |actually )?(?:work|suit|fit|do|be possible)"
    r"|(?:is|'s|has become|became|turns out to be) (?:not possible|impossible|out|no good|gone|taken|blocked|full"
    r"|difficult|tricky))(?: (?:for me|out|any ?more|any longer|after all))*",
)
# A refusal, whenever it is said.
REFUSES = any_of(
    r"no(?:pe)?,? (?:thanks|thank you|sorry|i think not|my (?:dear|friend)(?=,|\.|$))",
    r"(?:have|has|need|needs|must|will) (?:\w+ ){0,3}(?:without me)(?=[.,!;]|$)",
    r"thanks? (?:you )?,?but no(?: thanks?| thank you)?",
    r"nope",
    r"(?:nah|naw)\b",
    r"(?:but|answer is|is|it's|a|i'm a|hard|firm|clear) no(?![ -](?:problem|worries|doubt|idea|one|need"
    r"|longer|more|matter|use|go|no|starter|show|brainer)\b)"
    r"(?=\s*(?:[.!,;:–-]|$|from|on|to|for me|i'm afraid|this time|then))",
    r"not interested",
    r"(?:thanks?(?: you)?|no),? (?:but )?(?:i'm|i am|we're|all) good(?=\s*(?:[.!]|$))|no can do|no dice"
    r"|not happening|afraid not|i fear not|i(?:'m| am) out(?=\s*[.!]|$)",
    r"(?:not|never|no longer) (?:\w+ )?(?:open (?:to|for)|up for|cut out|suited|suitable|qualified|competent"
    r"|equipped|the type|comfortable|in the business|looking (?:for|to)|seeking|your (?:man|woman|guy))[\w ]{0,20}",
    r"(?:conflict of interest|competitors?\b(?= |,|\.)[\w ,]{0,20}(?:can't|cannot|not)|(?:retired|too old"
    r"|too late) (?:for|from) (?:this|that|such|it|all)[\w ]{0,20})",
    r"(?:isn't|is not|not|this is outside|out of|outside|beyond) (?:really )?(?:my|our) (?:area|field|remit|scope"
    r"|expertise|league|line|wheelhouse|competence|bag|forte|strength)",
    r"(?:don't|do not|no longer) (?:really )?do (?:it|that|this|those|these)(?: any ?more| any longer)|(?:be|am"
    r"|i'm) (?:no|not) (?:much )?(?:good|use)(?: at| for| in| with|\W|$)|beyond (?:what|my|our)[\w ]{0,20}",
    r"only (?:support|accept|consider|help|work with|take|mentor|coach|advise|teach|see|supervise"
    r"|counsel)[\w ]{0,20}(?:our|my) own|(?:declines"
    r"|refuses) (?:all|any|such|your|this|the|to)|(?:i |we |he |she |and |thanks you and )regrets?(?=\s*[.!,]|$)",
    r"(?:don't|do not|haven't) (?:\w+ )?(?:have|got) it in me|not the (?:person|man|woman|one|mentor) (?:you|for)"
    r"|against (?:our|my|the) (?:rules?|polic\w+|principles?|code)|too little to (?:give|offer)|(?:ship|train"
    r"|boat) has (?:sailed|left)|not for all the",
    r"(?:don't|do not) (?:really )?(?:think|believe|reckon) so|(?:answer|reply|response) (?:\w+ ){0,2}?(?:negative"
    r"|no)\b",
    r"(?:fear|afraid|sorry|have|hate|regret) (?:\w+ )?(?:i )?(?:must|have to|to|will have to)? ?disappoint you",
    r"(?:don't|do not) (?:really )?(?:feel|consider myself) (?:\w+ )?(?:competent|qualified|able|comfortable"
    r"|equipped|suited|the right)[\w ]{0,20}",
    r"(?:i'm|i am) (?:the|probably the|really the) (?:last|wrong) (?:guy|person|man|woman|one|fellow|bloke)"
    r"|answer (?:\w+ ){1,3}(?:be )?(?:negative|no)(?=[.,!;]|$)|(?:must|shall|will|going to) disappoint you",
    r"lack (?:the|any) (?:experience|expertise|knowledge|skills?|qualifications?|background)[\w ]{0,20}|(?:don't"
    r"|do not) have (?:the|any) (?:experience|expertise|knowledge|skills?|background)",
    r"(?:done|finished|through) with (?:meetings|mentoring|all|that|this|such)|(?<!has )(?<!had )retired (?:and|now)\b"
    r"|no mentoring"
    r"|no (?:wish|desire|intention|plans|appetite|inclination) to [\w ]{1,30}",
    r"(?:can't|cannot|could not|couldn't) (?:\w+ ){0,4}?(?:say yes|accept|accommodate"
    r"|in good (?:conscience|faith))[\w ]{0,20}|(?:don't|do not|can't|cannot) see (?:how|what|myself"
    r"|any way)[\w ]{0,20}|(?:see|find) no way",
    r"(?:work|mentor|deal) (?:with|only) (?:\w+ ){0,4}only(?=\W|$)|(?:not|isn't) (?:a thing|anything|something) "
    r"(?:i|we) (?:want|do|can|offer|enjoy)\w*|not the mentor",
    r"(?:doesn't|does not|don't|do not) (?:give|offer|provide) (?:individual|personal|private|such|any|one)[\w ]{0,20}",
    r"(?:find|look for|ask|try|seek|choose|better off with|need|approach|want) (?:yourself )?(?:another|a different"
    r"|some other|somebody else|someone else|other) ?(?:mentor|person|people|coach|expert|advisor|adviser|one)?(?! "
    r"(?:time|day|date|slot|week|hour|moment|question|thing|way|month|go|try))",
    r"(?:know|understand) (?:nothing|very little|too little|next to nothing|little) (?:about|of)[\w ]{0,20}",
    r"(?:forbids?|forbade|bans?|prevents?|prohibits?|rules? out|stops) (?:me|us|any|this|it|such)[\w ]{0,20}",
    r"(?:rules?|guidelines|contract|compliance|regulations|charter|code of conduct|hr|legal) (?:\w+ )?(?:don't"
    r"|do not|doesn't|does not|won't|forbids?|prohibits?|prevents?|says no)",
    r"(?:i |we |he |she |must |shall |will |to |regret\w* )(?:respectfully |politely |kindly |have to "
    r"|reluctantly )?(?:refuse|reject|say no|turn (?:you|this|it) down|bow out|step aside|declines?"
    r"|opts? out of)(?=\W|$)",
    r"(?:has to|have to|had to|must|needs to|asks? (?:me )?to|wishes to|would like to) (?:\w+ )?(?:decline|refuse"
    r"|pass|say no)",
    r"(?:shall|will|would|do|does|can|could|may|am|is|are) not (?:be )?(?:tak(?:e|ing) (?:this|it|that|on|up|part"
    r"|private|new|any|another|students|mentees)|participat\w+|mentor\w*|pursu\w+|engag\w+|proceed\w*|accept\w*"
    r"|joining|offer\w*)[\w ]{0,20}",
    r"(?:don't|doesn't|do not|does not|never|no longer) (?:\w+ )?(?:take|accept|see|receive|offer|provide|give"
    r"|mentor|coach|advise|teach|tutor|consult)(?: on)?(?: any| new| more| private| external)* (?:students|mentees"
    r"|people|clients|visitors|requests|invitations|mentoring|coaching|interviews|that|such|as a)[\w ]{0,20}",
    r"(?:gave|given) (?:up|that up|this up|it up)(?: \w+)?|(?:stopped|quit|retired) (?:years|months|long|a while"
    r"|some time|last|in)\b[\w ]{0,12}",
    r"(?:no|without|any) interest(?=\s*(?:[.!,;]|$| in))",
    r"(?:i |we |i'd |i'll |to |must |will |should |and |but |have to |need to |politely "
    r"|respectfully )(?:rather |have to |better )?"
    r"(?:decline|pass(?: on)?(?=\s*(?:[.!,;]|$|this|it|that|here|i'm|though|thanks|sorry)))",
    r"declin(?:e|ing) (?:this|the|your|it|politely|with)",
    r"(?:i'm |am |we are )declining",
    r"(?:gonna|going to|'ll|will|would|must|have to|need to|i'd have to|i'd|want to|better) (?:say no"
    r"|sit this (?:one )?out|turn (?:this|it|you) down|opt for no|bow out|refuse|pass\b)",
    r"(?:i'd|i would|i'll|would|i) (?:have to )?(?:rather not|prefer not(?: to)?)[\w ]{0,30}",
    r"(?:not|isn't|is not|aren't|wasn't) (?:really |quite )?(?:for me|my (?:thing|cup of tea|kind of thing|field|gift"
    r"|calling|vocation|talent|strong suit|strong point|strength|forte|trade|game|m[ée]tier|area|topic"
    r"|department|line|world|scene|expertise|bag|speciality))",
    r"not (?:really |be )?(?:the |your )?(?:right|best|ideal) (?:person|fit|man|woman|mentor|one"
    r"|choice|match|contact|address)",
    r"not (?:be )?a good (?:fit|match|mentor|choice)",
    r"(?:never|not) (?:been |be )?(?:any|much) (?:use|good|help)(?: at| for| in| with| as)?",
    r"(?:i'd|i would|we'd) rather (?:spend|keep (?=my\b|the\b|what\b)|use|give|save|devote"
    r"|put|focus|concentrate|stick)\b[\w ]{0,30}",
    r"(?:say|saying|said|says) no to (?:everything|all|any|every|new|more|most|such|\w+ requests)\b[\w ]{0,20}",
    r"no (?:private|outside|external|individual|new|more|further) (?:pupils?|students?|mentees?|lessons|mentoring"
    r"|coaching|tuition|trainees)",
    r"(?:mentor|teach|coach|advise|guide|tutor)(?: \w+){0,2} (?:only )?(?:through|via|within|inside|under) (?:the|our"
    r"|my|a) \w+(?: \w+)? only|(?:list|programme|program|roster|intake|circle) (?:is|are) (?:\w+ )?closed(?! (?:on|for"
    r" (?:the|this)|until))",
    r"(?:better|best|far better|well) (?:served|helped|advised|off|guided|supported|mentored|placed) (?:by|with)"
    r" (?:someone|somebody|another|others|anyone|anybody|a \w+|people)[\w ]{0,20}",
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
    r"count me out|(?:hard|big|a) pass|pass from me|(?:isn't|is not|not) something (?:i|for me|that i|we)[\w' ]{0,20}",
    r"(?:keep|have|need|want|guard|protect) (?:my|the) (?:time|evenings|weekends) (?:to|for) (?:myself"
    r"|my family|my own)",
    r"(?:look for|find|ask|try|seek)(?:ing)? (?:somebody|someone|anyone) else",
    r"good luck (?:with|finding|in) (?:your|the|some)[\w ]{0,20}(?:search|mentor|one|someone|somebody|person)",
    r"(?:won't|will not) be taking[\w ]{0,30}",
    r"only (?:mentor|coach|help|work with|do this|take) [\w' ]{0,20}(?:inside|within|internal\w*|in my"
    r"|in our|my own|from our)",
    r"not (?:keen|inclined|minded|willing|prepared)",
    r"used to (?:say yes|do (?:this|that|it|these|such)\b|mentor\b|coach\b)[\w' ]{0,40}",
    r"so (?:i|we) (?:will not|won't|shall not|must not)(?=\s*(?:[.,!;]|$))",
    # said round about: "it would be difficult for me to accept", "unfair to say yes", "I must answer in the negative"
    r"(?:absolutely|definitely|certainly|decidedly|categorically|emphatically|most certainly|of course) not(?=\W|$)",
    r"(?:(?:does|do|will|would|shall) not|\w+n't|never|not going to)(?: be)?(?: \w+ly)? (?:undertak(?:e|ing)"
    r"|do(?:ing)? (?:this"
    r"|that|it)(?=\s*(?:[.!,;]|$)(?! ?(?:before|until|today|tomorrow)))|accommodat\w+|right (?:for|of) (?:me"
    r"|us))[\w ]{0,20}",
    r"(?:not|ain't|isn't) (?:a|the|your) (?:good|right|best|proper|suitable|appropriate|ideal"
    r"|correct) (?:\w+ )?(?:person|one|match|fit|man|woman|mentor|candidate|choice|contact|address)",
    r"sends? (?:you )?(?:his|her|their|my|our) (?:\w+ )?regrets|not (?:one|something|a thing|anything) for me|(?:a|my"
    r"|this|our) refusal|not disposed to|let's not(?=\s*[.!,]|$)|(?:be|make|been) (?:a |an )?(?:lousy|terrible|bad|poor"
    r"|hopeless|awful|dreadful|useless|rotten) (?:mentor|teacher|guide|coach|adviser|advisor|choice)",
    r"the last person (?:who|you|that|to|on earth)[\w ]{0,20}|(?:i'm|i am) past (?:all )?(?:that|this|it|such)",
    r"doubt (?:that |if |whether )?(?:i'd|i would|i can|i could|i'm|i am|i have)(?! be (?:free|back|late))[\w ]{0,20}",
    r"(?:don't|doesn't|won't|will not|does not|do not|wouldn't) let (?:me|us|him|her|anyone|people)\b",
    r"(?:difficult|hard|impossible|awkward|unfair|wrong|dishonest|foolish|unwise|irresponsible|not (?:fair|right|honest"
    r"|wise))(?: for (?:me|us|him|her))?(?: of me)? to (?:say yes|accept|agree|commit|take (?:this|it|you|on)|meet your"
    r"|fulfil\w*|accommodate|comply|oblige|promise|grant)[\w ]{0,24}",
    r"(?:in the|a) negative(?=\W|$)|(?:ain't|am not|i'm not|is not|isn't) (?:your|the) (?:man|woman|guy|girl|gal|lad"
    r"|one"
    r"|fella|person)(?=\W|$)|so i(?:'ll| will| shall) leave it(?=\s*[.!]|$)|with (?:\w+ )?regret(?:s)?(?=\s*[.!,]|$)",
    r"rather not",
    r"prefer not to (?:continue|go on|do|take|meet)[\w ]{0,30}",
)
# "…, no." at the end of a sentence, or "pass" as all of it.
ENDS_NO = re.compile(
    r"(?:^|[,;:–—-] ?|\b(?:says?|say|is|therefore|so|still|then|be a|answer:|sadly|alas|unfortunately|regrettably"
    r"|honestly) )no(?:pe)?(?:,? (?:dear|love|thanks?|thank you|sorry|mate|i'm afraid|from (?:me|us)|for me|then"
    r"|way|with (?:\w+ )?(?:regrets?|thanks|apologies)))?[\s.!]*$"
    r"|^[\s]*(?:(?:sorry|hi|thanks|thank you|i'll|i will|hard|a|it's a|a hard|unfortunately|i)[\s,.!:–—-]+)*(?:pass"
    r"|negative|nah|nope|no way|no chance|not really|not able to|unable to|no interest|not keen|not me"
    r"|not this time)(?: (?:thanks?|thank you|sorry|mate|on this(?: one)?|this time))?[\s.!]*$",
    re.IGNORECASE,
)
# "no" as the whole sentence, or in front of it.
BARE_NO = re.compile(
    r"\s*(?:(?:sorry|hi|hello|hey|well|unfortunately|hm+|oh|ah|ok)[\s,.!–—-]+)?no(?:,| sorry"
    r"|\s*[.!;:–—-]|\s*$)(?!\s*problem|\s*worries)",
    re.IGNORECASE,
)


# What refuses only beside the name of somebody else to write to: "can't myself, but do write to Lee".
NO_MYSELF = any_of(
    rf"{_CANNOT}(?: be able)?(?: to)?(?: \w+){{0,3}}? myself",
    r"not me\b",
)
