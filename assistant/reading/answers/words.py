"""The cues of an answer in English: what very different people mean by later, yes, a question, thanks.

Those of a no stand in `answer_refusals`.

Each class is a list of small expressions; a new way to say it is one line here. Other languages stand in
`languages/*.toml`, section `[answer]`. All are matched against `spelt` text.
"""

from __future__ import annotations

import re

from assistant.reading.phrases import any_of

_ASK_AGAIN = (
    r"(?:ping|re-?send|ask|remind|nudge|chase|poke|write(?: to)?|contact|email|e-mail|mail|message|text|drop me"
    r"|try|reach out(?: to)?"
    r"|check (?:in|back)|circle back|c[oa]me back(?: to)?|get back(?: to)?|get in touch(?: with)?|reconnect|touch base"
    r"|follow up(?: with)?|revisit|approach|knock|hit me up|give me a (?:nudge|shout|ping|poke"
    r"|reminder)|send me a (?:reminder"
    r"|nudge|ping)|resurface|reapply|look me up|catch me|revert|holler|shout|buzz|swing back|loop back|give (?:me"
    r"|us) a (?:shout|bell|buzz|ring|call)|(?:take|pick) (?:it|this|that) up again)(?!\w)"
)
_TALK = (
    r"(?:talk|speak|meet|chat|connect|catch up|do (?:it|this)|pick (?:this|it|things) up|discuss"
    r"|resume|look at (?:it|this)"
    r"|see|start|have a (?:chat|call|coffee)|think about it|consider it)"
)
_WHEN = (
    r"(?:after|in|from|on|next|mid|early|late|once|then|when|later|again|around|towards|beginning|end"
    r"|at the|come|the week|(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w*)"
)
_PART = r"(?!in the (?:morning|afternoon|evening))"
# To be asked again, on a day that stands beside it.
AGAIN = any_of(
    r"(?:^|(?<=[^\w\s] )|please |kindly |could you |can you |would you |will you |but |just "
    r"|maybe |perhaps |let's |let us "
    r"|then |and |so |therefore |hence |thus |to |you |should |best |better |do |sie |you |you can |you could |you may "
    rf"|feel free to ){_ASK_AGAIN}"
    rf"(?: to)?(?: me| with me| us| again| then| back)*[\w ,']{{0,24}}?{_PART}{_WHEN}[\w ]{{0,30}}",
    r"(?:write|ask|try|contact|ping|mail|email|remind|message|nudge|chase)(?: to)? (?:me"
    rf"|us)(?: again)?,? {_PART}(?:please |then )?"
    rf"(?:{_WHEN}|\w+day)[\w ]{{0,30}}",
    r"(?:ping|ask|remind|nudge|chase|try) me (?:again|then|after|later|back|on)[\w ]{0,20}",
    r"(?:remind|nudge|chase) me(?![\s,–—-]*(?:please[\s,–—-]*)?(?:who|where|what|how|why|which)\b) [\w ]{0,30}",
    r"(?:asking|trying|writing|contacting|mailing|e-?mailing|pinging|calling"
    r"|reminding)(?: to)? (?:me )?(?:again|back|later)[\w ]{0,30}",
    r"(?:try|ask|write|contact me|ping me|come back|get in touch|reach out) again[\w ]{0,30}",
)
# To be talked about another time: later where the day is far, a yes where it is near.
TALK_THEN = any_of(
    rf"(?:let's|let us|we (?:can|could|should|might)|happy to|glad to|can we|could we|shall we|i can|i could|then we)"
    rf"[\w ']{{0,12}}? ?{_TALK}[\w ,']{{0,24}}?{_WHEN}[\w ]{{0,30}}",
)
PUT_OFF = any_of(
    r"not (?:before|until|till)(?! (?:\d{1,2}(?::\d\d)? ?(?:am|pm|h|o'clock)?(?=\s*(?:[.,!;?]|$))|\d{1,2}:|noon"
    r"|lunch|nine|ten|eleven))[\w ]{0,30}",
    r"(?:push|move|postpone|delay|defer|park|shelve|leave|put)(?:pone)? (?:this|it|that|our \w+|the \w+)? ?(?:off )?"
    r"(?:to|until|till|into|for)(?! you\b| us\b| me\b| the (?:left|right|side|top)\b)[\w ]{0,30}",
    r"postpone[\w ]{0,30}",
    r"(?:heads down|busy|away|on (?:\w+ )?leave|travelling|traveling|swamped|unavailable|tied up|out"
    r"|flat out|abroad|offline"
    r"|booked|full|blocked|committed|off|gone(?! through)|underwater|on deputation|on (?:a )?secondment"
    r"|in hospital)(?: \w+){0,5}? "
    r"(?:until|till|through|up to)[\w ]{0,30}",
    r"(?:would|will|might|could|is|are|'s|be|looks?) (?:\w+ )?(?:better|quieter|calmer|easier)",
    r"let's wait[\w ]{0,30}",
    r"(?:calm|quieten|settle|slow|ease|clear)(?:s|ed)?(?: \w+)? ?(?:down|up|off)?(?: again)?,? (?:in"
    r"|after|by|from|around|once)",
    r"(?:happy|glad|willing|pleased) to[\w ]{0,20} (?:from|after|in|later|once)(?! (?:the (?:morning"
    r"|afternoon|evening)|person))[\w ]{0,30}",
    r"let me get (?:through|past|over)[\w ]{0,30}",
    r"not this (?:week|month|year|term|quarter|side)",
    r"(?:once|after|when) (?:the|my|our|this|i|i'm|we|that|things|exams?|it|all|christmas|easter"
    r"|diwali|eid|summer)\b[\w' ]{2,40}",
    r"(?:can't|cannot|won't|unable|not|no) [\w ]{0,30}?(?:until|till|before)[\w ]{0,30}",
    r"first (?:have|need) to (?:finish|get)",
    r"free again|(?:be|am|i'm|get|come) back (?:in|on|from|after) [\w ]{0,20}",
    r"(?:maybe|perhaps|possibly) (?:again )?(?:after|in|from|next|once|later|mid|early|late|the)[\w ]{0,30}",
    r"(?:in|next|after the) (?:the )?new year",
    r"shall revert (?:after|in|by)[\w ]{0,20}",
    r"another (?:week|month)|next (?:term|semester|quarter|year|season|month)",
)
# A day named so is not sure: it is said back first.
MAYBE = any_of(
    r"(?:maybe|perhaps|possibly)(?=[\s.!?]*$)",
    r"(?:maybe|perhaps|possibly) (?:again )?(?:after|in|from|next|once|later|mid|early|late)",
)

# A yes that is all of a sentence's beginning.
OPENS_YES = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|oh|ah|well|wow|thanks?(?: you)?|sorry[\w ]{0,20}|good|ok"
    r"|okay)\b[\s\w]{0,14}?[,.!–—-]\s*)?"
    r"(?:yes|yep|yeah|yup|yea|aye|righto|right you are|so be it|very gladly|with all my heart|sure(?: thing)?"
    r"|of course|ofc|certainly|absolutely|definitely|indeed"
    r"|confirmed|gladly|surely"
    r"|willingly|by all means|rightio|righty-?o|say no more|too right|for sure|totally|keen as|sweet as|choice|yalla"
    r"|dale|why ever not|course (?:i (?:will|would|can|do)|you can)|ask away|fire away|shoot(?=\s*[.!]|\s*$)"
    r"|with (?:great |much )?pleasure|(?:it (?:will"
    r"|would) be "
    r"|it's )?my pleasure|deal|done|agreed"
    r"|go on,? then|go for it|affirmative|bet(?=\s*(?:[.,!]|$))|you have a deal|no wahala|why not|count me in|i(?:'m"
    r"| am) in(?=\s*(?:[.,!;]|$))|in!|ok|okay|alright|all right|fine"
    r"|cool"
    r"|(?:great|perfect|lovely|cool)(?=\s*(?:[.,!;:–—-]|$))"
    r"|no problem(?: at all)?|no objections?|not a problem(?: at all)?|no worries|sounds? (?:good|great|fun|fine"
    r"|lovely|perfect|like)|(?:good|great) (?:idea|plan)|works|accepted|you're on"
    r"|you bet|happy to|delighted|with joy|can do|will do|let's|anytime|any time|i'd be (?:happy|glad|delighted))"
    r"(?!\s*(?:\w+\s)?(?:news|work|job|progress|question|point|luck|to hear|to see|to know|to read|stuff|effort|start"
    r"|talk|article|for you)\b)(?!\s*,?\s*i(?:'ve| have| did)? (?:read|received|got|seen|saw|remember|know"
    r"|understand)\b)"
    r"(?![\w'])",
    re.IGNORECASE,
)
YES = any_of(
    r"(?:very |more than |really |always |only too |quite |so )?(?:happy|glad|delighted|pleased|keen"
    r"|willing|honou?red|game|(?<!walked )(?<!come )(?<!went )(?<!go )(?<!climbed )up)"
    r" (?:to|for)(?! (?:my\b|ma\b|our\b|air\b|hear|see|know|read|learn|inform|say|have (?:heard|read|met)|(?:you|her"
    r"|him"
    r"|them)(?! to\b)))(?: \w+){0,4}",
    r"(?:i'd|i would|would|we'd|we would|i will|i'll|i shall) (?:really |certainly |very much |also "
    r"|so |absolutely )?(?:love|be"
    r" (?:very |more than |really |so |only too )?(?:happy|glad|delighted|pleased|honou?red|thrilled"
    r"|up))(?: (?:to|for))?[\w ]{0,20}",
    r"(?:sounds|that sounds) (?:great|good|fine|lovely|perfect|fun|like fun|like a plan|nice"
    r"|interesting(?=,? (?:let|yes|i)))",
    r"(?:works|fine|good|perfect|ok|okay|suits|convenient|fits|possible|free)(?: \w+)? (?:for|with|by|on) me",
    r"(?:\w+day|\w+day(?: \w+)? (?:at )?\d[\w:.]*|tomorrow|that|that time|any time|anytime|either|both"
    r"|it|this|all good"
    r"|(?:early |late )?(?:morning|afternoon|evening)s?|after \d\w*)(?: usually| always| generally"
    r"| also)? (?:works?|suits|would suit|is (?:fine|good|ok|perfect|great|possible|best)"
    r"|fits)(?! for you)",
    r"suits me|let's give (?:it|this) a|(?:am|i'm) on board|(?:can't|cannot|won't|couldn't|wouldn't) (?:do any "
    r"|really )?(?:hurt|harm)(?=[.,!;]|$)",
    r"no objections?|would do(?: me)?(?: fine| nicely)?(?=\s*(?:[.,!;]|$))|any (?:day|time|slot"
    r"|evening|morning|afternoon) (?:is|works|would|will|suits|ok)",
    r"(?:it'd|it would|that'd|that would|would) be (?:really |very |so )?(?:great|lovely|nice|good|fun"
    r"|wonderful|fantastic|brilliant) to(?! hear| know| see)",
    r"(?:you )?(?:may|can|could|should) (?:just |always |also )?(?:telephone|call|ring|phone|visit"
    r"|come|drop|pop|stop|join|find) (?:me|by|in|over|round|to|on|at|next|tomorrow|this|any)(?! again)",
    r"very well(?=\s*[.,!;])",
    r"(?:very |more than |most )?welcome to (?!the\b|our\b)\w+",
    r"(?:i|we) (?:shall|will|would|'ll) be (?:free|available|around|in|there|at home|at my desk)",
    r"(?:totally|so|well|really) (?:up for|into) (?:this|it|that)|game for|up for (?:it|this|that|a)",
    r"(?:let's|let us|we can|we could|we shall|shall we|we will|then we|i suggest we|lets) (?:do|meet"
    r"|talk|say|try|grab|have|set"
    r"|connect|speak|chat|make|go|catch|get|schedule|arrange|find|fix|plan|start|jump|hop|sit|discuss)\b",
    r"(?:i'm|i am|we are|we're) (?:\w+ )?(?:free|available|flexible|in|around|open|at your disposal|game|easy|about)"
    r"(?=\s*(?:[.,;!?:]|$|on|at|from|next|this|most|any|after|between|to|all|tomorrow|today|for|every"
    r"|mon|tue|wed|thu|fri|the(?! (?:midd?le|midst|process|thick|red|dark|throes))|in the))",
    r"(?:(?<=[,:;–—-] )|(?<=and )|(?<=so )|(?<=\ba )|(?<=says )|(?<=say )|(?<=is )|(?<=then )"
    r"|(?<=therefore ))yes(?! (?:or|and no|/))(?=\W|$)",
    r"(?:wouldn't|would not|don't|do not) mind|(?:be|am|i'm|quite|always|very) (?:open|prepared|ready"
    r"|willing) to(?! (?:admit|say no|change))|only too happy|(?:nothing )?(?:would|could) please me more|do let's",
    r"(?:my|our) calendar\b(?! (?:is|looks|has been)(?: \w+){0,2}? (?:disaster|full|mess|nightmare|packed|crazy|insane"
    r"|horror|horrible|chaos|closed|solid|blocked|overflowing|joke|overbooked|jammed)\b)|calendar (?:link|is here)"
    r"|book (?:here|yourself|something|time)|cal\.\w\S*|https?://\S*"
    r"(?:cal|book|meet|schedul)\S*",
    r"(?:is|are) (?:all )?yours|put you (?:down|in)(?= |\W)|in (?:my|the) diary|see you (?:on |at |then|there|next "
    r"|this |\w+day)|(?:have|'ve|has) (?:blocked|reserved|kept|pencilled)|blocked (?:it|an? \w+|half an hour"
    r"|\w+day)",
    r"(?:evenings|mornings|afternoons|weekdays|lunchtimes|lunchtime|\w+days) (?:\w+ ){0,2}?(?:are|is|work|suit) "
    r"(?:\w+ )?(?:best|good|fine|ok|easiest|better|perfect|me|well)|(?:that's|that is) (?:fine|ok|okay|all right"
    r"|alright)(?=\s*(?:[.,!]|$|with|by|for))|it's (?:fine|ok|okay|perfect|all right|alright) (?:with|by|for) me"
    r"|all good\b",
    r"(?:whenever|whatever|wherever|any time that) (?:suits|works|is good|you)|(?:some|a few|your|more) (?:options"
    r"|slots|times|dates|windows)(?= |\W|$)|has time (?:on|at|for|next|this)",
    r"(?:\w+day|tomorrow|the \d+\w*) it is|all ears|hit me with|(?:i'll|i will) (?:be (?:at|in|there|on)|ring you"
    r"|call you|phone you|come (?:to|by|over)|see you|meet you|expect you|book|put)\b(?! (?:when|once|touch))",
    r"(?:i have|i've got|there is|there's|i've) (?:a |one |still )?(?:\w+ )?(?:slot|gap|opening|window|space)\b|"
    r"(?:i've|i have|we have) (?:sent|booked|reserved|accepted|put|scheduled|added)(?: you)?(?: an| a| your| the"
    r"| it)",
    r"(?:both|either|any(?= (?:of|one|day|time|slot|works?|is|would)\b)|the (?:first|second|third|last) one"
    r"|the former|the latter|all of them)(?: \w+){0,3}? "
    r"(?:works?|suits?|is|are|would be|will do|would do)(?: (?:fine|good|ok|great|perfect|possible|best))?|you "
    r"(?:choose|name|decide|pick|can choose|can decide)(?=\W|$)|ask me anything|(?:next|this) week is (?:good|fine"
    r"|ok|great|best|perfect)",
    r"(?:please |do |just |then |^)come (?:to|and see|along|round|over|by|on)\b(?! (?:back|again))",
    r"of course|by all means|go ahead|proceed|(?:you (?:can|may) )?count on me|go on then|twisted my arm|you"
    r"(?:'ve)? (?:convinced|persuaded|got|sold|won) me(?! (?:wrong|thinking))",
    r"(?:would|i'd|'d|will|shall|do) (?:very much |much |really |certainly )?(?:welcome|like that|enjoy that"
    r"|appreciate (?:a|the) (?:chat|talk|conversation))",
    r"(?:i'll|i will|i can|we'll|i shall) (?:gladly |happily |certainly |definitely |of course |always )?(?:make "
    r"(?:the |some )?time|find (?:the |some |a )?(?:time|slot|gap)|be there|see you|have you|do (?:it|this|that)"
    r"|free up)",
    r"(?:she|he|they|professor|prof|dr|mr|mrs|ms|we|i)\.? (?:(?-i:[A-Z])[\w'’-]+ )*(?:has |have |is |are |will "
    r"|would |gladly |happily |kindly )*(?:(?:gladly |happily )?accept(?:s|ed)?(?! any| no| (?:\w+ ){0,2}(?:students?"
    r"|mentees|people|interns?"
    r"|trainees?|juniors|apprentices?|pupils?)\b)|agree(?:s|d)?(?= "
    r"|[.,!])|be (?:happy|glad|pleased|delighted|able) to|(?:happy|glad|pleased|delighted|available|free|able) "
    r"(?:to|on|at|from|for)|look(?:s|ing)? forward to|invites? you|can (?:see|meet|receive|offer) you|expects? you"
    r"|confirms?)",
    r"(?:please |pls |kindly |do |just )(?:arrange|go ahead|proceed|book|schedule|organi[sz]e|set (?:it|this"
    r"|something|one|a \w+) up|fix (?:it|a|the|something)|confirm|come|call|ring|phone|stop by|drop in|drop by|join"
    r"|visit)(?! (?:me )?(?:again|back|later|my colleague|with))",
    r"(?:stop) (?:by|in|over|round)\b",
    r"i(?:'ll| can| could| will| would| shall|'d) (?:\w+ )?(?:do|offer|make|spare(?! you the\b)|give you|manage"
    r"|squeeze you"
    r"|fit you|meet|talk|speak|help|call|be there"
    r"|mentor|guide|support|share|take you)\b",
    r"(?:i have|i've got|i've|have) (?:some |a bit of |a little |\w+ )?(?:time|a slot|a gap|slots?"
    r"|half an hour|\d+ min\w*|an hour)(?! for anything)",
    r"ok(?:ay)?(?:,? fine| pour moi| for)",
    r"looking forward(?: to)?(?! to hearing| to seeing your (?:progress|work))",
    r"could we (?:move|do|make|meet|say)",
    r"(?:how|what) about (?!you\b|your\b)",
    r"(?:grab|book|pick|choose|find|select|take|block|propose|suggest|name|send(?: me| over)?"
    r"|shoot(?: me)?|put|share|fix)"
    r"(?: yourself)? (?:any(?:thing)?|a|an|one|some|three|two|a few|whatever|the|time|\d+"
    r"|me)? ?(?:\w+ )?(?:slots?|times?|dates?|invite|invitation|invites|link|"
    r"mins?|minutes|half hour|calendar)\b",
    r"grab (?:anything|something)",
    r"calendly\S*|(?:in|on) my calendar|i'?ve got (?:a gap|a slot|time|space)|an invit\w+ (?:is|will)",
    r"pick (?:any|a|whatever|one)",
    r"does (?:\w+ ){1,4}(?:work|suit)",
    r"(?:when|what time|which day|what day)(?:'s| is| are| would| does| do| can| works"
    r"| suits)[\w ]{0,20}(?:suits?|works?|good|best|free|available"
    r"|convenient|you)",
    r"when suits|when (?:shall|do|can|should|could|would) we (?:begin|start|meet|talk|speak|kick off)|(?:let's"
    r"|let us) (?:stick|keep"
    r"|settle|aim|agree|go with)\b",
    r"(?:call|ring|phone) me\b|(?:give|gimme) me a (?:call|ring|buzz|bell|shout (?:on|at))",
    r"(?:pop|come|drop|swing) (?:by|in|round|over|around)",
    r"hmu|(?:i'm|i am|totally|so) down(?=\s*(?:[.,!;]|$|for|to|with))|you(?:'ve got| have|'ve) (?:got )?a deal"
    r"|on (?:those"
    r"|these|that) (?:terms?|conditions?|basis),? (?:certainly|yes|gladly|of course|ok|okay|fine|agreed|i)|(?:could"
    r"|can|will|shall|would) (?:gladly |happily )?(?:receive|see|host|welcome) you|(?:dey|am|is|be) free|book it",
    r"(?:my|our) (?:mornings|afternoons|evenings|\w+days) are (?:\w+ )?free|give me a (?:tinkle|ding|chime)",
    r"(?:coffee|lunch|tea|dinner|breakfast|brunch|drinks?|a walk) (?:on |at |next |this )?(?:\w+day|tomorrow)"
    r"|await my call"
    r"|your time(?=\W*$)|it shall be done",
    r"consider it done|twist my arm|more than welcome|be my guest|you(?:'re| are) on\b|count me in"
    r"|with (?:great )?pleasure",
    r"(?:see|talk|speak) (?:you|to you) (?:on |at |then|there|next |this |\w+day)",
    r"(?:i )?(?:accept|agree)(?: to| with| your)?(?=\s*(?:[.,!;]|$|to|your|with|gladly|the))",
    r"(?:please )?(?:schedule|arrange|set up|coordinate|fix|plan) (?:a|the|it|an|something|accordingly)",
    r"be (?:an? |my )?(?:honou?r|pleasure|joy|privilege|delight)",
    r"(?:do|lets? do|make) it\b(?=\s*(?:[.,!]|$|on|next|this|then))",
)
# Before it, a yes is none.
NOT_YES = any_of(
    # "Kindly do not mind": no offence is meant; "I'd do a lousy job of it"
    r"(?:kindly|please|pls|hope you|you) (?:do not|don't|will not|won't) mind",
    r"(?:i'd|i would|i'll|i will|i) (?:only |just |probably )?(?:do|make|be|give you) (?:you )?(?:an? )?(?:very "
    r"|really "
    r"|pretty )?(?:lousy|terrible|bad|poor|awful|dreadful|rotten|rubbish|half-hearted|mediocre|useless)[\w ]{0,20}",
    r"not (?:\w+ )?(?:sure|certain|happy|keen|free|available|willing)",
    # "I'd be fibbing if I gave you a date", "I take my time to write"
    r"i(?:'ll| will) (?:give you a )?shout|i(?:'d| would) be (?:fibbing|lying)[\w ]{0,30}",
    r"take (?:my|the) time to (?:write|read|answer|reply)|waste (?:of )?your time",
    r"(?:so|and) of course (?:i|we|he|she|they|it)\b|i'm in the (?!morning|afternoon|evening|week)[\w ]{0,20}",
    r"before (?:i|we) (?:say|can say|commit|agree|decide)[\w ]{0,20}|for me to (?:accept|agree|say yes)"
    r"|used to (?:say yes|agree|accept)",
    r"(?:can't|cannot|couldn't|unable to|have to|hard to|love to|like to|wish i could) say yes",
    r"(?:if|whether) (?:yes|you're sure)",
    r"make sure",
    r"sure you(?:'ll| will)[\w ]{0,20}",
    r"i'm sure",
    r"(?:by|until|since) when\b[\w ]{0,40}",
    r"(?:happy|glad|let me|can|could|will|shall|i'll|delighted|pleased)(?: to)? (?:introduce|connect you"
    r"|put you in touch|make an intro)[\w ]{0,30}",
    r"(?:i'd|would) (?:have )?sa(?:y|id) yes",
    r"(?:was|were|been) (?:\w+ )?(?:happy|glad|delighted|pleased) to[\w ]{0,20}",
    r"(?:i'll|i will|i shall) (?:\w+ ){1,5}?(?:when|once|as soon as)\b[^,.;!?]{0,40}",
    r"(?:wish|hope) (?:you|i)[\w ]{0,40}",
    r"looking forward to (?:hearing|reading|seeing)",
    r"(?:can't|cannot|don't|won't|never|no longer|not) (?:\w+ )?(?:do|offer|help|call|meet|talk|have)",
)
# A yes that waits for something.
HEDGED_YES = re.compile(
    r"\b(?:if|unless|provided|depends|let me (?:check|see|think|look|ask)|(?:need|have"
    r"|want) to (?:check|think|see|ask|clear)"
    r"|(?:will|would) (?:have|need) to (?:check|think|ask|see)|not sure|maybe|perhaps|i'll (?:check"
    r"|think|see)|in principle"
    r"|in theory|sleep on it|get back to you|would have loved?|think about it)\b",
    re.IGNORECASE,
)
# "I'd love to help, but …": no yes.
WISHED = re.compile(
    r"\b(?:i'd|i would|would|i|i'm|we'd) (?:really |very much |so )?(?:love|like|wish|want|be happy"
    r"|be glad|have (?:loved|liked)"
    r"|happy)\b[^.!?]{0,60}?\b(?:but|however|only|though|sadly|unfortunately)\b"
    r"|\b(?:sounds|looks|is|seems) (?:\w+ )?(?:great|good|lovely|interesting|fun|wonderful|exciting"
    r"|nice)\b[^.!?]{0,40}?\b(?:but|however)\b"
    r"|\b(?:love|like|happy) to,? but\b",
    re.IGNORECASE,
)

# --- questions
