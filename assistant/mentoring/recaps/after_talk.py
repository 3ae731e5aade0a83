"""What notes of a talk move beside their recap, the stage and the preparation, and back where it was no talk with them.

How both stood before is kept with the recap as plain text. What came since is newer and stays.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Asked, Preparation, Recap
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.relationship.coffee import met


def standing(book: Book, person: Person) -> str:
    """The stage of this person and what is gathered for the next meeting with them."""
    return json.dumps({"stage": person.stage.value, "gathered": asdict(book.preparation(person.id))}, sort_keys=True)


def talked(book: Book, person: Person) -> Book:
    """The book after notes of a talk with them that no other notes were of."""
    return book.with_person(met(person)).with_preparation(_carried(book.preparation(person.id)))


def taken_back(book: Book, recap: Recap) -> Book:
    """The book as if these notes were of no talk with their person."""
    person = book.find_person(recap.person)
    if person is None or not recap.stood:
        return book
    plain = json.loads(recap.stood)
    stage = Stage(plain["stage"])
    others = any(r.person == person.id and r.id != recap.id for r in book.recaps)
    if not others and not person.fit and person.stage is met(replace(person, stage=stage)).stage:
        book = book.with_person(replace(person, stage=stage))
    gathered = _gathered(plain["gathered"])
    untouched = book.preparation(person.id) == _carried(gathered)
    return book.with_preparation(gathered) if untouched else book


def _carried(gathered: Preparation) -> Preparation:
    """After a meeting its goal is past; a question that stayed unasked comes once more (P90)."""
    questions = tuple(Asked(q.text, q.idea, carried=True) for q in gathered.questions if not q.carried)
    return replace(gathered, goal="", questions=questions, ideas=())


def _gathered(plain: dict[str, object]) -> Preparation:
    values = dict(plain)
    questions = values.pop("questions")
    ideas = values.pop("ideas")
    assert isinstance(questions, list)
    assert isinstance(ideas, list)
    return Preparation(
        str(values["person"]), str(values["goal"]), tuple(Asked(**one) for one in questions), tuple(ideas)
    )
