"""More ways to end it for good: a last message, a closed door, a final no, an order with no word of mail in it.

`stop_clauses` reads them clause by clause. What a yes or a plain no may also say stands in `PERHAPS`: it is asked.
"""

from __future__ import annotations

import re

from assistant.reading.answers.stop_sets import DATA, NOUN, VERB, WHO
from assistant.reading.phrases import any_of, gap

_LAST = r"(?:very )?(?:last|final)"
_NOT = r"(?:do not|don't|does not|doesn't|no longer|never|won't|will not|shall not|not)"
_BOX = r"(?:mail ?box|inbox|letter ?box|address|account|office|doorstep|screen)"
_MY = r"(?:my|our|his|her|their|this)"
_ANNOY = r"(?:bother|pester|annoy|spam|harass|e-?mail|mail|write to|bug|hassle|disturb|pick on|badger|contact)"
_ENDED = r"(?= ?(?:please|thanks|thank you|now|then|[.,!;]|$))"

ORDERS = any_of(
    # this has to be the last message you send
    rf"{_LAST} (?:one|thing|{NOUN})(?: from you| of yours)? (?:that |which )?(?:i|we|he|she) (?:tolerate|accept"
    r"|(?:will|shall|am going to|intend to|mean to|want to|wish to|care to|ever want to)(?: ever)? (?:read|open|accept"
    r"|tolerate|receive|get|see|hear|take|have))",
    rf"make (?:this|that|it) (?:your|the) {_LAST} (?:one|time|{NOUN})",
    rf"as (?:the|your) {_LAST} (?:{NOUN}|(?:one )?of its kind|one you)",
    # no more from you
    r"(?<!had )(?<!got )(?<!heard )(?<!received )(?:no more|nothing more|not another (?:word|line|peep|thing)"
    r"|not a (?:word|line) more|not one more (?:word|line)) (?:from|out of) you",
    r"(?:done|through|finished) (?:with )?hearing from you",
    rf"(?:do not|don't|never) let there be (?:an?|another|any) (?:next|second|third|further|other|more|\w+th)?"
    rf"|(?:let there|there (?:is|are) to|there (?:must|should|need)|(?:make sure|see to it) that there) be (?:no|not a)"
    rf" (?:next|second|third|fourth|fifth|further|other|more|repeat)(?: (?:time|one|{NOUN}))?",
    # a request, an order, a wish to be respected
    r"(?:end|ending|cut|cutting|sever|severing|break|breaking|terminate|terminating)(?: off)?(?: all| any| every| the"
    r"| this| our| your| further)* (?:contacts?|communications?|correspondence|ties)(?= (?:with|at|here|now|from)\b"
    r"|[.,!;]|$)",
    r"(?:to|must|please|kindly|now|and|^) ?(?:desist|cease|refrain)(?= ?(?:[.,!;]|$)| (?:now|immediately|at once"
    r"|forthwith|altogether|in (?:the )?future|from (?:this|it|that|such|any such|all|these|doing so|now on|here on)"
    r"(?! \w+day)))",
    r"respect (?:my|our|his|her|their)(?: \w+)? (?:wish(?:es)?|boundar\w+|privacy|request|decision|silence|choice|no)"
    r" (?:for no|for silence|for peace|to be left|to be forgotten|not to|and (?:stay|keep|leave|stop|do not|don't|go))",
    r"make no (?:further|more|other|second|new) (?:attempts?|approach(?:es)?|contact|efforts?|advances)",
    r"(?:told|asked|instructed|ordered)(?: \w+){1,3}? to (?:bin|delete|trash|discard|block|reject|return)(?: all| any)*"
    r" (?:them|these|it(?=[.,!;]|$)|your|such|(?:mail|e-?mail|messages?|letters?) from you)",
    r"no (?:point|use|sense)(?: in)?(?: you| your)? (?:ever |even )?(?:writing|mailing|e-?mailing|asking|trying"
    r"|contacting|messaging|coming back|following up)(?: to)?(?: me| us)? (?:again|any ?more|any further|further|ever)",
    # a closed door
    r"(?:you(?:'re| are| were)) (?:not|no longer|never)(?: at all| really)? welcome|you aren't welcome",
    rf"{NOUN}(?: \w+){{0,3}}? (?:(?:is|are|be)(?: not|n't| no longer| never)|isn't|aren't|won't be)(?: at all"
    rf"| any more| really)? (?:welcome|wanted|desired)",
    rf"(?:stay|keep|go)(?: well| far| the hell| right)? (?:away from|out of|off) (?:{WHO}(?! (?:the|a))"
    rf"|(?:my|our|his|her) (?:\w+ )?(?:{_BOX}|life|mail|e-?mail|sight|family))",
    rf"(?:darken|clog(?:ging)?(?: up)?|pollut(?:e|ing)|litter(?:ing)?|clutter(?:ing)?(?: up)?|flood(?:ing)?) (?:my|our"
    rf"|his|her) (?:\w+ )?(?:{_BOX}|door|mail)",
    rf"{_MY} (?:\w+ )?{_BOX} (?:\w+ )?(?:{_NOT}|refuses|declines)(?: to)?(?: \w+)? ?(?:wants?|accepts?|welcomes?|takes?"
    rf"|needs?|likes?)? (?:your|these|such|unsolicited|anything from you|{NOUN} from you)",
    rf"{_MY} (?:\w+ )?{_BOX} is (?:now )?(?:not (?:available|open|there|meant)?|closed|shut|off[ -]limits"
    rf"|no longer (?:open"
    r"|available))(?: any ?more| from now on)? (?:to|for) (?:you|your \w+)",
    r"(?:go|goes|going)(?: now| all| straight| right| directly| unread| automatically)* (?:in|into|to) (?:my|our|the)"
    r" (?:bin|trash|rubbish|wastebasket|waste ?bin|waste ?paper\w*|shredder)",
    r"(?:throws?|deletes?|discards?|bins?|destroys?|rejects?|refuses?|blocks?|ignores?|drops?)(?: away| out| now"
    r"| automatically| unread)* (?:whatever|anything|everything|all|every \w+)(?: that| which)? (?:you|from you)",
    r"(?:put|placed|added|going|adding|putting|are|were|goes|go)(?: \w+){0,4}? (?:on|to|onto|in|into) (?:my|our|the|his"
    r"|her|a)? ?(?:block|black|kill|ignore|deny)[- ]?(?:list|file)",
    rf"{_NOT}(?: \w+)? (?:wish|want|like|care|agree) to be on (?:any\w*|your|this|that|a|the)(?:['’]s)?(?: \w+)?"
    r" ?(?:\w*lists?|database|mailing)",
    # forbidden, unwelcome, nothing to do with it
    rf"(?:forbid|prohibit|ban|bar)(?:s|den|ned|red)?{gap(3)} (?:{VERB}|use|contact|approach)",
    r"(?:(?:want|wish|have|having|need|care)(?: for)? nothing|not \w+ anything|\w+n't want anything)"
    r" (?:more |further )?to do with (?:you|your|these)",
    rf"(?:one|a) (?:\w+ )?{NOUN} too many|not more (?:\w+ )?{NOUN}",
    r"(?:your|this) (?:persistence|behaviour|behavior|approach|pestering|insistence|conduct) is (?:\w+ )?(?:unwelcome"
    r"|unwanted|harassment|an? (?:intrusion|nuisance|imposition))",
    rf"let{gap(4)} be (?:the|your) {_LAST}(?: one)?(?=[.,!;]|$)",
    r"(?:says?|said|tells you|wants you|like you|want you|need you) to (?:stop|go away|leave (?:me|us) alone)"
    r"(?=[.,!;]|$| now| and)",
    rf"(?:to|on|in) (?:my|our) blocked (?:senders|contacts|list|addresses)|your (?:future|next|further) {NOUN}(?: \w+)?"
    r" (?:be|get) (?:\w+ )?(?:deleted|blocked|binned|rejected|discarded|returned|ignored)",
    # data
    rf"get rid of (?:my|our|his|her|this|all my)(?: \w+)? {DATA}",
    r"no (?:business|right|permission|reason) (?:in )?(?:having|holding|keeping|using|storing|possessing)",
    rf"(?:withdraw|revoke|retract|rescind|cancel)(?:ing|s)?{gap(2)} (?:permission|approval|authori[sz]ation)",
    r"forget (?:that )?you(?:'ve| have| had)?(?: ever| once)? (?:knew|known|heard|met|read|saw|seen|wrote|written)"
    r" (?:of |about |to )?(?:me|us|my)",
    r"close (?:my|our|his|her) (?:file|case|account|record|entry)",
    # neither invited nor welcome; "I want no further ones"; off the receiving end
    rf"{NOUN}{gap(8)} (?:neither|not|isn't|aren't|never|un)(?: \w+)? ?(?:invited|welcome|wanted|sought|desired"
    rf"|appreciated|solicited"
    r"|requested|tolerated)(?=[.,!;]|$| (?:n?or|and|here|by|in)\b)",
    rf"(?:want|wish|need|expect|accept|desire|will have|tolerate)(?: for)? (?:absolutely )?no (?:further|more|other"
    rf"|additional)(?: (?:ones?|of (?:them|these|it|this)|{NOUN}))?(?=[.,!;]|$| from)",
    r"(?:not|\w+n't|never|no wish|no desire|off|tired|sick)\b[^.!?]{0,30}? the receiving end of",
    r"there (?:had better|better|should|must|shall|will|is to|are to|need)(?: not| never)? (?:not |never )?be (?:no"
    r"|a|an"
    r"|another|any) ?(?:second|third|fourth|fifth|next|further|other|more|repeat|\d+th)(?=[.,!;]|$| one)",
    r"(?:do not|don't|never|not to|stop) send(?:ing)?(?: (?:me|us|him|her|them))? (?:any )?(?:others?|another"
    r"|further ones"
    r"|more of (?:them|these|this)|(?:any ?)?more)(?=[.,!;]|$| (?:please|ever|one)\b)",
    rf"(?:any|all|every|each|further|future) (?:\w+ )?{NOUN}{gap(3)} (?:go|be|remain|stay) (?:unanswered|unread|ignored"
    r"|unopened|deleted|binned|blocked)|(?:nothing|none of what|no \w+) you (?:send|write|mail) (?:will"
    r"|shall) be (?:read"
    r"|opened|answered|seen)",
    r"(?:rather|prefer) not(?: to)? (?:get|receive|have|see|read) any\w*(?: \w+){0,2}? (?:else|more|further)",
    r"(?:is|has become|becomes|amounts to|borders on|constitutes|call) (?:\w+ )?harassment",
    r"leave (?:an?|the|us|this|my|our)(?: \w+){1,3} (?:alone|in peace)(?=[.,!;]|$)",
    # people for whom English is a second language
    rf"(?:{_NOT}|no|cannot)(?: must| can| to| may| should)? {VERB}(?: to)? {WHO} (?:never |no |any ?)?(?:more|again)",
    # elsewhere with it
    rf"(?:go(?: and)?|find|look for|get|choose|try|pick|seek)(?: yourself)? ?(?:{_ANNOY}|some(?:one|body) else to"
    rf" {_ANNOY}|another (?:victim|target|pen[ -]?(?:friend|pal)|correspondent"
    rf"|person to {_ANNOY}))(?: some(?:one|body) else| another| elsewhere)?{_ENDED}",
    r"(?:which|what) (?:part|bit) of [\"'“‘(]*no(?![\w-])",
    r"(?:radio )?silence,? (?:please|from (?:now|here) on|from you|henceforth|for good)",
    r"take (?:the|a|this) hint|keep your (?:\w+ )?(?:e-?mails?|mails|messages|letters) to yourself"
    r"|hands off (?:my|our) (?:inbox|address|mailbox)",
)
# The writer tells what he does himself.
DECLARES = any_of(
    rf"(?:had (?:it|enough|my fill|quite enough)|done|through|finished) (?:with|of) (?:you(?=[.,!;]|$)"
    rf"|(?:your|these|all these|all this|all your) (?:\w+ )?{NOUN})",
    rf"{_NOT}(?: \w+)? (?:accept|take|want)(?: any)? {NOUN} from (?:you|this sender|your)",
    r"i(?:'m| am|'ve| have|'ll| will|'d| would)?(?: \w+)?(?: like to)? (?:unsubscrib(?:e|ing|ed)|opt(?:ing|ed)?[ -]out)"
    r"(?! of the)",
    r"(?:i|we)(?:'m|'re| am| are|'ll| will| have|'ve)? (?:hereby |now |just )?(?:cut(?:ting)?|break(?:ing)?|broken"
    r"|end(?:ing|ed)?)(?: off)? (?:all |any |this |our )*(?:contact|communications?|correspondence)(?=[.,!;]|$"
    r"| with you| here)",
)
# A clause that is nothing else.
WHOLE = re.compile(
    r"(?:(?:please|pls|kindly|just|ok|so|now|and|again|no|sorry|thanks)[, ]+)*(?:let (?:me|us|him|her) be|leave off"
    r"|off (?:the|your|this|that) (?:mailing )?list"
    r"|return(?:ed)? to (?:the )?sender|(?:desist|cease|refrain)(?: from (?:this|it|that|now on))?(?: in (?:the )?"
    r"future| at once| henceforth)?|no (?:more )?(?:follow[ -]?ups?|reminders|e-?mails?|mails|messages|chasers|nudges"
    r"|newsletters|solicitations)|(?:do not|don't|never) (?:write|mail|e-?mail|message)|jog on|shoo|scram|go to hell"
    r"|drop dead|bog off|on your bike|mind your own business)(?:[, ]+(?:please|pls|thanks|thank you|now|again|ever))*",
    re.IGNORECASE,
)
PERHAPS = any_of(
    r"return(?:ed)? to (?:the )?sender",
    rf"{_LAST} (?:{NOUN}|one) (?:from you|of yours|you (?:will )?(?:send|write))(?! (?:got|was|is|did|has|had|went|came"
    r"|arrived))",
    r"(?:is|stays|remains?|be) no and (?:it )?(?:will |shall )?(?:always )?(?:remain|stay|remains|stays|be)s?(?: a)?"
    r" (?:no|so|that way|the same)",
    r"(?:answer (?:will|would) be|again it is|it is still|it's still) no (?:next|every|each|any) time",
    r"do (?:yourself|yourselves|me|us|all|both|everyone|everybody| )+ a favou?r(?: and|,|:)? (?:stop|leave (?:it|me|us)"
    r"|go|quit|give up|move on|give it|drop|forget|look elsewhere|do not (?:write|mail|come|ask)|don't (?:write|mail"
    r"|come|ask))",
    r"(?:do not|don't|never) (?:come|get|write) back(?= to (?:me|us)|[.,!;]|$)",
    r"(?:do not|don't|never) (?:re-?open|revive|restart|repeat) (?:it|this|that)",
    r"save (?:yourself|yourselves|us both) the (?:trouble|effort|bother|time|ink|stamps?)(?= of| from|[.,!;]|$)"
    r"|save your (?:breath|ink|time)(?= for(?: the)? next|[.,!;]|$)",
    r"how (?:many times|often) (?:do|must|have|should) (?:i|we) (?:have to |had to |to )?(?:say|tell|told|said|repeat)",
    r"(?:already|repeatedly|twice|clearly) (?:told|asked) you (?:no|to stop|not to|that (?:i|we) (?:do not|don't))",
    r"(?:telling|tell|asking|saying|say)(?: \w+){0,3}? for the last time",
    r"(?:won't|will not|shall not|not going to|do not intend to)(?: be)? (?:answer|reply to|respond to|read|answering"
    r"|replying to|responding to|reading) (?:you|any of (?:these|this|your)|these|(?:any )?(?:more|further) \w+)",
    rf"(?:{_NOT}) (?:wish|want|like|care) to be (?:a )?part of (?:this|it|any of this)"
    rf"|(?:{_NOT}) want you to have (?:it|my|this)|never gave (?:you|anyone|anybody) (?:my|this)",
    rf"no (?:second|third|fourth|fifth|next) {NOUN} please|{NOUN}[^.!?]{{0,30}}? too many(?=[.,!;]|$)",
    rf"{_MY} (?:\w+ )?{_BOX} is (?:not (?:available|open)|closed|off[ -]limits|no longer (?:open|available))"
    r"(?: any ?more| from now on)? (?:to|for) (?:strangers|unsolicited|cold|such|this)"
    r"|out of (?:it|this|here) for good",
    r"respect (?:my|our|his|her|their) (?:boundar\w+|wish(?:es)? (?:for|to)|silence)",
    r"close (?:this|the) (?:thread|conversation|exchange|correspondence)(?=[.,!;]|$| for good)",
    r"(?:go|goes|going)(?: now| all| straight| right| directly| unread| automatically)+ (?:in|into|to) (?:my|our|the)"
    r" (?:spam|junk)",
    r"(?:this|the) (?:conversation|correspondence|exchange) is (?:over|closed|finished|at an end|ended)|end of (?:story"
    r"|discussion|conversation|correspondence)(?=[.,!;]|$)",
    r"to do with (?:this|it|any of this)(?=[.,!;]|$)|consider (?:the|this) door closed|an intrusion"
    rf"|(?:will|shall|does|do) not be (?:receiving|reading|accepting) (?:\w+ )?{NOUN}|address (?:as )?withdrawn",
    r"(?:do not|don't|never) (?:come asking|ask(?: me)?|try(?: me)?) (?:again|any ?more)(?=[.,!;]|$)",
    r"nothing (?:to|left to|more to) say to (?:you|each other)",
)
PERHAPS_WHOLE = re.compile(
    r"(?:(?:please|kindly|just|ok|so|now|and|again|no|sorry|thanks)[, ]+)*(?:give it (?:a rest|up)|i want out"
    r"|never again|for the last time|(?:i(?:'m| am)|we(?:'re| are)) (?:done|finished|through)(?: with (?:this|it|you))?"
    r"(?: here)?|take your leave|leave it be|let it (?:go|be|rest)|that(?:'s| is) the end of (?:it|that|the matter)"
    r"|stay away|keep away|go elsewhere|get out|off you go)(?:[, ]+(?:please|thanks|thank you|now|for good"
    r"|you and i|altogether))*",
    re.IGNORECASE,
)
