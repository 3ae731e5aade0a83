"""Words that may have been against a draft: a SEND right after them is asked once more (`product.md`, promise 1)."""

from __future__ import annotations

import re

from assistant.mentoring.case import Case

AGAINST = re.compile(r"\W*(?:no|nope|not|don'?t|do not|wait|hold|never|none|cancel)\b", re.IGNORECASE)


def contradicted(case: Case) -> bool:
    """Whether the last words in this person's thread were not understood, or were a no of several meanings."""
    told = [x for x in case.book.letters if x.to_protege and x.thread == case.context.thread and x.created < case.at]
    if not told or not case.context.person:
        return False
    last = max(told, key=lambda x: x.created)
    no = last.template == "protege/nothing" and AGAINST.match(last.why.trigger) is not None
    return last.template == "protege/not_understood" or no
