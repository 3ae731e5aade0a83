"""The cues of a question in English: what is asked by somebody who does not know yet, and what only asks for a time."""

from __future__ import annotations

from assistant.reading.phrases import any_of

# What a person asks who does not know yet.
QUESTION = any_of(
    r"who(?: is|'s| are)[^?]{0,60}",
    r"remind me (?:who|where|what|how)[^?]{0,60}",
    r"(?:what|how|why|where|which|whom?|whose)\b[^?]{0,120}",
    r"(?:may|might|can|could) i (?:know|ask|see)[^?]{0,80}",
    r"(?:is|are|was|were|do|does|did|have|has|had|will|would|should) (?:this|it|that|there|you|your|we"
    r"|they|i|the|he|she|any)\b[^?]{0,120}",
    r"(?:could|can|would|will) you (?:please |kindly |first |also |perhaps |just |maybe )*(?:share"
    r"|send|tell|explain|give|say|describe|clarify|elaborate|let me know|be)[^?]{0,80}",
    r"(?:is|are|was|were|do|does|did|have|has|had|will|would|should|could|can|may|might) (?:\w+)\b[^?]{0,120}(?=\?)",
    r"(?:and )?you(?:'re| are)[^?]{0,20}(?=\?)",
    r"not sure (?:what|i (?:follow|understand)|which|who)[^?]{0,60}",
    r"(?:don't|do not|didn't|did not|couldn't|could not|cannot|can't) (?:\w+ )?(?:understand|follow|get|remember"
    r"|recall|know (?:who|what|which))[^?]{0,80}",
    r"you (?:want|mean)[^?]{0,80}",
)
ASKS_FIRST = any_of(
    r"(?:send|tell|give|share with|show)(?: me| us)? (?:me |us )?(?:a bit |a little |some )?(?:more"
    r"|your cv|your resume|details|more details"
    r"|some (?:details|information|background)|the (?:details|agenda|questions)|an agenda|background"
    r"|about yourself)[\w ]{0,40}",
    r"(?:needs?|would need|likes?|wants?|wish(?:es)?|good|helpful|love) to (?:know|understand|hear|see) (?:more|what"
    r"|who"
    r"|which|how|a bit|a little|first|your|the)[\w ]{0,40}",
    r"what (?:would|do|should|will) (?:i|you|we|it)[\w ]{0,40}",
    r"(?:need|want|require) (?:more|further|some) (?:details|information|info|context)",
    r"(?:send|share|give|tell|show|forward|provide|let me have|let me see|attach|i(?:'d| would) need|i need)(?: me"
    r"| us| over| along| with| please| kindly)*"
    r" (?:your|the|some|a|an|more|a few|few|further|me your|two|three|five)(?: \w+){0,2}? (?:cv|c\.v\.|resume|résumé"
    r"|questions?|agenda|background|details?|information|info|profile|portfolio"
    r"|outline|summary|context|proposal|pitch|plan|topics?|bio|linkedin|lines|description|concept|bullet points"
    r"|synopsis|abstract|idea of what)(?:[\w ]{0,20})",
    r"(?:send|share|give|forward|provide|attach)(?: me| us| over| along| with| please| kindly)* (?:cv|c\.v\.|resume"
    r"|résumé|questions"
    r"|agenda|details?|information|profile|portfolio|outline|summary|context|pitch|topics?|bio)(?=\W|$)[\w ]{0,20}",
    r"(?:please )?(?:elaborate|clarify|explain|specify)\b",
    r"(?:let me know|tell me|inform me|i wonder|i'm wondering|i am wondering|i'm curious|curious)(?: \w+)?,? "
    r"(?:first )?(?:what|who|how(?! (?:it|things|that|this|you (?:get|are|do|fare)))|why|which|where(?! and when)"
    r"|the (?:topic"
    r"|purpose|agenda|subject|reason|details)|more)\b[\w ]{0,40}",
    r"(?:don't|do not|did not|didn't|could not|couldn't|cannot|can't) (?:\w+ )?(?:understand|follow|recall|remember"
    r"|get (?:it|what|your|the point)|place (?:you|it|the))",
    r"not sure (?:what|i follow|i understand|which|who)",
)
# These ask for a time, or whether it may be so: no open question.
PLANS = any_of(
    r"why (?:don't|do not) (?:we|you|i) (?:do|meet|have|say|try|come|talk|go|make|call|ring|grab|pop|drop)",
    r"(?:shall|should|could|can) we",
    r"how about",
    r"what about",
    r"does (?:\w+ ){1,5}(?:work|suit|fit)",
    r"why (?:don't you|not) (?:ask|try|talk|speak|write|go|see|call|contact|come|join|drop|meet)",
    r"(?<!my )(?<!your )(?<!the )(?:ok|okay|good|fine|possible|suit|works?|convenient|alright)(?: (?:for"
    r"|with) you)?\s*\?",
    r"when (?:suits|works|would|are|is|can|do|does|should)",
    r"(?:what|which) (?:time|day|date|slot)",
    r"are you (?:free|available|around|about|in (?:town|london|the office))",
    r"shall i",
    r"right\?",
)
