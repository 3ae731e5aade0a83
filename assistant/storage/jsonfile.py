"""JSON as bytes and back: fast, and for any text that a mail may have brought."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import orjson

Json: TypeAlias = Any  # None, bool, int, float, str, or lists and str-keyed dicts of these


def dumps(document: Json, *, readable: bool = False) -> bytes:
    """One line, or indented lines when `readable`; ends in a newline either way."""
    layout = orjson.OPT_INDENT_2 if readable else 0
    try:
        return orjson.dumps(document, option=layout | orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        # A lone surrogate (out of a broken mail) is no UTF-8: the escapes of plain JSON can hold it.
        return json.dumps(document, indent=2 if readable else None, allow_nan=False).encode() + b"\n"


def loads(data: bytes) -> Json:
    """Raises ValueError for what is no JSON."""
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return json.loads(data)
