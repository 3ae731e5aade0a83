"""The figures for people and for programs: a table of lines, Markdown, JSON, and the rows that failed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator

from accuracy.peers import PEERS
from accuracy.verdict import Judged, Measure

BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
_WIDEST = 240  # characters of a failing row that are shown


def lines(found: Iterable[Measure], judged: Iterable[Judged]) -> Iterator[str]:
    """One line a measure, and the slowest row."""
    yield f"{'measure':<26}{'n':>6}  {'ours':>7}  {'goal':>8}"
    for one in found:
        mark = "" if one.reached else "  *"
        yield f"{one.name:<26}{one.n:>6}  {percent(one):>7}  {goal(one):>8}{mark}"
    slowest = max(judged, key=lambda row: row.seconds, default=None)
    if slowest:
        yield f"\nslowest row: {slowest.seconds:.3f} s, {slowest.name}     * not reached"


def markdown(found: Iterable[Measure]) -> Iterator[str]:
    """The same table as Markdown, with the peers beside."""
    yield "| measure | n | ours | goal | best peer | best in Python |"
    yield "|---|---:|---:|---:|---|---|"
    for one in found:
        best, usable = PEERS.get(one.name, ("", ""))
        yield f"| `{one.name}` | {one.n} | {percent(one)} | {goal(one)} | {best or '–'} | {usable or '–'} |"


def rewritten(text: str, found: Iterable[Measure]) -> str:
    """A Markdown page with new figures between its two marks. ValueError: it has no such marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} … {END} in it")
    return "\n".join((before + begin, *markdown(found), end + after))


def as_json(found: Iterable[Measure]) -> str:
    """A list of measure, n, value and goal; shares are between 0 and 1."""
    listed = [{"measure": one.name, "n": one.n, "value": one.value, "goal": one.goal.value} for one in found]
    return json.dumps(listed, indent=1)


def failures(judged: Iterable[Judged]) -> Iterator[str]:
    """Every verdict that failed: its measure, its row, what was expected and what came."""
    for row in judged:
        for verdict in row.verdicts:
            if verdict.failed:
                yield f"{verdict.measure}  {row.name}"
                yield f"    expected: {shortened(verdict.expected)}"
                yield f"    got:      {shortened(verdict.got)}"


def shortened(value: object) -> str:
    """One line, the middle of a long one left out."""
    text = " ".join(str(value).split())
    if len(text) <= _WIDEST:
        return text
    return f"{text[: _WIDEST * 2 // 3]} […] {text[-_WIDEST // 3 :]}"


def percent(one: Measure) -> str:
    """Rounded to the worse side: 99.96 % right is not 100 %, and 0.04 % of faults are not none."""
    thousandths = round(one.value * 1000, 6)
    return f"{(math.ceil if one.goal.most else math.floor)(thousandths) / 10:.1f} %"


def goal(one: Measure) -> str:
    if one.goal.value is None:
        return "–"
    return f"{'≤' if one.goal.most else '≥'} {one.goal.value * 100:g} %"
