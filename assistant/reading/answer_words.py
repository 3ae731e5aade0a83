"""The cues of an answer: what people write when they mean stop, no, later, yes; a few languages for stop and no."""

from __future__ import annotations

import re

from assistant.reading.stop_words import any_of

NO = any_of(
    r"no,? (?:thanks|thank you|sorry)",
    r"nope",
    r"but no(?=\s*(?:[.!,;:–-]|$))",
    r"(?:a|say|is) no (?:from me|on this|to this|i'm afraid)?",
    r"not interested",
    r"not possible(?: from my side| for me)?",
    r"(?:i|we) (?:have to|must|will|need to|'ll have to)? ?(?:decline|pass)(?: on (?:this"
    r"|it))?",
    r"(?:i'd|i would|i'll) (?:have to )?(?:rather not|pass|prefer not to[\w ]{0,30})",
    r"(?:i )?(?:won't|will not|cannot|can't|can not|am not able to|'m not able to"
    r"|won't be able to|will not be able to|am unable to"
    r"|'m unable to) (?:be able to )?(?:take (?:on|this on|further)|mentor|participate|commit"
    r"|be your mentor|do (?:this|it|that)\b(?! (?:on|at|before|until|this|next))|offer"
    r"|help(?: you)?(?: with this)?(?=[.!,]|$))[\w ]{0,30}",
    r"not (?:be )?(?:the )?(?:right person|a good fit|a fit|for me)",
    r"(?:i )?(?:don't|do not) (?:do|take|mentor|offer|give"
    r"|accept)(?: on)?(?: any)?(?: more)? (?:career|mentor\w*|calls|people|mentees|coffee|such"
    r"|this|interviews|requests)[\w ]{0,20}",
    r"(?:i )?(?:don't|do not|no longer) mentor(?: anyone| anybody)?(?: any ?more)?(?=\s*(?:[.,;!]|$))",
    r"(?:i've|i have) stopped (?:mentoring|doing|taking)[\w ]{0,30}",
    r"doesn't allow me",
    r"does not allow me",
    r"(?:prefer|rather) not (?:to )?(?:continue|go on|do|take|meet)[\w ]{0,30}",
    r"not (?:going to|able to) (?:do|take|mentor|continue)[\w ]{0,30}",
    r"must decline",
    r"good luck (?:with|finding|in) (?:your|the|some)[\w ]{0,20}",
    r"(?:won't|will not) be taking[\w ]{0,30}",
    r"have to say no(?! right now| for now)",
    r"leider nicht",
    r"nein,? danke",
    r"non,? merci",
    r"no,? gracias",
)


# What refuses only beside the name of somebody else to write to: "can't myself, but do write to Lee".
NO_MYSELF = any_of(
    r"(?:can't|cannot|can not|won't|will not|couldn't|am not able|unable)(?: be able)?(?: to)?(?: \w+){0,3}? myself",
    r"(?:i|we) (?:can't|cannot|can not|won't|will not)(?: be able to)?(?=\s*(?:[.,;:!–—-]|but\b|however\b|$))",
    r"(?:i|we) (?:can't|cannot|can not|won't|will not)(?: be able to)? (?:help|do (?:this|it|that)|take)\b",
    r"no (?:time|capacity|room)(?: for (?:this|it|that))?",
    r"not me\b",
)


NOT_NO = any_of(
    r"no problem",
    r"why not",
    r"no worries",
    r"no doubt",
    r"can't wait",
    r"say no more",
    r"no need",
    r"not interested only",
    r"no one",
    r"no idea",
)


NOT_NOW = any_of(
    r"not (?:right )?now",
    r"(?:not|no) (?:at|for) (?:the|this) moment",
    r"no capacity",
    r"maxed out",
    r"(?:i'll|i will|let me) (?:reach out|come (?:back )?to you|get (?:back )?(?:in touch"
    r"|to you)|drop you a line|shout|inform you|contact you|let you know|ping you"
    r"|revert)[\w' ]{0,60}",
    r"let's pause",
    r"take a break from",
    r"will revert",
    r"(?:currently|presently) (?:occupied|engaged|busy|swamped)",
    r"can't say when",
    r"(?:too|really|very|so|super|quite) busy",
    r"(?:swamped|overloaded|underwater|snowed under)",
    r"some other time",
    r"another time",
    r"not a good time",
    r"cut down on",
)


LATER = any_of(
    r"(?:^|(?<=[.,;!?] )|please |could you |can you |would you |but |just |maybe |perhaps "
    r"|let's |then |and |to )(?:ping"
    r"|ask|remind|write|contact|email|mail|try|call|reach out|check in|circle back|come back"
    r"|get back|reconnect|touch base|let's (?:talk|speak|meet|reconnect)|connect|follow up"
    r"|talk|chat|speak|revisit)(?: to)?(?: me| with me| us| again"
    r"| then)*[\w ,']{0,24}?(?:after|in|from|on|next|mid|early|late|once|then|when|later"
    r"|again)[\w ]{0,30}",
    r"not (?:before|until|till)[\w ]{0,30}",
    r"(?:push|move|postpone|delay) (?:this|it|our \w+|the \w+) (?:to|until|till"
    r"|into)[\w ]{0,30}",
    r"(?:heads down|busy|away|on leave|on parental leave|travelling|traveling|swamped"
    r"|unavailable|tied up|out) (?:\w+ ){0,5}?(?:until|till|through)[\w ]{0,30}",
    r"after (?:the|my|our) [\w ]{3,30}",
    r"(?:would|will|might) be better",
    r"let's wait[\w ]{0,30}",
    r"calm(?:s|er)? down in",
    r"happy to[\w ]{0,20} (?:from|after|in|later)[\w ]{0,30}",
    r"let me get through[\w ]{0,30}",
    r"not this (?:week|month|year)",
    r"(?:maybe|perhaps|possibly) (?:again )?(?:after|in|from|next|once|later|mid|early|late)[\w ]{0,30}",
)


MAYBE = any_of(r"(?:maybe|perhaps|possibly) (?:again )?(?:after|in|from|next|once|later|mid|early|late)")


YES = any_of(
    r"(?<!not )(?:yes|yep|yeah|sure|of course|certainly|absolutely|definitely|confirmed|gladly"
    r"|with pleasure|count me in|i'm in|deal)",
    r"(?:very |more than )?happy to(?: \w+){0,4}",
    r"(?:i'd|i would) (?:love|be (?:happy|glad|delighted|pleased"
    r"|honou?red))(?: to)?[\w ]{0,20}",
    r"glad to[\w ]{0,20}",
    r"(?:sounds|that sounds) (?:great|good|fine|lovely|perfect)",
    r"(?:works|fine|good|perfect|ok|okay) (?:for|with|by) me",
    r"let's do (?:it|this|that)",
    r"(?:i'm|i am|we are) (?:free|available|flexible)",
    r"i can do",
    r"ok(?:ay)?(?:,? fine| pour moi| for)",
    r"looking forward(?: to)?",
    r"could we (?:move|do|make|meet|say)",
    r"how about",
    r"what about",
    r"let us do",
    r"grab (?:anything|a slot|a time)",
    r"calendly\S*",
    r"pick (?:any|a|whatever|one)",
    r"(?:let's|we could|we can) (?:meet|talk|speak|say|try)",
    r"does (?:\w+ ){1,4}work",
)


REFERRAL = any_of(
    r"loop(?:ing)? in",
    r"(?:contact|ask|try|email|write to|reach out to|talk(?:ed)? to|spoken (?:to|with)"
    r"|speak (?:to|with)|get in touch with|go via|go through|suggest you ask|recommend"
    r"|introduc\w+ you to|intro'?ing you to|connect(?:ing)? you with"
    r"|meet)(?: my \w+,?)? (?-i:[A-Z])[\w.'-]+",
    r"my (?:successor|colleague|friend|assistant|pa|deputy|co-?founder|wife|husband"
    r"|partner),? (?-i:[A-Z])[\w.'-]+",
    r"(?-i:[A-Z])[\w'.-]+ (?:would|might|could|may) be (?:a |an )?(?:much |far )?(?:better"
    r"|great|good|able|ideal)[\w ]{0,30}",
    r"shall i introduce you",
    r"(?:is|'s) (?:the )?(?:right|better|best) person",
    r"in (?:my )?place of me",
    r"instead of me",
    r"not me,? but",
    r"knows (?:way |far |much )?more",
)


QUESTION = any_of(
    r"who (?:is|are) (?:this|you)",
    r"remind me",
    r"what (?:is|are|do|would|exactly|kind|did)[^?]{0,80}",
    r"may i (?:know|ask)[^?]{0,80}",
    r"is this[^?]{0,80}",
    r"did you[^?]{0,80}",
    r"how (?:did|do|is|are|long|much|many)[^?]{0,80}",
    r"could you (?:share|send|tell|explain|give)[^?]{0,80}",
    r"can you (?:share|send|tell|explain|give)[^?]{0,80}",
    r"are you[^?]{0,80}",
    r"why[^?]{0,80}",
    r"where[^?]{0,80}",
    r"which[^?]{0,80}",
    r"not sure what you need[^?]{0,60}",
    r"don't understand[^?]{0,80}",
    r"(?:do|have) you[^?]{0,80}",
    r"you want[^?]{0,80}",
)


THANKS = any_of(
    r"thanks?(?: you)?",
    r"thx",
    r"congrat\w*",
    r"well done",
    r"nice work",
    r"great (?:job|news|progress|work)",
    r"proud of you",
    r"(?:well )?received",
    r"noted",
    r"got it",
    r"i'll read it[\w ]{0,20}",
    r"appreciated?",
    r"love it",
    r"👍",
)


ADDRESS = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\)| at (?=[\w-]{1,40} dot ))\s?[\w-]{1,63}(?:(?:\.| dot "
    r"|\[dot\])[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)


PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s)?(?P<name>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2})"
)


NO_NAMES = frozenset(
    [
        "I",
        "I'd",
        "I'm",
        "I'll",
        "You",
        "Your",
        "We",
        "They",
        "She",
        "He",
        "It",
        "The",
        "This",
        "That",
        "But",
        "And",
        "Or",
        "If",
        "So",
        "Sorry",
        "Happy",
        "Better",
        "Please",
        "Have",
        "Has",
        "Would",
        "Could",
        "Not",
        "Not",
        "Yes",
        "No",
        "Thanks",
        "Dear",
        "Hi",
        "Hello",
        "Shall",
        "Ask",
        "Can",
        "May",
        "His",
        "Her",
        "Their",
        "My",
        "Our",
        "Legal",
        "Then",
        "There",
        "Intro'ing",
        "Looping",
        "Unfortunately",
        "Maybe",
        "However",
        "Best",
        "Regards",
        "Why",
        "Who",
        "Try",
        "Contact",
        "Email",
        "PhD",
        "MBA",
        "CV",
        "HR",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mid",
    ]
)
