"""The kinds of value that the configuration knows beyond TOML's own: each a check that says what is allowed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import time
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from holidays import list_supported_countries
from pydantic import AfterValidator, BeforeValidator, ValidationInfo

_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ADDRESS = re.compile(rf"(?=.{{3,254}}$){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*)\.?", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")
_TIME = re.compile(r"(\d{1,2})(?::(\d{2}))?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def near(word: str, known: Iterable[str]) -> str:
    """ "did you mean x?", or nothing when nothing known is near."""
    spelt = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(word.casefold(), spelt, n=1, cutoff=0.6)
    return f"did you mean {spelt[found[0]]}?" if found else ""


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its name alone: `localhost` or a loopback address. No name server is asked."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _address(value: str) -> str:
    lower = value.lower()
    if not _ADDRESS.fullmatch(lower):
        raise ValueError("")
    return lower


def _host(value: str) -> str:
    try:
        ip_address(value)
    except ValueError:
        if not _HOST.fullmatch(value):
            raise
    return value


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("")
    return value


def _line(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError("it holds a line break or another control character")
    return value.strip()


def _name(value: str) -> str:
    if not _line(value):
        raise ValueError("")
    return _line(value)


def _path(value: object, info: ValidationInfo) -> object:
    """A path from the file's folder. The empty text is no path."""
    if value is None:
        return None
    if not isinstance(value, str) or _CONTROL.search(value):
        raise ValueError("")
    folder = info.context["folder"] if info.context else Path()
    return folder / Path(value).expanduser() if value else None


def _clock(text: str) -> time:
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError("")
    return time(int(found[1]), int(found[2] or 0))


def _time(value: object) -> object:
    if isinstance(value, time):  # TOML has times of its own
        return value.replace(second=0, microsecond=0)
    if not isinstance(value, str):
        raise ValueError("")  # noqa: TRY004 - pydantic turns only ValueError into a problem
    return _clock(value)


def _hours(value: object) -> object:
    opens, dash, closes = str(value).replace("\u2013", "-").partition("-")
    if not dash or not isinstance(value, str):
        raise ValueError("")
    found = (_clock(opens), _clock(closes))
    if found[0] >= found[1]:
        raise ValueError("it closes before it opens")
    return found


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError) as error:  # a folder of zones is an OSError
        raise ValueError(near(value, available_timezones())) from error
    return value


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Countries and their parts, as the holidays package knows them."""
    return {country: tuple(parts) for country, parts in list_supported_countries().items()}


def _country(value: str) -> str:
    if not value:
        return value
    country, _, part = value.partition("-")
    known = _countries()
    if country not in known:
        raise ValueError(near(country, known))
    if part and part not in known[country]:
        parts = ", ".join(known[country]) or "none"
        raise ValueError(f"parts of {country}: {parts}")
    return value


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Address = Annotated[str, AfterValidator(_address)]
Host = Annotated[str, AfterValidator(_host)]
Id = Annotated[str, AfterValidator(_id)]
Line = Annotated[str, AfterValidator(_line)]
Name = Annotated[str, AfterValidator(_name)]
File = Annotated[Path | None, BeforeValidator(_path)]
Folder = Annotated[Path, BeforeValidator(_path)]
Time = Annotated[time, BeforeValidator(_time)]
Hours = Annotated[tuple[time, time], BeforeValidator(_hours)]
Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, AfterValidator(_country)]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(_tuple)]
Words = Annotated[tuple[str, ...], BeforeValidator(_tuple)]
