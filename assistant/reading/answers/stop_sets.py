"""The sets of words that a stop is made of, and what only shares its words."""

from __future__ import annotations

from assistant.reading.phrases import any_of, gap

NOUN = (
    r"(?:e-?mails?|mails?|mailings?|messages?|letters?|notes|contacts?|correspondence|communications?|outreach"
    r"|approach(?:es)?|pitch(?:es)?|newsletters?|reminders?|updates?|notifications?|spam|junk|follow[ -]?ups?"
    r"|solicitations?|advances|texts|pings|dms|calls|requests|invitations|invites|attempts|nudges|enquiries|inquiries"
    r"|of (?:this|these|those|that|it|your))"
)
VERB = (
    r"(?:e-?mail(?:ing)?|mail(?:ing)?|messag(?:e|ing)|writ(?:e|ing)|contact(?:ing)?|correspond(?:ing)?"
    r"|communicat(?:e|ing)|reach(?:ing)? out|approach(?:ing)?|pitch(?:ing)?|spam(?:ming)?|follow(?:ing)?[ -]?up"
    r"|solicit(?:ing)?|bother(?:ing)?|disturb(?:ing)?|pester(?:ing)?|hassl(?:e|ing)|harass(?:ing)?|nag(?:ging)?"
    r"|chas(?:e|ing)|annoy(?:ing)?|troubl(?:e|ing)|text(?:ing)?|ping(?:ing)?|dm(?:ing)?|call(?:ing)?|phon(?:e|ing)"
    r"|ring(?:ing)?|send(?:ing)?|get(?:ting)? in touch|try(?:ing)? to (?:reach|contact)|importun(?:e|ing)"
    r"|hit(?:ting)? (?:me|us|my \w+) up|hit(?:ting)? up (?:me|us|my)|blow(?:ing)? up my|slid(?:e|ing) into my)"
)
CONTACT = rf"(?:{NOUN}|{VERB})"
PASSIVE = (
    r"(?:contacted|written to|written|e-?mailed|mailed|messaged|approached|disturbed|bothered|pestered|solicited"
    r"|reminded|chased|called|texted|pinged|spammed|troubled|harassed|reached|included|involved|kept|sent)"
)
AGAIN = (
    r"(?:again|once more|a (?:second|third|fourth|further|\w+th) time|back(?= ?(?:[.,!;]|$))|any ?more|any longer"
    r"|further|ever|in (?:the )?future|from now on|henceforth|hereafter|evermore)"
)
TITLED = r"(?-i:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Madam|Miss|Frau|Herr)\.?(?: [A-Z][\w'’-]+){0,2})"
WHO = (
    rf"(?:me|us|him|her|them|myself|{TITLED}"
    r"|(?:my|our|his|her|their) (?:wife|husband|boss|partner|colleagues?|team|office|client|daughter|son|mother"
    r"|father))"
)
OWNERS = rf"(?:my|our|his|her|their|this|that|{TITLED}['’]s|(?:my|our) \w+['’]s|\w+['’]s)"
DATA = (
    r"(?:names?|address(?:es)?|e-?mails?(?: address(?:es)?)?|mail(?: id|s| address)?|numbers?|data|details|contacts?"
    r"|contact (?:details|data|information)|records?|entry|entries|profiles?|information|info|id|accounts?)"
)
LISTS = (
    r"(?:\w*lists?|databases?|systems?|records?|files?|books?|mailings?|contacts?|distribution|crm|address ?books?"
    r"|campaigns?|sequences?|outreach|e-?mails?|mails?|messages|inbox|things?|it|this|that|these|whatever|data"
    r"|newsletters?|subscriptions?|updates?|distribution|notifications?|loop you are running|programme|program"
    r"|machines?|computers?|software|servers?"
    r"|apps?|tools?|robots?|bots?)"
)
ENDS = (
    r"(?:stop|quit|cease|halt|discontinue|desist(?:ing)? from|refrain(?:ing)? from|abstain from|terminate|give up"
    r"|stopping|ceasing|suspend|put an end to|no longer|(?:sick|tired) (?:and tired )?of|fed up with)"
)
ERASES = (
    r"(?:remov|delet|eras|purg|wip|scrub|expung|destroy|exclud|unlist|deregister|unsubscrib|shred|strik)(?:e|es|ing"
    r"|bing)?"
)
LOSES = rf"(?:{ERASES}|los(?:e|ing)|forget|drop(?:ping)?|scratch|cross|bin|cancel)"
TAKES = r"(?:take|taking|get|getting|keep|leave|cross|rub|scratch|strike|drop|pull|have)"
WISHES = (
    r"(?:wish|want|care|like|desire|need|intend|agree|consent|expect|appreciate|tolerate|welcome|would like|be able)"
    r"(?:s|es|ed)?"
)
LOOKS = any_of(
    # another way to write to me, or what goes to others
    rf"no (?:more |further )?{NOUN}{gap(1)} from (?:my|our) \w+[\w ]{{0,30}}",
    r"(?:remove|drop|take) (?:me|us) (?:from|off|out of) (?:the |your |that )?(?:cc|bcc|copy|speaker)\b[\w ]{0,20}",
    rf"(?:had|been|was|were)(?: \w+)? no (?:more|further) {NOUN}[\w ]{{0,30}}",
    r"(?:do not|don't|never|not) let (?:this|it|that) be (?:the|your|our) last\b[\w ]{0,20}",
    # what somebody does no more is no wish: "Dr Hall no longer deals with such enquiries"
    r"no longer (?:in (?:my|our|the) (?:spam|junk)"
    r"|deals?|handles?|responsible|works?|takes?|looks?|involved|in charge|mentors?|offers?|runs?|covers?"
    r"|accepts?|gives?|does|do|my|our|at|with|teach\w*)\b[\w ]{0,30}",
    r"(?:please |to |could |will |do )?stop (?:by|in|over|off|for|at|on|near|here|there|being|worrying|apologi\w+"
    r"|panicking"
    r"|doubting|beating|thanking|blaming|me if|and (?:think|look|listen|smell))\b[\w ]{0,20}",
    # "the chairman who would not stop", "don't you ever stop asking", "stop it, you'll make me blush"
    r"(?<!you )(?:would|will|did|does|could) not stop(?= ?(?:[.,;!]|$|talking|laughing|smiling|thinking))",
    r"(?:don't|do not|never) (?:\w+ ){2}stop \w+ing\b[\w ]{0,20}",
    r"stop(?: it| that)?[\s.,!…–—-]+(?:you(?:'re| are|'ll| will)|i'm|i am)(?: \w+){0,2}? (?:mak(?:e|ing) me"
    r" |going to |gonna )?(?:make me )?(?:cry|blush\w*|laugh|smile|too kind|tear up|emotional|flatter\w*)",
    r"(?:can't|cannot|couldn't|could not|never|won't|don't|do not|didn't|nothing (?:would|will|can|could)"
    r"|not going to|hard to"
    r"|until (?:i|you|we)|if (?:i|you|we)|wouldn't|no one can) (?:\w+ )?stop(?:s|ped)? ?(?:\w+ing)?[\w ]{0,20}",
    r"(?:full|bus|tram|train|tube|last|next|first|non|one|pit|final|quick|short|my|our|his|her|a)[ -]?stops?\b",
    r"(?:make|made|let|see|saw|get|got)(?: (?!it|this|that|these|them|you)\w+){1,3} stop\b|(?:it's|it is|that's"
    r"|that is|has|had) nothing to do with (?:you|your)\b|(?:^|(?<=[.,;:!] ))nothing to do with (?:you|your)\b",
    r"(?:you|users|they|people|readers) (?:can|may|could|might) (?:\w+ )?(?:unsub\w*|opt[ -]?out)\b[\w ]{0,20}"
    r"|opt[ -]out (?:period|clause|form)",
    r"(?:do not|don't|never|stop|quit) call(?:ing)? (?:me|him|her|us) (?-i:[A-Z]\w+|sir|ma'am|madam)",
    # another way to be reached: "don't call me, e-mail is best"
    r"(?:do not|don't|didn't|did not|never) (?:call|phone|ring|text|skype|zoom|whatsapp)(?: me| us)?"
    r"(?=[^!?]{0,80}\b(?:e-?mail|mail|write|text|message|phone|zoom|letter)\b(?! again)"
    r"[^.!?]{0,12}(?:is|are|works?|me|us|instead|only|better|best|fine)\b)",
    # of whom one would be sorry to hear no more
    r"(?:hate|pity|shame|sad|loath|miss|don't want|do not want|wouldn't want|would not want|never want)(?: (?:for"
    r"|it|to|see"
    r"|if|you|us|this|were|should))* (?:stop|quit|cease|give up|gave up|stopped)(?: \w+ing)?",
    r"(?:our|my|the|their)(?: \w+){0,2} (?:filter|firewall|server|provider|system)(?: \w+){0,2}? (?:blocked|caught|ate"
    r"|swallowed|flagged|marked|held|quarantined|rejected)\b[\w ]{0,20}",
    r"(?:end|stop|finish|close) (?:our|the|this|each|every) (?:talks?|calls?|meetings?|sessions?|chats?)"
    r" (?:at|by|around|on time|early|sharp|after)\b",
    r"leave (?:it|that|this) (?:with|to) (?:me|us)|leave (?:it|this) (?:there|here|at that) for (?:today|now"
    r"|tonight|this)"
    r"|not a bother|no bother(?: at all)?",
    r"you (?:should|could|might|may|can|must|ought to|had better|need to) (?:\w+ )?stop \w+ing (?!(?:me|us|him|her|here"
    r"|to|this|these|my|our|your|such|any|all|unsolicited)\b)\w{3,}[\w ]{0,20}",
    r"(?:told|taught|helped|made|got|asked|reminded) (?:me|us|him|her|them) to (?:stop|quit|give up|drop)\b[\w ]{0,20}",
    r"i (?:have|had) to stop\b[\w ]{0,20}|(?:have|had|has|i|we|he|she|they)(?:'ve)? (?:now |just |already |never "
    r"|finally )?stopped\b[\w ]{0,30}",
    r"(?:do not|don't|never) (?:take|remove|delete|cross|strike) (?:me|us|my \w+) (?:off|from|out)\b[\w ]{0,20}",
    r"(?:do not|don't) (?:send|mail|e-?mail)(?: me)? (?:the|your|any) (?:slides?|deck|paper|draft|cv|resume"
    r"|file)s?\b[\w ]{0,20}",
    r"say no more|no more than|not more than|no less than|without further ado|without more ado",
    r"(?:i|we|they|he|she)(?:'ve|'d| have| had| has| did)?(?: (?!rather|prefer)\w+)? ?(?:not|\w+n't|never|didn't"
    r"|haven't|hadn't|hasn't)"
    r" (?:yet )?(?:receiv\w+|got|gotten|get(?! (?:any ?more|any of|these|such|another))|hear\w*"
    r"|heard|seen|see|written|wrote|replied|contacted)\b[\w ]{0,30}",
    r"never (?:received|heard|seen|got|read|had|written)\b[\w ]{0,20}",
    r"(?:don't|do not|not|wouldn't|didn't) (?:\w+ )?(?:want|wish|like|mean|intend) to (?:bother|disturb|trouble"
    r"|pester|annoy|keep"
    r"|hold|waste|spam|be an?\b)[\w ]{0,20}",
    r"(?:no need|don't need|do not need|needn't|need not|don't have|won't have|not necessary)"
    r" (?:to|for) (?:\w+ ){0,3}(?:again|any ?more|further)?",
    r"(?:don't|do not) (?:hesitate|be (?:shy|afraid)|worry|forget|stop|lose|drop)[\w ]{0,30}",
    r"forget (?:to|about it|that(?! you))|(?<!be )forgot\w*",
    r"(?:sorry|apolog\w+|excuse|forgive|pardon|after|despite)(?: \w+){0,4}? silence\b[\w ]{0,20}",
    r"(?:leave|count) (?:me|us) out (?:of (?:it|this) )?(?:this|for) (?:time|year|round|once|now|week|month)",
    r"(?:refrain from|stop|quit) sending (?:me |us )?(?:the |your |any )?(?:slides?|decks?|drafts?|handouts?)"
    r" (?:before\w*|in advance|first|ahead|the day)\b[\w ]{0,20}",
    r"end it (?:here|now|there) for (?:the|today|now|this)\b[\w ]{0,20}",
    r"(?:don't|do not|needn't|please don't) bother (?:with|to|about|\w+ing)\b(?! (?:trying|again|back|me|us"
    r"|any))[\w ]{0,20}|"
    r"(?:don't|do not) trouble yourself",
    # of what the other does, no order
    r"you(?:'re| are| were|'ve| have|'ll| will)(?: not|n't| never)(?: been)?(?: \w+)? (?:bother|disturb|annoy"
    r"|troubl|pester"
    r"|spam|hassl|nag)\w*(?: \w+)?",
    r"you (?:never|don't|didn't|do not|did not|aren't|are not|could never|are never|won't) (?:\w+ )?(?:bother"
    r"|disturb|annoy|troubl|pester|spam)\w*(?: \w+)?",
    r"get (?:my|our|her|his) (?:number|address|details|e-?mail) (?:from|via|through)",
    r"(?:found|discovered|fished|rescued|dug|saw|noticed)(?: \w+){0,4}? (?:in|from|out of) (?:my |the |our )?(?:spam"
    r"|junk)"
    r"(?: \w+)?|not (?:a )?(?:spam|scam)\b",
    r"is (?:this|it|that) (?:a )?(?:spam|scam|phishing|legit)\b",
    r"(?:no|any) further (?:questions|preparation|ado|notice|comments?|need)",
    r"(?:went|gone|landed|ended up|was|were|sits?|stuck|got caught) (?:\w+ ){0,3}(?:spam|junk)(?: \w+)?",
)
