"""The signs of a wish to be left alone: for each way to say it the few words that seldom stand in another answer."""

from __future__ import annotations

import re

from assistant.reading.answers.stop_sets import VERB
from assistant.reading.phrases import any_of

_NOT = r"(?:no|not|never|none|nor|neither|without|nothing|cannot|\w+n't)"
_MAILS = (
    r"(?:e-?mails|mails|mailings?|messages|letters|newsletters?|reminders?|follow[ -]?ups?|correspondence|outreach"
    r"|solicitations?|contact|communications?|notifications?|nudges|chasers)"
)
_BOX = r"(?:e-?mail(?: address)?|address|inbox|mail ?box|number|account|contact(?:s| details)?|details|data|name)"
_YOURS = (
    r"your (?:universit\w+|school|college|boss|employer|supervisor|manager|provider|compan\w+|department|dean|professor"
    r"|host|organi[sz]ation|HR)"
)
_COURTS = (
    r"(?:police|lawyers?|solicitors?|attorneys?|legal|abuse|complaints?|authorit(?:y|ies)|ombudsman|regulator|court"
    r"|commissioner|harassment|consequences|gdpr|dsgvo|rgpd|ccpa|data protection)"
)
_MACHINE = r"(?:bot|robot|machine|script|automation|sequence|campaign|cadence|crm|database|list)"

# Ceasing: no more mails, nothing wanted from you, peace.
_CEASING = any_of(
    r"(?:want|wish|need|expect|accept)(?: \w+)? no (?:e-?)?mails?|(?:be|as) our last (?:exchange|contact|word"
    r"|conversation"
    r"|talk)|(?:quit|leave|exit|end|ending|leaving|quitting) this (?:conversation|exchange|thread|correspondence)"
    r"|not engage with (?:this|you)|if i (?:ever )?(?:want|need) (?:to (?:talk|speak|write) to )?you\b",
    rf"{_NOT}(?: (?!check|read|look|answer|monitor|get)\w+)?(?: more| further| any| your| these| such)* {_MAILS}"
    r"(?! (?:yet|before|today|this|from you yet))",
    rf"{_NOT}(?: \w+){{0,2}}? (?:receive|get|hear|want|wish|appreciate|accept|welcome|tolerate|be (?:contacted"
    rf"|approached|sent|written))(?: \w+){{0,3}}? (?:from you|{_MAILS}|these|anything from|cold|unsolicited)",
    rf"(?:rather|prefer|wish|want|like|ask\w*)(?: \w+){{0,3}}? (?:not|no)(?: to)?(?: \w+)? (?:receive|get|hear|be"
    rf"|these|{_MAILS})",
    r"abstain|desist|cease|discontinue|refrain from|(?:hit|write|text|ping|mail|message|contact) me up again"
    r"|leave (?:me|us|him|her) (?:alone|be|out|in peace)|let me be(?=[.,!;]|$| please)",
    rf"(?:do not|don't|never|not to)(?: \w+){{0,2}}? (?:use|keep|hold|store|share)(?: \w+){{0,2}}? (?:me|{_BOX})",
    rf"(?:do not|don't|never)(?: \w+)? (?:send|try|{VERB})(?: me| us)? (?:others?|another|any ?more|again|any of"
    r"|one more)",
    r"(?:want|like|need|have|leave\w*)(?: \w+){0,3}? (?:peace|quiet)(?: back| and quiet)?(?=[.,!;]|$)"
    r"|(?<!when )(?<!until )(?:this|it) (?:ends|stops|must (?:end|stop)|has to (?:end|stop))(?=[.,!;?]|$| (?:now|here"
    r"|today)\b)|you (?:could |can "
    r"|please |just |kindly |to )*(?:quit|stop|cease)(?=[.,!;?]|$)|(?:please|just|but|still)[, ]+(?:don't"
    r"|do not)(?=[.!]|$)|(?:don't|do not) want you to",
    r"no (?:relationship|relation|contact|dealings?|exchange|connection)(?: \w+)? with you",
    r"(?:don't|do not|didn't|did not|never) (?:want|need|ask(?:ed)? for|order(?:ed)?|subscribe[d]? to"
    r"|sign(?:ed)? up for) (?:it|this|that|these|any of (?:it|this|these))(?=[.,!;]|$)",
    r"(?:any )?more of (?:these|those|this|it|your)(?=[.,!;?]|$)|free of (?:this|these|it|your|such)|(?:don't|do not"
    r"|not) (?:stay|keep|be|get) in (?:touch|contact)|(?:ask|asking|beg|request)(?: you)?(?: \w+)? not to|(?:not"
    r"|\w+n't)\b[^.!?]{0,30}? in my (?:inbox|mail ?box)|(?:be|get) (?:rid of you|excluded from this)",
    r"(?:like|want|wish|prefer|when will|make|made)(?: (?!to\b|him\b|her\b|them\b)\w+){1,3}? (?:to )?(?:end|stop)"
    r"(?=[.,!;?]|$)",
    rf"(?:declin\w*|refus\w*|reject\w*)(?: \w+){{0,3}}? (?:continu\w+|prolong\w*|correspond\w+|{_MAILS})"
    rf"|never to (?:\w+ )?"
    r"(?:read|hear|see|get|receive|open|find)|(?:not|never|no|n't)(?: \w+){0,3}? (?:next|second|third|further|another)"
    r" (?:letter|mail|e-?mail|message|note|approach|attempt)|(?:un(?:read|answered|opened)|ignored)(?=[.,!;]|$| and\b)",
    r"let(?:'s| us) (?:not (?:do|go on|continue|write|talk|keep|stay)|part|end|stop|close|remain strangers|never)"
    r"|rather you (?:wrote|asked|mailed|bothered|tried) (?:to )?"
    r"(?!me\b|us\b|in\b|at\b|again|less\b|more\b|sooner|later|shorter)\w+"
    r"|without (?:further|another) word(?=[.,!;]|$| and\b)",
)
# Lists, data, machines, filters, spam.
_LISTS = any_of(
    rf"(?:remov|delet|eras|suppress|purg|scratch|strik|delist|unlist|exclud|cancel)\w*(?: \w+){{0,2}}? (?:me|us|my"
    rf"|our|it|this)(?: {_BOX})?(?=[.,!;]|$| (?:from|off|out|now|please)\b)",
    rf"(?:get rid of|(?:switch|turn|shut)(?: \w+){{0,2}}? off|disable|deactivate)(?: (?:it|this|that|the|your|me"
    rf"|my))*(?: (?:{_MACHINE}|{_BOX}))?(?=[.,!;]|$| (?:for|now|please)\b)",
    r"(?:put|threw|throw|toss\w*|chuck\w*|drop\w*)(?: \w+){0,4}? (?:in|into|on) the (?:bin|trash|rubbish|fire|stove)",
    rf"(?:your|this|that|whatever)(?: \w+)? {_MACHINE}(?=[.,!;]|$| (?:this|that|it|you|is|off|out)\b)|drip"
    r"|mailing list",
    r"(?:no[- ](?:mail|contact|e-?mail|call)|do[- ]not[- ]\w+|mailing|distribution|your|the|any|every"
    r"|that) lists?(?=[.,!;]|$| please)",
    r"dnc|unsolicited|unsubscrib\w*|opt(?:ing)?[- ]out|cold[- ](?:e-?mail\w*|mail\w*|outreach|calls?|contact\w*)"
    r"|spam\w*|junk\w*|phish\w*|scam\w*|marketing to",
    r"(?:set|made|created|put|added|wrote)(?: up)? (?:a|up) (?:\w+ )?(?:filter|rule|block)|(?:block|filter|mut"
    r"|blacklist|blocklist)(?:s|ed|ing|ting)? (?:senders?|mails?|you\b|your|addresses|this (?:address|sender))",
    r"(?:blocked|reported)(?=[.,!;]|$| and (?:blocked|reported))",
    r"(?:won't|will not|shall not|never|not going to)(?: even)? (?:see|read|open|get) (?:anything|any|what|whatever"
    r"|your|it|them|these)(?=[^.!?]{0,60}?\b(?:you|send|mails?|e-?mails?|messages?)\b)",
    rf"(?:not|nobody|no one|no longer|\w+n't)\b[^.!?]{{0,30}}? (?:at|use|this"
    rf"|under this) {_BOX} ?(?:any ?more)?(?=[.,!;]|$)",
)
# It was said before, or silence was the answer.
_SAID_BEFORE = any_of(
    r"(?:don't|do not|can't|cannot|won't) (?:\w+ )?take (?:a )?no\b|do you (?:have any idea|know) how many"
    r"|no[- ]reply[- ]wanted",
    r"no[,.!]*(?: and)? (?:again|still|once more)[,:]* no|no(?:[,.!]+ (?:and )?(?:again )?no){2,}",
    r"as i(?:'ve| have)? (?:\w+ )?(?:said|told|wrote|mentioned|explained|stated|made clear)",
    r"(?:haven't|was|wasn't|have|did|didn't|am|isn't) (?:i|that|it)(?: not)?(?: already| been| make| made)* (?:clear"
    r"|plain|say|said|tell|told|answer|decline)\w*|not (?:read|see|understand) my|still (?:writing|asking|mailing"
    r"|sending|contacting|at it)|(?:you|ever) give up(?=[.!?]|$)",
    r"(?:already|repeatedly|clearly|twice|before)(?: \w+)? (?:said|told|answered|declined|replied|refused)|(?:i"
    r"|we)(?:'ve| have)? (?:\w+ )?told you"
    r"(?! to (?!stop (?:writ|mail|contact|ask|send|bother)|leave|go))|take (?:the|a|my) hint"
    r"|no (?:means|is|was|remains) no\b(?!t)",
    r"(?:i|we) (?:thought|think|believe|hoped)(?: that)? (?:i|we)(?:'d| had| was| were| have)(?: \w+)? (?:clear|plain"
    r"|made)|what (?:part|bit) (?:of (?:that|it|this|my|the word|no|[\"'“‘]no)|was|is|do|did|don't)\b"
    r"|for the last time|last time i\S*|how (?:many|often|much more|much longer)(?: \w+){0,2}? (?:times?|must|do i"
    r"|shall i|will you)",
    r"respect (?:that|this|it)|(?:respect|accept) (?:my|our|his|her) (?:no|wish\w*|decision|answer|choice|privacy"
    r"|boundar\w+|silence)",
    r"(?:i|we) (?:\w+ )?(?:declined|refused|said no)(?: \w+)?(?=,|\.| and | but | yet )|(?:you|u) (?:ask|write"
    r"|wr[io]te|asked|mail\w*|contact\w*)(?: me)? again",
    r"(?:my|our) silence|(?:didn't|did not|don't|do not|haven't|have not) (?:answer|reply"
    r"|respond)\w*[^.!?]{0,40}? (?:reason|purpose|deliberate\w*|intention\w*)",
    r"save (?:your|yourself)(?: \w+)? (?:breath|time|ink|effort|trouble|energy|stamps?)|waste your (?:breath|ink"
    r"|time) on me",
)
# What follows next time.
_CONSEQUENCES = any_of(
    rf"(?:i|we)(?:'ll| will| shall|'m going to| am going to| have|'ve|'d| would)?(?: \w+){{0,3}}? (?:talk|speak"
    r"|complain|report|inform|notify|call|tell|write|contact|go|turn|escalate"
    rf"|forward)\w*(?: \w+){{0,3}}? (?:{_YOURS})",
    r"(?:lodge|file|submit|raise|made|make)(?: \w+)? complaint|data controller|(?:copying|copied|cc'?ing|inform\w*"
    r"|told|passed|asked|alerted|notif\w+)\b[^.!?]{0,30}? (?:compliance|(?-i:HR|IT)|legal|security|dean\S*|management"
    r"|abuse)",
    r"(?:next|more|again|otherwise|or else|continues?|carr(?:y|ies) on|goes on|persists?|keeps? (?:on"
    rf"|up))\b[^.!?]{{0,60}}?(?:{_COURTS}|{_YOURS}|supervisor|(?-i:IT|HR)|security)",
    rf"(?:third|fourth|fifth|sixth|\d+th) (?:{_MAILS}|e-?mail|mail|message|time|attempt|request)",
)
# Being intruded upon.
_INTRUSION = any_of(
    rf"(?:tired|sick|weary|exhausted|worn (?:out|down)|fed up|drained|annoyed|irritated|bombarded|flooded"
    rf"|plagued)(?: \w+)?"
    rf" (?:of|by|with|from|at) (?:all )?(?:these|this|your|those)(?: \w+){{0,2}}? {_MAILS}",
    r"intrus\w+|intrud\w+|invasive|invasion of|harass\w*|stalk\w*|creep(?:y|s|ed|ing) ?(?:me)?|unwelcome|uninvited"
    r"|unwanted|pester\w*|nuisance|pushy|pests?|are you (?:deaf|blind|stupid|serious|mad|insane)|idiots?|morons?"
    r"|who do you think you are|what is (?:it|wrong|the matter) with you|(?:not"
    r"|\w+n't)(?: \w+)? comfortable with (?:this|it|any|these|you)|(?:don't|do not|didn't|did not|not) appreciate"
    r"|(?:makes?|making) me (?:very |really |feel )?(?:uncomfortable|uneasy|nervous)|(?:upset|stress|annoy|irritat"
    r"|disturb|unsettl|frighten|scar)\w* me|(?:you|u|they|that) keep (?:on )?(?:reaching|writing|asking|mailing"
    r"|e-?mailing|sending|contacting|bothering|bugging|coming back)",
)
# An end for ever.
_FOR_EVER = any_of(
    r"not ever|permanently|now (?:n?or|and not) ever|never again(?! (?:will|shall|have|had)\b)|ever again"
    r"|once and for all|under no circumstances|on no account|final (?:reply|word|answer|message|mail|e-?mail"
    r"|response)|final(?=[.!]|$)|lawful basis|(?:is|be) (?:illegal|unlawful)|(?:also |even "
    r"|and )not in (?:the )?future|interested[^.!?]{0,40}? ever(?=[.!,]|$)|(?:be|this is) the end of (?:it|this"
    r"|the matter)|not be in touch(?: again)?|never will be",
)
# What only an answer of which nothing is certain makes a possible stop.
FAINT = any_of(
    r"(?:not|never|hardly|un|less than)(?: \w+)? (?:appreciated|welcome|pleased|amused|wanted|happy|nice|funny"
    r"|interesting)"
    r"|cancel (?:whatever|everything|anything|all)",
    r"spare (?:me|us)|(?:scratch|strike|cross|count|leave) me\b|(?:leave|drop|stop|end|quit) (?:it|this|that)"
    r"|give it a rest|enough|go away|get lost|take your|let (?:it|this|that) (?:be|go|rest)|forget (?:it|about|me)",
    r"f(?:\*+\w*|u+c+k\w*)(?: off)?|wtf|piss\w*|bugger\w*|damn|bloody|shut up|shut this|rubbish|nonsense|rude"
    r"|shame on",
    r"retire my|drop me(?! (?:an?|some|the|your)\b)|(?:treat|consider|regard) (?:\w+ ){1,3}as (?:unreachable"
    r"|unavailable|dead|gone)|not (?:pleased|amused)",
    rf"{_NOT}(?: \w+){{0,3}}? (?:respond|reply|answer|follow[ -]?up|hear|{VERB}|disturb|call)",
    r"(?:do not|don't|never|nothing|no need)(?: \w+){0,3}? (?:to me|me|us|again|any ?more|ever|further|you|your)",
    rf"(?:wrong|old|private|personal|work|not (?:my|the|her|his)) {_BOX}|wrong (?:person|man|woman|guy|one)|(?:this"
    rf"|my|our) {_BOX} (?:is|isn't|was|belongs|has)|i(?:'m| am) not (?-i:[A-Z]\w+)",
    r"no longer (?:works?|with|here|at|employed|reads?|uses?|mine)|has left|(?:does not|doesn't) (?:work|live) here",
    r"automat(?:ed|ion)|bots?|robots?|chatgpt|template|bulk|database|(?:the|your|any|that) lists?(?=[.,!;]|$)|crm"
    r"|sequence|campaign|(?:this is|it's|it is|is this|no|unwanted|direct|cold|mass|e-?mail) marketing|marketing"
    r" (?:e-?mails?|mails?|messages?|lists?|tools?|software|campaigns?|automation|stuff|department)|consent|privacy"
    r"|gdpr|legal\w*|lawyers?|police|report(?:ed|ing)? (?:you|(?:this"
    r"|it)(?! to (?:my|our|the)\b))|complain\w*|abuse"
    r"|block(?:ed|ing)?(?! (?:this|that|the|an?|my|our|out|off|some|\d))|filter(?:ed)?|trash|bin|delet\w+|remov\w+",
    r"again\?|bother\w*|annoy\w*|tired of|sick of|fed up|uncomfortable|upset\w*|peace|not interested|not your",
    r"(?:i|we|you|it|this|that|conversation|matter|case|thread|me)(?: is| am| are|'m|'s|'re)? (?:\w+ )?(?:over|closed"
    r"|done|out|finished|through)(?=[.,!;]|$)|final(?:ly(?=[.!]|$))?|goodbye|bye|farewell",
    # who counts the mails, or speaks of his mailbox
    r"(?:my|our) (?:inbox|mail ?box|letter ?box|mail id|in-?tray)|without (?:me|you)|like to (?:end|stop)|two is"
    r"|series|(?:any|no) (?:\w+ )?but m(?:e|ine)|(?:third|fourth) one",
)
# Whence the address is: who wants no mail asks it; who is curious asks something else as well, or asks nicely.
SOURCE = any_of(
    rf"(?:how|where|from whom|who|when|why)(?: \w+){{0,4}}? (?:get|got|find|found|gave|given|give|gives|giving|have"
    rf"|had|obtain(?:ed)?|sold|leaked|shared?|hold(?:ing)?|use|using)(?: \w+){{0,4}}? (?:my|this|our)(?: \w+)? {_BOX}",
)
# Nobody gave it, or leave to write.
_NEVER_GAVE = any_of(
    r"(?:who|nobody|never|did not|didn't|don't remember|do not remember)(?: \w+){0,3}? (?:authori[sz]\w+|allow\w*"
    r"|agree\w*|invit\w+ you|consent\w*|permitted) (?:to (?:this|that|any|it|receive|get|be)|you|this)",
    r"keep (?:on )?getting (?:these|this|your)|(?:why|how come) (?:am|do) i (?:still )?(?:get|receive|on)\w*",
    r"(?:never|did not|didn't|have not|haven't|not)(?: \w+)? (?:give|gave|given|hand|handed|share|shared)(?: (?:you"
    rf"|it|this|that|anyone|anybody|out|to))*(?: (?:my|this)(?: \w+)? {_BOX})?(?=[.,!;]|$| to you)",
)
# What a wish to be left alone seldom has.
FRIENDLY = any_of(
    r"thank\w*|thx|ta for|bless\w*|obliged|glad\w*|happy|happi\w*|love\w*|lovely|great|good|best|luck|congrat\w*|hope"
    r"|enjoy\w*|proud"
    r"|kind"
    r"|pleasure|pleased|please me|nice|well done|cheers|brilliant|wonderful|interest\w*|curious|funny|fun|welcome"
    r"|sorry|afraid|yes|yeah|yep|sure|ok|okay|fine|gladly|let's|we could|shall we|looking forward|want to|would like"
    r"|i'd like|will (?:call|ring|see|read|think)|think about|let me (?:think|know|check|see)|get back|like it|try"
    r"|should|my advice|attached|[:;]-?\)",
    # of somebody on the way to us
    r"on my way|(?:min|mins|minutes?|bit|little|be|running) late|delayed|stuck in|almost there|nearly there|be there"
    r"|there in|arriv\w+|in the lobby|at the (?:door|station|cafe|café|reception)",
)
# What a refusal adds only where it wants to be the last word: an order of what not to do, or a raised voice.
ORDERS = re.compile(
    r"(?:^|[.,;:!–—-] ?|\b(?:please|kindly|and|so|but) )(?:do not|don't|never(?= (?:write|mail|e-?mail|contact|call"
    r"|come|ask|try|return|approach|message|text|phone|send))) [\"'“‘(]?(?!worry|hesitate|give|take"
    r"|be\b|let\b|stop|forget|despair|lose|mind|feel|get me wrong|hate|think|have|do\b|need|want|know|believe|see"
    r"|offer|work|like|look|mentor|coach|read it|trust|miss|skip|expect|judge|hold|blame|even"
    r"|will|would|was|did|has|had|could|can)\w+"
    r"|!{3}|(?:^|[.!?] )for good[.!]"
    r"|\b(?:remember (?:that|it)|note (?:that|this)(?=[.!]|$)|not obliged|lawful|none of it|for ?ever\b|for all time"
    r"|for good and all|take note|close the matter|forget\b|(?:my|this|our) (?:address(?! book)|addr|inbox|mail id"
    r"|contact details)|(?:remove|delete|drop|retire|strike)(?=[.!]| (?:from|my))|all you(?:'ll| will) get"
    r"|your (?:outreach|mails|messages|reminders)|für immer|jamais|mai più|non \w+ \w+ mai|nunca más|nooit meer"
    r"|nie wieder|nigdy|aldrig)",
    re.IGNORECASE,
)
PLAIN = (_CEASING, _LISTS, _SAID_BEFORE, _CONSEQUENCES, _INTRUSION, _FOR_EVER, _NEVER_GAVE)
