"""What a person's answer means: rules of high precision per class, stop and no first; in doubt `certain` is False.

The protégé is asked "YES, LATER or NO?" where it is not certain; a stop is never missed (policy.md: end for good)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.reading.absence_words import spoken
from assistant.reading.answers.addressing import unaddressed
from assistant.reading.answers.chatter import LONG, without_chatter
from assistant.reading.answers.courtesy import THUMBS, is_all_courtesy, is_brief_courtesy
from assistant.reading.answers.doubts import is_doubtful, is_only_polite
from assistant.reading.answers.farewells import farewell
from assistant.reading.answers.hours_offered import invites, names_a_far_day, names_an_hour
from assistant.reading.answers.marks import ASIDE, Marks, read_marks
from assistant.reading.answers.possible_stops import may_be_stop
from assistant.reading.answers.referrals import ADDRESS, referral
from assistant.reading.answers.refusals import NO_MYSELF
from assistant.reading.answers.shapes import AFTER_THAT, COUNTERS, far_day
from assistant.reading.answers.stop_words import stops
from assistant.reading.answers.tongues import Foreign, foreign, foreign_stop
from assistant.reading.answers.waiting import waits
from assistant.reading.answers.words import MAYBE
from assistant.reading.commands.body import plain, straight
from assistant.reading.dates import Moment, dates, offers_an_hour, slots, without_refused_days
from assistant.reading.folding import fold
from assistant.reading.spelling import spelt

__all__ = ["answer", "referral"]

_MOST = 6000  # characters: a stop is looked for to here
_READ = 3000  # an answer is short: what it means stands above
_SENTENCE = re.compile(
    r"(?<=[.!?;…])\s+(?=\S)|\n+|\s+[–—]\s+|,? (?=\b(?:but|although)\b)|,? (?=\b(?:however|though)\b(?!,))",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(Dr|Prof|Mr|Mrs|Ms|Mx|St|Hr|Fr|approx|incl|resp|Tel|Dept)\.(?=\s)")
_MARKS = re.compile(r"([^\w\s]{40})[^\w\s]+")  # nobody says more by a longer run of them
# What stands before the answer that counts now.
_SECOND_THOUGHTS = re.compile(
    r"^\s*(?:(?:i(?:['’]ve| have)? )?(?:just )?changed my mind|on second thoughts?|after all|having thought about it)"
    r"\s*[:,;.–—-]+\s*(?=\S)",
    re.IGNORECASE,
)
# "I'd love to, I really would. But no, I can't."
_BUT_NO = re.compile(
    r"\b(?:love to|wish|would|honou?red|flattered|tempted)\b[^?]{0,60}[.,;–—-] but (?:sadly |alas |still )?no\b"
    r"(?=[,.;])(?!.*\d)",
    re.IGNORECASE,
)
# Thanks with one of these may be a no, a yes or a wish for time: it is asked.
_MORE_THAN_THANKS = re.compile(
    r"\b(?:but|however|unfortunately|think|consider|busy|not(?! (?:have\b(?! to)|need to))|can't|cannot|won't|don't"
    r"|sorry|afraid|maybe|perhaps|if"
    r"|time|let me|could|should(?!n't have| not have)|get back|leave|away|out of)\b",
    re.IGNORECASE,
)


def answer(text: str, moment: Moment, called: tuple[str, ...] = ()) -> Answer:
    """What an answer means. `text`: the new text only; `moment`: when and in which zone its writer wrote it;
    `called`: names of whom it is written to.

    `until` is the day said ("after March" is 31 March), without the five business days on top."""
    text = unaddressed(_cut(text), called)
    kept = _kept(text)
    words = _on_one_line(kept)
    stop = _stop(text)
    if stop == "certain":
        return Answer(Meaning.STOP, certain=not invites(words, moment), text=words)
    kept, words = kept[:_READ], words[:_READ]
    sentences, counts = _sentences(kept), words
    if len(told := without_chatter(sentences)) < len(sentences):
        kept, sentences = " ".join(told), told
        counts = _on_one_line(kept)
    found = replace(_meant(kept, counts, sentences, moment, long=len(words.split()) >= LONG), text=words)
    proposed = found.slots or slots(words, moment)
    timed, dated = any(not slot.whole_day for slot in proposed), bool(proposed or dates(words, moment))
    if stop or may_be_stop(found, words, counts, timed=timed, dated=dated):
        return Answer(Meaning.STOP, certain=False, text=words)
    return found


def asks_to_stop(text: str) -> bool:
    """Whether words ask to be left alone, certainly or perhaps, in so many words; in any language known here."""
    return bool(_stop(text))


def _stop(text: str) -> str:
    """ "certain", "maybe" or "": what the rules say of all the words and of those that count."""
    text = _cut(text)
    kept = _kept(text)
    counts, whole = _on_one_line(kept), _on_one_line(text)
    found = stops(counts) or (stops(whole) if whole != counts else "")
    return "certain" if found != "certain" and foreign_stop(kept) else found


def _cut(text: str) -> str:
    return _MARKS.sub(r"\1", text[:_MOST])


def _kept(text: str) -> str:
    """The answer that counts now: without greetings, and without what announces second thoughts."""
    return _SECOND_THOUGHTS.sub("", plain(text).text or text, count=1)


def _on_one_line(text: str) -> str:
    """Spelt out, without line breaks."""
    return spelt(" ".join(straight(text).split()))


def _meant(kept: str, words: str, sentences: list[str], moment: Moment, *, long: bool) -> Answer:
    """What an answer means in which no rule found a stop. words: `kept`, spelt out and on one line."""
    kept, words = ASIDE.sub("", kept), ASIDE.sub("", words)  # "Wednesday is, alas, impossible"
    other = foreign(kept, moment)
    marks = replace(read_marks(words, sentences), long=long)
    if marks.refuses or marks.cannot:
        rest = without_refused_days(kept, moment)
        left = read_marks(_on_one_line(rest), _sentences(rest)) if rest != kept else marks
        marks = replace(marks, refuses=left.refuses, cannot=left.cannot, yes=marks.yes or left.yes)
    if bye := farewell(words):
        return Answer(Meaning.THANKS, certain=bye == "certain", text=words)
    if is_only_polite(words):
        return Answer(Meaning.THANKS, certain=True, text=words)
    if is_all_courtesy(sentences) and not marks.question and not ADDRESS.search(words):
        return Answer(Meaning.THANKS, certain=not names_an_hour(words, moment), text=words)
    said = marks.refuses or marks.yes or marks.again or marks.for_now or _is_english(words, marks)
    if other.meaning and not said and (other.certain or not names_an_hour(words, moment)):
        return _in_other_words(other, words, marks, moment)
    return _doubted(_decided(words, marks, moment), words, marks, moment)


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(_TITLE.sub(r"\1", spelt(straight(text)))) if part and part.strip()]


def _doubted(found: Answer, words: str, marks: Marks, moment: Moment) -> Answer:
    """What was decided, not certain where something else in the text speaks against it."""
    timed = found.certain and any(not slot.whole_day for slot in found.slots or slots(words, moment))
    doubt = found.certain and (
        is_doubtful(found.meaning, words, marks, timed=timed)
        or (found.meaning is Meaning.YES and not timed and names_a_far_day(words, moment))
    )
    certain = found.certain and not doubt
    proposed = () if certain and found.meaning is Meaning.NO else found.slots  # who is asked about it sees its hours
    return replace(found, certain=certain, slots=proposed, text=words)


def _is_english(words: str, marks: Marks) -> bool:
    """Whether an English text says no or later, whatever else its words mean ("impossible" is French, too)."""
    return (marks.cannot or marks.off or marks.busy) and spoken(fold(words))[0].tag == "en"


def _in_other_words(other: Foreign, words: str, marks: Marks, moment: Moment) -> Answer:
    """An answer in another language: what it says clearly, and only that."""
    to = referral(words) if ADDRESS.search(words) else None
    assert other.meaning is not None
    if to and other.meaning in {Meaning.REFERRAL, Meaning.NO, Meaning.OTHER}:
        return Answer(Meaning.REFERRAL, certain=bool(marks.referral), referral=to, text=words)
    proposed = slots(words, moment) if other.meaning is Meaning.YES else ()
    return Answer(other.meaning, certain=other.certain, until=other.until, slots=proposed, text=words)


# --- the decision


def _decided(words: str, marks: Marks, moment: Moment) -> Answer:
    proposed = slots(words, moment)
    to = referral(words) if marks.referral or ADDRESS.search(words) else None
    if to and (marks.referral or marks.refuses or marks.cannot) and (to.email or marks.referral):
        return _sends_to(marks, words, proposed, moment)
    timed = any(not slot.whole_day for slot in proposed)
    if not marks.refuses and not timed and (far := far_day(words, moment)):
        return Answer(Meaning.LATER, certain=not MAYBE.search(words), until=far)
    if marks.refuses or marks.cannot:
        back = (marks.again or AFTER_THAT.search(words) or (marks.off and not marks.refuses)) and bool(
            dates(words, moment)
        )
        if not back:
            if (
                timed
                and not marks.refuses
                and (COUNTERS.search(words) or (marks.yes and offers_an_hour(words, moment)))
            ):
                return Answer(Meaning.YES, certain=True, slots=proposed)
            wavers = marks.yes and not _BUT_NO.search(words)
            mixed = wavers or (marks.question and "?" in words) or (bool(proposed) and not marks.refuses)
            return Answer(Meaning.NO, certain=not mixed, slots=proposed)
    wait = waits(words, marks, proposed, moment)
    if wait is not None:
        return wait
    return _open(words, marks, proposed, moment)


def _sends_to(marks: Marks, words: str, proposed: tuple[Slot, ...], moment: Moment) -> Answer:
    """A referral, and whether it is a no as well: then it ends the attempts, whomever it names."""
    to = referral(words)
    assert to is not None
    dated = bool(dates(words, moment))
    if not to.email and marks.yes and (proposed or dated):
        return _open(words, marks, proposed, moment)
    refuses = marks.refuses or marks.cannot or bool(NO_MYSELF.search(words))
    declined = refuses and not (marks.yes or marks.busy or marks.not_now or proposed)
    timed = any(not slot.whole_day for slot in proposed)
    sure = (not (proposed and (marks.yes or timed)) if to.email else not (marks.yes or proposed)) and marks.referral
    return Answer(Meaning.REFERRAL, certain=sure or declined, referral=to, declined=declined)


# It may praise, or agree: it is asked.
_ONE_WORD = re.compile(
    r"\s*(?:great|perfect|lovely|cool|super|wonderful|excellent|brilliant|nice|good)[\s.!]*", re.IGNORECASE
)
_SHORT_QUESTION = re.compile(
    r"(?!.*\b(?:coffee|lunch|tea|drinks?|call|meet|works?|ok(?:ay)?|right|yes|no|later|maybe|really|then|agreed"
    r"|deal)\b)(?:[\w'’-]++[ ,]*+){1,7}\?",
    re.IGNORECASE,
)


def _open(words: str, marks: Marks, proposed: tuple[Slot, ...], moment: Moment) -> Answer:
    """Neither stop nor no nor later: a yes with times, a question, thanks, or something else."""
    timed = any(not slot.whole_day for slot in proposed)
    if THUMBS.fullmatch(words):
        return Answer(Meaning.THANKS, certain=True)
    if marks.thanks and not proposed and is_brief_courtesy(words):
        return Answer(Meaning.THANKS, certain=True)
    if marks.yes or timed or (proposed and marks.times):
        unclear = marks.question and not proposed
        held = marks.hedged and not proposed
        said = (
            (marks.yes and not _ONE_WORD.fullmatch(words)) or marks.times or (timed and offers_an_hour(words, moment))
        )
        thanked = marks.thanks and not (marks.yes or marks.times) and marks.long
        clear = not (unclear or held or thanked or (marks.not_now and not timed))
        return Answer(Meaning.YES, certain=said and clear, slots=proposed)
    if marks.asks or marks.question:
        if _SHORT_QUESTION.fullmatch(words.strip()) and not proposed and not dates(words, moment):
            return Answer(Meaning.QUESTION, certain=True)
        other = marks.waits or bool(ADDRESS.search(words))
        return Answer(Meaning.QUESTION, certain=marks.question and not proposed and not other, slots=proposed)
    if marks.thanks and len(words) < 300:
        only = not _MORE_THAN_THANKS.search(words) and (not dates(words, moment) or len(words.split()) < 25)
        return Answer(Meaning.THANKS, certain=only)
    return Answer(Meaning.OTHER, certain=False, slots=proposed)
