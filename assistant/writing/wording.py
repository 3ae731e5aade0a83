"""From a letter's name and its values to its words: Jinja2 templates, plain text, one a letter.

A template begins with `Subject: …`, then a blank line, then the body as its reader gets it. Whatever is wrong with one
(a value that is missing, a filter that fails, a first line that is no subject) ends in TemplateError with file and
line, and never in half a letter. Values are data: they are cleaned, and nothing in them is ever read as a template.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.errors import TemplateError
from assistant.writing.phrases import FILTERS, Unfit

SUBJECT_MOST = 60  # letters.md
HEADLINE_MOST = 400
LETTER_MOST = 200_000  # characters: more is a fault, not a letter

Templates = Callable[[str], tuple[str, str] | None]  # "person/first.txt" -> (source, file name for messages)

_NAME = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_GAP = re.compile(r"[ \t]{2,}|\t")
HEADLINE_CODE = re.compile(r"(\S.*?)( {2,})([A-Z0-9]{4,8})")  # language.md, "How it sounds": the code's column


@dataclass(frozen=True, slots=True)
class Wording:
    """A worded letter: a subject on one line, and a text of paragraphs without a line end at its end."""

    subject: str
    text: str


def environment(templates: Templates, *, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """The one way templates are run here: sandboxed, and strict about what is missing."""
    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _load(templates, name)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
        finalize=_printable,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made


class Wordsmith:
    """Words letters. `templates` gives a template by name; `assistant` and `operator` are values of every letter."""

    def __init__(self, templates: Templates, assistant_name: str, operator: str = "") -> None:
        self._environment = environment(templates, autoescape=False)
        self._always: dict[str, object] = {"assistant": assistant_name, "operator": operator}

    def word(self, letter: str, values: Mapping[str, object]) -> Wording:
        """The letter `letter` ("person/first" is `person/first.txt`) with these values.

        Raises TemplateError.
        """
        if not _NAME.fullmatch(letter):
            raise TemplateError(f"{letter[:80]!r} is no letter's name")
        known = cleaned({**self._always, **values})
        assert isinstance(known, dict)
        subject = self._render(f"{letter}.txt#subject", known)
        text = self._render(f"{letter}.txt#text", known)
        wording = Wording(shortened(subject.removeprefix("Subject:")), tidied(text))
        if not wording.subject or not wording.text:
            raise TemplateError(f"{letter}.txt: the {'text' if wording.subject else 'subject'} came out empty")
        return wording

    def _render(self, name: str, values: dict[str, object]) -> str:
        return render(self._environment, name, values)


def render(env: ImmutableSandboxedEnvironment, name: str, values: Mapping[str, object]) -> str:
    """One template with its values; everything that fails in it is a TemplateError with file and line."""
    plain = name.partition("#")[0]
    try:
        text = env.get_template(name).render(values)
    except TemplateNotFound as error:
        raise TemplateError(f"{error.name or plain}: there is no such template") from error
    except TemplateSyntaxError as error:
        raise TemplateError(f"{error.filename or plain}, line {error.lineno}: {error.message}") from error
    except TemplateError:
        raise
    except Exception as error:
        raise TemplateError(f"{_line(error) or plain}: {_reason(error)}") from error
    if len(text) > LETTER_MOST:
        raise TemplateError(f"{plain}: the letter came out longer than {LETTER_MOST} characters")
    return text


def cleaned(value: object) -> object:
    """Values as plain data without control characters: untrusted text can change no line's structure.

    Raises TemplateError for anything that is no plain data (an object's methods would be within a template's reach).
    """
    if isinstance(value, str):
        return _CONTROLS.sub(" ", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    if value is None or isinstance(value, (bool, int, float, date, time, timedelta)):
        return value
    if isinstance(value, Mapping):
        return {str(name): cleaned(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [cleaned(inner) for inner in value]
    raise TemplateError(f"a value is a {type(value).__name__}, and templates take plain data only")


def one_line(text: str) -> str:
    """Untrusted text as a header may hold it, e.g. the subject of a mail that is answered."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def tidied(text: str) -> str:
    """The body's spaces: none at line ends, single inside lines, at most one blank line.

    Indented lines (a quoted draft) and the code's column of the first line keep theirs.
    """
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    kept: list[str] = []
    for number, line in enumerate(lines):
        column = HEADLINE_CODE.fullmatch(line) if number == 0 and len(line) <= HEADLINE_MOST else None
        if column:
            kept.append(_GAP.sub(" ", column[1]) + column[2] + column[3])
        elif line.startswith("  "):
            kept.append(line.replace("\t", " "))
        elif line or (kept and kept[-1]):
            kept.append(_GAP.sub(" ", line.lstrip()))
    return "\n".join(kept).rstrip("\n")


def shortened(subject: str, most: int = SUBJECT_MOST) -> str:
    """A subject on one line, at most `most` characters, cut at a word's end (in a word only when it is that long)."""
    line = " ".join(subject.split())
    if len(line) <= most:
        return line
    cut = line[: most + 1].rpartition(" ")[0] or line[:most]
    return cut.rstrip(" ,;:–—-·(")


def _load(templates: Templates, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """`…#subject` is the first line alone, `…#text` the rest with its line numbers kept; else the whole file."""
    path, _, part = name.partition("#")
    found = templates(path)
    if found is None:
        return None
    source, file = found
    if part:
        first, _, rest = source.removeprefix("\ufeff").replace("\r\n", "\n").partition("\n")
        if not first.startswith("Subject:"):
            raise TemplateError(f"{file}, line 1: a letter begins with a line 'Subject: …'")
        if rest.partition("\n")[0].strip():
            raise TemplateError(f"{file}, line 2: a blank line follows the subject")
        source = first if part == "subject" else f"\n{rest}"
    return source, file, lambda: True


def _printable(value: object) -> object:
    """What may be printed as it is. A date or a list without its filter would be a program's text in a letter."""
    if isinstance(value, (str, StrictUndefined)) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise Unfit(f"a {type(value).__name__} cannot be written as it is: use a filter")


def _line(error: Exception) -> str:
    """Where in a template the error arose: Jinja2 rewrites the traceback to template files and lines."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.endswith(".py")]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else ""


def _reason(error: Exception) -> str:
    """The message of errors about names and forms; of others only the kind, for they may quote a mail's text."""
    told = isinstance(error, (Unfit, JinjaError))
    return str(error).splitlines()[0][:200] if told and str(error) else type(error).__name__
