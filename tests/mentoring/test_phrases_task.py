"""A promise of the notes as a task of the list."""

import pytest

from assistant.mentoring.words.phrases import task_of


@pytest.mark.parametrize(
    ("said", "dated", "task"),
    [
        ("I will write a pricing memo by 20 Nov", True, "write a pricing memo"),
        ("- [ ] I'll call Lee before Friday.", True, "call Lee"),
        ("I will interview three customers", False, "interview three customers"),
        ("I will come back to it by then", True, "come back to it by then"),
        ("AI tools: read the chapter", False, "AI tools: read the chapter"),
        ("I will stand by my word", True, "stand by my word"),
    ],
)
def test_a_promise_loses_what_the_list_says_anyway_and_nothing_else(said: str, dated: bool, task: str) -> None:
    assert task_of(said, dated=dated) == task
