"""A stop by what it is made of: an ending or a no, and contact or data, in one clause, known or not.

Each family is a product of small sets: (stop, cease, refrain …) with (mail, write, contact …); (remove, erase, lose …)
with (my address, every record about me, … from your list); a negated wish with a way to be reached. It may be said in
the first person or by an assistant for somebody. What only shares the words ("please stop by", "no more than 20
minutes", "remove the second slide") stands in `LOOKS`, and is taken out before.
"""

from __future__ import annotations

import re

from assistant.reading.answers import stop_orders
from assistant.reading.answers.stop_sets import (
    AGAIN,
    CONTACT,
    DATA,
    ENDS,
    ERASES,
    LISTS,
    LOOKS,
    LOSES,
    NOUN,
    OWNERS,
    PASSIVE,
    TAKES,
    TITLED,
    VERB,
    WHO,
    WISHES,
)
from assistant.reading.phrases import any_of, gap

# What is said for good, in so many words.
CERTAIN = any_of(
    # stop × contact, and the other way round: "all contact should end here"
    rf"{ENDS}{gap(5)} {CONTACT}",
    rf"(?:all|any|the|this|these|those|your|our|further|such){gap(2)} {NOUN}{gap(4)}"
    r" (?:end|ends|stop|stops|cease|ceases|ended|finish|terminated|closed|unwelcome|unwanted"
    r"|not (?:\w+ )?(?:welcome|wanted|appreciated|desired))(?= here| now|\W|$)",
    # no more × contact
    rf"(?:no|without|not another|never another|zero)(?: more| further| additional| other| new| future| single"
    rf"| any)+{gap(2)} {NOUN}",
    rf"no to (?:all|any|every|further|future|more|your|these)(?: \w+){{0,3}}? {NOUN}",
    rf"spare (?:me|us|him|her|them|yourself) (?:the|your|any|these|this|all|further|such|a(?:nother)?){gap(2)} {NOUN}",
    rf"forget (?:that )?(?:you )?(?:ever |once )?(?:had|have|knew|know|got|saw|found|met) (?:me|us|(?:my|this|our|his"
    rf"|her) (?:\w+"
    rf" )?{DATA})",
    r"no (?:permission|right|consent|authori[sz]ation|business) (?:to|for) (?:\w+ )?(?:use|using|hold|keep|keeping"
    r"|store|storing"
    r"|process\w*|have|having|writ\w+|contact\w*|e-?mail\w*|mail\w*|messag\w+)",
    r"(?:do not|don't|never) (?:write|mail|e-?mail|message|contact|text|call|phone|ring)(?:,| and| or)? (?:do not"
    r"|don't|never)"
    r" (?:write|mail|e-?mail|message|contact|text|call|phone|ring|remind)",
    r"you(?:'ve| have| are)(?: now| just| hereby)?(?: been)? (?:blocked|reported|blacklisted|blocklisted)",
    rf"(?:want|need|like|demand|expect|insist on) (?:my|our|his|her){gap(2)} {DATA} (?:to be )?(?:gone|out|off|wiped"
    rf"|purged)",
    # "one more of these and you'll hear from my lawyer", either way round
    r"(?:one more|another|any more|again|next|a (?:second|third|fourth|fifth))\b[^.!?]{0,60}?\b(?:lawyers?"
    r"|solicitors?|attorneys?"
    r"|authorities|police|ombudsman|regulator)|(?:lawyers?|solicitors?|attorneys?|authorities|police|ombudsman"
    r"|regulator)\b"
    r"[^.!?]{0,40}?\b(?:if|should|when)\b[^.!?]{0,30}?\b(?:one more|another|any more|again|more of)",
    # let this be the last
    rf"(?:let|if|hope|trust|wish|want|prefer|like|must|should|shall|had better|would|grateful|obliged|expect|make sure)"
    rf"{gap(4)} (?:be|is|was|were|remain) (?:the|your|our)(?: very)? last(?: (?:of (?:it|this|these)|one|time|thing"
    rf"|{NOUN}))?"
    r"(?= (?:i|we|he|she|you|(?:that|which) you|from|of|ever)\b|[.!,;]|$)",
    rf"enough (?:of|with) (?:the|these|this|your|those|all){gap(2)} {NOUN}",
    rf"(?:any|all|every|each)(?: more| further| future| subsequent| additional| other| new){gap(2)} {NOUN}{gap(6)}"
    r" (?:delet\w*|ignored|report\w*|block\w*|unread|unanswered|binned|trash\w*|spam|junk|legal|lawyers?|solicitors?"
    r"|attorneys?|police|filter\w*|unwelcome|harassment|discarded|returned|destroyed)",
    # an order not to get in touch: with me, with her, here, again
    rf"(?:do not|don't|never|must not|may not|should not|shall not|not to|please not|and not|to not|not)(?: ever"
    rf"| you| please| dare| even| go| keep| try to)*"
    rf" (?:{VERB}|use|try){gap(2)}(?: to)? (?:{WHO}|(?:this|that|my|our|his|her)(?: \w+)? (?:address|number"
    rf"|account|mail ?box|inbox|office))(?! (?:the|a|an|your|his|slides?|any|that|it)\b(?! (?:mail|e-?mail|message"
    rf"|letter)))",
    rf"(?:do not|don't|never|must not|should not|shall not|not to|please not|and not|to not|did not|didn't|not)"
    rf"(?: \w+){{0,2}}? (?:{VERB}|use|try|ask){gap(5)} {AGAIN}",
    r"(?:please|pls|kindly|and|so|just|^)[, ]*(?:do not|don't|never)(?: ever)? (?:follow[ -]?up|contact"
    r"|get in touch|approach|reach out|disturb|solicit)(?= ?(?:please|thanks|thank you|[.,!;]|$))",
    # nobody wants to hear: first person, or by somebody for them
    rf"(?:not|\w+n't|no longer|never|nor|neither)(?: \w+)? {WISHES} to (?:\w+ )?(?:be (?:\w+ )?{PASSIVE}"
    rf"|hear{gap(2)} from|"
    rf"(?:receiv(?:e|ing)|get(?:ting)?|see|have|read|find){gap(5)} (?:{NOUN}|from you|in my (?:inbox|mailbox)))",
    rf"(?:not|\w+n't|no longer|never|nor)(?: \w+)? {WISHES} (?:for )?(?:you|anyone|anybody|your \w+) to (?:\w+ )?"
    rf"(?:{VERB}|be {PASSIVE})",
    rf"(?:not|\w+n't|no longer|never)(?: \w+)? {WISHES} (?:any|your|these|those|such|more|further|unsolicited"
    rf"|this){gap(3)} (?:{NOUN}|in my (?:inbox|mailbox))",
    rf"(?:prefers?|preferred|rather|wish(?:es)?|asks?|asked|asking|requests?|requested|told|tell|instruct(?:s|ed)?"
    rf"|beg|would like"
    rf"|wants?|appreciate|grateful|obliged|demand|insist|thankful|glad|happier){gap(6)} (?:not|didn't|did not|never)"
    rf"(?: to)?(?: \w+)?"
    rf" (?:receiv(?:e|ing)|hear(?:ing)?|be(?:ing)? {PASSIVE}|get(?:ting)? (?:any|these|your|more"
    rf"|such){gap(2)} {NOUN})",
    rf"(?:rather|just as soon|prefer(?:red)?(?: it)?(?: if)?|better(?: off)?(?: if)?|best(?: if)?|like it if"
    rf"|kind(?:er)? if"
    rf"|grateful if|glad if|obliged if|appreciate it if|thank you if|thanks if|happier if|wise if) (?:you|they|nobody"
    rf"|no one|your \w+) (?:both |all |would |could |please )*(?:did not|didn't|never|not|wouldn't|don't|do not"
    rf"|stopped|left"
    rf"|ceased|refrained){gap(5)} (?:{CONTACT}|us|me)",
    r"not (?:to )?be(?:ing)? (?:\w+ )?(?:contacted|written to|e-?mailed|mailed|messaged|approached|disturbed"
    r"|bothered|solicited)",
    rf"(?:not|\w+n't|no longer|never)(?: \w+)? interested in (?:\w+ )?(?:receiv\w+|hear\w*|getting|being {PASSIVE}"
    rf"|correspond\w*|your (?:e-?mails?|mails?|messages|letters))",
    r"(?:not|\w+n't|never|no longer)(?: \w+)? (?:consent|agree) to (?:\w+ )?(?:receiv\w+|getting|being|your|these"
    r"|this|any|(?:further|more) (?:contact|communications?|correspondence|e-?mails?|mails?|messages?))",
    r"(?:like|want|wish|ask|asked|need|prefer|demand|insist|requested?)(?: \w+){0,2}? to be (?:removed|deleted"
    r"|unsubscribed|taken off|erased|delisted)",
    rf"(?:nobody|no one|none of us|no-one)(?: \w+){{0,2}}? (?:wants?|needs?|asked for|reads?) (?:your|these|this"
    rf"|any|such){gap(2)} {NOUN}",
    rf"no(?: \w+)? (?:interest|wish|desire) (?:in|for) (?:\w+ )?{NOUN}|(?:let's|let us) not (?:stay|keep|be) in "
    rf"(?:touch|contact)",
    r"(?:end|finish|ending|finishing) (?:this|it)(?: now| here| please| at once| immediately)+|no (?:soliciting"
    r"|solicitations?|spam"
    r"|cold (?:calls|mails?|e-?mails?))",
    r"forget (?:that )?(?:i (?:exist|ever)|me(?=\W|$)|us(?=\W|$)|about me)|(?:you are|you're"
    r"|consider yourself) blocked",
    r"(?:not|\w+n't|no longer|never)(?: \w+)? (?:have|had|has|got|gave|given)(?: \w+)? (?:my|our|his|her) "
    r"(?:permission|consent|approval|authori[sz]ation)|without (?:my|our|his|her) (?:permission|consent)",
    r"report(?:ing|ed)? (?:you|u|your \w+)(?= (?:to|as|if|for|for it)\b|[.!]|$)",
    r"(?:be|being|get) left (?:alone|in peace|out of (?:this|it))",
    r"(?:receive|get|hear|want|send(?: me| us)?) (?:absolutely )?nothing (?:more|further|else|at all)|nothing "
    r"(?:more|further|else) from you",
    rf"(?:my|our|his|her) {DATA} (?:no longer|never|not) (?:\w+ ){{0,3}}(?:in|on) (?:your|any|the){gap(2)} {LISTS}",
    r"(?:do[- ]not[- ](?:contact|mail|e-?mail|call|disturb)|suppression|no[- ]contact|opt[- ]out|block|blocked) "
    r"(?:list|flag|register)|as (?:a )?do[- ]not[- ]contact",
    r"(?:art(?:icle|\.)?) ?(?:17|21)[^.!?]{0,60}?\b(?:object|eras|delet|exercise|right|request)\w*|(?:object|eras"
    r"|delet|exercise|right|request)\w*[^.!?]{0,60}?\bart(?:icle|\.)? ?(?:17|21)",
    r"(?:like|want|ask|wish|prefer|demand|insist)(?: \w+){0,4}? (?:this|it|that|everything|all of this) (?:to "
    r"|must |should |has to )?(?:end|stop|ends|stops)(?:(?: right)? (?:here|now|there|today))",
    r"(?:this|it|that) (?:ends|stops) (?:right )?(?:here|now)",
    r"let (?:this|that|it)(?: \w+)? be (?:the|your|our|my)(?: very)? last\b",
    r"(?:lose|forget) (?:my|this|our|his|her) (?:number|(?:e-?mail |mail )?address|e-?mail|mail|contact\w*|details"
    r"|data|info)",
    # remove × data, or a person × list
    rf"(?:{LOSES}|{TAKES})(?: out)?(?: all| any| every| both)? (?:{WHO}|{OWNERS}{gap(3)} {DATA}){gap(4)} "
    rf"(?:off|out of|from|out){gap(4)} {LISTS}",
    r"(?:take|get|cross|strike) (?:me|us|him|her|them) (?:off|out)(?= ?(?:please|thanks|now|asap|of it|[.,!;]|$))",
    rf"{ERASES} (?:{WHO})(?= ?(?:please|pls|thanks|thank you|now|asap|immediately|at once|off|from|[.,!;]|$))",
    rf"{ERASES}(?: all| any| every| both| of)* (?:my|our|his|her|their|{TITLED}['’]s|(?:my|our) \w+['’]s)(?! "
    rf"(?:old|previous|former))(?: \w+){{0,2}}? {DATA}(?! (?:from|on|in|off) (?:the |your )?(?:slide|paper"
    rf"|acknowledg|author|title|agenda|draft|document|deck|page|speaker|invit|cc))",
    rf"{ERASES}(?: all| any| every| the| my| our| these| personal| of| both)+ (?:\w+ )?(?:data|information|records"
    rf"|traces?)(?! (?:from|on|in) (?:the |your )?(?:slide|page|report|deck|paper))",
    rf"{ERASES} from (?:your |the |this |all |any )*(?:\w+ )?(?:\w*lists?|databases?|mailings?|records)",
    rf"{ERASES} (?:this|that)(?: \w+)? (?:address|number|contact|account)",
    rf"(?:deletion|erasure|removal|destruction) of{gap(3)} {DATA}",
    rf"(?:my|our|his|her|their) (?:\w+ )?{DATA} (?:\w+ ){{0,2}}?(?:be|is|are|was|were|been|being) (?:\w+ )?"
    rf"(?:removed|deleted|erased|destroyed|expunged|purged|wiped|scrubbed|struck|shredded|taken off)",
    r"(?:keep|leave) (?:me|us|him|her|them) out of (?:your|this|these|it|all|the)(?: (?:e-?mails?|mails?|mailings?"
    r"|list|thing|business))?(?=\W|$)",
    # alone, and other ways to be told to go
    rf"leave (?:{WHO}|(?-i:[A-Z][\w'’-]+)(?: (?-i:[A-Z][\w'’-]+))?) (?:alone|in peace|be(?=[ .,!;]*$))",
    r"(?:back off|buzz off|bugger off|piss off|f(?:uc|\*+)k off|sod off|get lost|knock it off|cut it out"
    r"|enough is enough(?= ?(?:[.,;!]|$|now|please)))",
    r"stopp?(?: it| this| that| please| now| at once| immediately| already| all this| this nonsense"
    r"| right now)*(?= ?[.!]| ?$)",
    rf"(?:were|be|is|are) not (?:\w+ )?{PASSIVE} {AGAIN}|to block (?:you|this|the|your)(?=\W)|cancel (?:my|this"
    rf"|the|our) (?:subscription|mailing)",
    # the law
    r"cease[- ]and[- ]desist|(?:consider|regard|treat|treated|bordering|seen|see)(?: \w+){0,3}? (?:as |on )?harass"
    r"(?:ment|ing)",
    rf"(?:withdraw|revoke|retract|rescind)(?:ing|s)?{gap(3)} consent",
    r"(?:object|objection|objecting)(?: \w+){0,2}? to(?: \w+){0,3}? (?:processing|use of|storage|marketing"
    r"|being contacted)",
    r"right (?:to|of) (?:erasure|be forgotten|object|deletion)",
    r"(?:gdpr|dsgvo|rgpd|ccpa|pecr|can-spam|data protection)[^.!?]{0,80}?\b(?:delet|eras|remov|object|consent"
    r"|withdraw|violat|breach|unsolicited|illegal|unlawful)\w*",
    r"(?:delet|eras|remov|object|withdraw|violat|breach)\w*[^.!?]{0,80}?\b(?:gdpr|dsgvo|rgpd|ccpa|pecr|can-spam)",
    r"(?:take|start|consider|begin|face|seek) legal (?:action|steps|advice|proceedings)",
    # subscriptions
    r"unsubscribing (?:from you|myself)",
    r"unsub(?:scribe)?(?: me| us| please| pls| now)*(?=[ .,!;?]|$)|opt(?:ing|ed)?[ -]?(?:me |us |him "
    r"|her )?out(?! of the)",
    r"(?:blocked|blocking|blacklisted|blocklisted|muted|filtered) (?:you|your \w+|this(?! (?:\w+day|week|month"
    r"|morning|afternoon|evening|hour|slot|time|date))|the sender)",
    r"(?:mark|flag|report)(?:ed|ing)?(?: \w+){0,2}? as (?:spam|junk|abuse|phishing)(?! by)",
    r"(?:you're|you are|youre|you keep) spamming|as harassment",
)

# A clause that is nothing else.
WHOLE = re.compile(
    r"(?:(?:please|pls|kindly|just|sorry|hi|hello|ok|so|i said|and|now|once more|again|thanks|thank you|no)[, ]+)*"
    r"(?:stop(?: it| this| that| now| please| at once| immediately)*|enough(?: now| already| please)*|that(?:'s"
    r"| is) enough|desist|cease|discontinue|end|refrain|quit it|drop it|drop this|nothing (?:further|more)"
    r"|take me off|leave me alone"
    r"|unsub|unsubscribe|remove(?: me| us)?|delete me|opt ?-?out|optout|blocked|go away|basta|no more(?: of (?:this"
    r"|these|it))?"
    r"|remove (?:him|her|them))"
    r"(?:[, ]+(?:please|pls|thanks|thank you|now|asap|ok|immediately|at once|already|s'il (?:vous|te) pla[iî]t|bitte"
    r"|por favor|per favore|alstublieft|proszę|tack))*",
    re.IGNORECASE,
)

# These may be a stop: it is asked.
MAYBE = any_of(
    r"gdpr|dsgvo|rgpd|data protection|cease and desist|harass\w*|unsolicited|legal (?:action|steps|department)"
    r"|my lawyers?|our lawyers?",
    r"(?:this is|that was|as) (?:my|the|our) (?:last|final) (?:reply|mail|e-?mail|answer|message|word|warning"
    r"|time)(?! (?:before|for|until|today|tonight|this|of the|on this))",
    rf"if (?:i|we) (?:hear|get|receive){gap(3)} (?:from you )?again|if you (?:write|contact|mail|e-?mail)"
    rf"(?: \w+){{0,2}}? again",
    r"(?:never|not|\w+n't) (?:\w+ )?(?:ask(?:ed)? for|sign(?:ed)? up|subscrib\w+|consent\w*|agree(?:d)? to) "
    r"(?:\w+ ){0,2}?(?:this|these|it|that|any|be|being|your)",
    r"(?:how|where) (?:do|can|could) (?:i|we|one) (?:\w+ )?(?:unsubscribe|opt out|get off|stop)",
    r"(?:consider|regard) (?:the|this) matter (?:as )?closed",
    r"this address is (?:private|not for)|not (?:for|meant for) (?:this kind of|such|unsolicited)",
    r"i block (?:people|everyone|anyone|you)|(?:why|how) (?:am|did|do|are|have) (?:i|we) (?:\w+ ){0,3}?(?:getting"
    r"|receiv\w+|get|on (?:your|this|that|a|the) (?:\w+ )?list|these)",
    r"(?:^|(?<=,)|(?<=, )|please |pls |kindly |just |now )(?:get rid of|remove|delete|erase|stop|cease|quit|block"
    r"|discontinue"
    r"|end|cancel|lose|bin|forget|scrap|destroy) "
    r"(?:it|this|that|these|them|everything|all)(?=\W|$)",
    r"wrong address|(?:do not|don't) (?:reply|answer|respond)(?= ?[.!]| ?$)",
    r"make (?:it|this|them|these) (?:stop|finish|end|cease)",
)

_CLAUSE = re.compile(r"[.!?;…]+(?=\s|$|[\"”'’)])|\n+|\s[–—-]\s|:\s")
# Of oneself, or of somebody else than the writer of letters: "I don't write to …", "we never send …".
_OWN = re.compile(
    r"(?:^|[\s,])(?:i|we|they|he|she|it|who|people|nobody|you and i)(?:'m|'ve|'d|'ll|'re| am| have| had| did| do"
    r"| does| will| would| can| could"
    r"| must| should| need to| has)?(?: \w+ly| just| really| usually| also| to| simply)?\s*$",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|in case|when) (?:you|i|we)\b[^,]{0,30}$", re.IGNORECASE)
# "I'd be grateful if you …": a wish, no condition.
_ASKS_FOR = re.compile(
    r"\b(?:grateful|appreciate|obliged|thankful|glad|happy|kind|love|better|best|prefer|thank you"
    r"|thanks)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_NEVER_OWN = re.compile(
    r"want|wish|like|rather|just as soon|appreciat|grateful|oblig|thank|glad|happier|better|best|kind|prefer|receiv"
    r"|block|object|withdraw|revoke"
    r"|left (?:alone|in peace|out)|interest|ask|request|consent|spam|report|mark"
    r"|flag|forbid|prohibit|written to"
    r"|tired|fed up|art|right|exercise|delet|eras|remov|consider|care|need|desire|tell|tolerat|not be",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"^[^.!?;]{0,24}\b(?:before|until|till|yet|this (?:week|month)|today|at (?:the )?weekends?|on weekends?|during"
    r"|about(?! (?:this|it|that|me|us|my|him|her|such|these)\b)|then"
    r"|on (?:\w+day)|as (?:an? )?[.\w]+(?= ?[?.!,]|$)|via|through|by (?:phone|post|whatsapp)|on (?:whatsapp"
    r"|linkedin|teams|slack)|the (?:slides"
    r"|document|draft|paper|link|invoice|deck|file|invite))\b",
    re.IGNORECASE,
)


def in_clauses(words: str) -> str:
    """ "certain", "maybe" or "": whether a clause of a text asks to be left alone, by the families above.

    words: the text with short spellings written out, on one line or several.
    """
    found = ""
    for clause in _CLAUSE.split(LOOKS.sub(" ; ", words)):
        said = _says(clause.strip())
        if said == "certain":
            return said
        found = found or said
    return found


def _says(clause: str) -> str:
    bare = clause.strip(" ,.!\"'()")
    if WHOLE.fullmatch(bare) or stop_orders.WHOLE.fullmatch(bare) or stop_orders.DECLARES.search(clause):
        return "certain"
    perhaps = stop_orders.PERHAPS_WHOLE.fullmatch(bare) or stop_orders.PERHAPS.search(clause)
    weak = "maybe" if perhaps or MAYBE.search(clause) else ""
    for match in (*CERTAIN.finditer(clause), *stop_orders.ORDERS.finditer(clause)):
        before, behind = clause[: match.start()], clause[match.end() :]
        own = _OWN.search(before) and not _NEVER_OWN.search(match[0]) and not _ASKS_FOR.search(before)
        if own:
            continue
        if _LIMITED.match(behind) or (_CONDITION.search(before) and not _ASKS_FOR.search(before)):
            weak = "maybe"
            continue
        return "certain"
    return weak
